"""The sources of a release as statements: the model, the questions, the tables, the documents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.ingest import annotations as annotated
from kg.ingest import load
from kg.model import rdf
from kg.model.names import PREFIXES, RDF_TYPE, cot, cotv, graph
from kg.model.terms import Iri, Literal, Statement
from kg.questions import described
from kg.questions.library import Library
from kg.store.canonical import skolemised

SCHEMA = graph("schema")


def schema(ontology: Path) -> Iterator[Statement]:
    """The ontology, its shapes and its code lists, in `graph/schema`, without blank nodes."""
    yield Statement(SCHEMA, RDF_TYPE, cot("SourceGraph"), SCHEMA)
    yield Statement(SCHEMA, cot("graphKind"), cotv("graph-schema"), SCHEMA)
    title = Literal("The ontology, its shapes and its code lists")
    yield Statement(SCHEMA, Iri(PREFIXES["dct"] + "title"), title, SCHEMA)
    for path in sorted(ontology.rglob("*.ttl")):
        scope = path.relative_to(ontology).with_suffix("").as_posix().replace("/", "-")
        for subject, predicate, value in skolemised(rdf.triples(path), scope):
            assert isinstance(subject, Iri)
            assert isinstance(value, (Iri, Literal))
            yield Statement(subject, predicate, value, SCHEMA)


def questions(folder: Path) -> Iterator[Statement]:
    """The question library, in `graph/questions`."""
    return described.statements(Library(folder))


def tables(data: Path) -> list[Statement]:
    """The register and the editorial tables, each in a graph of its own."""
    return load.register(data)


def documents(data: Path) -> list[Statement]:
    """The annotated documents and the authority records, each in a graph of its own."""
    return annotated.read(data / "annotations")
