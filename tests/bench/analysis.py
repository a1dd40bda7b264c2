"""What the analysis of a graph costs: each view's time and memory, and paths of random pairs.

    uv run python -m tests.bench.analysis [--times 100] [--pairs 1000] [--json]

At 1 it is the graph of the shipped release, at more one so many times as large (`grown`), read by
the same functions; what is printed last are the ratios to 1. Each part is made in a process of its
own, and its memory is the most that the process came to take beyond its start (Linux tells it). At
1, networkx takes turns with the search of this project over the same hops and pairs. Nothing is
asserted.
"""

from __future__ import annotations

import argparse
import gc
import json
import multiprocessing
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import networkx as nx
from rich.console import Console
from rich.table import Table

from kg.analysis.lineage import stored
from kg.analysis.lineage.reading import read
from kg.analysis.measures.measured import measured
from kg.analysis.measures.views import VIEWS, view
from kg.analysis.networks.groups import interlocks
from kg.analysis.networks.mergers import mergers
from kg.analysis.paths.adjacency import Adjacency
from kg.analysis.paths.build import build
from kg.analysis.paths.search import LONGEST, Ground, Wish, best
from kg.analysis.paths.told import Paths
from kg.questions.library import Library
from kg.release.build import ensure
from kg.release.opened import OpenRelease
from kg.settings import store_folder
from kg.store.base import Store
from tests.bench.analysis_world import grown, world_of

Made = TypeVar("Made")
Row = dict[str, Any]


Open = Callable[[], Store]


def parts(store: Store, release: OpenRelease) -> dict[str, Callable[[], Row]]:
    """What is built of a graph, by name; each says how large it is."""
    library = release.library

    def lineage() -> Row:
        found = read(store, Library())
        return {"things": len(found.bodies), "links": len(found.steps) + len(found.members)}

    def adjacency() -> Row:
        found = build(store, library, release.ontology)
        return {"things": len(found), "links": found.size}

    def of_view(name: str) -> Row:
        found = view(store, library, name).graph
        return {"things": len(found), "links": found.number_of_edges()}

    def of_measures(name: str) -> Row:
        found = measured(view(store, library, name))
        return {"things": found.nodes, "links": found.edges, "exact": found.is_exact}

    def groups() -> Row:
        found = interlocks(store, library, "2018-11-01")
        return {"things": found.standing, "links": len(found.groups)}

    def before() -> Row:
        return {"things": len(mergers(store, library).mergers)}

    return {
        "lineage": lineage, "adjacency": adjacency, "interlocks of a day": groups,
        "mergers": before, **{f"view {each}": partial(of_view, each) for each in VIEWS},
        **{f"view and measures {each}": partial(of_measures, each) for each in VIEWS},
    }  # fmt: skip


def cost(release: OpenRelease, opened: Open, name: str) -> Row:
    """A part made in a process of its own: seconds of its own work, and MiB that it took."""
    here, there = multiprocessing.Pipe(duplex=False)

    def made() -> None:
        made_of = parts(opened(), release)[name]
        gc.collect()
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the peak begins anew
        before, began = _peak(), time.process_time()
        size = made_of()
        there.send(size | {"seconds": time.process_time() - began, "MiB": _peak() - before})

    process = multiprocessing.get_context("fork").Process(target=made)
    process.start()
    found: Row = here.recv()
    process.join()
    return {"part": name} | found


