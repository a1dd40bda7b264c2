"""Who was in which area on a day, by the dated editions of the lists that say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kg.analysis.lineage.bodies import Body, Member
from kg.analysis.lineage.dag import Dag
from kg.model.terms import Iri

_AREAS: Final = {"inSystem": "ccg", "locationOf": "subIcbLocation"}


@dataclass(frozen=True)
class Area:
    """An STP, ICS or board on a day: its CCGs or sub-ICB locations, and its region if known.

    `editions` are those of the lists that say who was in it; `interpolated` are members that only
    a later list has, put back to the day.
    """

    body: Body
    members: tuple[Body, ...]
    editions: tuple[str, ...]
    interpolated: tuple[Body, ...]
    region: Body | None

    @property
    def number(self) -> int:
        """How many members it had."""
        return len(self.members)


def areas(dag: Dag, day: str, *, interpolate: bool = True) -> list[Area]:
    """The areas of a day in the order of their codes, each with its members.

    A member is where the last edition on or before the day puts it; without one, where the next
    edition does, which is marked, and left out with `interpolate` false. The parent that a register
    holds today is never used: it may have been set in hindsight.
    """
    found: dict[Iri, list[Member]] = {}
    for each in _links(dag, day):
        if interpolate or not each.interpolated:
            found.setdefault(each.whole, []).append(each)
    told = [_area(dag, dag.bodies[whole], links, day) for whole, links in found.items()]
    return sorted(told, key=lambda area: area.body.code)


def _links(dag: Dag, day: str) -> Iterator[Member]:
    for each in dag.members:
        wanted = _AREAS.get(each.kind)
        if wanted and each.life.holds(day) and each.whole in dag.bodies:
            body = dag.bodies[each.member]
            if body.kind == wanted and body.life.holds(day):
                yield each


def _area(dag: Dag, body: Body, links: Sequence[Member], day: str) -> Area:
    ordered = sorted(links, key=lambda each: dag.bodies[each.member].code)
    region = next(
        (
            dag.bodies[each.whole]
            for each in dag.wholes.get(body.iri, ())
            if each.kind == "inRegion" and each.life.holds(day)
        ),
        None,
    )
    return Area(
        body=body,
        members=tuple(dag.bodies[each.member] for each in ordered),
        editions=tuple(sorted({each.edition for each in links})),
        interpolated=tuple(dag.bodies[each.member] for each in ordered if each.interpolated),
        region=region,
    )
