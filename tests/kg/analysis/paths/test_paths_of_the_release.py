"""Paths of the whole graph: each hop has evidence, none is through a hub, and none is missed."""

from __future__ import annotations

import random
from itertools import islice, pairwise

import networkx as nx
import pytest

from kg.analysis.paths.adjacency import Adjacency
from kg.analysis.paths.search import LONGEST, Ground, Wish, best
from kg.analysis.paths.told import Paths
from kg.release.opened import OpenRelease


@pytest.fixture(scope="module")
def paths(release: OpenRelease) -> Paths:
    return release.paths


def drawn(graph: Adjacency, number: int, seed: int) -> list[tuple[int, int]]:
    lot = random.Random(seed)
    return [tuple(lot.sample(range(len(graph)), 2)) for _ in range(number)]  # type: ignore[misc]


def test_of_1000_random_pairs_each_hop_has_evidence_and_none_is_through_a_hub(paths: Paths) -> None:
    graph, found, through = paths.adjacency, 0, set()
    unborne = []

    for here, there in drawn(graph, 1_000, seed=1):
        answer = paths.between(graph.iri(here), graph.iri(there), Wish(most=3, longest=LONGEST))
        assert bool(answer.paths) != bool(answer.note)
        found += bool(answer.paths)
        for path in answer.paths:
            assert (path.hops[0].here, path.hops[-1].there) == (graph.iri(here), graph.iri(there))
            assert all(one.there == two.here for one, two in pairwise(path.hops))
            unborne += [hop.sentence for hop in path.hops if not hop.sources]
            through |= {hop.there for hop in path.hops[:-1]}

    assert unborne == []
    hubs = {graph.iri(place) for place in range(len(graph)) if graph.hub[place]}
    assert through & hubs == set()
    assert found > 700  # the rest is connected through hubs alone, or not at all


def oracle(graph: Adjacency, here: int, there: int) -> nx.Graph[int]:
    """What may be gone through between two things, as networkx has it."""
    made: nx.Graph[int] = nx.Graph()
    made.add_nodes_from((here, there))
    ends = {here, there}
    for place in range(len(graph)):
        for near, pair in zip(
            graph.near[graph.first[place] : graph.first[place + 1]],
            graph.pairs[graph.first[place] : graph.first[place + 1]],
            strict=True,
        ):
            is_open = all(each in ends or not graph.hub[each] for each in (place, near))
            if is_open and (not graph.saying[pair] or place in ends or near in ends):
                made.add_edge(place, near, cost=1 + 1 / max(graph.best[pair], 1))
    return made


def test_they_are_as_many_and_as_short_as_networkx_finds(paths: Paths) -> None:
    graph = paths.adjacency
    for here, there in drawn(graph, 25, seed=2):
        found = best(Ground(graph, Wish(most=6, longest=LONGEST), (here, there)))

        other = oracle(graph, here, there)
        wanted = []
        if nx.has_path(other, here, there):
            wanted = [len(each) for each in islice(nx.shortest_simple_paths(other, here, there), 6)]
        assert [len(each) for each in found.paths] == wanted
        assert len({tuple(each) for each in found.paths}) == len(found.paths)


def test_the_best_evidenced_cost_as_little_as_networkx_finds(paths: Paths) -> None:
    graph = paths.adjacency
    for here, there in drawn(graph, 25, seed=3):
        wish = Wish(most=1, longest=LONGEST, by="evidence")
        found = best(Ground(graph, wish, (here, there))).paths

        other = oracle(graph, here, there)
        assert bool(found) == nx.has_path(other, here, there)
        for path in found:
            cost = sum(other.edges[step]["cost"] for step in pairwise(path))
            least = nx.dijkstra_path_length(other, here, there, weight="cost")
            assert cost == pytest.approx(least, abs=0.02)  # costs are whole thousandths


def test_the_country_and_its_regions_are_hubs(paths: Paths) -> None:
    graph = paths.adjacency
    hubs = {graph.keys[place] for place in range(len(graph)) if graph.hub[place]}

    assert {
        "area/england", "organisation/x/nhs-england", "organisation/x/health-service-journal",
        "organisation/Y56/region", "group/context/ccgs-england",
    } <= hubs  # fmt: skip
    assert "organisation/26A/ccg" not in hubs


def test_the_best_known_sharing_is_told(release: OpenRelease) -> None:
    found = release.paths.between(
        release.paths.adjacency.iri(release.paths.adjacency.index["organisation/05G/ccg"]),
        release.paths.adjacency.iri(release.paths.adjacency.index["organisation/05W/ccg"]),
        Wish(most=1, through=frozenset({"Interlock"})),
    )

    assert [hop.sentence for hop in found.paths[0].hops] == [
        "NHS North Staffordshire CCG and NHS Stoke on Trent CCG shared Marcus Warnes, "
        "by 2017-08-31 until at least 2020-09-24"
    ]
