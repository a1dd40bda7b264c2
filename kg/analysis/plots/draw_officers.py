"""Officers as bars along the lives of the bodies that they led."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle
from typing import Final, NamedTuple

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from kg.analysis.plots.asked import FIRST
from kg.analysis.plots.draw_counts import day_of, years
from kg.analysis.plots.labels import Box
from kg.analysis.plots.officers import END, Bar, Line, Officers, Span, short
from kg.analysis.plots.page import MARGIN, Page
from kg.analysis.plots.theme import Theme
from kg.model.terms import Iri

_WIDTH: Final = 1240.0
_NAMES: Final = 250.0
_LANE, _GAP, _HIGH = 17.0, 5.0, 13.0
_SIZE: Final = 8.5
_AXIS: Final = 22.0


class _Drawing(NamedTuple):
    page: Page
    axes: Axes
    area: Box
    colors: Mapping[Iri, str]

    def x(self, day: str) -> float:
        first, last = day_of(FIRST), day_of(END)
        along = (min(max(day_of(day), first), last) - first) / (last - first)
        return self.area.left + along * (self.area.right - self.area.left)


def draw_officers(found: Officers, theme: Theme) -> Page:
    """The page: a row for each body, time to the right."""
    height = sum(line.lanes * _LANE + _GAP for line in found.lines)
    page = Page(found.told, theme, _WIDTH, height + _AXIS)
    top = page.body.top
    area = Box(MARGIN + _NAMES, top, _WIDTH - MARGIN, top + height)
    axes = page.axes(area)
    axes.set_xlim(day_of(FIRST), day_of(END))
    axes.set_ylim(area.bottom, area.top)
    axes.set_yticks([])
    years(axes, theme)
    colors = dict(zip(found.shared, cycle(theme.series), strict=False))
    drawing = _Drawing(page, axes, area, colors)
    if found.on:
        axes.axvline(day_of(found.on), color=theme.ink, linewidth=1, linestyle=(0, (4, 3)))
    y = top + _GAP / 2
    for line in found.lines:
        _row(drawing, line, y)
        y += line.lanes * _LANE + _GAP
    return page


def _row(drawing: _Drawing, line: Line, top: float) -> None:
    page, axes = drawing.page, drawing.axes
    middle = top + line.lanes * _LANE / 2
    name = page.shortened(short(line.body.name), 9.5, _NAMES - 12)
    page.text(MARGIN + _NAMES - 8, middle + 3.5, name, 9.5, ha="right")
    life = [day_of(line.life.first), day_of(line.life.last)]
    axes.plot(life, [middle, middle], color=page.theme.plain, linewidth=0.8, zorder=1)
    for lane in range(line.lanes):
        bars = [each for each in line.bars if each.lane == lane]
        y = top + lane * _LANE + (_LANE - _HIGH) / 2
        for bar in bars:
            _bar(drawing, bar, y)
        for bar, left, width, text in _labels(drawing, bars, line):
            _label(drawing, bar, Box(left, y, left + width, y + _HIGH), text)


def _bar(drawing: _Drawing, bar: Bar, y: float) -> None:
    color = drawing.colors.get(bar.person, drawing.page.theme.plain)
    ground = drawing.page.theme.ground
    hatched = _rectangle(bar.carried, y)
    hatched.set(facecolor=ground, edgecolor=color, hatch="////", linewidth=0.8, zorder=2)
    drawing.axes.add_patch(hatched)
    if bar.attested:
        filled = _rectangle(bar.attested, y)
        filled.set(facecolor=color, edgecolor=color, linewidth=0.8, zorder=3)
        drawing.axes.add_patch(filled)


def _rectangle(span: Span, y: float) -> Rectangle:
    first, last = day_of(span.first), day_of(span.last)
    return Rectangle((first, y), max(last - first, 6), _HIGH)


def _labels(
    drawing: _Drawing, bars: Sequence[Bar], line: Line
) -> Iterator[tuple[Bar, float, float, str]]:
    """Each bar's name where it fits: in the bar, else after it, else before it; its surname where
    the whole does not. Where nothing fits only the table has it."""
    end = drawing.x(END)
    taken = drawing.area.left
    for place, bar in enumerate(bars):
        left, right = drawing.x(bar.carried.first), drawing.x(bar.carried.last)
        after = drawing.x(bars[place + 1].carried.first) if place + 1 < len(bars) else end
        for text in (bar.name, bar.name.split()[-1]):
            width = drawing.page.measured(text, _SIZE) + 8
            starts = ((max(left, taken), right), (max(right, taken), after), (taken, left))
            found = next(((a, b) for a, b in starts if b - a >= width), None)
            if found:
                start = found[1] - width if found[1] == left else found[0]
                yield bar, start, width, text
                taken = max(start + width, taken)
                break
        taken = max(taken, right)


def _label(drawing: _Drawing, bar: Bar, box: Box, text: str) -> None:
    """A name on ground of its own, so that it is read over hatching as well as over colour."""
    theme = drawing.page.theme
    patch = {"boxstyle": "square,pad=0.12", "facecolor": theme.ground, "edgecolor": "none"}
    drawing.page.text(
        box.left + 4, box.bottom - 3.6, text, _SIZE, bbox=patch, zorder=6,
        style="normal" if bar.person in drawing.colors else "italic",
    )  # fmt: skip
