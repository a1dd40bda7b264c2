"""Names found by the index of a release, and by a scan with CONTAINS, as SPARQL alone has it.

    uv run python -m tests.bench.search [--rounds 100]

Each round asks for one or two words of a name of the release, another one each time. The index
gives the twenty best things with what they are; the scan is for twenty labels that have the words.
It is asked of the engine itself, in this process and on the same release.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from pathlib import Path

from kg.model.names import prologue
from kg.model.terms import Literal
from kg.release.build import ensure
from kg.release.opened import OpenRelease
from kg.settings import store_folder

SCAN = (
    "SELECT DISTINCT ?thing ?name {{ ?thing rdfs:label ?name FILTER ("
    "CONTAINS(LCASE(?name), {}) && CONTAINS(LCASE(?name), {})) }} LIMIT 20"
)
Figures = dict[str, float]


def words(release: OpenRelease, number: int) -> list[tuple[str, str]]:
    """So many pairs of words that stand in one name, always the same."""
    query = prologue() + "SELECT DISTINCT ?name { ?body cot:odsCode ?code ; rdfs:label ?name }"
    cells = (row[0] for row in release.store.select(query).rows)
    names = sorted(each.text.lower() for each in cells if isinstance(each, Literal))
    pairs = {
        (found[0], found[-1])
        for name in names
        if (found := [each for each in name.split() if each.isalpha() and len(each) > 4])
    }
    return random.Random(7).sample(sorted(pairs), min(number, len(pairs)))


def measured(folder: Path, rounds: int) -> Figures:
    """Milliseconds of each, p50 and p95, and how many questions one of them finds nothing for."""
    release = OpenRelease(folder)
    times: dict[str, list[float]] = {"ours": [], "scan": []}
    nothing = {"ours": 0, "scan": 0}
    for one, other in words(release, rounds):
        began = time.perf_counter()
        hits = release.search.find(f"{one} {other}")
        times["ours"].append((time.perf_counter() - began) * 1000)
        query = prologue() + SCAN.format(Literal(one).nt(), Literal(other).nt())
        began = time.perf_counter()
        rows = release.store.select(query).rows
        times["scan"].append((time.perf_counter() - began) * 1000)
        nothing["ours"] += not hits
        nothing["scan"] += not rows
    told = {f"{name} p50 ms": statistics.median(each) for name, each in times.items()}
    told |= {f"{name} p95 ms": sorted(each)[int(len(each) * 0.95)] for name, each in times.items()}
    return told | {f"{name} found nothing": each for name, each in nothing.items()}


def main() -> None:
    """Measure, and print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--rounds", type=int, default=100)
    for name, each in measured(ensure(store_folder()), options.parse_args().rounds).items():
        sys.stdout.write(f"{name}: {each:.3g}\n")


if __name__ == "__main__":
    main()
