"""Where the bodies and the bands of flows lie, whoever draws them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from kg.analysis.plots.flows import Column, Flow, Flows
from kg.model.terms import Iri


class Measures(NamedTuple):
    """How large things are: `unit` is what a CCG of 2013 is high, `node` how wide a body is, `slot`
    the least that a body takes, `gap` the least between two, and `apart` what is between two
    regions besides."""

    unit: float
    node: float
    slot: float
    gap: float = 2.0
    apart: float = 0.0


class Node(NamedTuple):
    """A body: the upper left corner of its box, and its height."""

    x: float
    y: float
    height: float

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return self.y + self.height / 2


class Band(NamedTuple):
    """A flow: from its upper edge at the right of one body to that at the left of the next, and how
    high it is."""

    flow: Flow
    x: float
    y: float
    to: float
    end: float
    high: float


class Laid(NamedTuple):
    """The bodies of each column, the bands after each but the last, and how high all of it is."""

    nodes: list[dict[Iri, Node]]
    bands: list[list[Band]]
    height: float


def laid(found: Flows, places: Sequence[float], top: float, measures: Measures) -> Laid:
    """The columns at these places from left to right, all as high as the one that needs most."""
    needs = [_needed(found, column, measures) for column in found.columns]
    height = max(
        need + measures.gap * len(column.bodies)
        for need, column in zip(needs, found.columns, strict=True)
    )
    nodes = [
        _column(found, column, (x, top, (height - need) / max(len(column.bodies) - 1, 1)), measures)
        for column, x, need in zip(found.columns, places, needs, strict=True)
    ]
    bands = [
        list(_bands(flow, *sides, measures))
        for flow, sides in zip(found.flows, pairwise(nodes), strict=True)
    ]
    return Laid(nodes, bands, height)


def _needed(found: Flows, column: Column, measures: Measures) -> float:
    slots = sum(
        max(column.sizes[each.iri] * measures.unit, measures.slot) for each in column.bodies
    )
    regions = [found.regions[each.iri] for each in column.bodies]
    return slots + measures.apart * sum(one != next_one for one, next_one in pairwise(regions))


def _column(
    found: Flows, column: Column, start: tuple[float, float, float], measures: Measures
) -> dict[Iri, Node]:
    x, y, gap = start
    nodes: dict[Iri, Node] = {}
    region = ""
    for body in column.bodies:
        height = column.sizes[body.iri] * measures.unit
        slot = max(height, measures.slot)
        y += measures.apart if region not in ("", found.regions[body.iri]) else 0
        region = found.regions[body.iri]
        nodes[body.iri] = Node(x, y + (slot - height) / 2, height)
        y += slot + gap
    return nodes


def _bands(
    flow: Sequence[Flow],
    left: Mapping[Iri, Node],
    right: Mapping[Iri, Node],
    measures: Measures,
) -> Iterator[Band]:
    """The bands between two columns, at each body in the order of their other ends."""
    leaves = _ports([(each.before, each.after, each.size) for each in flow], left, right, measures)
    comes = _ports([(each.after, each.before, each.size) for each in flow], right, left, measures)
    for each, y, end in zip(flow, leaves, comes, strict=True):
        x, to = left[each.before].x + measures.node, right[each.after].x
        yield Band(each, x, y, to, end, each.size * measures.unit)


def _ports(
    ends: Sequence[tuple[Iri, Iri, float]],
    here: Mapping[Iri, Node],
    there: Mapping[Iri, Node],
    measures: Measures,
) -> list[float]:
    """Where each band touches its body: the height of its upper edge."""
    found = [0.0] * len(ends)
    level = {each: node.y for each, node in here.items()}
    for place in sorted(range(len(ends)), key=lambda each: there[ends[each][1]].y):
        body, _, size = ends[place]
        found[place] = level[body]
        level[body] += size * measures.unit
    return found
