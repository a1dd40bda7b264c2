"""The index over time for all areas together, and each area by itself below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, NamedTuple

from matplotlib.axes import Axes

from kg.analysis.lineage.sentences import told_day
from kg.analysis.plots.draw_counts import day_of, years
from kg.analysis.plots.labels import Box
from kg.analysis.plots.overlaps import Course, Overlaps
from kg.analysis.plots.page import MARGIN, Page
from kg.analysis.plots.theme import Theme

_WIDTH: Final = 1080.0
_ABOVE: Final = 270.0
_BETWEEN: Final = 84.0
_ROW: Final = 17.0
_NAMES: Final = 330.0
_START: Final = "2016-10-01"
_SHAPES: Final = ("o", "s", "D", "^", "v", "P")
_SIZES: Final = (10.0, 7.5, 4.5)  # so that marks at one place are all seen


class _Stretch(NamedTuple):
    """From a day to before the next: the three values of it, and whether it is carried."""

    first: str
    last: str
    value: Decimal
    least: Decimal
    carried: bool
    known: str


def draw_overlaps(found: Overlaps, theme: Theme) -> Page:
    """The page: above time to the right, below the index to the right, both from zero to one."""
    below = _ROW * len(found.courses)
    page = Page(found.told, theme, _WIDTH, _ABOVE + _BETWEEN + below + 40)
    top = page.body.top
    above = page.axes(Box(MARGIN + 34, top, page.body.right, top + _ABOVE))
    _over_time(page, above, found)
    days = [each.day for each in found.national if each.index is not None]
    start = top + _ABOVE + _BETWEEN
    rows = page.axes(Box(MARGIN + _NAMES, start, page.body.right - 70, start + below))
    _key(page, days, start - 24)
    _by_area(page, rows, found.courses, days, start)
    return page


def _over_time(page: Page, axes: Axes, found: Overlaps) -> None:
    theme = page.theme
    axes.set_xlim(day_of(_START), max(day_of(found.until), day_of(_START) + 365))
    axes.set_ylim(0, 1.12)
    axes.set_yticks([0, 0.25, 0.5, 0.75, 1])
    axes.set_ylabel("index, all areas", color=theme.quiet, fontsize=10)
    years(axes, theme)
    stretches = list(_stretches(found))
    for each in stretches:
        first, last = day_of(each.first), day_of(each.last)
        dashes = (0, (5, 3)) if each.carried else "solid"
        axes.fill_between(
            [first, last], float(each.least), float(each.value), color=theme.series[0], alpha=0.18,
            linewidth=0,
        )  # fmt: skip
        axes.plot(
            [first, last],
            [float(each.value)] * 2,
            color=theme.series[0],
            linewidth=2.6,
            linestyle=dashes,
        )
        axes.plot(
            [first, last],
            [float(each.least)] * 2,
            color=theme.series[0],
            linewidth=1,
            linestyle=dashes,
        )
        _value(page, axes, each, each.value, 5)
        if each.least != each.value:
            _value(page, axes, each, each.least, -13)
        if each.known:
            x, y = axes.transData.transform((first, float(each.value)))
            page.text(
                float(x) - 5, page.height - float(y) - 5, each.known, 9, ha="right",
                color=theme.quiet,
            )  # fmt: skip
    if stretches:
        _words(page, axes, stretches)


def _stretches(found: Overlaps) -> Iterator[_Stretch]:
    ends = [*(_before(each.day) for each in found.national[1:]), found.until]
    carried = {each.day for course in found.courses for each in course.areas if each.carried}
    for each, end in zip(found.national, ends, strict=True):
        known = f"{each.known} of {each.areas} areas" if each.known < each.areas else ""
        if each.index is not None and each.least is not None:
            yield _Stretch(each.day, end, each.index, each.least, each.day in carried, known)


def _before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def _value(page: Page, axes: Axes, each: _Stretch, value: Decimal, down: float) -> None:
    x, y = axes.transData.transform((day_of(each.first), float(value)))
    page.text(float(x) + 4, page.height - float(y) - down, f"{value:.3f}", 10, color=page.theme.ink)


def _words(page: Page, axes: Axes, stretches: Sequence[_Stretch]) -> None:
    """What the lines are, to the left of them, where there are no data."""
    first = stretches[0]
    told = [
        (first.value, "over districts; over upper-tier councils, at the most"),
        (first.least, "over upper-tier councils, at the least"),
    ]
    if first.least == first.value:
        told = [(first.value, "over districts and over upper-tier councils")]
    for value, words in told:
        x, y = axes.transData.transform((day_of(first.first), float(value)))
        page.text(
            float(x) - 8, page.height - float(y) + 3.5, words, 10, ha="right",
            color=page.theme.quiet,
        )  # fmt: skip
    x, y = axes.transData.transform((day_of(_START), 0.3))
    words = f"no table before {told_day(first.first)}"
    page.text(
        float(x) + 14, page.height - float(y), words, 10, color=page.theme.quiet, style="italic"
    )


def _key(page: Page, days: Sequence[str], y: float) -> None:
    """Which mark is of which day."""
    sheet = page.sheet()
    page.text(MARGIN, y, "Each area, by its last known index", 11, weight="bold")
    x = MARGIN + _NAMES
    for number, day in enumerate(days):
        _mark(sheet, page.theme, (number, len(days)), x + 4, y - 4)
        page.text(x + 14, y, told_day(day), 10, color=page.theme.quiet)
        x += page.measured(told_day(day), 10) + 44


def _mark(axes: Axes, theme: Theme, place: tuple[int, int], x: float, y: float) -> None:
    """The mark of a day, by its place among the days: the last is filled, those before hollow."""
    number, of = place
    color = theme.series[number % len(theme.series)]
    fill = color if number == of - 1 else theme.ground
    axes.plot(
        [x], [y], _SHAPES[number % len(_SHAPES)], color=color, markerfacecolor=fill,
        markersize=_SIZES[min(number, len(_SIZES) - 1)], markeredgewidth=1.5,
        zorder=3 + number / 10, clip_on=False,
    )  # fmt: skip


def _by_area(
    page: Page, axes: Axes, courses: Sequence[Course], days: Sequence[str], top: float
) -> None:
    theme = page.theme
    axes.set_xlim(0, 1)
    axes.set_ylim(len(courses) - 0.5, -0.5)
    axes.set_yticks([])
    axes.set_xticks([0, 0.25, 0.5, 0.75, 1])
    axes.set_xlabel("index over districts", color=theme.quiet, fontsize=10)
    axes.grid(visible=True, axis="x", color=theme.line, linewidth=0.7)
    axes.set_axisbelow(True)
    for row, course in enumerate(courses):
        y = top + (row + 0.5) * _ROW + 3.5
        name = page.shortened(f"{course.name} ({course.code})", 9.5, _NAMES - 14)
        page.text(MARGIN + _NAMES - 10, y, name, 9.5, ha="right")
        last = "no data" if course.last is None else f"{course.last:.3f}"
        page.text(page.body.right, y, last, 9.5, ha="right", color=theme.quiet)
        values = [(each.day, float(each.index)) for each in course.areas if each.index is not None]
        if values:
            ends = [value for _, value in values]
            axes.plot(
                [min(ends), max(ends)], [row, row], color=theme.plain, linewidth=1.4, zorder=1
            )
        for day, value in values:
            _mark(axes, theme, (days.index(day), len(days)), value, row)
