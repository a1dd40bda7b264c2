"""Queries of this room, asked of a store and read by column.

A release brings the queries that it was built with. One that was built before a query was written
is asked the query as it is shipped now.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from kg.model.terms import Literal, Term
from kg.questions.bind import bind, bind_rows
from kg.questions.library import Library
from kg.store import cells
from kg.store.base import Store

Row = Mapping[str, Term | None]
"""The values of a row by column, `None` where there is none."""

SHARE = 500
"""How many things one query names at most; an engine plans a longer list slowly."""


def query(library: Library, name: str) -> str:
    """The text of a query of `queries/inside` by its name."""
    try:
        return library.inside(name)
    except FileNotFoundError:
        return _shipped(name)


@cache
def _shipped(name: str) -> str:
    return Library().inside(name)


def rows(
    store: Store, library: Library, name: str, values: Mapping[str, Term] | None = None
) -> list[Row]:
    """The rows of a query with these values in place of its defaults."""
    answer = store.select(bind(query(library, name), values or {}))
    return [dict(zip(answer.variables, row, strict=True)) for row in answer.rows]


def rows_of(
    store: Store, library: Library, name: str, column: str, terms: Iterable[Term]
) -> list[Row]:
    """The rows of a query about each of these terms, in their order, a share of them at a time."""
    text, wanted = query(library, name), list(dict.fromkeys(terms))
    found: list[Row] = []
    for start in range(0, len(wanted), SHARE):
        asked = bind_rows(text, [column], [[each] for each in wanted[start : start + SHARE]])
        answer = store.select(asked)
        found += (dict(zip(answer.variables, row, strict=True)) for row in answer.rows)
    return found


def texts(store: Store, asked: str) -> list[Sequence[str | None]]:
    """The cells of an answer of many rows as plain text, `None` where there is nothing."""
    return [[cells.text(cell) for cell in line] for line in store.cells(asked)]


def text(term: Term | None) -> str:
    """The characters of a term, none where there is none.

    >>> text(Literal("ten")), text(None)
    ('ten', '')
    """
    return "" if term is None else term.text if isinstance(term, Literal) else str(term)
