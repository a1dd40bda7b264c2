"""The plain editors: a query to write, the formats of its answer, and the library as examples."""

from __future__ import annotations

from collections.abc import Callable
from itertools import dropwhile
from typing import NamedTuple
from urllib.parse import quote, urlencode

import orjson

from kg.model.names import PREFIXES
from kg.questions.bind import defaults
from kg.questions.library import Library, Question
from kg.questions.twin import variables
from kg.store.formats import ROWS, TRIPLES, Format
from server.pages.words.names import Link

FIRST = "mergers/completed"
"""The question that an editor holds when it is opened: short, and without parameters."""
_LABELS = {
    "json": "JSON", "xml": "XML", "csv": "CSV", "tsv": "TSV", "turtle": "Turtle",
    "ntriples": "N-Triples", "jsonld": "JSON-LD", "rdfxml": "RDF/XML", "nquads": "N-Quads",
    "trig": "TriG",
}  # fmt: skip


class Editor(NamedTuple):
    """Everything that an editor's page says; `variables` is nothing where there are none.

    `address` is where the query is sent, `formats` the choices by what they are for, `prefixes`
    what a query may begin with, for completion.
    """

    language: str
    address: str
    query: str
    variables: str | None
    formats: dict[str, list[tuple[str, str]]]
    examples: dict[str, list[Link]]
    prefixes: dict[str, str]


def sparql(library: Library, query: str = "") -> Editor:
    """The SPARQL editor with this query, or with a small one."""
    return Editor(
        language="SPARQL",
        address="/sparql",
        query=query or _first(library, bare),
        variables=None,
        formats={"SELECT and ASK": _choices(ROWS), "CONSTRUCT and DESCRIBE": _choices(TRIPLES)},
        examples=_examples(library, sparql_address),
        prefixes=PREFIXES,
    )


def graphql(library: Library, query: str = "", values: str = "") -> Editor:
    """The GraphQL editor with this operation and its variables, or with a small one."""
    return Editor(
        language="GraphQL",
        address="/graphql",
        query=query or _first(library, twin),
        variables=values or "{}",
        formats={},
        examples=_examples(library, graphql_address),
        prefixes={},
    )


def sparql_address(question: Question) -> str:
    """Where the SPARQL editor holds the question."""
    return "/query/sparql?" + urlencode({"query": bare(question)}, quote_via=quote)


def graphql_address(question: Question) -> str:
    """Where the GraphQL editor holds the question's twin with its defaults; nothing without one."""
    if not question.graphql:
        return ""
    values = variables(defaults(question.sparql))
    asked = {
        "query": twin(question),
        "variables": orjson.dumps(values, option=orjson.OPT_INDENT_2).decode(),
    }
    return "/query/graphql?" + urlencode(asked, quote_via=quote)


def bare(question: Question) -> str:
    """The query of a question, its title in place of its header."""
    return _titled(question, question.sparql)


def twin(question: Question) -> str:
    """The GraphQL twin of a question under its title; nothing where it has none."""
    return _titled(question, question.graphql) if question.graphql else ""


def _titled(question: Question, text: str) -> str:
    lines = dropwhile(lambda line: line.startswith("#"), text.splitlines())
    return "\n".join([f"# {question.header.title}", *lines, ""])


def _first(library: Library, text: Callable[[Question], str]) -> str:
    return text(library[FIRST]) if FIRST in library else ""


def _choices(formats: tuple[Format, ...]) -> list[tuple[str, str]]:
    return [(each.name, _LABELS[each.name]) for each in formats]


def _examples(library: Library, address: Callable[[Question], str]) -> dict[str, list[Link]]:
    found = {
        theme: [
            Link(each.header.title, address(each), each.header.question)
            for each in questions
            if address(each)
        ]
        for theme, questions in library.themes().items()
    }
    return {theme: links for theme, links in found.items() if links}
