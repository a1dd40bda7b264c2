"""The flows as an alluvial diagram: columns of bodies, bands between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Final

from matplotlib.axes import Axes
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from kg.analysis.lineage.sentences import told_day
from kg.analysis.plots.alluvial import Band, Measures, Node, laid
from kg.analysis.plots.flows import Column, Flows, short_name
from kg.analysis.plots.page import MARGIN, Page
from kg.analysis.plots.theme import Theme
from kg.model.terms import Iri

_LEFT: Final = 250.0  # where the first column is
_APART: Final = 291.0
_MEASURES: Final = Measures(unit=10, node=9, slot=12)
_SIZE: Final = 8.5
_HEAD: Final = 30.0


def draw_flows(found: Flows, theme: Theme) -> Page:
    """The page: time to the right; a band is as high as the CCGs that it stands for."""
    places = [_LEFT + _APART * number for number in range(len(found.columns))]
    height = laid(found, places, 0, _MEASURES).height
    page = Page(found.told, theme, places[-1] + 349, height + _HEAD + 4)
    sheet = page.sheet()
    nodes, bands, _ = laid(found, places, page.body.top + _HEAD, _MEASURES)
    colors = _colors(found, theme)
    for place, some in enumerate(bands):
        for each in some:
            lead = each.flow.after if place < found.boards else each.flow.before
            _band(sheet, each, colors[lead])
    for place, column in enumerate(found.columns):
        _head(page, column, places[place], place)
        _names(page, sheet, column, nodes[place], place)
    if not found.region:
        _regions(page, sheet, found, nodes[-1])
    return page


def _colors(found: Flows, theme: Theme) -> dict[Iri, str]:
    """A colour for each board of July 2022, another than those of its neighbours; the bodies before
    have that of the board that they led to, and those after that of the first which led to them."""
    boards = found.columns[found.boards].bodies
    colors = {each.iri: theme.series[n % len(theme.series)] for n, each in enumerate(boards)}
    for flow in reversed(found.flows[: found.boards]):
        for each in sorted(flow, key=lambda one: -one.size):
            colors.setdefault(each.before, colors[each.after])
    for flow in found.flows[found.boards :]:
        for each in flow:
            colors.setdefault(each.after, colors[each.before])
    return colors


def _band(sheet: Axes, band: Band, color: str) -> None:
    bend = (band.x + band.to) / 2
    under, end = band.y + band.high, band.end + band.high
    corners = [
        (band.x, band.y), (bend, band.y), (bend, band.end), (band.to, band.end),
        (band.to, end), (bend, end), (bend, under), (band.x, under), (band.x, band.y),
    ]  # fmt: skip
    codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
    pale = 0.18 if band.flow.share is None else 0.42
    sheet.add_patch(PathPatch(Path(corners, codes), facecolor=color, alpha=pale, linewidth=0))


def _head(page: Page, column: Column, x: float, place: int) -> None:
    text = f"{len(column.bodies)} {column.kind.upper()}s, {told_day(column.day)}"
    end, side = (x + _MEASURES.node, "right") if place == 0 else (x, "left")
    page.text(end, page.body.top + 12, text, 11, weight="bold", ha=side)


def _names(page: Page, sheet: Axes, column: Column, nodes: Mapping[Iri, Node], place: int) -> None:
    """Draw the bodies of a column; the first has its names on the left, the others on the right."""
    for body in column.bodies:
        x, y, height = nodes[body.iri]
        sheet.add_patch(
            Rectangle((x, y), _MEASURES.node, height, color=page.theme.ink, linewidth=0)
        )
        room = _LEFT - MARGIN - 8 if place == 0 else 265.0
        name = page.shortened(short_name(body), _SIZE, room)
        end, side = (x - 5, "right") if place == 0 else (x + _MEASURES.node + 5, "left")
        page.text(end, y + height / 2 + 3, name, _SIZE, ha=side)


def _regions(page: Page, sheet: Axes, found: Flows, nodes: Mapping[Iri, Node]) -> None:
    """Name the regions beside their boards of the last column."""
    x = page.width - MARGIN - 14
    for region, top, bottom in _stretches(found, nodes):
        sheet.plot([x, x], [top, bottom], color=page.theme.quiet, linewidth=1.2)
        page.text(
            x + 14, (top + bottom) / 2, region, 10, rotation=90, va="center", ha="right",
            color=page.theme.quiet,
        )  # fmt: skip


def _stretches(found: Flows, nodes: Mapping[Iri, Node]) -> Iterator[tuple[str, float, float]]:
    bodies = [each.iri for each in found.columns[-1].bodies]
    for region, part in groupby(bodies, found.regions.__getitem__):
        run = [nodes[each] for each in part]
        yield region, min(run[0].y, run[0].y), run[-1].y + run[-1].height
