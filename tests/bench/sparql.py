"""SPARQL over HTTP side by side with what others run, in one run, on two worlds.

    uv run python -m tests.bench.sparql [--triples 1000000] [--rounds 200] [--only made]
        [--without Virtuoso] [--json]

Cold: each request has a constant that was not asked before, so nothing is kept of its answer; the
contenders take turns. Warm: one request over and over on eight connections. The peers are
`oxigraph serve` and rdflib-endpoint, which uv fetches, and Virtuoso 7 where it is installed; one
that is missing is left out, and said to be. Ratios are what counts: the machine is shared by the
client, the contenders and whoever else is on it. `≠` marks an answer that differs from ours.
"""

from __future__ import annotations

import argparse
import json
import math
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from kg.release.build import build
from tests.bench import sparql_peers as peers
from tests.bench import sparql_world as worlds
from tests.bench.sparql_asked import KINDS, Kind, answer, texts
from tests.bench.sparql_client import Endpoint, Line, throughput

OURS = "ours"
SLOW, ENDLESS = 0.2, 1.0
"""Seconds of an answer from which a contender is asked less often, and no more than once."""
FEW = 4
COMPARED = 5
"""So many answers of each kind are compared with ours."""
TARGETS = {
    # contender: (cold at most so many times its p50: selective, scan; warm at least its rate)
    "oxigraph serve": ((1.5, 1.0), (0.5, 20.0)),
    "rdflib-endpoint": ((1 / 5, 1 / 60), (5.0, 60.0)),
    "Virtuoso": ((1.0, 1.0), (1.0, 1.0)),
}
Figures = dict[str, Any]


def measured(kind: Kind, asked: Mapping[str, Line], world: Any, rounds: int) -> Figures:
    """The figures of each contender for one kind of query."""
    number = min(rounds, 40) if kind.scans else rounds
    queries = {name: texts(kind, world, number, ours=name == OURS) for name in asked}
    times: dict[str, list[float]] = {name: [] for name in asked}
    differ: dict[str, int] = dict.fromkeys(asked, 0)
    failed: dict[str, str] = {}
    for turn in range(len(queries[OURS])):
        names = list(asked)
        told: dict[str, bytes] = {}
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            if name in failed or turn >= _most(times[name]):
                continue
            request = asked[name].request(queries[name][turn])
            began = time.perf_counter()
            try:
                told[name] = asked[name].ask(request)
            except (AssertionError, OSError) as error:
                failed[name] = str(error)[:200]
                asked[name].close()
                continue
            times[name].append((time.perf_counter() - began) * 1000)
        if turn < COMPARED and not kind.other and OURS in told:
            for name in told:
                differ[name] += answer(told[name]) != answer(told[OURS])
    rows = {name: _figures(times[name], differ[name]) for name in asked if name not in failed}
    return rows | {name: {"failed": reason} for name, reason in failed.items()}


def _most(times: Sequence[float]) -> float:
    """How often one is asked whose answers took so many milliseconds."""
    took = statistics.median(times) / 1000 if times else 0.0
    return 1 if took > ENDLESS else FEW if took > SLOW else math.inf


def warm(kind: Kind, endpoint: Endpoint, world: Any, seconds: int) -> float:
    """Answers a second to a query that was asked before.

    As many as come one after another where one takes so long that the time would not do: it is
    asked twice, or once where that takes very long.
    """
    query = texts(kind, world, 1, ours=endpoint.address.endswith("/sparql"))[0]
    line = Line(endpoint)
    request = line.request(query)
    took = _asked(line, request)
    if took < ENDLESS:
        took = _asked(line, request)
    line.close()
    found = 0.0 if took > SLOW else throughput(endpoint, query, seconds)
    return round(max(1 / took if took > SLOW / 2 else 0.0, found), 2)


def _asked(line: Line, request: bytes) -> float:
    """Seconds of an answer."""
    began = time.perf_counter()
    line.ask(request)
    return time.perf_counter() - began


def _figures(times: list[float], differ: int) -> Figures:
    times = sorted(times)
    return {
        "p50 ms": round(statistics.median(times), 3),
        "p99 ms": round(times[min(int(len(times) * 0.99), len(times) - 1)], 3),
        "asked": len(times),
        "differ": differ,
    }


