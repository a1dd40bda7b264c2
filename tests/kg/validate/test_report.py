from __future__ import annotations

import json
from pathlib import Path

from kg.model import rdf
from kg.model.names import RDF_TYPE, cot, graph, mint
from kg.model.terms import Blank, Iri, Statement
from kg.resources import folder
from kg.store.oxigraph import OxigraphStore
from kg.validate import checks, shapes
from kg.validate.facts import Finding
from kg.validate.report import as_json, of_texts, of_violations, text
from kg.validate.shapes import check

GRAPH = graph("editorial/test")


def model() -> list[Statement]:
    """The ontology as the build states it, without its blank nodes."""
    schema = graph("schema")
    return [
        Statement(subject, predicate, value, schema)
        for path in sorted(folder("ontology").rglob("*.ttl"))
        for subject, predicate, value in rdf.triples(path)
        if isinstance(subject, Iri) and not isinstance(value, Blank)
    ]


def of_graph(world: list[Statement], ontology: Path) -> list[Finding]:
    schema = [each for path in sorted(ontology.rglob("*.ttl")) for each in rdf.triples(path)]
    store = OxigraphStore.memory(world)
    return of_violations(shapes.check(store, schema)) + checks.check(world, schema)


def test_shapes_checks_and_words_are_told_together() -> None:
    person = mint("person", "ann")
    world = [
        *model(),
        Statement(person, RDF_TYPE, cot("Person"), GRAPH),
        Statement(person, cot("nmae"), mint("person", "bob"), GRAPH),
    ]

    found = [*of_graph(world, folder("ontology")), *of_texts(world)]
    lines = [each.line() for each in found]

    assert [line.partition(": ")[0] for line in lines] == [
        "id:person/ann",  # no evidence
        "id:person/ann",  # no name
        "graph:editorial/test",
        "graph:schema",
        "id:person/ann in graph:editorial/test",  # no such property
        "id:person/ann in graph:editorial/test",  # nobody by that name
    ]
    assert lines[4] == (
        "id:person/ann in graph:editorial/test: cot:nmae is not in the ontology and is used once."
        " Did you mean cot:name?"
    )
    assert [each.kind for each in found] == [
        *("sh:Or", "sh:MinCount", "undescribed-graph", "undescribed-graph"),
        *("undefined-term", "dangling-name"),
    ]


def test_what_a_child_takes_over_is_told_once() -> None:
    claim = mint("claim", "1")
    world = [*model(), Statement(claim, RDF_TYPE, cot("Restatement"), GRAPH)]
    schema = [t for p in sorted(folder("ontology").rglob("*.ttl")) for t in rdf.triples(p)]
    violations = check(OxigraphStore.memory(world), schema)

    lines = [each.message for each in of_violations(violations)]

    assert "id:claim/1: needs to be what cots:Claim says" in {each.message for each in violations}
    assert not [line for line in lines if "needs to be what" in line]
    assert len(lines) == len(set(lines)) == len(violations) - 1


def test_a_report_groups_by_kind_and_tells_what_it_leaves_out() -> None:
    found = [
        Finding("bounds", f"id:tenure/{number}", "it ends before it starts", "Mend the dates.")
        for number in range(3)
    ] + [Finding("status", "id:proposal/1", "it is odd")]

    assert text(found, most=2).splitlines() == [
        "status: 1",
        "  id:proposal/1: it is odd",
        "bounds: 3",
        "  id:tenure/0: it ends before it starts. Mend the dates.",
        "  id:tenure/1: it ends before it starts. Mend the dates.",
        "  … and 1 more",
    ]
    assert text([]) == ""


def test_nothing_is_left_out_for_a_program() -> None:
    found = [Finding("words", "", f"“{number}” is long") for number in range(99)]

    told = json.loads(as_json(found))

    assert len(told) == 99
    assert told[7] == {"kind": "words", "place": "", "message": "“7” is long", "hint": ""}


def test_a_folder_without_an_ontology_knows_no_term(tmp_path: Path) -> None:
    world = [Statement(GRAPH, RDF_TYPE, cot("SourceGraph"), GRAPH)]

    found = of_graph(world, tmp_path)

    assert [each.line() for each in found] == [
        "graph:editorial/test in graph:editorial/test: cot:SourceGraph is not in the ontology and"
        " is used once. Define it, or mend the name."
    ]
