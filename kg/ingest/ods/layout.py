"""Official files, line by line, with their layout told by what they hold.

Three layouts are known: ODS's 27 columns without a heading, ODS's succession archive, and the
names and codes of ONS, whose heading tells their kind and edition.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from kg.errors import InvalidInput

WIDTH = 27
"""How many columns ODS's files of organisations have."""
_ONS = re.compile(r"([A-Z]{3,8})(\d{2})(CDH|CD|NMW|NM)")
_CODE, _DAY = re.compile(r"[0-9A-Z]{2,12}"), re.compile(r"\d{8}")
_LOOKED_AT = 200


class Layout(StrEnum):
    """What the lines of a file are."""

    ORGANISATIONS = "ODS organisations, 27 columns"
    SUCCESSIONS = "ODS succession archive"
    NAMES = "ONS names and codes"


class Fault(NamedTuple):
    """What is wrong with a line; nothing of that line is taken in."""

    path: Path
    line: int
    reason: str

    def __str__(self) -> str:
        """As people and editors read it."""
        return f"{self.path}:{self.line}: {self.reason}"


class Line(NamedTuple):
    """A line as its cells, or why it cannot be read as such."""

    number: int
    cells: list[str]
    reason: str = ""


@dataclass(frozen=True)
class OfficialFile:
    """A file with its layout; `heading` is empty where the layout has none."""

    path: Path
    layout: Layout
    heading: tuple[str, ...]
    encoding: str

    def lines(self, told: Callable[[int], None] = lambda _: None) -> Iterator[Line]:
        """Its lines below the heading; `told` is given the bytes read, every now and then."""
        lines = _lines(self.path, self.encoding, told)
        return islice(lines, 1, None) if self.heading else lines


def official(path: Path, encoding: str = "utf-8") -> OfficialFile:
    """The file with its layout. Raises `InvalidInput` for one that has none of the three."""
    _check_bytes(path)
    first = [each for each in islice(_lines(path, encoding), _LOOKED_AT) if not each.reason]
    if not first:
        raise InvalidInput(path, 1, "no line can be read", _HINT)
    heading = tuple(cell.strip().upper() for cell in first[0].cells)
    if sum(bool(_ONS.fullmatch(cell)) for cell in heading) >= 2:
        return OfficialFile(path, Layout.NAMES, heading, encoding)
    if sum(len(each.cells) == WIDTH for each in first) * 2 > len(first):
        return OfficialFile(path, Layout.ORGANISATIONS, (), encoding)
    if sum(map(_is_succession, first)) * 2 > len(first):
        return OfficialFile(path, Layout.SUCCESSIONS, (), encoding)
    reason = f"a line has {len(first[0].cells)} columns, and no layout is known by that"
    raise InvalidInput(path, first[0].number, reason, _HINT)


def ons_columns(heading: tuple[str, ...]) -> tuple[str, str, dict[str, int]]:
    """The prefix, the edition and the places of the columns that a heading of ONS tells.

    >>> ons_columns(("CCG21CD", "CCG21CDH", "CCG21NM", "FID"))
    ('CCG', '2021-04', {'CD': 0, 'CDH': 1, 'NM': 2})
    """
    found = {place: _ONS.fullmatch(cell) for place, cell in enumerate(heading)}
    named = [(place, each.groups()) for place, each in found.items() if each]
    prefix, year, _ = named[0][1]
    places = {kind: place for place, (own, at, kind) in named if (own, at) == (prefix, year)}
    return prefix, f"20{year}-04", places


def _is_succession(line: Line) -> bool:
    cells = line.cells
    return (
        4 <= len(cells) <= 8
        and all(_CODE.fullmatch(each) for each in cells[:2])
        and any(_DAY.fullmatch(each) for each in cells[2:])
    )


def _check_bytes(path: Path) -> None:
    try:
        with path.open("rb") as file:
            start = file.read(4)
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise InvalidInput(path, None, reason, "Name an official file.") from None
    if start.startswith(b"PK"):
        raise InvalidInput(path, None, "it is a zip archive", "Unpack it first.")
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InvalidInput(path, 1, "it is UTF-16", "Save it as UTF-8.")


def _lines(
    path: Path, encoding: str, told: Callable[[int], None] = lambda _: None
) -> Iterator[Line]:
    """Each line that is not empty; no cell of the three layouts spans lines."""
    done = 0
    with path.open("rb") as file:
        for number, raw in enumerate(file, 1):
            done += len(raw)
            if number % 4096 == 0:
                told(done)
                done = 0
            content = raw.removeprefix(b"\xef\xbb\xbf") if number == 1 else raw
            if line := _line(number, content.rstrip(b"\r\n"), encoding):
                yield line
    told(done)


def _line(number: int, raw: bytes, encoding: str) -> Line | None:
    if not raw.strip():
        return None
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        byte = raw[error.start]
        reason = f"byte {error.start + 1} (0x{byte:02X}) is not {encoding.upper()}"
        return Line(number, [], f"{reason}; try --encoding cp1252")
    if "\0" in text:
        return Line(number, [], "it holds a zero byte")
    try:
        (cells,) = csv.reader([text], strict=True)
    except (csv.Error, ValueError):
        return Line(number, [], "a quotation mark is not closed, or stands inside a cell")
    return Line(number, cells)


_HINT = (
    "Known are ODS's CSVs of 27 columns without a heading, its succession archives, "
    "and the names and codes of ONS."
)
