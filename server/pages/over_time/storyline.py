"""Who led which bodies when, as rows of bars along the lives of the bodies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Final, NamedTuple

from kg.analysis.plots.asked import FIRST
from kg.analysis.plots.officers import END, Bar, Line, Officers, Span, short
from kg.model.terms import Iri
from server.pages.over_time.alluvial import HUES, cut
from server.pages.words import dates
from server.pages.words.names import local

WIDTH, LEFT, RIGHT = 1080.0, 212.0, 1076.0
TOP: Final = 26.0
_LANE, _HIGH, _GAP = 20.0, 16.0, 6.0
_LETTER: Final = 6.5
_LEAST: Final = 3.0  # what can be seen of a day


class Drawn(NamedTuple):
    """A bar: what a source attests of it (nothing if no day), and the same carried; `label` is the
    name that stands at `at`, or nothing where there is no room."""

    x: float
    y: float
    width: float
    height: float
    attested: tuple[float, float] | None
    label: str
    at: float
    told: str
    href: str
    person: str
    hue: int | None


class Row(NamedTuple):
    """A body: its name with its middle and where it leads, its life, and who led it."""

    name: str
    href: str
    middle: float
    life: tuple[float, float]
    bars: list[Drawn]


class Join(NamedTuple):
    """A line between two neighbouring rows that one person led at once."""

    x: float
    y: float
    end: float
    person: str
    hue: int | None


class Picture(NamedTuple):
    """All that is drawn, and the day that was asked for, if any."""

    height: float
    rows: list[Row]
    joins: list[Join]
    years: list[tuple[str, float]]
    cursor: float | None


def picture(found: Officers) -> Picture:
    """The bodies as rows in their order; who led more than one of them has a colour."""
    hues = {person: number % HUES for number, person in enumerate(found.shared)}
    rows: list[Row] = []
    y = TOP
    for line in found.lines:
        rows.append(_row(line, y, hues))
        y += line.lanes * _LANE + _GAP
    return Picture(
        height=y + 4,
        rows=rows,
        joins=[join for pair in pairwise(rows) for join in _joins(*pair)],
        years=[(str(year), _x(f"{year}-01-01")) for year in range(2014, 2023)],
        cursor=_x(found.on) if found.on else None,
    )


def _row(line: Line, top: float, hues: Mapping[Iri, int]) -> Row:
    bars = [
        bar
        for lane in range(line.lanes)
        for bar in _lane([each for each in line.bars if each.lane == lane], top, lane, hues)
    ]
    return Row(
        name=cut(short(line.body.name), LEFT - 26),
        href=local(line.body.iri),
        middle=round(top + line.lanes * _LANE / 2, 1),
        life=(_x(line.life.first), _x(line.life.last)),
        bars=bars,
    )


def _lane(bars: Sequence[Bar], top: float, lane: int, hues: Mapping[Iri, int]) -> Iterator[Drawn]:
    """The bars of a lane, each with its name where it fits: in the bar, else after it."""
    y = top + lane * _LANE + (_LANE - _HIGH) / 2
    ends = [*(_x(each.carried.first) for each in bars[1:]), RIGHT]
    for bar, after in zip(bars, ends, strict=True):
        x, width = _place(bar.carried)
        label, at = _label(bar.name, x, width, after)
        yield Drawn(
            x=x,
            y=round(y, 1),
            width=width,
            height=_HIGH,
            attested=_place(bar.attested) if bar.attested else None,
            label=label,
            at=at,
            told=_told(bar),
            href=local(bar.person),
            person=bar.person.rpartition("/")[2],
            hue=hues.get(bar.person),
        )


def _place(span: Span) -> tuple[float, float]:
    x = _x(span.first)
    return x, round(max(_x(span.last) - x, _LEAST), 1)


def _label(name: str, x: float, width: float, after: float) -> tuple[str, float]:
    for text in (name, name.split()[-1]):
        needed = len(text) * _LETTER + 8
        if needed <= width:
            return text, x + 4
        if needed <= after - x - width:
            return text, round(x + width + 4, 1)
    return "", 0


def _told(bar: Bar) -> str:
    attested = (
        f"attested from {dates.day(bar.attested.first)} to {dates.day(bar.attested.last)}"
        if bar.attested
        else "no single day is attested"
    )
    carried = f"carried from {dates.day(bar.carried.first)} to {dates.day(bar.carried.last)}"
    return f"{bar.name}: {attested}, {carried}; {bar.confidence} confidence"


def _joins(above: Row, below: Row) -> Iterator[Join]:
    """Where a person led both of two neighbouring bodies, from the first day of both on."""
    for one in above.bars:
        for other in below.bars:
            start = max(one.x, other.x)
            if one.person == other.person and start < min(one.x + one.width, other.x + other.width):
                yield Join(start + 1, one.y + one.height, other.y, one.person, one.hue)


def _x(day: str) -> float:
    first, last = (date.fromisoformat(each).toordinal() for each in (FIRST, END))
    at = min(max(date.fromisoformat(day).toordinal(), first), last)
    return round(LEFT + (at - first) / (last - first) * (RIGHT - LEFT), 1)
