"""The question library as a graph: each question a `sh:SPARQLSelectExecutable` (SHACL, 8).

The convention of the SIB example collections, so that editors that know it find the questions.
What a question's prefixes stand for is said in its text, and by the ontology (`sh:declare`).
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.model.names import BASE, PREFIXES, RDF_TYPE, RDFS_LABEL, cot, cotv, graph, mint
from kg.model.terms import Iri, Literal, Statement
from kg.questions.library import Library, Question

GRAPH = graph("questions")
_SH = PREFIXES["sh"]


def statements(library: Library) -> Iterator[Statement]:
    """The description of every question, in `graph/questions`."""
    yield Statement(GRAPH, RDF_TYPE, cot("SourceGraph"), GRAPH)
    yield Statement(GRAPH, cot("graphKind"), cotv("graph-schema"), GRAPH)
    yield Statement(GRAPH, Iri(PREFIXES["dct"] + "title"), Literal("The question library"), GRAPH)
    for question in library.values():
        yield from _one(question)


def _one(question: Question) -> Iterator[Statement]:
    name = mint("question", *question.name.split("/"))
    for kind in ("SPARQLExecutable", "SPARQLSelectExecutable"):
        yield Statement(name, RDF_TYPE, Iri(_SH + kind), GRAPH)
    yield Statement(name, RDFS_LABEL, Literal(question.header.title), GRAPH)
    comment = Literal(question.header.question)
    yield Statement(name, Iri(PREFIXES["rdfs"] + "comment"), comment, GRAPH)
    yield Statement(name, Iri(_SH + "select"), Literal(question.sparql), GRAPH)
    yield Statement(name, Iri(_SH + "prefixes"), Iri(BASE + "def"), GRAPH)
    keyword = Iri(PREFIXES["schema"] + "keywords")
    yield Statement(name, keyword, Literal(question.theme), GRAPH)
