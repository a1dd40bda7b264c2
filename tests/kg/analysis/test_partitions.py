"""The parts of a graph, counted in a small one."""

from __future__ import annotations

from kg.analysis.partitions import Link, Partitions, Size, Use, partitions
from kg.model.names import PREFIXES, RDF_TYPE, cot, graph, mint
from kg.model.terms import Iri, Literal, Statement
from kg.questions.library import Library
from kg.store.oxigraph import OxigraphStore

ONE, TWO = mint("organisation", "1", "ccg"), mint("organisation", "2", "ccg")
A, B = graph("register/a"), graph("derived/b")
SEE = Iri(PREFIXES["rdfs"] + "seeAlso")
BODY, NAME = cot("Organisation"), cot("name")


def test_parts_are_counted_in_the_default_graph_and_graphs_by_themselves() -> None:
    store = OxigraphStore.memory(
        [
            Statement(ONE, RDF_TYPE, BODY, A),
            Statement(ONE, NAME, Literal("One"), A),
            Statement(ONE, NAME, Literal("Two"), A),
            Statement(TWO, RDF_TYPE, BODY, A),
            Statement(TWO, NAME, Literal("Two"), A),
            Statement(TWO, NAME, Literal("Two"), B),  # counts once where graphs are merged
            Statement(ONE, SEE, Iri("http://other.example/id/1"), B),
            Statement(TWO, SEE, Iri("http://other.example/id/2"), B),
            Statement(TWO, SEE, ONE, B),  # does not lead out
        ]
    )

    assert partitions(store, Library()) == Partitions(
        whole=Size(triples=8, subjects=2, objects=6),
        graphs={A: 5, B: 4},
        properties={RDF_TYPE: Size(2, 2, 1), SEE: Size(3, 2, 3), NAME: Size(3, 2, 2)},
        classes={BODY: {RDF_TYPE: Use(2, 2), SEE: Use(3, 2), NAME: Use(3, 2)}},
        examples={BODY: ONE},
        links={Link(SEE, "http://other.example/id/"): 2},
    )


def test_an_empty_graph_has_no_parts() -> None:
    found = partitions(OxigraphStore.memory(), Library())

    assert found == Partitions(Size(0, 0, 0), {}, {}, {}, {}, {})
