"""Paths where more lies around than can be looked at."""

from __future__ import annotations

from array import array

from kg.analysis.paths.adjacency import Adjacency
from kg.analysis.paths.arranged import Hops, Thing
from kg.analysis.paths.search import REACHED, Found, Ground, Wish, best
from kg.analysis.paths.texts import SortedTexts

WIDE, DEEP = 400, 200


def forest(trees: int) -> Adjacency:
    """So many trees that nothing joins: a root, `WIDE` things, and `DEEP` on each of them."""
    tree = 1 + WIDE + WIDE * DEEP
    size = trees * tree
    keys = SortedTexts.of(f"person/{number:07}" for number in range(size))
    hops = Hops(keys, [Thing("Person", "", "", "")] * size, array("H", bytes(2 * size)))
    for root in range(0, size, tree):
        for one in range(root + 1, root + 1 + WIDE):
            hops.link(root, "knows", one, root)
            first = root + 1 + WIDE + (one - root - 1) * DEEP
            for two in range(first, first + DEEP):
                hops.link(one, "knows", two, one)
    return hops.adjacency((), size)


def test_a_search_through_too_much_is_given_up_and_says_so() -> None:
    graph = forest(2)
    tree = len(graph) // 2

    assert len(graph) > REACHED
    assert best(Ground(graph, Wish(), (0, tree))) == Found([], is_complete=False)
    assert best(Ground(graph, Wish(), (0, tree - 1))).paths == [(0, WIDE, tree - 1)]


def test_a_search_through_all_there_is_says_that_there_is_nothing() -> None:
    graph = forest(1)

    lonely = Ground(graph, Wish(), (0, len(graph)), outside=[graph.iri(0)])

    assert best(lonely) == Found([], is_complete=True)
