"""The page of shared officers: who led several bodies on a day, beside what was reported of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urlencode

from kg.analysis.networks.tenures import CARRY
from kg.analysis.plots.officers import short
from kg.errors import BadParameter
from kg.model.dates import day_of
from kg.model.terms import Iri
from kg.release.opened import OpenRelease
from server.lineage.within import groups_in
from server.pages.words import dates
from server.pages.words.evidence import cited
from server.pages.words.names import Link, Names, local
from server.pages.words.queries import Asked, Shown, shown
from server.readers.protocol import Request

if TYPE_CHECKING:  # networkx takes its time to load
    from kg.analysis.networks.groups import Counted, Group, Interlocks
    from kg.analysis.networks.mergers import Merger, Mergers

USUAL: Final = "2018-11-01"
"""The day without one that is asked for: the month of the last count that was reported."""
_LONGEST: Final = 10
_MOST: Final = 60


class Led(NamedTuple):
    """An officer of a group, and the bodies that they led: attested that day, or carried to it."""

    officer: Link
    attested: list[Link]
    carried: list[Link]
    evidence: list[Link]


class Hung(NamedTuple):
    """Bodies that hang together by their officers, attested or carried."""

    title: str
    held: str
    led: list[Led]


class Reported(NamedTuple):
    """What a source counted: the claim, by whom, when it was known, and our page of that day."""

    claim: Link
    who: str
    known: str
    ours: str
    evidence: list[Link]


class Merged(NamedTuple):
    """A merger, and who was shared before it."""

    day: str
    result: Link
    originals: int
    finding: str
    who: list[Link]
    since: str
    evidence: list[Link]


class Matrix(NamedTuple):
    """Bodies by officers: of each body, how each officer held it (empty where not)."""

    officers: list[Link]
    rows: list[tuple[Link, list[str]]]


class Page(NamedTuple):
    """What the page says of a day."""

    on: str
    day: str
    usual: bool
    carry: int
    found: Interlocks
    area: str
    groups: list[Hung]
    matrix: Matrix
    reported: list[Reported]
    said: list[Reported]
    mergers: Mergers
    merged: list[Merged]
    longest: list[tuple[str, Link, list[Link], str]]
    published: str
    queries: list[Shown]
    query: str
    asked: str
    files: str


def page(release: OpenRelease, names: Names, request: Request) -> Page:
    """Who was shared on the day `on`, offices carried for `carry` months, in an `area` or in all.

    Raises `BadParameter` for what is not a day, or not a number of months.
    """
    asked = day_of("on", request.text("on"))
    on, carry = asked or USUAL, _months(request.text("carry"))
    networks = release.networks
    by = day_of("publishedBy", request.text("publishedBy"))
    found, mergers = networks.interlocks(on, carry=carry, published_by=by), networks.mergers()
    area = request.text("area").strip()
    kept = {"publishedBy": by} if by else {}
    groups = groups_in(release, found.groups, area, on)
    return Page(
        on=on,
        day=dates.day(on),
        usual=not asked,
        carry=carry,
        found=found,
        area=area,
        groups=[told(each) for each in groups],
        matrix=matrix(groups),
        reported=[_reported(each) for each in found.counted],
        said=[_reported(each) for each in found.said],
        mergers=mergers,
        merged=[_merged(each) for each in mergers.mergers],
        longest=[
            (
                f"{each.days:,}",
                Link(each.person_name, local(each.person)),
                _links(each.bodies),
                f"{dates.day(each.start)} to {dates.day(each.end)}",
            )
            for each in networks.longest()[:_LONGEST]
        ],
        published=by,
        queries=shown(release, [shared_on(on, carry)]),
        query=urlencode({"on": on, "carry": carry} | kept),
        asked=urlencode({"on": on, "carry": carry}),
        files=urlencode({"on": on, "carry": carry} | kept | ({"area": area} if area else {})),
    )


def shared_on(on: str, carry: int) -> Asked:
    """The question that gives who was shared on an ISO day."""
    texts = {"on": on, "carry": str(carry), "corpus": "cotv:corpus-all"}
    return Asked(f"Who was shared on {dates.day(on)}", "people/shared-chief-officer", texts)


def _months(text: str) -> int:
    if not text:
        return CARRY
    if not text.isdecimal() or int(text) > _MOST:
        raise BadParameter("carry", f"'{text}' is not a number of months from 0 to {_MOST}")
    return int(text)


def told(group: Group) -> Hung:
    """A group, officer by officer."""
    led: dict[Iri, Led] = {}
    for office in group.offices:
        officer = Link(office.person_name, local(office.person))
        known = led.setdefault(office.person, Led(officer, [], [], []))
        bodies = known.attested if office.held == "attested" else known.carried
        bodies.append(Link(short(office.body_name), local(office.body)))
        known.evidence.extend(cited(office.sources))
    officers_led = [
        Led(each.officer, sorted(each.attested), sorted(each.carried), _once(each.evidence))
        for each in led.values()
    ]
    officers = len(group.officers)
    title = f"{len(group.bodies)} CCGs, {officers} officer{'' if officers == 1 else 's'}"
    return Hung(title, group.held, officers_led)


def _once(found: Iterable[Link]) -> list[Link]:
    return list(dict.fromkeys(found))


def matrix(groups: Iterable[Group]) -> Matrix:
    """All groups as one matrix."""
    officers: list[tuple[Iri, str]] = []
    bodies: list[tuple[Iri, str]] = []
    held: dict[tuple[Iri, Iri], str] = {}
    for group in groups:
        officers += group.officers
        bodies += group.bodies
        held |= {(each.body, each.person): each.held for each in group.offices}
    rows = [
        (Link(short(name), local(body)), [held.get((body, person), "") for person, _ in officers])
        for body, name in bodies
    ]
    return Matrix([Link(name, local(person)) for person, name in officers], rows)


def _reported(counted: Counted) -> Reported:
    ours = f"/interlocks?on={counted.known}" if counted.known else ""
    claim = Link(counted.text, local(counted.claim))
    known = dates.day(counted.known) if counted.known else ""
    return Reported(claim, counted.asserter, known, ours, cited(counted.sources))


def _merged(merger: Merger) -> Merged:
    sources = (place for each in merger.shared for place in each.sources)
    since = [each.since for each in merger.shared if each.since]
    return Merged(
        day=dates.day(merger.day),
        result=Link(merger.result_name, local(merger.result)),
        originals=len(merger.originals),
        finding=merger.finding,
        who=[Link(each.person_name, local(each.person)) for each in merger.shared],
        since=dates.day(min(since)) if since else "",
        evidence=cited(sources),
    )


def _links(named: Iterable[tuple[Iri, str]]) -> list[Link]:
    return [Link(short(name), local(iri)) for iri, name in named]
