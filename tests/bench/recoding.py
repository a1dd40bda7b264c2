"""A table put on the bodies of another day: by `recode`, and by a look-up in the crosswalk.

    uv run python -m tests.bench.recoding [--rows 200000]

The table is made of codes that were in use, each with a day on which it was, and numbers. The peer
is what a person would write with the `csv` module and the crosswalk of the release: it reads the
crosswalk, looks up each row, shares out its number, and writes the rows. It gives neither reasons
nor breaks of series, and no more than the same rows and numbers are compared.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import random
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

from kg.analysis.recode.placing import Placer
from kg.analysis.recode.table import Columns, recode_file
from kg.release.build import ensure
from kg.release.opened import OpenRelease
from kg.settings import store_folder

TO = "2021-04-01"
CROSSWALK = "crosswalk.csv.gz"
Figures = dict[str, float]
Row = dict[str, str]


def table(release: Path, rows: int, path: Path) -> None:
    """Write a table of so many rows: a code, a day in its life and a number; always the same."""
    chance = random.Random(3)
    lives = sorted({(row["code"], row["code_from"]) for row in _crosswalk(release)})
    known = [each for each in lives if each[1]]
    with path.open("w", encoding="utf-8", newline="") as file:
        sink = csv.writer(file)
        sink.writerow(["org", "day", "beds"])
        for _ in range(rows):
            sink.writerow([*chance.choice(known), chance.randrange(1, 900)])


def ours(release: OpenRelease, source: Path, out: Path) -> None:
    """The table recoded, as the command does it."""
    with out.open("w", encoding="utf-8", newline="") as file:
        placer = Placer(release.lineage, TO)
        recode_file(placer, source, Columns("org", "day", ("beds",)), csv.writer(file))


def by_hand(release: Path, source: Path, out: Path) -> None:
    """The same by a look-up of each row in the crosswalk."""
    targets: defaultdict[str, list[Row]] = defaultdict(list)
    for row in _crosswalk(release):
        if row["to_date"] == TO and row["level"] == "board":
            targets[row["code"]].append(row)
    with source.open(encoding="utf-8", newline="") as file, out.open("w", newline="") as sink:
        writer = csv.writer(sink)
        writer.writerow(["org", "day", "beds", "beds_recoded", "to_code", "share"])
        for row in csv.DictReader(file):
            for target in targets[row["org"]]:
                if target["code_from"] <= row["day"] <= (target["code_to"] or "9"):
                    share = target["share"]
                    beds = Decimal(row["beds"]) * Decimal(share) if share else ""
                    writer.writerow([*row.values(), beds, target["to_code"], share])


def measured(release: Path, rows: int, rounds: int, folder: Path) -> Figures:
    """Rows a second of each, and what part of the beds both put on the same bodies."""
    source, out, hand = (folder / f"{each}.csv" for each in ("table", "ours", "by-hand"))
    table(release, rows, source)
    opened = OpenRelease(release)
    times: dict[str, list[float]] = {"ours": [], "by hand": []}
    assert opened.lineage  # read once, as a service has it
    for _ in range(rounds):
        began = time.perf_counter()
        ours(opened, source, out)
        times["ours"].append(time.perf_counter() - began)
        began = time.perf_counter()
        by_hand(release, source, hand)
        times["by hand"].append(time.perf_counter() - began)
    one, other = _sums(out), _sums(hand)
    same = sum((min(one[each], other[each]) for each in one), Decimal(0))
    told = {f"{name} rows/s": rows / statistics.median(each) for name, each in times.items()}
    return told | {"same": float(same / max(*(sum(each.values()) for each in (one, other)), 1))}


def _sums(path: Path) -> defaultdict[str, Decimal]:
    found: defaultdict[str, Decimal] = defaultdict(Decimal)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["beds_recoded"]:
                found[row["to_code"]] += Decimal(row["beds_recoded"])
    return found


def _crosswalk(release: Path) -> list[Row]:
    with gzip.open(release / CROSSWALK, "rt", encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


def main() -> None:
    """Measure, and print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--rows", type=int, default=200_000)
    with tempfile.TemporaryDirectory() as folder:
        rows = options.parse_args().rows
        found = measured(ensure(store_folder()), rows, 3, Path(folder))
    for name, each in found.items():
        sys.stdout.write(f"{name}: {each:,.4g}\n")


if __name__ == "__main__":
    main()
