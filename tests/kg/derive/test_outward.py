"""Addresses elsewhere, made of codes."""

from __future__ import annotations

from kg.derive.rules import rules, run
from kg.model.names import PREFIXES, RDF_TYPE, cot, graph, mint
from kg.model.terms import Literal, Statement
from kg.resources import folder
from kg.store.oxigraph import OxigraphStore

HERE = graph("register/x")
ONE, TWO = mint("organisation", "12F", "ccg"), mint("organisation", "x", "made-up")


def test_a_body_with_a_code_leads_to_where_the_code_is_kept() -> None:
    [rule] = [each for each in rules(folder("ontology") / "rules") if each.name == "outward"]
    world = OxigraphStore.memory(
        [
            Statement(ONE, RDF_TYPE, cot("Organisation"), HERE),
            Statement(ONE, cot("odsCode"), Literal("12F"), HERE),
            Statement(ONE, cot("gssCode"), Literal("E38000208"), HERE),
            Statement(TWO, RDF_TYPE, cot("Organisation"), HERE),
            Statement(TWO, cot("odsCode"), Literal("no code"), HERE),
        ]
    )

    made = run(rule, world)

    links = {
        (each.subject, each.object)
        for each in made
        if each.predicate == PREFIXES["rdfs"] + "seeAlso"
    }
    assert links == {
        (ONE, "https://directory.spineservices.nhs.uk/ORD/2-0-0/organisations/12F"),
        (ONE, "http://statistics.data.gov.uk/id/statistical-geography/E38000208"),
    }