def run(
    store: Path,
    folder: Path,
    given: argparse.Namespace,
    *,
    shipped: bool,
    kinds: Sequence[Kind] = KINDS,
) -> Figures:
    """All figures of a world, and who could not take part."""
    world = worlds.opened(store)
    triples = worlds.dumped(store, folder / "data.nt")
    absent: dict[str, str] = {}
    with ExitStack() as stack:
        endpoints = {OURS: stack.enter_context(peers.ours(store, shipped=shipped))}
        for name, start in peers.PEERS.items():
            if given.without and name in given.without:
                absent[name] = "it was not asked for"
                continue
            try:
                endpoints[name] = stack.enter_context(start(folder, triples))
            except peers.Absent as error:
                absent[name] = str(error)
        lines = {name: Line(each) for name, each in endpoints.items()}
        found: Figures = {"triples": world.merged_size(), "absent": absent, "kinds": {}}
        for kind in kinds:
            rows = measured(kind, lines, world, given.rounds)
            for name, row in rows.items():
                if "failed" not in row:
                    row["warm /s"] = warm(kind, endpoints[name], world, given.seconds)
            found["kinds"][kind.name] = {**rows, "ratios": ratios(kind, rows)}
            print(kind.name, json.dumps(rows), file=sys.stderr)  # noqa: T201
    return found


def ratios(kind: Kind, rows: Figures) -> Figures:
    """Ours to theirs, cold p50 and warm rate, and whether each is what we aim at."""
    told: Figures = {}
    ours = rows[OURS]
    for name, (cold, often) in TARGETS.items():
        theirs = rows.get(name, {"failed": ""})
        if "failed" in theirs or "failed" in ours:
            continue
        slower = ours["p50 ms"] / theirs["p50 ms"]
        faster = ours["warm /s"] / (theirs["warm /s"] or 0.01)
        told[name] = {
            "cold": round(slower, 3),
            "cold met": slower <= cold[kind.scans],
            "warm": round(faster, 2),
            "warm met": faster >= often[kind.scans],
        }
    return told


def main() -> None:
    """Measure, and print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--triples", type=int, default=1_000_000)
    options.add_argument("--rounds", type=int, default=200)
    options.add_argument("--seconds", type=int, default=2, help="of each warm measurement")
    options.add_argument("--only", choices=["made", "shipped"])
    options.add_argument("--store", type=Path, help="of the world of --only; else it is made")
    options.add_argument("--without", action="append", choices=list(peers.PEERS))
    options.add_argument("--json", action="store_true")
    given = options.parse_args()
    if given.store and not given.only:
        options.error("--store needs --only")
    found: Figures = {}
    for what in [given.only] if given.only else ["made", "shipped"]:
        with tempfile.TemporaryDirectory() as place:
            folder, shipped = Path(place), what == "shipped"
            store = given.store or folder / "store"
            if given.store is None and shipped:
                build(store)
            elif given.store is None:
                worlds.made(store, given.triples)
            found[what] = run(store, folder, given, shipped=shipped)
    if given.json:
        print(json.dumps(found, indent=2))  # noqa: T201
        return
    for what, world in found.items():
        draw(what, world)


def draw(what: str, world: Figures) -> None:
    """Print the table of a world."""
    names = [OURS, *(name for name in peers.PEERS if name not in world["absent"])]
    columns = [f"{name}\np50 p99 ms, warm /s" for name in names]
    drawn = Table("query", *columns, *(f"ours : {name}\ncold, warm" for name in names[1:]))
    for kind, rows in world["kinds"].items():
        cells = [_cell(rows[name]) for name in names]
        drawn.add_row(kind, *cells, *(_ratio(rows["ratios"].get(name)) for name in names[1:]))
    console = Console(width=220)
    console.print(f"{what}: {world['triples']:,} triples")
    console.print(drawn)
    for name, reason in world["absent"].items():
        console.print(f"{name} is left out: {reason}", markup=False)


def _cell(row: Figures) -> str:
    if "failed" in row:
        return "failed"
    mark = "≠ " if row["differ"] else ""
    return f"{mark}{row['p50 ms']:.2f} {row['p99 ms']:.2f}, {row['warm /s']:,.0f}"


def _ratio(row: Figures | None) -> str:
    if row is None:
        return ""
    marks = ["" if row[f"{each} met"] else "!" for each in ("cold", "warm")]
    return f"{row['cold']:g}{marks[0]}, {row['warm']:g}{marks[1]}"


if __name__ == "__main__":
    main()
