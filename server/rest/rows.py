"""Rows as JSON with the meaning of their columns, and as Turtle and JSON-LD."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from kg.analysis.plots.told import Cell, Table
from kg.model.names import PREFIXES
from kg.model.terms import Iri, Literal, Term
from kg.questions.ask import Answer
from kg.release.answers.latest import latest_source, told
from kg.release.opened import OpenRelease
from server.rest.described import value_of

_RS: Final = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
_CONTEXT: Final = {
    "@vocab": _RS,
    "source": {"@id": f"{PREFIXES['dct']}source", "@type": "@id"},
    "solution": {"@container": "@set"},
    "binding": {"@container": "@set"},
    "resultVariable": {"@container": "@set"},
}
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
Row = Sequence[Term | None]


def as_json(answer: Answer, release: OpenRelease) -> dict[str, Any]:
    """The answer with its question, its parameters as used, its columns, rows and notes, and the
    latest source that what it is about is from."""
    header = answer.question.header
    meanings = {each.name: each.sentence for each in header.columns}
    return {
        "question": header.question,
        "name": answer.question.name,
        "parameters": {name: plain(term) for name, term in answer.parameters.items()},
        "columns": [
            {"name": name, "meaning": meanings.get(name, "")} for name in answer.rows.variables
        ],
        "rows": [
            dict(zip(answer.rows.variables, map(plain, row), strict=True))
            for row in answer.rows.rows
        ],
        "release": release.name,
        "latestSource": told(latest_source(release, answer.question.sparql)),
        "notes": list(header.notes),
    }


def plain(term: Term | None) -> str | int | bool | None:
    """A term as JSON: an IRI whole, a literal as its value, `None` where there is none."""
    return value_of(term) if isinstance(term, Literal) else None if term is None else str(term)


def terms(table: Table) -> list[list[Term | None]]:
    """The cells of a table as terms: what is ours or on the web as IRIs, days as dates."""
    return [[term_of(cell) for cell in row] for row in table.rows]


def term_of(cell: Cell) -> Term | None:
    """A cell as a term, nothing for nothing.

    >>> term_of("2020-04-01"), term_of(0.5)
    (Literal(text='2020-04-01', datatype='http://www.w3.org/2001/XMLSchema#date', lang=''), \
Literal(text='0.5', datatype='http://www.w3.org/2001/XMLSchema#decimal', lang=''))
    """
    if cell is None:
        return None
    if isinstance(cell, float):
        return Literal(f"{cell:f}".rstrip("0").rstrip("."), f"{PREFIXES['xsd']}decimal")
    if not isinstance(cell, str):
        return Literal.of(cell)
    if isinstance(cell, Iri) or _ADDRESS.fullmatch(cell):
        return Iri(cell)
    return Literal.date(cell) if _DAY.fullmatch(cell) else Literal(cell)


def as_turtle(source: Iri, variables: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """Rows in the result set vocabulary of the SPARQL test suites, a line at a time.

    Every row has its place as `rs:index`, because triples have no order; `source` is what was
    asked.
    """
    yield f"@prefix rs: <{_RS}> .\n@prefix xsd: <{PREFIXES['xsd']}> .\n\n"
    names = ", ".join(Literal(name).nt() for name in variables)
    yield f"[] a rs:ResultSet ;\n  <{PREFIXES['dct']}source> {source.nt()} ;\n"
    yield f"  rs:resultVariable {names}"
    for number, row in enumerate(rows, 1):
        yield f" ;\n  rs:solution [ rs:index {number}"
        for name, term in zip(variables, row, strict=True):
            if term is not None:
                variable = Literal(name).nt()
                yield f" ;\n    rs:binding [ rs:variable {variable} ; rs:value {term.nt()} ]"
        yield " ]"
    yield " .\n"


def as_json_ld(source: Iri, variables: Sequence[str], rows: Iterable[Row]) -> dict[str, Any]:
    """The same triples as `as_turtle` writes, as one JSON-LD 1.1 object with its context."""
    return {
        "@context": _CONTEXT,
        "@type": "ResultSet",
        "source": str(source),
        "resultVariable": list(variables),
        "solution": [
            {
                "index": number,
                "binding": [
                    {"variable": name, "value": _linked(term)}
                    for name, term in zip(variables, row, strict=True)
                    if term is not None
                ],
            }
            for number, row in enumerate(rows, 1)
        ],
    }


def _linked(term: Term) -> object:
    if not isinstance(term, Literal):
        return {"@id": str(term)}
    if term.lang:
        return {"@value": term.text, "@language": term.lang}
    if term.datatype == f"{PREFIXES['xsd']}string":
        return term.text
    return {"@value": term.text, "@type": term.datatype}
