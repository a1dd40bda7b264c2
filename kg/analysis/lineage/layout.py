"""Where the boxes of a lineage stand: a column for each day, and in it an order with few crossings.

Layered drawing after Sugiyama: a line that passes a column has a place of its own in it, columns
are ordered by the middle of their neighbours, and then moved towards them without overlap.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from kg.analysis.lineage.bodies import Body, Step
from kg.model.terms import Iri

BOX: Final = (212.0, 52.0)
"""Width and height of a box."""
GAP: Final = (150.0, 16.0)
"""Room between columns, where the shares stand, and between boxes."""
_LANE: Final = 16.0  # the height of a line that passes
_SWEEPS: Final = 12


@dataclass(eq=False)
class Place:
    """A box, or the place of a passing line in a column: its middle is at `y`."""

    key: str
    column: int
    height: float
    y: float = 0.0
    before: list[Place] = field(default_factory=list, repr=False)
    after: list[Place] = field(default_factory=list, repr=False)


@dataclass(frozen=True)
class Layout:
    """Days of the columns, the boxes by body, and for each step the places that it runs through.

    A step within one column has only its two ends. `height` is that of all boxes together.
    """

    days: Sequence[str]
    boxes: Mapping[Iri, Place]
    runs: Mapping[Step, Sequence[Place]]
    height: float


def arranged(bodies: Sequence[Body], steps: Sequence[Step]) -> Layout:
    """The layout of bodies and of the steps between them."""
    days = _days(bodies, steps)
    columns = sorted(set(days.values()))
    incoming = {body.iri: sum(step.after == body.iri for step in steps) for body in bodies}
    boxes = {
        body.iri: Place(
            body.iri, columns.index(days[body.iri]), max(BOX[1], 13.0 * incoming[body.iri] + 12)
        )
        for body in bodies
    }
    runs = {step: _run(step, boxes) for step in steps}
    rows: list[list[Place]] = [[] for _ in columns]
    for place in _all(boxes, runs):
        rows[place.column].append(place)
    _order(rows)
    return Layout(columns, boxes, runs, _settle(rows))


def _days(bodies: Sequence[Body], steps: Sequence[Step]) -> dict[Iri, str]:
    """The day of each body's column: that of the first step to it, else that of its opening."""
    found: dict[Iri, str] = {}
    for step in steps:
        day = step.day or ""
        found[step.after] = min(found.get(step.after, day), day)
    for body in bodies:
        found.setdefault(body.iri, body.life.opened or "")
    return found


def _run(step: Step, boxes: Mapping[Iri, Place]) -> list[Place]:
    start, end = boxes[step.before], boxes[step.after]
    between = range(start.column + 1, end.column)
    passing = [Place(f"{step.before} {step.after}", column, _LANE) for column in between]
    run = [start, *passing, end]
    for one, next_one in pairwise(run):
        if one.column < next_one.column:
            one.after.append(next_one)
            next_one.before.append(one)
    return run


def _all(boxes: Mapping[Iri, Place], runs: Mapping[Step, Sequence[Place]]) -> list[Place]:
    passing = [place for run in runs.values() for place in run[1:-1]]
    return [*boxes.values(), *passing]


def _order(rows: list[list[Place]]) -> None:
    for row in rows:
        for number, place in enumerate(row):
            place.y = float(number)
    for sweep in range(_SWEEPS):
        forth = sweep % 2 == 0
        for row in rows if forth else reversed(rows):
            row.sort(key=lambda place: _middle(place.before if forth else place.after, place.y))
            for number, place in enumerate(row):
                place.y = float(number)


def _settle(rows: list[list[Place]]) -> float:
    """Give every place its height on the page; the height of all."""
    for row in rows:
        y = 0.0
        for place in row:
            place.y = y + place.height / 2
            y += place.height + GAP[1]
    for sweep in range(_SWEEPS):
        forth = sweep % 2 == 0
        for row in rows if forth else reversed(rows):
            _spread(row, [_middle(each.before if forth else each.after, each.y) for each in row])
    top = min(place.y - place.height / 2 for row in rows for place in row)
    for row in rows:
        for place in row:
            place.y -= top
    return max(place.y + place.height / 2 for row in rows for place in row)


def _spread(row: list[Place], wished: Sequence[float]) -> None:
    """Move a column towards its wishes: in order, nothing over another.

    Places that wish for the same room form a block, which stands in the middle of their wishes.
    """
    blocks: list[tuple[list[Place], list[float]]] = []
    for place, wish in zip(row, wished, strict=True):
        blocks.append(([place], [wish]))
        while len(blocks) > 1 and _bottom(blocks[-2]) > _top(blocks[-1]):
            last = blocks.pop()
            blocks[-1][0].extend(last[0])
            blocks[-1][1].extend(last[1])
    for places, wishes in blocks:
        y = _first(places, wishes)
        for place in places:
            place.y = y + place.height / 2
            y += place.height + GAP[1]


def _first(places: Sequence[Place], wishes: Sequence[float]) -> float:
    """The top of a block whose places are as near as can be to their wishes."""
    y, off = 0.0, 0.0
    for place, wish in zip(places, wishes, strict=True):
        off += wish - (y + place.height / 2)
        y += place.height + GAP[1]
    return off / len(places)


def _top(block: tuple[list[Place], list[float]]) -> float:
    return _first(*block)


def _bottom(block: tuple[list[Place], list[float]]) -> float:
    return _first(*block) + sum(place.height + GAP[1] for place in block[0])


def _middle(places: Sequence[Place], otherwise: float) -> float:
    return sum(each.y for each in places) / len(places) if places else otherwise
