"""How far the areas of systems and boards followed the borders of councils, day by day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from kg.analysis.lineage.dag import rounded
from kg.analysis.lineage.sentences import told_day
from kg.analysis.plots.asked import Graph, Wish, in_region
from kg.analysis.plots.told import Table, Told
from kg.analysis.recode.coterminosity import Coterminosity, coterminosity
from kg.analysis.recode.crosswalk import days
from kg.errors import BadParameter

NAME: Final = "coterminosity"


@dataclass(frozen=True)
class National:
    """The index of all areas of a day together: over districts, and over upper-tier councils at the
    least and at the most. `known` of the `areas` have data; without any the numbers are `None`."""

    day: str
    index: Decimal | None
    least: Decimal | None
    most: Decimal | None
    known: int
    areas: int


@dataclass(frozen=True)
class Course:
    """The areas of one code, in the order of their days."""

    code: str
    name: str
    areas: Sequence[Coterminosity]

    @property
    def last(self) -> Decimal | None:
        """The last index that is known."""
        known = [each.index for each in self.areas if each.index is not None]
        return known[-1] if known else None


@dataclass(frozen=True)
class Overlaps:
    """All areas together on each day of change, and each by itself, the best last index first."""

    national: Sequence[National]
    courses: Sequence[Course]
    until: str
    told: Told


def overlaps(graph: Graph, wish: Wish) -> Overlaps:
    """The index on each day on which the map changed, of all areas or of those of a region.

    `wish.on` is the last day that is shown. Raises `UnknownThing` for another region, and
    `BadParameter` for a day before there were areas.
    """
    region, dag = wish.region_of(graph), graph.lineage
    until = wish.on or graph.day
    found = [
        [each for each in coterminosity(dag, day) if not region or _region(graph, each) == region]
        for day in days(dag)
        if day <= until
    ]
    national = [together(each) for each in found if each]
    if not national:
        raise BadParameter("on", f"there were no such areas by {until}", "The first are of 2016.")
    courses = _courses(each for areas in found for each in areas)
    return Overlaps(national, courses, until, _told(graph, national, courses, region, until))


def _region(graph: Graph, found: Coterminosity) -> str:
    """The region of an area: of a board that of July 2022, or of the first of its members."""
    if own := graph.regions.boards.get(found.area.iri):
        return own
    sizes: dict[str, int] = {}
    for each in graph.lineage.parts.get(found.area.iri, ()):
        if each.kind in ("inSystem", "locationOf"):
            name = graph.regions.region(each.member)
            sizes[name] = sizes.get(name, 0) + 1
    return max(sorted(sizes), key=sizes.__getitem__, default="")


def together(found: Sequence[Coterminosity]) -> National:
    """The areas of one day as one: small areas in councils that lie whole in the area, of all."""
    known = [each for each in found if each.index is not None]
    parts = [each for area in known for each in area.overlaps]
    all_of = sum(each.shared for each in parts)
    whole = sum(each.shared for each in parts if each.is_whole)
    upper = sum(each.shared for each in parts if each.is_whole and each.is_upper)
    index, least = ((rounded(Decimal(n) / all_of) if all_of else None) for n in (whole, upper))
    return National(found[0].day, index, least, index, len(known), len(found))


def _courses(found: Iterable[Coterminosity]) -> list[Course]:
    by_code: dict[str, list[Coterminosity]] = {}
    for each in found:
        by_code.setdefault(each.area.code, []).append(each)
    courses = [Course(code, _called(areas[-1].area.name), areas) for code, areas in by_code.items()]
    known = [each for each in courses if each.last is not None]
    rest = [each for each in courses if each.last is None]
    return [
        *sorted(known, key=lambda each: (-(each.last or 0), each.name)),
        *sorted(rest, key=lambda each: each.name),
    ]


def _called(name: str) -> str:
    return name.removeprefix("NHS ").removesuffix(" Integrated Care Board").removesuffix(" ICB")


def _told(
    graph: Graph, national: Sequence[National], courses: Sequence[Course], region: str, until: str
) -> Told:
    known = [each for each in national if each.index is not None]
    course = "; ".join(
        f"{told_day(each.day)}: {each.index} over districts, {each.least} to {each.most} over "
        f"upper-tier councils, {each.known} of {each.areas} areas"
        for each in known
    )
    lasts = "; ".join(f"{each.name} {each.last}" for each in courses if each.last is not None)
    return Told(
        title=f"How far NHS areas follow the borders of councils{in_region(region)}",
        subtitle=(
            "The fraction of an area's small areas that lie in districts which lie in it whole, "
            f"for STPs and ICSs, then boards, until {told_day(until)}: 1 where the border "
            "divides no council."
        ),
        description=(
            f"Above, the index of all areas over time: {course}. Below, each area's index on the "
            f"same days, the last known: {lasts}."
        ),
        notes=(
            "The tables of small areas are of April 2021 and July 2022: before them there are no "
            "data, and after them a table is carried where the same locations form the area, which "
            "is drawn broken. Only areas with data count. Upper-tier councils are those that run "
            "social care; which county a shire district is in no table tells, so that index has a "
            "least and a greatest value, with all between them shaded.",
        ),
        questions=("inside/lineage-weights", "inside/lineage-members"),
        release=graph.release,
        day=graph.day,
        table=Table(
            ("day", "code", "name", "parts", "index", "upper_least", "upper_most", "edition",
             "carried", "areas_known", "areas", "note"),
            [
                *((each.day, None, "all", None, *map(_number, (each.index, each.least, each.most)),
                   None, None, each.known, each.areas, None) for each in national),
                *((each.day, course.code, each.area.name, each.members,
                   *map(_number, (each.index, each.least, each.most)), each.edition or None,
                   str(each.carried).lower(), None, None, each.note or None)
                  for course in courses for each in course.areas),
            ],
        ),
    )  # fmt: skip


def _number(share: Decimal | None) -> float | None:
    return None if share is None else float(share)
