"""The whole lineage of a release: bodies, and the steps from each to the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from kg.analysis.lineage.bodies import Body, Member, Plan, Step
from kg.analysis.lineage.names import Names
from kg.model.terms import Iri


@dataclass(frozen=True)
class Weights:
    """What the size of a body is counted in, by edition.

    `areas` are small areas of the census by body, edition and district; `people` residents by body
    and day; `districts` the name and the ONS code of each district.
    """

    areas: Mapping[Iri, Mapping[str, Mapping[Iri, int]]] = field(default_factory=dict)
    people: Mapping[Iri, Mapping[str, int]] = field(default_factory=dict)
    districts: Mapping[Iri, tuple[str, str]] = field(default_factory=dict)

    def size(self, body: Iri, edition: str = "") -> int | None:
        """How many small areas a body has in an edition, or in the only one; `None` if unknown."""
        known = self.areas.get(body, {})
        chosen = known.get(edition) if edition else next(iter(known.values()), None)
        return sum(chosen.values()) if chosen else None

    def residents(self, body: Iri) -> int | None:
        """How many people lived in it, by the only count that there is; `None` if unknown."""
        return next(iter(self.people.get(body, {}).values()), None)


class Found(NamedTuple):
    """The steps, memberships and plans of a lineage by their bodies, where it is looked up."""

    forward: Mapping[Iri, Sequence[Step]]
    backward: Mapping[Iri, Sequence[Step]]
    wholes: Mapping[Iri, Sequence[Member]]
    parts: Mapping[Iri, Sequence[Member]]
    plans: Mapping[Iri, Sequence[Plan]]


@dataclass(frozen=True)
class Dag:
    """The lineage of all bodies of a release; nothing in it ever comes back to where it began.

    It is held whole, or `found` in a file a body at a time.
    """

    bodies: Mapping[Iri, Body]
    steps: Sequence[Step]
    members: Sequence[Member]
    weights: Weights
    names: Names
    plans: Sequence[Plan] = ()
    found: Found | None = field(default=None, compare=False, repr=False)

    @cached_property
    def forward(self) -> Mapping[Iri, Sequence[Step]]:
        """The steps from each body, earliest first."""
        return self.found.forward if self.found else _grouped(self.steps, "before")

    @cached_property
    def backward(self) -> Mapping[Iri, Sequence[Step]]:
        """The steps to each body, earliest first."""
        return self.found.backward if self.found else _grouped(self.steps, "after")

    @cached_property
    def wholes(self) -> Mapping[Iri, Sequence[Member]]:
        """What each body was in, in order of time."""
        return self.found.wholes if self.found else _members(self.members, 1)

    @cached_property
    def parts(self) -> Mapping[Iri, Sequence[Member]]:
        """What was in each body, in order of time."""
        return self.found.parts if self.found else _members(self.members, 2)

    def announced(self, body: Iri) -> Sequence[Plan]:
        """The plans that are about a body, in their order."""
        if self.found:
            return self.found.plans.get(body, ())
        return [each for each in self.plans if body in (each.before, each.after)]

    def boards(self, location: Iri) -> Sequence[Member]:
        """The boards in which a sub-ICB location lay, in order of time."""
        return [each for each in self.wholes.get(location, ()) if each.kind == "locationOf"]

    def board(self, location: Iri, day: str) -> Member | None:
        """The board in which a sub-ICB location lay on a day, if one did."""
        return next((each for each in self.boards(location) if each.life.holds(day)), None)

    def locations(self, board: Iri, day: str) -> Sequence[Iri]:
        """The sub-ICB locations of a board on a day."""
        found = self.parts.get(board, ())
        return [each.member for each in found if each.kind == "locationOf" and each.life.holds(day)]

    def fraction(self, locations: Iterable[Iri], of: Iterable[Iri]) -> Decimal | None:
        """How much of some sub-ICB locations others are, by their small areas."""
        part = [self.weights.size(each) for each in locations]
        whole = [self.weights.size(each) for each in of]
        if None in part or None in whole or not whole:
            return None
        return rounded(Decimal(sum(filter(None, part))) / sum(filter(None, whole)))


def rounded(share: Decimal) -> Decimal:
    """A share to four places, as the tables have it.

    >>> rounded(Decimal(1) / 3)
    Decimal('0.3333')
    """
    return share.quantize(Decimal("0.0001")).normalize() + 0


def _grouped(steps: Iterable[Step], end: str) -> dict[Iri, list[Step]]:
    found: dict[Iri, list[Step]] = {}
    for each in steps:
        found.setdefault(getattr(each, end), []).append(each)
    return found


def in_time(members: Iterable[Member]) -> list[Member]:
    """Memberships in order of time."""
    return sorted(members, key=lambda one: (one.life.begun or "", one.whole, one.member))


def _members(members: Iterable[Member], place: int) -> dict[Iri, list[Member]]:
    found: dict[Iri, list[Member]] = {}
    for each in in_time(members):
        key = each[place]
        assert isinstance(key, Iri)  # the second and third fields are
        found.setdefault(key, []).append(each)
    return found
