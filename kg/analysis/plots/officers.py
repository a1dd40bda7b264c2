"""Who led which CCGs when, as far as sources attest it, and carried a while beyond."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from kg.analysis.lineage.sentences import told_day
from kg.analysis.networks.tenures import CARRY, Body, Bounds, Tenure, held_on, holding, published
from kg.analysis.networks.tenures import bodies as all_bodies
from kg.analysis.networks.tenures import tenures as all_tenures
from kg.analysis.plots.asked import FIRST, Graph, Wish, in_region
from kg.analysis.plots.told import Table, Told
from kg.errors import BadParameter
from kg.model.terms import Iri

NAME: Final = "officers"
DAY: Final = "2018-11-01"
"""The day that is meant where nobody says."""
END: Final = "2022-06-30"
"""The last day of CCGs."""


class Span(NamedTuple):
    """From a day to a day, both inclusive, as ISO days."""

    first: str
    last: str


@dataclass(frozen=True)
class Bar:
    """A person's time in a body: `attested` is what a source bears out, if anything, `carried` the
    same with the months by which it is carried. `lane` tells those apart that overlap."""

    person: Iri
    name: str
    attested: Span | None
    carried: Span
    confidence: str
    lane: int = 0


@dataclass(frozen=True)
class Line:
    """A body with its life and its bars, in the order of their days."""

    body: Body
    life: Span
    bars: Sequence[Bar]

    @property
    def lanes(self) -> int:
        """How many lanes its bars take, one at least."""
        return max((each.lane for each in self.bars), default=0) + 1


@dataclass(frozen=True)
class Officers:
    """The bodies from top to bottom, and those who led more than one of them, in that order too."""

    lines: Sequence[Line]
    shared: Sequence[Iri]
    on: str
    told: Told


def officers(graph: Graph, wish: Wish) -> Officers:
    """The CCGs of a region, or those that shared a chief officer on a day, with who led them.

    Without either it is of 1 November 2018. Raises `UnknownThing` for another region, and
    `BadParameter` where there is nothing to see.
    """
    region = wish.region_of(graph)
    on = wish.on or ("" if region else DAY)
    every = all_tenures(graph.store, graph.library)
    out = published(graph.store, graph.library, every, wish.published_by)
    found = [each for each in out if each.confidence != "low"]
    known = {each.iri: each for each in all_bodies(graph.store, graph.library)}
    meant = set(_meant(graph, found, known, region, on))
    led = [each for each in found if each.body in meant and carried(each.bounds)]
    lines = [_line(known[each], led) for each in _ordered(meant, led, known)]
    lines = [each for each in lines if each.bars]
    if not lines:
        raise BadParameter("on", f"no officer is known whom CCGs shared on {on}{in_region(region)}")
    shared = _shared(lines)
    which = (in_region(region), on, len(meant))
    return Officers(lines, shared, on, _told(graph, lines, shared, which))


def _meant(
    graph: Graph, found: Sequence[Tenure], known: Mapping[Iri, Body], region: str, on: str
) -> Iterable[Iri]:
    chosen = [each for each in known if not region or graph.regions.region(each) == region]
    if not on:
        return chosen
    held = [each for each, _ in held_on(found, on, CARRY) if known[each.body].stood(on)]
    of: dict[Iri, set[Iri]] = {}
    for each in held:
        of.setdefault(each.person, set()).add(each.body)
    together = {body for bodies in of.values() if len(bodies) > 1 for body in bodies}
    return [each for each in chosen if each in together]


def carried(bounds: Bounds) -> Span | None:
    """The days on which an office holds if it is carried: exactly those for which `holding` says
    so with `CARRY` months.

    >>> carried(Bounds("2016-04-01", "2017-08-31", "2018-02-01", "2020-03-31"))
    Span(first='2016-08-31', last='2019-02-01')
    """
    if not bounds.latest_start or not bounds.earliest_end:
        return None
    first = max(bounds.earliest_start, moved(bounds.latest_start, -CARRY))
    last = moved(bounds.earliest_end, CARRY)
    last = min(last, bounds.latest_end) if bounds.latest_end else last
    return Span(first, last) if first <= last else None


def moved(day: str, months: int) -> str:
    """The day so many months on, or the last one of a shorter month.

    >>> moved("2019-08-31", -6), moved("2018-02-01", 12)
    ('2019-02-28', '2019-02-01')
    """
    year, month = divmod(int(day[:4]) * 12 + int(day[5:7]) - 1 + months, 12)
    number = min(int(day[8:10]), monthrange(year, month + 1)[1])
    return f"{year:04}-{month + 1:02}-{number:02}"


def _ordered(meant: Iterable[Iri], led: Sequence[Tenure], known: Mapping[Iri, Body]) -> list[Iri]:
    """The bodies so that those which shared most officers stand together."""
    people: dict[Iri, set[Iri]] = {each: set() for each in meant}
    for each in led:
        people[each.body].add(each.person)
    left = sorted(people, key=lambda each: (known[each].name, each))
    order: list[Iri] = []
    while left:
        last = order[-1] if order else None
        near = max(left, key=lambda each: len(people[each] & people[last]) if last else 0)
        order.append(near)
        left.remove(near)
    return order


def _line(body: Body, led: Iterable[Tenure]) -> Line:
    own = [each for each in led if each.body == body.iri]
    bars = sorted(map(_bar, own), key=lambda each: (each.carried, each.name, each.person))
    lanes: list[str] = []  # the last day that each is taken
    placed = []
    for bar in bars:
        free = next((n for n, last in enumerate(lanes) if last < bar.carried.first), len(lanes))
        lanes[free : free + 1] = [bar.carried.last]
        placed.append(Bar(**{**vars(bar), "lane": free}))
    return Line(body, Span(max(body.start, FIRST), body.end or END), placed)


def _bar(tenure: Tenure) -> Bar:
    bounds = tenure.bounds
    sure = holding(bounds, bounds.latest_start) == "attested"
    whole = carried(bounds)
    assert whole is not None  # the others were left out
    return Bar(
        person=tenure.person,
        name=tenure.person_name,
        attested=Span(bounds.latest_start, bounds.earliest_end) if sure else None,
        carried=whole,
        confidence=tenure.confidence,
    )


def _shared(lines: Sequence[Line]) -> list[Iri]:
    led: dict[Iri, set[Iri]] = {}
    for line in lines:
        for bar in line.bars:
            led.setdefault(bar.person, set()).add(line.body.iri)
    return [each for each, bodies in led.items() if len(bodies) > 1]


def _told(
    graph: Graph, lines: Sequence[Line], shared: Sequence[Iri], chosen: tuple[str, str, int]
) -> Told:
    where, on, meant = chosen
    which = f"CCGs{where}" + (f" that shared one on {told_day(on)}" if on else "")
    names = {bar.person: bar.name for line in lines for bar in line.bars}
    led = "; ".join(
        f"{names[each]}: "
        + ", ".join(
            short(line.body.name) for line in lines if any(x.person == each for x in line.bars)
        )
        for each in shared
    )
    return Told(
        title=f"Chief officers of {which}",
        subtitle=(
            f"{len(lines)} CCGs and {len(names)} officers, {len(shared)} of whom led more than one "
            "of these CCGs: each of them has a colour; who led one is grey."
        ),
        description=(
            f"A row for each of {len(lines)} {which}, with a bar for each officer from April 2013 "
            f"to June 2022. Who led more than one: {led}."
        ),
        notes=(
            "Filled: attested by a source. Hatched: carried up to "
            f"{CARRY} months beyond a day that a source attests, never beyond what is possible. A "
            "thin line is the life of the CCG. Where there is no bar no source was found, which is "
            f"not to say that nobody led it; of {meant} CCGs {meant - len(lines)} have no known "
            "officer. What is known with low confidence only is left out.",
        ),
        questions=("inside/interlocks-tenures", "inside/interlocks-bodies"),
        release=graph.release,
        day=graph.day,
        table=Table(
            ("body", "name", "person", "officer", "attested_from", "attested_to", "carried_from",
             "carried_to", "confidence"),
            [
                (line.body.iri, line.body.name, bar.person, bar.name,
                 bar.attested.first if bar.attested else None,
                 bar.attested.last if bar.attested else None, *bar.carried, bar.confidence)
                for line in lines for bar in line.bars
            ],
        ),
    )  # fmt: skip


def short(name: str) -> str:
    """A CCG without the words that all have.

    >>> short("NHS Leeds CCG")
    'Leeds'
    """
    return name.removeprefix("NHS ").removesuffix(" CCG")
