"""The questions in the graph, found as editors look for them."""

from __future__ import annotations

from pathlib import Path

from kg.model.names import PREFIXES
from kg.model.terms import Iri, Literal
from kg.questions.library import Library
from kg.release import sources
from kg.resources import folder
from kg.store.oxigraph import OxigraphStore

QUESTION = """#+ title: Names
#+ question: What are they called?
#+ answer name: the name
SELECT ?name WHERE { ?body <urn:name> ?name }
ORDER BY ?name
"""
# These two are what the SIB SPARQL editor asks an endpoint.
EXAMPLES = """PREFIX sh: <http://www.w3.org/ns/shacl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?sq ?comment ?query WHERE {
  ?sq a sh:SPARQLExecutable ; rdfs:comment ?comment ; sh:select|sh:ask|sh:construct ?query .
} ORDER BY ?sq"""
DECLARED = """PREFIX sh: <http://www.w3.org/ns/shacl#>
SELECT DISTINCT ?prefix ?namespace WHERE { [] sh:namespace ?namespace ; sh:prefix ?prefix }
ORDER BY ?prefix"""


def test_an_editor_finds_the_question_and_its_query(tmp_path: Path) -> None:
    (tmp_path / "bodies").mkdir()
    (tmp_path / "bodies" / "names.rq").write_text(QUESTION, encoding="utf-8")
    store = OxigraphStore.memory(sources.questions(tmp_path))

    assert store.select(EXAMPLES).rows == [
        (
            Iri("https://w3id.org/coterminous/id/question/bodies/names"),
            Literal("What are they called?"),
            Literal(QUESTION),
        )
    ]


def test_every_question_that_ships_can_be_found_and_asked() -> None:
    store = OxigraphStore.memory(sources.questions(folder("queries")))

    found = store.select(EXAMPLES).rows

    assert len(found) == len(Library())
    for _, _, query in found:
        assert isinstance(query, Literal)
        store.select(query.text)  # nothing is there, but it is SPARQL


def test_the_graph_declares_the_prefixes_that_the_code_uses() -> None:
    store = OxigraphStore.memory(sources.schema(folder("ontology")))

    declared = {
        prefix.text: (start.text, start.datatype)
        for prefix, start in store.select(DECLARED).rows
        if isinstance(prefix, Literal) and isinstance(start, Literal)
    }

    any_uri = PREFIXES["xsd"] + "anyURI"
    assert declared == {prefix: (start, any_uri) for prefix, start in PREFIXES.items()}


def test_the_prefixes_of_a_question_are_those_of_the_ontology() -> None:
    store = OxigraphStore.memory(
        [*sources.questions(folder("queries")), *sources.schema(folder("ontology"))]
    )
    query = """PREFIX sh: <http://www.w3.org/ns/shacl#>
    SELECT (COUNT(DISTINCT ?q) AS ?n) { ?q a sh:SPARQLExecutable ; sh:prefixes/sh:declare ?d }"""

    assert store.select(query).rows == [(Literal.of(len(Library())),)]
