"""The page of coterminosity: how the areas of a day lay over councils."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple
from urllib.parse import urlencode

from kg.analysis.lineage.bodies import KINDS
from kg.analysis.plots.flows import short_name
from kg.analysis.recode.coterminosity import Coterminosity, Overlap, coterminosity
from kg.analysis.recode.membership import areas
from kg.errors import UnknownThing
from kg.model.dates import bounds, day_of
from kg.release.opened import OpenRelease
from server.pages.words import dates
from server.pages.words.names import Link, Names, local
from server.pages.words.queries import Asked, Shown, shown
from server.readers.protocol import Request

DAYS: Final = ("2021-04-01", "2022-07-01")
"""Days of which there is a table of small areas."""


class Segment(NamedTuple):
    """A council in the bar of an area: where it begins and how wide it is, of 100."""

    x: float
    width: float
    is_whole: bool
    told: str


class Area(NamedTuple):
    """An area: its councils, those that it divides, and the index from 0 to 100, if known."""

    body: Link
    kind: str
    members: int
    percent: str
    segments: list[Segment]
    upper: str
    councils: int
    divided: list[tuple[Link, str]]
    note: str
    detail: str


class Council(NamedTuple):
    """A council in an area: how much of it lies there, as words and as a bar in which the council
    is as long as its small areas, and how many lie in each member."""

    body: Link
    told: str
    inside: float
    whole: float
    in_members: list[int]


class One(NamedTuple):
    """One area in full: its councils, by the members in which they lie."""

    area: Area
    name: str
    members: list[Link]
    councils: list[Council]
    code: str


class Page(NamedTuple):
    """What the page says: the areas, least coterminous first, and what the table is of."""

    on: str
    day: str
    today: bool
    areas: list[Area]
    known: int
    whole: int
    single: int
    table: str
    carried: bool
    days: list[Link]
    one: One | None
    query: str
    until: str
    queries: list[Shown]


def page(release: OpenRelease, names: Names, request: Request) -> Page:
    """How areas lay on the day `on`, or today, and one of them in full if its code is given.

    Raises `BadParameter` for what is not a day, and `UnknownThing` for an area that was not there.
    """
    on, code = day_of("on", request.text("on")), request.text("area").strip().upper()
    del names  # bodies bring theirs along
    found = coterminosity(release.lineage, on or request.text("/today"))
    ordered = sorted(found, key=lambda each: (each.index is None, each.index or 0, each.area.name))
    known = [each for each in found if each.index is not None]
    editions = sorted({each.edition for each in known})
    return Page(
        on=on or request.text("/today"),
        day=dates.day(on or request.text("/today")),
        today=not on,
        areas=[_area(each) for each in ordered],
        known=len(known),
        whole=sum(each.index == 1 for each in known),
        single=sum(each.members == 1 for each in found),
        table=", ".join(dates.between(*bounds(each)) for each in editions),
        carried=any(each.carried for each in known),
        days=[Link(dates.day(each), f"/coterminosity?on={each}") for each in DAYS if each != on],
        one=_one(release, found, code) if code else None,
        query=urlencode({"on": on or request.text("/today"), **({"area": code} if code else {})}),
        until=dates.day(release.info.built[:10]),
        queries=shown(release, _asked(on or request.text("/today"), editions)),
    )


def _asked(on: str, editions: Sequence[str]) -> list[Asked]:
    return [
        Asked("The areas, their members and the councils in which these lay",
              "areas/districts-by-system", {"on": on, "edition": each})
        for each in editions
    ]  # fmt: skip


def _one(release: OpenRelease, found: Sequence[Coterminosity], code: str) -> One:
    lay = next((each for each in found if each.area.code == code), None)
    if lay is None:
        raise UnknownThing(code, [each.area.code for each in found])
    dag = release.lineage
    members = next(each.members for each in areas(dag, lay.day) if each.body == lay.area)
    counted = [dag.weights.areas.get(each.iri, {}).get(lay.edition, {}) for each in members]
    longest = max((each.of for each in lay.overlaps), default=1)
    return One(
        area=_area(lay),
        name=lay.area.name,
        members=[Link(short_name(each), local(each.iri), each.known) for each in members],
        councils=[
            Council(
                Link(each.name, local(each.district)),
                _shared(each),
                round(each.shared / longest * 100, 1),
                round(each.of / longest * 100, 1),
                [areas_of.get(each.district, 0) for areas_of in counted],
            )
            for each in lay.overlaps
        ],
        code=code,
    )


def _shared(overlap: Overlap) -> str:
    if overlap.is_whole:
        return f"all {overlap.of}"
    share = percent(Decimal(overlap.shared) / overlap.of)
    return f"{overlap.shared} of {overlap.of} ({share})"


def _segments(overlaps: Sequence[Overlap]) -> Iterator[Segment]:
    """The councils of an area side by side, those that lie in it whole first."""
    total, x = sum(each.shared for each in overlaps), 0.0
    for each in sorted(overlaps, key=lambda one: not one.is_whole):
        width = each.shared / total * 100
        told = f"{each.name}: {_shared(each)} small areas"
        yield Segment(round(x, 2), round(max(width - 0.4, 0.2), 2), each.is_whole, told)
        x += width


def _area(found: Coterminosity) -> Area:
    index = found.index
    return Area(
        body=Link(found.area.name, local(found.area.iri), found.area.code),
        kind=KINDS[found.area.kind],
        members=found.members,
        percent="" if index is None else percent(index),
        segments=list(_segments(found.overlaps)),
        upper=_upper(found),
        councils=len(found.overlaps),
        divided=[
            (Link(each.name, local(each.district)), percent(Decimal(each.shared) / each.of))
            for each in found.divided
        ],
        note=found.note,
        detail=f"/coterminosity?{urlencode({'on': found.day, 'area': found.area.code})}",
    )


def _upper(found: Coterminosity) -> str:
    if found.least is None or found.most is None:
        return ""
    least, most = percent(found.least), percent(found.most)
    return least if least == most else f"{least} to {most}"


def percent(share: Decimal) -> str:
    """A fraction as people write it; never 0 or 100 for what is not quite that.

    >>> percent(Decimal(1)), percent(Decimal("0.9996")), percent(Decimal("0.004"))
    ('100%', '99.9%', '0.4%')
    """
    number = share * 100
    if number in (0, 100):
        return f"{number:.0f}%"
    return f"{min(max(number, Decimal('0.1')), Decimal('99.9')):.1f}%".replace(".0%", "%")
