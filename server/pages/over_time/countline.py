"""How many bodies there were as a line over time, with what sources said of it: also a slider."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final, NamedTuple

from kg.analysis.plots.asked import FIRST
from kg.analysis.plots.counts import KINDS, Counts, Said, Step, spoken
from server.pages.words import dates

LINES: Final = ("ccg", "icb")
"""The kinds whose numbers are drawn."""
WIDTH = 1080.0
LEFT, RIGHT = 40.0, 1030.0
_TOP, _BOTTOM = 22.0, 160.0
_MOST: Final = 220.0


class Line(NamedTuple):
    """The steps of a kind: an outline, its name and where that stands, and its numbers."""

    kind: str
    name: str
    outline: str
    numbers: list[tuple[str, float, float]]


class Mark(NamedTuple):
    """A number that a source gives: where it lies, whether it agrees, and in words."""

    x: float
    y: float
    verdict: str
    told: str


class Stop(NamedTuple):
    """A day on which the number changed, and how many there were from then on."""

    day: str
    told: str
    counts: str


class Picture(NamedTuple):
    """All that is drawn; `first` and `until` are the days at `LEFT` and `RIGHT`."""

    lines: list[Line]
    marks: list[Mark]
    years: list[tuple[str, float]]
    levels: list[tuple[str, float]]
    first: str
    until: str
    stops: list[Stop]
    cursor: float | None


def picture(found: Counts, on: str) -> Picture:
    """The lines from the first day of CCGs to the last that is known, with `on` marked if given."""
    steps = [each for each in found.steps if each.kind in LINES]
    said = [each for each in found.drawn if each.kind in LINES and each.day >= FIRST]
    return Picture(
        lines=[_line(kind, [x for x in steps if x.kind == kind], found.until) for kind in LINES],
        marks=[_mark(each, found.until) for each in said if each.value is not None],
        years=[
            (str(year), _x(f"{year}-01-01", found.until))
            for year in range(int(FIRST[:4]) + 1, int(found.until[:4]) + 1)
        ],
        levels=[(str(each), _y(each)) for each in (0, 100, 200)],
        first=FIRST,
        until=found.until,
        stops=list(_stops(steps)),
        cursor=_x(on, found.until) if on else None,
    )


def _line(kind: str, steps: Sequence[Step], until: str) -> Line:
    points = [(_x(each.day, until), _y(each.count)) for each in steps]
    outline = f"M{points[0][0]} {points[0][1]}" if points else ""
    for (_, _), (x, y) in pairwise(points):
        outline += f"H{x}V{y}"
    if points and steps[-1].count:
        outline += f"H{RIGHT}"
    numbers = [
        (str(each.count), round(x + 3, 1), round(y - 9, 1))
        for each, (x, y) in zip(steps, points, strict=True)
        if each.count
    ]
    return Line(kind, KINDS[kind][0], outline, numbers)


def _mark(said: Said, until: str) -> Mark:
    return Mark(_x(said.day, until), _y(said.value or 0), said.verdict, spoken(said))


def _stops(steps: Sequence[Step]) -> Iterator[Stop]:
    counts: dict[str, int] = {}
    for day in sorted({each.day for each in steps}):
        counts |= {each.kind: each.count for each in steps if each.day == day}
        told = " and ".join(
            f"{number} {KINDS[kind][0]}" for kind, number in counts.items() if number
        )
        yield Stop(day, dates.day(day), told)


def _x(day: str, until: str) -> float:
    first, last = _ordinal(FIRST), _ordinal(until)
    return round(LEFT + (_ordinal(day) - first) / max(last - first, 1) * (RIGHT - LEFT), 1)


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _y(number: float) -> float:
    return round(_BOTTOM - number / _MOST * (_BOTTOM - _TOP), 1)