def _peak() -> float:
    """The most MiB that this process has had at once, as Linux tells it."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    [peak] = [line.split()[1] for line in lines if line.startswith("VmHWM")]
    return int(peak) / 1024


def kept(release: OpenRelease) -> Row:
    """The lineage that a release keeps beside its graph, read back."""
    path = release.folder / stored.FILE
    found, seconds = _timed(lambda: stored.read(path))
    assert found is not None
    size = path.stat().st_size / 2**20
    return {"part": "lineage, as kept", "MiB on disk": size, "ms": seconds}


def drawn(graph: Adjacency, number: int, times: int) -> list[tuple[int, int]]:
    """Random pairs of things, both of one world."""
    lot, pairs = random.Random(1), []
    by_copy: dict[str, list[int]] = {}
    for place, key in enumerate(graph.keys):
        by_copy.setdefault(world_of(key), []).append(place)
    copies = [by_copy[each] for each in sorted(by_copy) if each or times == 1]
    for _ in range(number):
        one, two = lot.sample(lot.choice(copies), 2)
        pairs.append((one, two))
    return pairs


def searches(graph: Adjacency, pairs: Sequence[tuple[int, int]], ours_only: bool) -> list[Row]:
    """The five best paths of each pair, by each contender in turn, in milliseconds."""
    other = None if ours_only else _networkx(graph)
    taken: dict[str, list[float]] = {"length": [], "evidence": [], "networkx": []}
    found = 0
    for pair in pairs:
        for by in ("length", "evidence"):
            wish = Wish(most=5, longest=LONGEST, by="evidence" if by == "evidence" else "length")
            paths, seconds = _timed(lambda: best(Ground(graph, wish, pair)).paths)  # noqa: B023
            taken[by].append(seconds)
        found += bool(paths)
        if other is not None:
            taken["networkx"].append(_timed(lambda: _shortest(other, pair))[1])  # noqa: B023
    return [
        {"contender": name, "pairs": len(each), "with a path": found} | _spread(each)
        for name, each in taken.items()
        if each
    ]


def told(paths: Paths, pairs: Sequence[tuple[int, int]]) -> Row:
    """The same with names, sentences and evidence, as a person gets them."""
    graph = paths.adjacency
    taken = [
        _timed(lambda: paths.between(graph.iri(one), graph.iri(two)))[1]  # noqa: B023
        for one, two in pairs
    ]
    name = "told, with evidence"
    return {"contender": name, "pairs": len(pairs), "with a path": ""} | _spread(taken)


def _timed(made: Callable[[], Made]) -> tuple[Made, float]:
    """What is made, and in how many milliseconds."""
    began = time.perf_counter()
    return made(), (time.perf_counter() - began) * 1_000


def _spread(taken: Sequence[float]) -> Row:
    order = sorted(taken)
    places = {"p50 ms": 0.5, "p95 ms": 0.95, "most ms": 1.0}
    last = len(order) - 1
    return {name: round(order[int(part * last)], 2) for name, part in places.items()}


def _networkx(graph: Adjacency) -> nx.Graph[int]:
    """The same hops as networkx has them, without hubs and without who says what."""
    made: nx.Graph[int] = nx.Graph()
    made.add_nodes_from(range(len(graph)))
    for place in range(len(graph)):
        for slot in range(graph.first[place], graph.first[place + 1]):
            near = graph.near[slot]
            if not (graph.hub[place] or graph.hub[near] or graph.saying[graph.pairs[slot]]):
                made.add_edge(place, near)
    return made


def _shortest(graph: nx.Graph[int], pair: tuple[int, int]) -> list[list[int]]:
    try:
        return list(islice(nx.shortest_simple_paths(graph, *pair), 5))
    except nx.NetworkXNoPath:
        return []


def main() -> None:
    """Measure, and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--times", type=int, default=1, help="how many times as large a graph")
    asked.add_argument("--pairs", type=int, default=1_000, help="how many random pairs")
    asked.add_argument("--folder", type=Path, help="where to keep the large graph for another run")
    asked.add_argument("--only", default="", help="only parts with this in their names")
    asked.add_argument("--json", action="store_true", help="print JSON")
    given = asked.parse_args()
    release = OpenRelease(ensure(store_folder()))
    with tempfile.TemporaryDirectory() as spare:
        folder = given.folder or Path(spare)
        folder.mkdir(parents=True, exist_ok=True)
        _tell(release, given, folder)


def _tell(release: OpenRelease, given: argparse.Namespace, folder: Path) -> None:
    names = [each for each in parts(release.store, release) if given.only in each]
    once = [cost(release, lambda: OpenRelease(release.folder).store, each) for each in names]
    whole: dict[str, list[Row]] = {"parts of the release": once, "kept": [kept(release)]}
    paths = release.paths
    if given.times > 1:
        grown(release, folder, given.times)
        many = [
            cost(release, lambda: grown(release, folder, given.times), each) for each in names
        ]  # fmt: skip
        whole[f"parts at {given.times} times"] = many
        whole["ratios"] = [_ratios(*each) for each in zip(many, once, strict=True)]
        paths = Paths(grown(release, folder, given.times), release.library, release.ontology)
    if given.pairs:
        pairs = drawn(paths.adjacency, given.pairs, given.times)
        whole["paths"] = [*searches(paths.adjacency, pairs, ours_only=given.times > 1)]
        whole["paths"].append(told(paths, pairs))
    if given.json:
        print(json.dumps({"release": release.name, "times": given.times} | whole, indent=1))  # noqa: T201
        return
    console = Console(width=140)
    for name, rows in whole.items():
        columns = list(dict.fromkeys(key for row in rows for key in row))
        table = Table(*columns, title=name)
        for row in rows:
            table.add_row(*(_shown(row.get(key, "")) for key in columns))
        console.print(table)


def _ratios(many: Row, once: Row) -> Row:
    """How many times what each part takes and has is what it is once."""
    shared = (key for key in ("things", "links", "seconds", "MiB") if once.get(key))
    return {"part": many["part"]} | {key: many[key] / once[key] for key in shared}


def _shown(value: object) -> str:
    return f"{value:.3g}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    main()
