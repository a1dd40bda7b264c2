"""An answer as JSON and as a table, and the parts that answers have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from kg.analysis.plots.told import Cell, Table
from kg.analysis.sources import Source
from kg.model.terms import Literal, Term
from kg.store.base import Rows

_CAMEL: Final = re.compile("_([a-z])")

Json = dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """An answer: `json` for programs, and the same row by row, in texts and numbers."""

    json: Json
    table: Table


def answer(json: Json, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Answer:
    """The answer with a table of these columns and rows."""
    return Answer(json, Table(columns, list(rows)))


def plain(value: Any) -> Any:
    """A value of the fields of an answer as JSON has it: names in camel case, numbers as numbers.

    >>> plain({"differs_by": Decimal("-1.0"), "documents": ("a", "b")})
    {'differsBy': -1, 'documents': ['a', 'b']}
    """
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral() else float(value)
    if isinstance(value, Mapping):
        return {_CAMEL.sub(_upper, name): plain(each) for name, each in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [plain(each) for each in value]
    return value


def named(iri: str, label: str) -> Json:
    """A thing with what it is called.

    >>> named("urn:a", "A")
    {'iri': 'urn:a', 'label': 'A'}
    """
    return {"iri": str(iri), "label": label}


def all_named(things: Iterable[tuple[str, str]]) -> list[Json]:
    """Things with what they are called, in their order."""
    return [named(*each) for each in things]


def sourced(sources: Iterable[Source]) -> list[Json]:
    """Places in documents: their IRIs, the document's title and day, and the place in words."""
    return [{name: text or None for name, text in each._asdict().items()} for each in sources]


def documents(sources: Iterable[Source]) -> str:
    """The documents of some places, each once, as a cell of a table."""
    return joined(dict.fromkeys(each.document for each in sources))


def joined(texts: Iterable[str]) -> str:
    """Several values in one cell.

    >>> joined(["a", "b"])
    'a; b'
    """
    return "; ".join(texts)


def rows_json(rows: Rows) -> list[dict[str, str | None]]:
    """The rows of a named question: text by column, null where there is none."""
    return [dict(zip(rows.variables, map(_text, row), strict=True)) for row in rows.rows]


def rows_table(rows: Rows) -> Table:
    """The same rows as a table."""
    return Table(rows.variables, [[_text(cell) for cell in row] for row in rows.rows])


def _text(term: Term | None) -> str | None:
    return None if term is None else term.text if isinstance(term, Literal) else str(term)


def _upper(found: re.Match[str]) -> str:
    return found[1].upper()
