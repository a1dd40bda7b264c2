"""The three questions through HTTP, side by side with rdflib in memory, in one run.

    uv run python tests/bench/three_questions.py [--rounds 20] [--json]

Prints what the build took and made, then for each question the median and the 95th percentile of
a whole HTTP answer, without and with the release cache, and how many times longer rdflib takes for
the same SPARQL in memory, to JSON, without HTTP. Times vary with the machine; the ratios are the
result, for each round asks every contender once.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.table import Table

from kg.model.terms import Iri, Literal, Statement
from kg.questions.library import Library
from kg.release.build import build
from kg.release.catalogue import Catalogue
from kg.release.opened import OpenRelease, ReleaseInfo
from kg.store.formats import by_name
from kg.store.memory import RdflibStore

QUESTIONS = (
    "people/shared-chief-officer",
    "people/sharing-count",
    "mergers/pressed-proposals",
    "policy/one-ccg-rule",
    "policy/one-ccg-restatements",
    "areas/one-ccg",
)


def everything(release: OpenRelease) -> Iterator[Statement]:
    """All statements of a release, derived ones too: both contenders answer of the same ones."""
    told = release.store.select("SELECT ?s ?p ?o ?g { GRAPH ?g { ?s ?p ?o } }")
    for subject, predicate, value, name in told.rows:
        assert isinstance(subject, Iri)  # a release has no blank nodes
        assert isinstance(predicate, Iri)
        assert isinstance(name, Iri)
        assert isinstance(value, Iri | Literal)
        yield Statement(subject, predicate, value, name)


@contextmanager
def served(store: Path, cache: int) -> Iterator[str]:
    """The address of a service over that store, with so many MiB of cache."""
    command = [sys.executable, "-m", "server", "serve", "--store", str(store)]
    options = ["--port", "0", "--cache", str(cache), "--log-level", "warning"]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [*command, *options], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        env=environment,
    ) as process:  # fmt: skip
        try:
            assert process.stdout is not None
            for line in process.stdout:
                found = re.search(r"http://[\d.]+:\d+", line)
                if found:
                    answers(found.group())
                    yield found.group()
                    break
            else:
                raise SystemExit("the service did not start")
        finally:
            process.terminate()
            process.wait(timeout=15)


def answers(address: str) -> None:
    """Wait until the service is ready, for at most 20 seconds."""
    for _ in range(200):
        try:
            urllib.request.urlopen(f"{address}/readyz", timeout=1).read()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the service did not become ready")


def timed(ask: Callable[[], object]) -> float:
    """Milliseconds that one call takes."""
    began = time.perf_counter()
    ask()
    return (time.perf_counter() - began) * 1000


def fetch(address: str, name: str) -> Callable[[], object]:
    """A call that asks a question over HTTP and reads the whole answer."""
    url = f"{address}/questions/{name}.json"
    return lambda: urllib.request.urlopen(url, timeout=60).read()


def measure(rounds: int, store: Path) -> dict[str, dict[str, float]]:
    """For each question the figures of one run."""
    release = OpenRelease(Catalogue(store).current())
    peer, library = RdflibStore(everything(release)), Library()
    form = by_name("json")
    times: dict[str, dict[str, list[float]]] = {name: {} for name in QUESTIONS}
    with served(store, 0) as cold, served(store, 64) as warm:
        for name in QUESTIONS:
            fetch(warm, name)()
        for turn in range(rounds):
            for name in QUESTIONS:
                text = library[name].sparql
                found = times[name]
                found.setdefault("http", []).append(timed(fetch(cold, name)))
                found.setdefault("cached", []).append(timed(fetch(warm, name)))
                if turn < 3:  # rdflib takes seconds; three rounds are enough for a ratio
                    asked = timed(lambda text=text: peer.write(text, io.BytesIO(), form, form))  # type: ignore[misc]
                    found.setdefault("rdflib", []).append(asked)
    return {name: figures(found) for name, found in times.items()}


def figures(found: dict[str, list[float]]) -> dict[str, float]:
    """Median and 95th percentile in milliseconds, and rdflib's median as a ratio to ours."""
    http = sorted(found["http"])
    median = statistics.median(http)
    return {
        "p50_ms": round(median, 1),
        "p95_ms": round(http[int(len(http) * 0.95) - 1], 1),
        "cached_p50_ms": round(statistics.median(found["cached"]), 2),
        "rdflib_ms": round(statistics.median(found["rdflib"]), 1),
        "rdflib_to_http": round(statistics.median(found["rdflib"]) / median, 1),
    }


def main() -> None:
    """Measure, and print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--rounds", type=int, default=20)
    options.add_argument("--json", action="store_true")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        info = ReleaseInfo.read(build(Path(folder)))
        found = measure(given.rounds, Path(folder))
    if given.json:
        print(json.dumps({"release": vars(info), "questions": found}, indent=2))  # noqa: T201
        return
    console = Console()
    console.print(
        f"build {info.seconds:g} s, {info.bytes / 1e6:.1f} MB, {info.triples:,} triples merged, "
        f"{info.statements:,} statements in {info.graphs} graphs"
    )
    drawn = Table("question", "p50 ms", "p95 ms", "cached p50 ms", "rdflib ms", "rdflib / HTTP")
    for name, row in found.items():
        drawn.add_row(name, *(f"{value:g}" for value in row.values()))
    console.print(drawn)


if __name__ == "__main__":
    main()
