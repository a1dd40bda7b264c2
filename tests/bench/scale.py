"""How a release grows: what each step of a build costs, and each kind of question, by size.

    python -m tests.bench.scale --triples 100_000 1_000_000 10_000_000 --out scale.json

Each size is made, built in a process of its own, opened, and asked; an exponent of 1 means that
the cost grows as the graph does, of 0 that it stays the same. Seconds are those of a clock, so
other work on the machine counts; `core` is what the processors were given to.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from kg.analysis.lineage.following import lineage
from kg.questions.ask import ask
from kg.release.build import build
from kg.release.inputs import Inputs
from kg.release.making.memory import peak
from kg.release.opened import OpenRelease, ReleaseInfo
from kg.rewriting.faster import faster
from kg.search.magic import rewritten
from kg.store.formats import by_name
from tests.bench import scale_world
from tests.bench.sparql_asked import KINDS, texts

ROUNDS: Final = 25
"""How many different queries of a kind are asked, each once."""
LIBRARY: Final = (
    "bodies/about", "bodies/by-code", "bodies/names", "lineage/successors",
    "people/officers-of-body", "bodies/open-on-day",
)  # fmt: skip
"""Questions of the library, with the parameters that they have by themselves."""
PLACE: Final = Path(tempfile.gettempdir()) / "coterminous-scale"
Measured = dict[str, Any]


class Steps:
    """A report of a build that keeps what each step took."""

    def __init__(self) -> None:
        self.steps: list[Measured] = []
        self._since = (time.monotonic(), _core())

    def step(self, sentence: str) -> None:
        """A step begins, and so the one before has ended."""
        self._end()
        self.steps.append({"step": sentence, "notes": []})

    def note(self, sentence: str) -> None:
        """Something that a step tells."""
        self.steps[-1]["notes"].append(sentence)

    def ended(self) -> list[Measured]:
        """All steps, the last of them over."""
        self._end()
        return self.steps

    def _end(self) -> None:
        now = (time.monotonic(), _core())
        if self.steps:
            seconds, core = (round(new - old, 2) for new, old in zip(now, self._since, strict=True))
            self.steps[-1] |= {"seconds": seconds, "core": core, "mebibytes": peak()}
        self._since = now


def _core() -> float:
    """Seconds of a core, of this process and of those that it has started and seen the end of."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def built(world: Path, store: Path) -> Measured:
    """The steps of a build of a world, which this process makes."""
    report = Steps()
    inputs = replace(Inputs.shipped(), beside=(world,))
    began = time.monotonic()
    folder = build(store, None, report, inputs=inputs)
    seconds = round(time.monotonic() - began, 1)
    info = vars(ReleaseInfo.read(folder))
    return {"release": info, "seconds": seconds, "steps": report.ended(), "peak": peak()}


def asked(store: Path) -> Measured:
    """How long it takes to open the current release, and to ask each kind of question."""
    folder = store / "releases" / (store / "current").read_text(encoding="utf-8").strip()
    began = time.perf_counter()
    release = OpenRelease(folder)
    release.store.ask("ASK { ?s ?p ?o }")
    opened = 1000 * (time.perf_counter() - began)
    kinds: dict[str, Measured] = {}
    for kind in KINDS:
        queries = texts(kind, release.store, ROUNDS)
        kinds[kind.name] = _timed([_answering(release, each) for each in queries])
    for name in LIBRARY:
        question = release.library[name]
        kinds[name] = _timed([partial(ask, release.store, question)] * 5)
    kinds |= _analysed(release)
    return {"open": round(opened, 1), "kinds": kinds, "peak": peak()}


def _analysed(release: OpenRelease) -> dict[str, Measured]:
    """Lineages of bodies, and paths between things, drawn by lot."""
    chance, dag, graph = random.Random(9), release.lineage, release.paths.adjacency
    bodies = chance.sample(list(dag.bodies), ROUNDS)
    ends = [graph.iri(chance.randrange(len(graph))) for _ in range(2 * ROUNDS)]
    pairs = zip(ends[::2], ends[1::2], strict=True)
    return {
        "lineage of a body": _timed([partial(lineage, dag, each) for each in bodies]),
        "path": _timed([partial(release.paths.between, *each) for each in pairs]),
    }


def _answering(release: OpenRelease, query: str) -> Callable[[], object]:
    """A query put and asked as the service does it, down to the bytes of the answer."""

    def answer() -> object:
        put = rewritten(query, release.search.find)
        put = faster(put, lambda: release.census, lambda: release.read_model)
        sink = BytesIO()
        return release.store.write(put, sink, by_name("json"), by_name("ntriples"))

    return answer


