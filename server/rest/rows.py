"""The answer of a question as JSON with the meaning of its columns, and as Turtle."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kg.model.names import PREFIXES, mint
from kg.model.terms import Literal, Term
from kg.questions.ask import Answer
from server.rest.described import value_of

_RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"


def as_json(answer: Answer, release: str) -> dict[str, Any]:
    """The answer with its question, its parameters as used, its columns, rows and notes."""
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
        "release": release,
        "notes": list(header.notes),
    }


def plain(term: Term | None) -> str | int | bool | None:
    """A term as JSON: an IRI whole, a literal as its value, `None` where there is none."""
    return value_of(term) if isinstance(term, Literal) else None if term is None else str(term)


def as_turtle(answer: Answer) -> Iterator[str]:
    """The answer in the result set vocabulary of the SPARQL test suites, a line at a time.

    Every row has its place as `rs:index`, because triples have no order.
    """
    yield f"@prefix rs: <{_RS}> .\n@prefix xsd: <{PREFIXES['xsd']}> .\n\n"
    question = mint("question", *answer.question.name.split("/"))
    names = ", ".join(Literal(name).nt() for name in answer.rows.variables)
    yield f"[] a rs:ResultSet ;\n  <{PREFIXES['dct']}source> {question.nt()} ;\n"
    yield f"  rs:resultVariable {names}"
    for number, row in enumerate(answer.rows.rows, 1):
        yield f" ;\n  rs:solution [ rs:index {number}"
        for name, term in zip(answer.rows.variables, row, strict=True):
            if term is not None:
                variable = Literal(name).nt()
                yield f" ;\n    rs:binding [ rs:variable {variable} ; rs:value {term.nt()} ]"
        yield " ]"
    yield " .\n"
