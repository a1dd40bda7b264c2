"""Tables of the project as rows that know where they stand, checked cell by cell.

A table is a CSV file with a header. What each column may hold is told by a word of its mapping:

    "text!"                       text that may not be empty
    "code! [0-9A-Z]{3,5}"         a code of that pattern
    "date"                        an ISO date as precise as its source, or the bounds of one
    "integer", "decimal", "boolean", "address"
    "reference+ register/ccgs"    one or more keys of another table

`!` must be filled, `*` may hold several values joined by `|`, `+` must hold at least one.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple, Self

from kg.errors import InvalidInput
from kg.model.dates import bounds

_COLUMN = re.compile(
    r"(text|code|date|integer|decimal|boolean|address|reference)([!*+]?)(?: (.+))?"
)
_HELD = {
    "integer": re.compile(r"-?\d+"),
    "decimal": re.compile(r"-?\d+(\.\d+)?"),
    "boolean": re.compile(r"true|false"),
    "address": re.compile(r"https?://[^\s<>\"{}|\\^`]+"),
}
_TEMPLATE = re.compile(r"\{(\w+)\}")


class Window(NamedTuple):
    """The first and last day that a date may mean; a side that nobody knows is empty."""

    earliest: str
    latest: str

    @property
    def day(self) -> str:
        """The day itself where it is known, else empty."""
        return self.earliest if self.earliest == self.latest else ""


def window(text: str) -> Window:
    """The days that a date cell may mean. Raises `ValueError` for text that is not a date.

    >>> window("2018-04")
    Window(earliest='2018-04-01', latest='2018-04-30')
    >>> window("2017/2018-07-12")
    Window(earliest='2017-01-01', latest='2018-07-12')
    >>> window("2015-03-31/..")
    Window(earliest='2015-03-31', latest='')
    """
    first, between, last = text.partition("/")
    if not between:
        return Window(*bounds(text))
    earliest = "" if first == ".." else bounds(first).earliest
    latest = "" if last == ".." else bounds(last).latest
    if not (earliest or latest) or (earliest and latest and earliest > latest):
        raise ValueError(f"{text!r} is not a date")
    return Window(earliest, latest)


@dataclass(frozen=True)
class Column:
    """What the cells of a column may hold."""

    kind: str
    required: bool
    many: bool
    pattern: re.Pattern[str] | None = None
    tables: tuple[str, ...] = ()

    @classmethod
    def of(cls, words: str) -> Self:
        """The column that the words of a mapping tell; raises `ValueError` for other words."""
        found = _COLUMN.fullmatch(words)
        if not found or (found[1] in {"code", "reference"}) != bool(found[3]):
            raise ValueError(f"{words!r} does not describe a column")
        kind, mark, rest = found[1], found[2], found[3] or ""
        return cls(
            kind,
            required=mark in {"!", "+"},
            many=mark in {"*", "+"},
            pattern=re.compile(rest) if kind == "code" else _HELD.get(kind),
            tables=tuple(rest.split()) if kind == "reference" else (),
        )

    def fault(self, text: str) -> str:
        """What is wrong with one value, as the end of a sentence; empty when nothing is."""
        if self.kind == "date":
            try:
                window(text)
            except ValueError as error:
                return str(error)
        elif self.pattern and not self.pattern.fullmatch(text):
            return f"'{text}' is not {_article(self.kind)}" + (
                f" of the form {self.pattern.pattern}" if self.kind == "code" else ""
            )
        return ""


def _article(kind: str) -> str:
    return f"an {kind}" if kind in {"integer", "address"} else f"a {kind}"


@dataclass(frozen=True)
class Row:
    """One row: its cells by column, each as the values it holds, and where it stands."""

    path: Path
    line: int
    key: str
    cells: Mapping[str, tuple[str, ...]]

    def one(self, column: str) -> str:
        """The value of a column, or empty text."""
        held = self.cells[column]
        return held[0] if held else ""

    def invalid(self, reason: str, hint: str) -> InvalidInput:
        """The error that this row is, for the caller to raise."""
        return InvalidInput(self.path, self.line, reason, hint)


def read(path: Path, columns: Mapping[str, Column], key: str) -> list[Row]:
    """The rows of a table, in file order; `key` is the template that names each row.

    Raises `InvalidInput` with the line for a torn row, an unknown or missing column, a cell
    that its column does not allow, and a key that an earlier row has.
    """
    lines = _lines(path)
    _, header = next(lines, (1, [""]))
    _check_header(path, header, columns)
    rows: dict[str, Row] = {}
    for line, cells in lines:
        if len(cells) != len(header):
            reason = f"the row has {len(cells)} cells, the header has {len(header)}"
            raise InvalidInput(path, line, reason, "Quote cells that hold a comma.")
        row = _row(path, line, dict(zip(header, cells, strict=True)), columns, key)
        if row.key in rows:
            reason = f"the key '{row.key}' is already in line {rows[row.key].line}"
            raise row.invalid(reason, "Give each row a key of its own.")
        rows[row.key] = row
    return list(rows.values())


def _lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line it starts on; a cell may span lines."""
    start = 1
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            records = csv.reader(file, strict=True)
            for cells in records:
                if cells:
                    yield start, cells
                start = records.line_num + 1
    except FileNotFoundError:
        raise InvalidInput(path, None, "there is no such file", "Name the table.") from None
    except UnicodeDecodeError:
        raise InvalidInput(path, None, "the file is not UTF-8", "Save it as UTF-8.") from None
    except csv.Error as error:
        raise InvalidInput(path, start, str(error), "Close every quote.") from None


def _check_header(path: Path, header: list[str], columns: Mapping[str, Column]) -> None:
    for name in header:
        if name not in columns:
            near = get_close_matches(name, columns, n=1)
            hint = f"Did you mean '{near[0]}'?" if near else f"It has: {', '.join(columns)}."
            raise InvalidInput(path, 1, f"the mapping knows no column '{name}'", hint)
        if header.count(name) > 1:
            hint = "Name each column once."
            raise InvalidInput(path, 1, f"the column '{name}' stands twice", hint)
    if missing := [name for name in columns if name not in header]:
        reason = f"the column '{missing[0]}' is missing"
        raise InvalidInput(path, 1, reason, "Add it to the header.")


def _row(
    path: Path, line: int, cells: Mapping[str, str], columns: Mapping[str, Column], key: str
) -> Row:
    held: dict[str, tuple[str, ...]] = {}
    for name, text in cells.items():
        column = columns[name]
        held[name] = tuple(text.split("|")) if column.many and text else (text,) if text else ()
        if column.required and not text:
            reason = f"the column '{name}' is empty"
            raise InvalidInput(path, line, reason, "Fill it; a row cannot stand without it.")
        for value in held[name]:
            if fault := column.fault(value):
                reason = f"the column '{name}': {fault}"
                raise InvalidInput(path, line, reason, _HINTS[column.kind])
    name = _TEMPLATE.sub(lambda found: "|".join(held[found[1]]), key)
    return Row(path, line, name, held)


_HINTS = {
    "date": "Write a year, year-month or day, or earliest/latest with '..' for unknown.",
    "code": "Correct the code.",
    "integer": "Write digits only.",
    "decimal": "Write digits with a full stop for the fraction.",
    "boolean": "Write true or false.",
    "address": "Write a whole web address.",
}
