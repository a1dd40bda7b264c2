"""Coterminosity: how the areas of the NHS lay over those of councils, and how many CCGs they held.

The index of an area is the fraction of its small areas that lie in councils which lie in the area
whole. It is 1 where the border follows those of councils everywhere, and 0 where it divides every
council that it touches. It is counted twice: over all districts, which says how well the border
follows the smallest councils, and over upper-tier councils, those that run social care. A unitary
council, a metropolitan or a London borough is both. Which county a shire district is in no table of
the release tells, so for those the upper-tier index has a least and a greatest value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from kg.analysis.lineage.bodies import Body
from kg.analysis.lineage.dag import Dag, Weights, rounded
from kg.analysis.recode.crosswalk import days
from kg.analysis.recode.membership import Area, areas
from kg.model.terms import Iri

_SHIRE: Final = "E07"  # the ONS code of a district below a county
NO_DATA: Final = "no data"


@dataclass(frozen=True)
class Overlap:
    """A district in an area: how many small areas they share, of how many the district has."""

    district: Iri
    name: str
    code: str
    shared: int
    of: int

    @property
    def is_whole(self) -> bool:
        """Whether the district lies in the area whole."""
        return self.shared == self.of

    @property
    def is_upper(self) -> bool:
        """Whether it is an upper-tier council too; the county of a shire district is not known."""
        return not self.code.startswith(_SHIRE)


@dataclass(frozen=True)
class Coterminosity:
    """How one area lay on a day.

    `edition` is that of the table of small areas, or empty: then there is no data and all numbers
    are `None`. `carried` tells that the table is of another day, with the same members. `index` is
    over districts; `least` and `most` bound the one over upper-tier councils. `missing` are members
    that the table does not have.
    """

    area: Body
    day: str
    members: int
    edition: str
    carried: bool
    overlaps: tuple[Overlap, ...]
    missing: tuple[Body, ...]
    note: str

    @property
    def index(self) -> Decimal | None:
        """The fraction of its small areas in districts that lie in it whole."""
        return self._fraction(each for each in self.overlaps if each.is_whole)

    @property
    def least(self) -> Decimal | None:
        """The same over upper-tier councils, if every county of a shire district is divided."""
        return self._fraction(each for each in self.overlaps if each.is_whole and each.is_upper)

    @property
    def most(self) -> Decimal | None:
        """The same, if every county is divided only where a district is."""
        return self.index

    @property
    def divided(self) -> tuple[Overlap, ...]:
        """The districts that lie in it only in part."""
        return tuple(each for each in self.overlaps if not each.is_whole)

    def json(self) -> dict[str, Any]:
        """It as JSON has it: fractions as numbers, `None` where there is no data."""
        return {
            "area": str(self.area.iri),
            "code": self.area.code,
            "name": self.area.name,
            "day": self.day,
            "members": self.members,
            "edition": self.edition or None,
            "carried": self.carried,
            "index": None if self.index is None else float(self.index),
            "upperTierLeast": None if self.least is None else float(self.least),
            "upperTierMost": None if self.most is None else float(self.most),
            "districts": [
                {"code": each.code, "name": each.name, "shared": each.shared, "of": each.of}
                for each in self.overlaps
            ],
            "note": self.note or None,
        }

    def _fraction(self, some: Iterable[Overlap]) -> Decimal | None:
        all_of = sum(each.shared for each in self.overlaps)
        return rounded(Decimal(sum(each.shared for each in some)) / all_of) if all_of else None


def coterminosity(dag: Dag, day: str) -> list[Coterminosity]:
    """How each STP, ICS or board of a day lay over councils, in the order of their codes.

    The tables are of April 2021 and July 2022. A later day has the last one, marked as carried,
    for the same locations; an earlier day has no data, for other CCGs stood then.
    """
    edition = _edition(dag.weights, day)
    sizes = _districts(dag.weights, edition) if edition else {}
    return [_told(dag, each, day, edition, sizes) for each in areas(dag, day)]


def course(dag: Dag, code: str) -> Iterator[Coterminosity]:
    """The coterminosity of the areas of one code on each day on which the map changed."""
    for day in days(dag):
        yield from (each for each in coterminosity(dag, day) if each.area.code == code)


def _edition(weights: Weights, day: str) -> str:
    known = sorted({edition for counted in weights.areas.values() for edition in counted})
    return max((each for each in known if f"{each}-01" <= day), default="")


def _districts(weights: Weights, edition: str) -> Mapping[Iri, int]:
    """How many small areas each district has in all, in an edition."""
    found: dict[Iri, int] = {}
    for counted in weights.areas.values():
        for district, number in counted.get(edition, {}).items():
            found[district] = found.get(district, 0) + number
    return found


def _told(dag: Dag, area: Area, day: str, edition: str, sizes: Mapping[Iri, int]) -> Coterminosity:
    known = dag.weights.areas
    missing = tuple(each for each in area.members if edition not in known.get(each.iri, {}))
    shared: dict[Iri, int] = {}
    for each in area.members:
        for district, number in known.get(each.iri, {}).get(edition, {}).items():
            shared[district] = shared.get(district, 0) + number
    overlaps = [
        Overlap(each, *dag.weights.districts[each], number, sizes[each])
        for each, number in shared.items()
    ]
    lacking = _lacking(dag, area, day)
    known_whole = bool(overlaps) and not missing and not lacking
    return Coterminosity(
        area=area.body,
        day=day,
        members=area.number,
        edition=edition if known_whole else "",
        carried=known_whole and not day.startswith(edition),
        overlaps=tuple(sorted(overlaps, key=lambda one: (-one.shared, one.name)))
        if known_whole else (),
        missing=missing,
        note=_note(edition, missing, lacking),
    )  # fmt: skip


def _lacking(dag: Dag, area: Area, day: str) -> tuple[str, ...]:
    """Parts of other bodies that went into an area, of which no table says where they lie."""
    inside = {each.iri for each in area.members}
    return tuple(
        step.part
        for step in dag.backward.get(area.body.iri, ())
        if step.part and step.day and step.day <= day and dag.bodies[step.before].kind == "icb"
        and not any(dag.wholes.get(each) and _came(dag, each, step.before) for each in inside)
    )  # fmt: skip


def _came(dag: Dag, location: Iri, board: Iri) -> bool:
    return any(each.whole == board for each in dag.boards(location))


def _note(edition: str, missing: tuple[Body, ...], lacking: tuple[str, ...]) -> str:
    if not edition:
        return f"{NO_DATA}: no table tells in which councils the CCGs of that day lay"
    if missing:
        return f"{NO_DATA}: the table does not have {', '.join(each.name for each in missing)}"
    if lacking:
        return f"{NO_DATA}: no table tells in which councils {', '.join(lacking)} lies"
    return ""
