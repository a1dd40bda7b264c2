"""The national lineage as a picture of the page: what is where, in words and numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from statistics import median
from textwrap import wrap
from typing import Final, NamedTuple
from urllib.parse import urlencode

from kg.analysis.lineage.bodies import Body
from kg.analysis.lineage.sentences import told_share
from kg.analysis.plots.alluvial import Band, Laid, Measures, Node, laid
from kg.analysis.plots.flows import Column, Flow, Flows, short_name
from kg.model.terms import Iri
from server.pages.bodies.became import BASES
from server.pages.words import dates
from server.pages.words.names import local

HUES: Final = 7
"""How many colours there are: one for each region, or for boards in turn."""
WIDTH: Final = 1080.0
_TOP: Final = 46.0
_FOOT: Final = 8.0
_LETTER: Final = 6.3  # about how wide one is, in a size of 12
_NATIONAL: Final = Measures(unit=4.4, node=8, slot=4.4, gap=1.2, apart=14)
_REGIONAL: Final = Measures(unit=15, node=9, slot=15, gap=3)
_BOARDS: Final = 15.0  # what the name of a board needs
_LEFT, _RIGHT = {"national": 132.0, "regional": 212.0}, 236.0


class Box(NamedTuple):
    """A body: its box, what it is called (nothing where there is no room) and where that stands."""

    key: str
    x: float
    y: float
    width: float
    height: float
    name: str
    label: str
    at: tuple[float, float]
    side: str
    told: str
    href: str
    hue: int


class Flowing(NamedTuple):
    """A band from the body with one key to that with another: its outline, and in words."""

    before: str
    after: str
    outline: str
    kind: str
    told: str
    hue: int


class Words(NamedTuple):
    """Lines of words at a place, and where they lead, if anywhere."""

    lines: list[str]
    at: tuple[float, float]
    side: str
    href: str = ""


class Picture(NamedTuple):
    """All that is drawn."""

    width: float
    height: float
    heads: list[Words]
    regions: list[Words]
    boxes: list[Box]
    bands: list[Flowing]


class _Drawing(NamedTuple):
    """The flows, where they lie, the colour of each body, and the key of each in each column."""

    found: Flows
    where: Laid
    hues: Mapping[Iri, int]
    keys: list[dict[Iri, str]]


def picture(found: Flows, kept: Mapping[str, str]) -> Picture:
    """The flows as a picture; `kept` are the parameters that links to regions keep."""
    regional = bool(found.region)
    left = _LEFT["regional" if regional else "national"]
    apart = (WIDTH - _RIGHT - left) / (len(found.columns) - 1)
    places = [left + apart * number for number in range(len(found.columns))]
    where = laid(found, places, _TOP, _REGIONAL if regional else _NATIONAL)
    keys = [
        {body.iri: f"{number}-{place}" for place, body in enumerate(column.bodies)}
        for number, column in enumerate(found.columns)
    ]
    drawing = _Drawing(found, where, _hues(found), keys)
    rooms = [left - 16, *[apart - 24] * (len(places) - 2), _RIGHT - 20]
    return Picture(
        WIDTH,
        where.height + _TOP + _FOOT,
        [_head(found, each, place, places[place]) for place, each in enumerate(found.columns)],
        [] if regional else list(_regions(found, where.nodes[0], kept)),
        [box for place, room in enumerate(rooms) for box in _boxes(drawing, place, room)],
        [_flowing(drawing, place, each) for place, some in enumerate(where.bands) for each in some],
    )  # fmt: skip


def _hues(found: Flows) -> dict[Iri, int]:
    """The colour of each body: that of its region, or of the board that it led to or came from."""
    if not found.region:
        regions = sorted(set(found.regions.values()))
        return {body: regions.index(region) % HUES for body, region in found.regions.items()}
    boards = found.columns[found.boards].bodies
    hues = {each.iri: number % HUES for number, each in enumerate(boards)}
    for flow in reversed(found.flows[: found.boards]):
        for each in sorted(flow, key=lambda one: -one.size):
            hues.setdefault(each.before, hues[each.after])
    for flow in found.flows[found.boards :]:
        for each in flow:
            hues.setdefault(each.after, hues[each.before])
    return hues


def _boxes(drawing: _Drawing, place: int, room: float) -> Iterator[Box]:
    found, column, nodes = drawing.found, drawing.found.columns[place], drawing.where.nodes[place]
    named = bool(found.region) or column.kind == "icb"
    width = (_REGIONAL if found.region else _NATIONAL).node
    middles = _labels(nodes) if named else {}
    for body in column.bodies:
        node = nodes[body.iri]
        x = node.x - 6 if place == 0 else node.x + width + 6
        yield Box(
            key=drawing.keys[place][body.iri],
            x=round(node.x, 2),
            y=round(node.y, 2),
            width=width,
            height=round(max(node.height - 0.6, 1), 2),
            name=short_name(body),
            label=cut(short_name(body), room) if named else "",
            at=(round(x, 2), round(middles.get(body.iri, node.middle) + 4, 2)),
            side="end" if place == 0 else "start",
            told=_told(found, place, body),
            href=local(body.iri),
            hue=drawing.hues[body.iri],
        )


def _labels(nodes: Mapping[Iri, Node]) -> dict[Iri, float]:
    """Where the middles of labels are: at their bodies, pushed apart where they would touch."""
    order = sorted(nodes, key=lambda each: nodes[each].middle)
    at = [nodes[each].middle for each in order]
    for number in range(1, len(at)):
        at[number] = max(at[number], at[number - 1] + _BOARDS)
    if at and (over := at[-1] - max(nodes[each].middle for each in order)) > 0:
        at[-1] -= over / 2
        for number in range(len(at) - 2, -1, -1):
            at[number] = min(at[number], at[number + 1] - _BOARDS)
    return dict(zip(order, at, strict=True))


def _told(found: Flows, place: int, body: Body) -> str:
    column = found.columns[place]
    told = f"{body.known}, {dates.day(column.day)}, {found.regions[body.iri]}"
    if place == 0:
        return told
    ccgs = f"{column.sizes[body.iri]:.1f}".removesuffix(".0")
    return f"{told}: stands for {ccgs} CCG{'' if ccgs == '1' else 's'} of 2013"


def cut(text: str, room: float) -> str:
    """A text of size 12, or as much of it as fits into so many units, with a sign of more.

    >>> cut("Heywood, Middleton and Rochdale", 100)
    'Heywood, Middl…'
    """
    most = int(room / _LETTER)
    return text if len(text) <= most else text[: most - 1].rstrip(" ,") + "…"


def _head(found: Flows, column: Column, place: int, x: float) -> Words:
    lines = [told_column(found, column), dates.day(column.day)]
    return Words(lines, (x + 8, 14), "end") if place == 0 else Words(lines, (x, 14), "start")


def told_column(found: Flows, column: Column) -> str:
    """How many bodies a column has, those outside of a region that was asked for apart."""
    kind = column.kind.upper()
    inside = [each for each in column.bodies if found.regions[each.iri] == found.region]
    if not found.region or len(inside) == len(column.bodies):
        return f"{len(column.bodies)} {kind}s"
    kinds = kind if len(inside) == 1 else f"{kind}s"
    return f"{len(inside)} {kinds} + {len(column.bodies) - len(inside)} elsewhere"


def _regions(found: Flows, nodes: Mapping[Iri, Node], kept: Mapping[str, str]) -> Iterator[Words]:
    """The name of each region at the middle of its bodies in the first column."""
    for region in sorted({found.regions[each] for each in nodes}):
        middle = median(
            node.middle for each, node in nodes.items() if found.regions[each] == region
        )
        lines = wrap(region, 15)
        y = round(middle - 8 * len(lines) + 12, 1)
        yield Words(lines, (112, y), "end", f"/lineage?{urlencode({'region': region, **kept})}")


def _flowing(drawing: _Drawing, place: int, band: Band) -> Flowing:
    found, flow = drawing.found, band.flow
    bodies = {
        each.iri: each for column in found.columns[place : place + 2] for each in column.bodies
    }
    before, after = short_name(bodies[flow.before]), short_name(bodies[flow.after])
    lead = flow.after if place < found.boards else flow.before
    return Flowing(
        before=drawing.keys[place][flow.before],
        after=drawing.keys[place + 1][flow.after],
        outline=_outline(band),
        kind="" if flow.share == 1 else "part",
        told=_went(flow, before, after),
        hue=drawing.hues[lead],
    )


def _went(flow: Flow, before: str, after: str) -> str:
    told = f"{before} stayed" if flow.before == flow.after else f"{before} to {after}"
    return told if flow.share == 1 else f"{before} to {after}: {told_part(flow)}"


def told_part(flow: Flow) -> str:
    """How much of a body went: `all`, `stayed`, a percentage with what it is counted in."""
    if flow.share is None:
        return "a part of unknown size"
    if flow.share != 1:
        return f"{told_share(flow.share)} {BASES.get(flow.basis, flow.basis)}".rstrip()
    return "stayed" if flow.before == flow.after else "all"


def _outline(band: Band) -> str:
    x, to, bend = band.x, band.to, (band.x + band.to) / 2
    y, end, under, end_under = band.y, band.end, band.y + band.high, band.end + band.high
    return (
        f"M{x:.1f} {y:.1f}C{bend:.1f} {y:.1f} {bend:.1f} {end:.1f} {to:.1f} {end:.1f}"
        f"V{end_under:.1f}C{bend:.1f} {end_under:.1f} {bend:.1f} {under:.1f} {x:.1f} {under:.1f}Z"
    )
