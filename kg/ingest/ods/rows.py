"""What a line of an official file says, as a typed row; or the reason why it cannot be so."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from kg.ingest.ods.layout import WIDTH, Line

CODE = re.compile(r"[0-9A-Z]{2,12}")
GSS = re.compile(r"[EWSNKJLM][0-9]{8}")


class Body(NamedTuple):
    """An organisation, as a line tells of it. Days are ISO days, or empty."""

    line: int
    code: str
    name: str
    opened: str = ""
    closed: str = ""
    parent: str = ""
    joined: str = ""
    left: str = ""
    role: str = ""
    gss: str = ""


class Succession(NamedTuple):
    """One body that went to another on a day."""

    line: int
    predecessor: str
    successor: str
    day: str


class Faulty(Exception):
    """A line that cannot be taken in; its text says why."""


def organisation(line: Line) -> Body:
    """The body of a line of 27 columns; raises `Faulty`.

    The parent is that of column 15, or the area of column 4 where that is empty.
    """
    cells = line.cells
    if len(cells) != WIDTH:
        raise Faulty(f"it has {len(cells)} columns, not {WIDTH}")
    code, name = _code(cells[0], "code"), _name(cells[1])
    opened, closed = _day(cells[10], "opening"), _day(cells[11], "closing")
    joined, left = _day(cells[15], "joining"), _day(cells[16], "leaving")
    _check_order(opened, closed, f"{code} closes on {closed}, before it opens on {opened}")
    _check_order(joined, left, f"{code} leaves its parent on {left}, before it joins on {joined}")
    parent = cells[14].strip() or cells[3].strip()
    if parent:
        _code(parent, "parent's code")
    return Body(line.number, code, name, opened, closed, parent, joined, left, cells[13].strip())


def succession(line: Line) -> Succession:
    """The succession of a line of an archive; raises `Faulty`."""
    cells = [each.strip() for each in line.cells]
    if not 4 <= len(cells) <= 8:
        raise Faulty(f"it has {len(cells)} columns, not 4 to 8")
    before, after = _code(cells[0], "predecessor's code"), _code(cells[1], "successor's code")
    if before == after:
        raise Faulty(f"{before} cannot succeed itself")
    days = [each for each in cells[2:] if each.isdigit() and len(each) > 2]
    if not days:
        raise Faulty("it tells no day")
    return Succession(line.number, before, after, _day(days[0], "succession"))


def named(line: Line, width: int, places: dict[str, int]) -> Body:
    """The body of a line of names and codes of ONS; raises `Faulty`.

    Its code is the ODS code where there is one, else the GSS code.
    """
    cells = [each.strip() for each in line.cells]
    if len(cells) != width:
        raise Faulty(f"it has {len(cells)} columns, the heading has {width}")
    gss = cells[places["CD"]]
    if not GSS.fullmatch(gss):
        raise Faulty(f"the GSS code '{gss}' is not a letter and eight digits")
    code = _code(cells[places["CDH"]], "ODS code") if "CDH" in places else gss
    return Body(line.number, code, _name(cells[places["NM"]]), gss=gss)


def _code(text: str, what: str) -> str:
    code = text.strip()
    if not CODE.fullmatch(code):
        raise Faulty(f"the {what} '{code}' is not made of 2 to 12 capitals and digits")
    return code


def _name(text: str) -> str:
    name = " ".join(text.split())
    if not name:
        raise Faulty("the name is empty")
    return name


def _check_order(first: str, last: str, reason: str) -> None:
    if first and last and last < first:
        raise Faulty(reason)


def _day(text: str, what: str) -> str:
    text = text.strip()
    if not text:
        return ""
    if day := _calendar(text):
        return day
    raise Faulty(f"the {what} day '{text}' is no day of the calendar, written YYYYMMDD")


@lru_cache(maxsize=100_000)
def _calendar(text: str) -> str:
    if len(text) != 8 or not text.isascii() or not text.isdigit():
        return ""
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:])).isoformat()
    except ValueError:
        return ""
