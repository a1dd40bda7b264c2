"""What the networks cost: each view's time and memory, and the paths of random pairs.

    uv run python -m tests.bench.analysis [--times 100] [--pairs 1000] [--json]

At 1 it is the shipped release; at more, so many copies of its things side by side (`Many`), where
random pairs are of one copy. networkx takes turns with the search of this project over the same
hops and the same pairs, so that the ratio means something where the times do not. Nothing is
asserted.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import time
import tracemalloc
from collections.abc import Callable, Sequence
from itertools import islice
from typing import Any, TypeVar

import networkx as nx
from rich.console import Console
from rich.table import Table

from kg.analysis.measures.measured import measured
from kg.analysis.measures.views import VIEWS, view
from kg.analysis.paths.adjacency import Adjacency
from kg.analysis.paths.build import build
from kg.analysis.paths.search import LONGEST, Ground, Wish, best
from kg.release.build import ensure
from kg.release.opened import OpenRelease
from kg.settings import store_folder
from kg.store.base import Store
from tests.bench.analysis_world import Many

Made = TypeVar("Made")
Row = dict[str, Any]


def timed(made: Callable[[], Made]) -> tuple[Made, float]:
    """What is made, and in how many seconds."""
    gc.collect()
    began = time.perf_counter()
    found = made()
    return found, time.perf_counter() - began


def memory(made: Callable[[], object]) -> float:
    """How many MiB of Python's memory what is made takes once it stands."""
    gc.collect()
    tracemalloc.start()
    kept = made()
    gc.collect()
    taken = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    del kept
    return taken / 2**20


def views(store: Store, release: OpenRelease, *, with_memory: bool) -> list[Row]:
    """Build time, memory, time to measure and size of each view."""
    told = []
    for name in VIEWS:
        made, building = timed(lambda name=name: view(store, release.library, name))  # type: ignore[misc]
        found, measuring = timed(lambda made=made: measured(made))  # type: ignore[misc]
        row: Row = {
            "view": name, "nodes": found.nodes, "edges": found.edges,
            "build s": round(building, 3), "measure s": round(measuring, 3),
            "betweenness": "counted" if found.is_exact else "estimated",
        }  # fmt: skip
        if with_memory:
            row["MiB"] = round(memory(lambda name=name: view(store, release.library, name)), 1)  # type: ignore[misc]
        told.append(row)
    return told


def drawn(graph: Adjacency, number: int, times: int) -> list[tuple[int, int]]:
    """Random pairs of things, both of one copy."""
    lot, pairs = random.Random(1), []
    by_copy: dict[str, list[int]] = {}
    for place, key in enumerate(graph.keys):
        by_copy.setdefault(key.rpartition("~")[2] if times > 1 else "", []).append(place)
    copies = [by_copy[each] for each in sorted(by_copy)]
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


def told(release: OpenRelease, pairs: Sequence[tuple[int, int]]) -> Row:
    """The same with names, sentences and evidence, as a person gets them."""
    graph = release.paths.adjacency
    taken = [
        _timed(lambda: release.paths.between(graph.iri(one), graph.iri(two)))[1]  # noqa: B023
        for one, two in pairs
    ]
    name = "told, with evidence"
    return {"contender": name, "pairs": len(pairs), "with a path": ""} | _spread(taken)


def _timed(made: Callable[[], Made]) -> tuple[Made, float]:
    """What is made, and the milliseconds that this process worked for it, whatever else ran."""
    began = time.process_time()
    return made(), (time.process_time() - began) * 1_000


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
    asked.add_argument("--times", type=int, default=1, help="how many copies of the release")
    asked.add_argument("--pairs", type=int, default=1_000, help="how many random pairs")
    asked.add_argument("--memory", action="store_true", help="measure memory too, which is slow")
    asked.add_argument("--json", action="store_true", help="print JSON")
    given = asked.parse_args()
    release = OpenRelease(ensure(store_folder()))
    store: Any = Many(release.store, given.times) if given.times > 1 else release.store
    graph, building = timed(lambda: build(store, release.library, release.ontology))
    adjacency = {
        "things": len(graph), "pairs": graph.size, "links": len(graph.link_term),
        "build s": round(building, 3), "MiB": round(graph.memory() / 2**20, 1),
    }  # fmt: skip
    pairs = drawn(graph, given.pairs, given.times)
    found = searches(graph, pairs, ours_only=False)
    found += [told(release, pairs)] if given.times == 1 else []
    whole = {
        "release": release.name, "times": given.times, "adjacency": [adjacency], "paths": found,
        "views": views(store, release, with_memory=given.memory),
    }  # fmt: skip
    if given.json:
        print(json.dumps(whole, indent=1))  # noqa: T201
        return
    console = Console(width=140)
    for name in ("adjacency", "paths", "views"):
        rows: list[Row] = whole[name]
        drawn_table = Table(*rows[0], title=f"{name}, {given.times} times")
        for row in rows:
            drawn_table.add_row(*map(str, row.values()))
        console.print(drawn_table)


if __name__ == "__main__":
    main()
