"""rdflib: answers of ours as its graphs, and a whole store in memory as the second opinion.

A graph is for whoever works on in Python (`kg.release.notebook`); with the store the tests compare
the other engines.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

import rdflib
from rdflib.query import Result

from kg.errors import BadQuery, UnknownGraph
from kg.model.terms import XSD, Blank, Iri, Literal, Statement, Term, Triple
from kg.store.base import Dataset, Form, Rows, Sink
from kg.store.cells import written
from kg.store.formats import Format

_RDF = {
    "turtle": "turtle",
    "ntriples": "nt",
    "jsonld": "json-ld",
    "rdfxml": "xml",
    "nquads": "nt",
    "trig": "turtle",
}

Graph: TypeAlias = rdflib.Graph
"""A graph as rdflib has it."""


def graph_of(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> Graph:
    """These triples as a graph of rdflib, whose prefixes are these and no others."""
    made = rdflib.Graph(bind_namespaces="none")
    for prefix, iri in prefixes.items():
        made.bind(prefix, iri)
    for triple in triples:
        made.add((_node(triple.subject), _node(triple.predicate), _node(triple.object)))
    return made


class RdflibStore:
    """A graph in rdflib; see `kg.store.base.Store` for what it answers."""

    def __init__(self, statements: Iterable[Statement] = ()) -> None:
        self._data = rdflib.Dataset(default_union=False)
        default = self._data.default_graph
        for subject, predicate, value, name in statements:
            triple = (_node(subject), _node(predicate), _node(value))
            default.add(triple)
            self._data.graph(rdflib.URIRef(name)).add(triple)

    def select(self, query: str) -> Rows:
        """See `Store.select`."""
        answer = self._query(query, "SELECT")
        names = tuple(str(each) for each in answer.vars or ())
        rows: list[Any] = list(answer)
        return Rows(names, [tuple(_term(each) for each in row) for row in rows])

    def cells(self, query: str) -> list[list[str]]:
        """See `Store.cells`."""
        return [[written(each) for each in row] for row in self.select(query).rows]

    def ask(self, query: str) -> bool:
        """See `Store.ask`."""
        return bool(self._query(query, "ASK").askAnswer)

    def triples(self, query: str) -> list[Triple]:
        """See `Store.triples`."""
        rows: list[Any] = list(self._query(query, "CONSTRUCT"))
        return [_triple(*row) for row in rows]

    def write(
        self, query: str, sink: Sink, rows: Format, triples: Format, dataset: Dataset | None = None
    ) -> Form:
        """See `Store.write`; TSV is not written by this engine."""
        answer = self._query(query, None, dataset)
        if answer.type in ("CONSTRUCT", "DESCRIBE"):
            graph: Any = answer.graph
            sink.write(graph.serialize(format=_RDF[triples.name], encoding="utf-8"))
            return "CONSTRUCT"
        sink.write(answer.serialize(format=rows.name) or b"")
        return "ASK" if answer.type == "ASK" else "SELECT"

    def dump(self, graph: Iri | None, sink: Sink, triples: Format) -> None:
        """See `Store.dump`."""
        name = rdflib.URIRef(graph) if graph else None
        if name and name not in {each.identifier for each in self._data.graphs()}:
            raise UnknownGraph(str(graph))
        found = self._data.graph(name) if name else self._data.default_graph
        sink.write(found.serialize(format=_RDF[triples.name], encoding="utf-8"))

    def _view(self, dataset: Dataset) -> rdflib.Dataset:
        view = rdflib.Dataset(default_union=False)
        for name in dataset.default:
            view.default_graph += self._data.graph(rdflib.URIRef(name))
        for name in dataset.named:
            graph = view.graph(rdflib.URIRef(name))
            graph += self._data.graph(rdflib.URIRef(name))
        return view

    def _query(self, query: str, form: str | None, dataset: Dataset | None = None) -> Result:
        data = self._view(dataset) if dataset else self._data
        try:
            with warnings.catch_warnings():
                # rdflib 7.6 warns of its own use of names that it has deprecated.
                warnings.simplefilter("ignore", DeprecationWarning)
                answer = data.query(query)
                len(answer)  # it is asked only now
        except Exception as error:  # noqa: BLE001 - rdflib raises what its parser raises
            raise BadQuery(f"The query is not SPARQL 1.1: {error}") from None
        if form and answer.type != form and (answer.type, form) != ("DESCRIBE", "CONSTRUCT"):
            raise BadQuery(f"The query is not of the form {form}.")
        return answer


def _node(term: Term) -> rdflib.URIRef | rdflib.Literal | rdflib.BNode:
    if isinstance(term, Iri):
        return rdflib.URIRef(term)
    if isinstance(term, Blank):
        return rdflib.BNode(term)
    if term.lang:
        return rdflib.Literal(term.text, lang=term.lang)
    if term.datatype == XSD + "string":
        return rdflib.Literal(term.text)  # which rdflib takes for another term than "…"^^xsd:string
    return rdflib.Literal(term.text, datatype=rdflib.URIRef(term.datatype), normalize=False)


def _term(term: object) -> Term | None:
    if term is None:
        return None
    if isinstance(term, rdflib.URIRef):
        return Iri(str(term))
    if isinstance(term, rdflib.Literal):
        if term.language:
            return Literal(str(term), lang=term.language)
        return Literal(str(term), str(term.datatype)) if term.datatype else Literal(str(term))
    return Blank(str(term))


def _triple(subject: object, predicate: object, value: object) -> Triple:
    terms = _term(subject), _term(predicate), _term(value)
    first, second, third = terms
    if not isinstance(first, (Iri, Blank)) or not isinstance(second, Iri) or third is None:
        raise BadQuery("The answer holds a triple that RDF 1.1 does not know.")
    return Triple(first, second, third)
