from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import pytest

from kg.model.names import RDF_TYPE, RDFS_LABEL, cot, graph, mint
from kg.model.terms import Literal, Statement
from kg.resources import folder
from kg.search import index
from kg.search.find import Search
from kg.search.spelling import distance
from kg.store.memory import RdflibStore
from kg.store.oxigraph import OxigraphStore

QUERY = (folder("queries") / "inside" / "search-names.rq").read_text(encoding="utf-8")
NAMES = ("Bolton", "Bury", "Salford", "Stockport", "Tameside", "Trafford", "Wigan")


def world() -> list[Statement]:
    return [
        Statement(mint("area", name), predicate, value, graph("test"))
        for name in NAMES
        for predicate, value in (
            (RDF_TYPE, cot("Area")),
            (RDFS_LABEL, Literal(name)),
            (cot("name"), Literal(name)),
        )
    ]


def test_the_same_graph_gives_the_same_bytes_whatever_its_order(tmp_path: Path) -> None:
    shuffled = random.Random(7).sample(world(), len(world()))

    assert index.write(tmp_path / "a", OxigraphStore.memory(world()), QUERY) == 7
    assert index.write(tmp_path / "b", OxigraphStore.memory(shuffled), QUERY) == 7

    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@pytest.mark.filterwarnings("ignore:Dataset.default_context")  # rdflib's parser warns of itself
def test_both_engines_give_the_same_index(tmp_path: Path) -> None:
    index.write(tmp_path / "a", OxigraphStore.memory(world()), QUERY)
    index.write(tmp_path / "b", RdflibStore(world()), QUERY)

    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_an_index_that_is_there_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "search.sqlite"
    index.write(path, OxigraphStore.memory(world()), QUERY)

    assert index.write(path, OxigraphStore.memory(world()[:3]), QUERY) == 1
    assert Search(path).find("Bury") == []


def test_an_empty_graph_has_an_index_in_which_nothing_is_found(tmp_path: Path) -> None:
    assert index.write(tmp_path / "a", OxigraphStore.memory(), QUERY) == 0
    assert Search(tmp_path / "a").find("Bury") == []


def test_distance_is_the_same_both_ways_and_keeps_the_triangle() -> None:
    words = ["", "ab", "ba", "stafford", "staford", "stafrod", "safford", "trafford"]
    for first, second in pairwise(words):
        assert distance(first, second) == distance(second, first)
        assert (distance(first, second) == 0) == (first == second)
    assert [distance("stafford", each) for each in words] == [8, 7, 7, 0, 1, 2, 1, 2]
