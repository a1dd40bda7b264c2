"""The second opinion: rdflib in memory, for tests and for comparing engines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO, Any

import rdflib
from rdflib.query import Result

from kg.errors import BadQuery
from kg.model.terms import Blank, Iri, Literal, Statement, Term, Triple
from kg.store.base import Form, Rows
from kg.store.formats import Format

_RDF = {
    "turtle": "turtle",
    "ntriples": "nt",
    "jsonld": "json-ld",
    "rdfxml": "xml",
    "nquads": "nt",
    "trig": "turtle",
}


class RdflibStore:
    """A graph in rdflib; see `kg.store.base.Store` for what it answers."""

    def __init__(self, statements: Iterable[Statement] = ()) -> None:
        self._data = rdflib.Dataset(default_union=False)
        named = {each.nq() for each in statements}
        merged = {line[: line.rindex(" <")] + " ." for line in named}
        if named:
            self._data.parse(data="\n".join(sorted(named)), format="nquads")
            self._data.default_graph.parse(data="\n".join(sorted(merged)), format="nt")

    def select(self, query: str) -> Rows:
        """See `Store.select`."""
        answer = self._query(query, "SELECT")
        names = tuple(str(each) for each in answer.vars or ())
        rows: list[Any] = list(answer)
        return Rows(names, [tuple(_term(each) for each in row) for row in rows])

    def ask(self, query: str) -> bool:
        """See `Store.ask`."""
        return bool(self._query(query, "ASK").askAnswer)

    def triples(self, query: str) -> list[Triple]:
        """See `Store.triples`."""
        rows: list[Any] = list(self._query(query, "CONSTRUCT"))
        return [_triple(*row) for row in rows]

    def write(self, query: str, sink: IO[bytes], rows: Format, triples: Format) -> Form:
        """See `Store.write`; TSV is not written by this engine."""
        answer = self._query(query, None)
        if answer.type in ("CONSTRUCT", "DESCRIBE"):
            graph: Any = answer.graph
            sink.write(graph.serialize(format=_RDF[triples.name], encoding="utf-8"))
            return "CONSTRUCT"
        sink.write(answer.serialize(format=rows.name) or b"")
        return "ASK" if answer.type == "ASK" else "SELECT"

    def _query(self, query: str, form: str | None) -> Result:
        try:
            answer = self._data.query(query)
        except Exception as error:  # noqa: BLE001 - rdflib raises what its parser raises
            raise BadQuery(f"The query is not SPARQL 1.1: {error}") from None
        if form and answer.type != form and (answer.type, form) != ("DESCRIBE", "CONSTRUCT"):
            raise BadQuery(f"The query is not of the form {form}.")
        return answer


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