def _timed(calls: Sequence[Callable[[], object]]) -> Measured:
    taken = []
    for call in calls:
        began = time.perf_counter()
        call()
        taken.append(1000 * (time.perf_counter() - began))
    taken.sort()
    last = taken[min(len(taken) - 1, math.ceil(0.95 * len(taken)) - 1)]
    return {"p50": round(statistics.median(taken), 3), "p95": round(last, 3), "asked": len(taken)}


def exponents(sizes: Sequence[int], costs: Mapping[str, Sequence[float]]) -> dict[str, float]:
    """By which power of the size each cost grows, from the smallest size to the largest.

    >>> exponents([10, 1000], {"scan": [1.0, 100.0], "point": [3.0, 3.0]})
    {'scan': 1.0, 'point': 0.0}
    """
    width = math.log(sizes[-1] / sizes[0])
    return {
        name: round(math.log(found[-1] / found[0]) / width, 2)
        for name, found in costs.items()
        if width and found[0] > 0 and found[-1] > 0
    }


def summary(results: Sequence[Measured]) -> Measured:
    """The exponents of the steps and of the questions."""
    sizes = [each["build"]["release"]["triples"] for each in results]
    steps: dict[str, list[float]] = {}
    kinds: dict[str, list[float]] = {}
    for each in results:
        for step in each["build"]["steps"]:
            steps.setdefault(step["step"], []).append(step["core"])
        for name, found in each["asked"]["kinds"].items():
            kinds.setdefault(name, []).append(found["p50"])
    return {"sizes": sizes, "steps": exponents(sizes, steps), "kinds": exponents(sizes, kinds)}


def _one(place: Path, triples: int, *, keep: bool) -> Measured:
    """One size, each part in a process of its own, so that what is measured is that part's."""
    place.mkdir(parents=True, exist_ok=True)
    world, store = place / "world.nq", place / "store"
    if not (store / "current").exists():
        scale_world.write(world, triples)
        (place / "build.json").write_text(_elsewhere("build", world, store), encoding="utf-8")
    found = {
        "asked_for": triples,
        "build": json.loads((place / "build.json").read_text(encoding="utf-8")),
        "asked": json.loads(_elsewhere("ask", store)),
    }
    if not keep:
        shutil.rmtree(place)
    return found


def _elsewhere(what: str, *paths: Path) -> str:
    command = [sys.executable, "-m", "tests.bench.scale", "--only", what, *map(str, paths)]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def _told(results: Sequence[Measured], found: Measured) -> str:
    lines = []
    for each in results:
        made, opened = each["build"], each["asked"]
        lines.append(f"\n{made['release']['triples']:,} triples: built in {made['seconds']:,} s, ")
        lines[-1] += f"peak {made['peak']:,} MiB, opened in {opened['open']} ms"
        lines += [
            f"  {step['seconds']:8.1f} s {step['core']:8.1f} core  {step['mebibytes']:6,} MiB"
            f"  {step['step']}"
            for step in made["steps"]
        ]
        lines += [
            f"  {told['p50']:10.2f} {told['p95']:10.2f} ms  {name}"
            for name, told in opened["kinds"].items()
        ]
    lines.append("\nexponents")
    for part in ("steps", "kinds"):
        lines += [f"  {power:5.2f}  {name}" for name, power in found[part].items()]
    return "\n".join(lines)


def main() -> None:
    """Measure, tell and write."""
    parser = argparse.ArgumentParser(description="Cost curves of a build and of questions.")
    parser.add_argument("--triples", type=int, nargs="+", default=[100_000, 300_000])
    parser.add_argument("--place", type=Path, default=PLACE, help="a folder to work in")
    parser.add_argument("--out", type=Path, help="a file for the figures, as JSON")
    parser.add_argument("--keep", action="store_true", help="leave the releases where they are")
    parser.add_argument("--only", nargs="+", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.only:
        what, *paths = given.only
        found = (built if what == "build" else asked)(*map(Path, paths))
        sys.stdout.write(json.dumps(found))
        return
    results = [
        _one(given.place / str(each), each, keep=given.keep) for each in sorted(given.triples)
    ]
    found = summary(results)
    if given.out:
        given.out.write_text(json.dumps({"results": results, **found}, indent=1) + "\n", "utf-8")
    sys.stdout.write(_told(results, found) + "\n")


if __name__ == "__main__":
    main()
