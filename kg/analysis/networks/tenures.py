"""Who was chief officer of which body, and whether on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from kg.analysis.asking import Row, rows, text
from kg.analysis.sources import sources_of
from kg.model.names import cotv
from kg.model.terms import Iri
from kg.questions.library import Library
from kg.store.base import Store

Held = Literal["attested", "carried"]

CARRY = 12
"""How many months an office is carried beyond a day on which a source shows it."""


class Bounds(NamedTuple):
    """The days that bound something: ISO days, each empty where nothing is known."""

    earliest_start: str
    latest_start: str
    earliest_end: str
    latest_end: str


@dataclass(frozen=True)
class Tenure:
    """An office that a person held in a body; `confidence` is high, medium or low."""

    iri: Iri
    person: Iri
    person_name: str
    body: Iri
    body_name: str
    confidence: str
    bounds: Bounds


@dataclass(frozen=True)
class Body:
    """A body of the register, and the days on which it surely stood."""

    iri: Iri
    name: str
    start: str
    end: str

    def stood(self, day: str) -> bool:
        """Whether it surely stood on a day."""
        return self.start <= day and (not self.end or day <= self.end)


def tenures(store: Store, library: Library, kind: str = "ccg") -> list[Tenure]:
    """The chief officers of bodies of a kind. Of bodies other than CCGs the chief executive is the
    chief officer; designate officers and disputed claims are left out by the graph's rule."""
    return [
        Tenure(
            iri=_iri(row, "tenure"),
            person=_iri(row, "person"),
            person_name=text(row["personName"]),
            body=_iri(row, "body"),
            body_name=text(row["bodyName"]),
            confidence=text(row["confidence"]),
            bounds=bounds_of(row),
        )
        for row in rows(store, library, "interlocks-tenures", {"kind": cotv(f"type-{kind}")})
    ]


def published(store: Store, library: Library, found: Sequence[Tenure], by: str) -> Sequence[Tenure]:
    """Those offices of which a source was surely out on an ISO day; all where there is no day."""
    if not by:
        return found
    borne = sources_of(store, library, [each.iri for each in found])
    out = {thing for thing, places in borne.items() if any("" < x.issued <= by for x in places)}
    return [each for each in found if each.iri in out]


def bodies(store: Store, library: Library, kind: str = "ccg") -> list[Body]:
    """The bodies of a kind, in the order of their IRIs."""
    found = rows(store, library, "interlocks-bodies", {"kind": cotv(f"type-{kind}")})
    names = ("name", "start", "end")
    return [Body(_iri(row, "body"), *(text(row[each]) for each in names)) for row in found]


def bounds_of(row: Row) -> Bounds:
    """The bounds that a row gives."""
    names = ("earliestStart", "latestStart", "earliestEnd", "latestEnd")
    return Bounds(*(text(row.get(each)) for each in names))


def holding(bounds: Bounds, day: str, carry: int = 0) -> Held | None:
    """Whether something held on a day: attested inside of what is sure, carried within so many
    months of it and never beyond what is possible, or not known to.

    >>> may = Bounds("2016-04-01", "2017-08-31", "2018-02-01", "2020-03-31")
    >>> holding(may, "2017-12-01"), holding(may, "2018-11-01"), holding(may, "2018-11-01", carry=12)
    ('attested', None, 'carried')
    >>> holding(may, "2016-03-31", carry=24)
    """
    if not bounds.latest_start or not bounds.earliest_end:
        return None
    if bounds.latest_start <= day <= bounds.earliest_end:
        return "attested"
    if (bounds.earliest_start and day < bounds.earliest_start) or (
        bounds.latest_end and day > bounds.latest_end
    ):
        return None
    early = _is_within(day, bounds.latest_start, carry)
    late = _is_within(bounds.earliest_end, day, carry)
    return "carried" if early and late else None


def held_on(found: Sequence[Tenure], day: str, carry: int = 0) -> list[tuple[Tenure, Held]]:
    """The offices that were held on a day; what is of low confidence is left out."""
    held = ((each, holding(each.bounds, day, carry)) for each in found)
    return [(each, how) for each, how in held if how and each.confidence != "low"]


def _is_within(before: str, after: str, months: int) -> bool:
    """Whether the second day is at most so many months after the first, or before it."""
    apart = _month(after) - _month(before)
    return apart < months or (apart == months and after[8:] <= before[8:])


def _month(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7])


def _iri(row: Row, name: str) -> Iri:
    return Iri(text(row[name]))
