"""The flows as an alluvial diagram: columns of bodies, bands between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from matplotlib.axes import Axes
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from kg.analysis.lineage.bodies import Body
from kg.analysis.lineage.sentences import told_day
from kg.analysis.plots.flows import Column, Flow, Flows
from kg.analysis.plots.page import MARGIN, Page
from kg.analysis.plots.theme import Theme
from kg.model.terms import Iri

_WIDTH: Final = 1470.0
_PLACES: Final = (250.0, 545.0, 840.0, 1120.0)  # where the columns are
_NODE: Final = 9.0
_UNIT: Final = 10.0  # what a CCG is high
_SLOT: Final = 12.0  # what a label needs
_SIZE: Final = 8.5
_HEAD: Final = 30.0


class Node(NamedTuple):
    """A body on the page: its box's upper left corner and its height."""

    x: float
    y: float
    height: float


def draw_flows(found: Flows, theme: Theme) -> Page:
    """The page: time to the right; a band is as high as the CCGs that it stands for."""
    needs = [_needed(column) for column in found.columns]
    height = max(
        need + 2.0 * len(column.bodies) for need, column in zip(needs, found.columns, strict=True)
    )
    page = Page(found.told, theme, _WIDTH, height + _HEAD + 4)
    sheet = page.sheet()
    top = page.body.top + _HEAD
    nodes = [
        _laid(column, x, top, (height - need) / max(len(column.bodies) - 1, 1))
        for column, x, need in zip(found.columns, _PLACES, needs, strict=True)
    ]
    colors = _colors(found, theme)
    for place, flow in enumerate(found.flows):
        # On the left a band has the colour of where it leads, then that of where it comes from.
        lead = {each: _main(found.flows[1], each) for each in nodes[1]} if place == 0 else {}
        _bands(
            sheet,
            flow,
            nodes[place],
            nodes[place + 1],
            [_color(each, place, lead, colors) for each in flow],
        )
    for place, column in enumerate(found.columns):
        _head(page, column, _PLACES[place], place)
        _names(page, sheet, column, nodes[place], place)
    if not found.region:
        _regions(page, sheet, found, nodes[-1])
    return page


def _needed(column: Column) -> float:
    return sum(max(column.sizes[each.iri] * _UNIT, _SLOT) for each in column.bodies)


def _laid(column: Column, x: float, top: float, gap: float) -> dict[Iri, Node]:
    nodes = {}
    for body in column.bodies:
        height = column.sizes[body.iri] * _UNIT
        slot = max(height, _SLOT)
        nodes[body.iri] = Node(x, top + (slot - height) / 2, height)
        top += slot + gap
    return nodes


def _colors(found: Flows, theme: Theme) -> Mapping[Iri, str]:
    """A colour for each board of July 2022, another than those of its neighbours."""
    boards = found.columns[2].bodies
    return {each.iri: theme.series[n % len(theme.series)] for n, each in enumerate(boards)}


def _main(flow: Sequence[Flow], body: Iri) -> Iri:
    return max((each for each in flow if each.before == body), key=lambda each: each.size).after


def _color(flow: Flow, place: int, lead: Mapping[Iri, Iri], colors: Mapping[Iri, str]) -> str:
    return colors[lead[flow.after] if place == 0 else flow.after if place == 1 else flow.before]


def _bands(
    sheet: Axes,
    flow: Sequence[Flow],
    left: Mapping[Iri, Node],
    right: Mapping[Iri, Node],
    colors: Sequence[str],
) -> None:
    """Draw the bands between two columns, at each body in the order of their other ends."""
    leaves = _ports(flow, left, right, leaving=True)
    comes = _ports(flow, left, right, leaving=False)
    for each, color in zip(flow, colors, strict=True):
        x, to = left[each.before].x + _NODE, right[each.after].x
        y, end, high = leaves[id(each)], comes[id(each)], each.size * _UNIT
        bend = (x + to) / 2
        corners = [
            (x, y), (bend, y), (bend, end), (to, end),
            (to, end + high), (bend, end + high), (bend, y + high), (x, y + high), (x, y),
        ]  # fmt: skip
        codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
        pale = 0.18 if each.share is None else 0.42
        sheet.add_patch(PathPatch(Path(corners, codes), facecolor=color, alpha=pale, linewidth=0))


def _ports(
    flow: Sequence[Flow], left: Mapping[Iri, Node], right: Mapping[Iri, Node], *, leaving: bool
) -> dict[int, float]:
    """Where each band touches its column: the upper edge."""
    here, there = (left, right) if leaving else (right, left)
    found: dict[int, float] = {}
    ends = {
        id(each): (each.before, each.after) if leaving else (each.after, each.before)
        for each in flow
    }
    level = {each: node.y for each, node in here.items()}
    for each in sorted(flow, key=lambda one: there[ends[id(one)][1]].y):
        body = ends[id(each)][0]
        found[id(each)] = level[body]
        level[body] += each.size * _UNIT
    return found


def _head(page: Page, column: Column, x: float, place: int) -> None:
    text = f"{len(column.bodies)} {column.kind.upper()}s, {told_day(column.day)}"
    end, side = (x + _NODE, "right") if place == 0 else (x, "left")
    page.text(end, page.body.top + 12, text, 11, weight="bold", ha=side)


def _names(page: Page, sheet: Axes, column: Column, nodes: Mapping[Iri, Node], place: int) -> None:
    """Draw the bodies of a column; the first has its names on the left, the others on the right."""
    for body in column.bodies:
        x, y, height = nodes[body.iri]
        sheet.add_patch(Rectangle((x, y), _NODE, height, color=page.theme.ink, linewidth=0))
        room = _PLACES[0] - MARGIN - 8 if place == 0 else 265.0
        name = page.shortened(_called(body), _SIZE, room)
        end, side = (x - 5, "right") if place == 0 else (x + _NODE + 5, "left")
        page.text(end, y + height / 2 + 3, name, _SIZE, ha=side)


def _called(body: Body) -> str:
    """A short name: the kind stands over the column.

    >>> from kg.analysis.lineage.bodies import Life
    >>> _called(Body(Iri("urn:b"), "NHS Leeds CCG", "ccg", "15F", Life()))
    'Leeds'
    """
    name = body.name.removeprefix("NHS ").removesuffix(" CCG")
    return name.removesuffix(" ICB").removesuffix(" Integrated Care Board")


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
