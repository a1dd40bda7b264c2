"""How CCGs came together, and how boards took over from them and merged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from kg.analysis.lineage.bodies import Body
from kg.analysis.lineage.dag import Dag
from kg.analysis.lineage.sentences import told_day
from kg.analysis.plots.asked import FIRST, Graph, Wish, in_region
from kg.analysis.plots.regions import DAY
from kg.analysis.plots.told import Table, Told
from kg.analysis.recode.crosswalk import days
from kg.analysis.recode.placing import Placer
from kg.errors import BadParameter
from kg.model.dates import bounds
from kg.model.names import cotv
from kg.model.terms import Iri, Literal

NAME: Final = "mergers"
_LAST_CCGS: Final = "2022-06-30"
_KINDS: Final = ("ccg", "ccg", "icb", "icb")
_OPEN: Final = "bodies/open-on-day"


@dataclass(frozen=True)
class Flow:
    """What went from a body of one column to one of the next.

    `share` is the fraction of the body that went, `None` where nobody knows; `basis` what it is
    counted in. `size` is how many CCGs of 2013 it stands for; parts of unknown size are alike.
    """

    before: Iri
    after: Iri
    share: Decimal | None
    basis: str
    size: float


@dataclass(frozen=True)
class Column:
    """The bodies of a day from top to bottom, and how many CCGs of 2013 each stands for."""

    day: str
    kind: str
    bodies: Sequence[Body]
    sizes: Mapping[Iri, float]


@dataclass(frozen=True)
class Flows:
    """The columns from left to right, and the flows between each and the next."""

    columns: Sequence[Column]
    flows: Sequence[Sequence[Flow]]
    regions: Mapping[Iri, str]
    region: str
    told: Told

    @property
    def boards(self) -> int:
        """The place of the column of the first boards, by whose regions all bodies are placed."""
        return [each.day for each in self.columns].index(DAY)


def flows(graph: Graph, wish: Wish) -> Flows:
    """The CCGs of April 2013 and of June 2022, the boards of July 2022 and of the last change.

    With a day also the bodies of that day, as a column in its place. With a region only what led to
    its boards of July 2022 and on from them. Raises `UnknownThing` for another region, and
    `BadParameter` for a day before there were CCGs or after the data, and for a release that does
    not have the bodies of all these days.
    """
    region, dag = wish.region_of(graph), graph.lineage
    if wish.on and not FIRST <= wish.on <= graph.day:
        raise BadParameter("on", f"the picture is of days from {FIRST} to {graph.day}")
    asked = [each for each in (*_fixed(dag), wish.on) if each]
    wanted = [(day, "ccg" if day < DAY else "icb") for day in sorted(set(asked))]
    sizes = [dict.fromkeys(_first(graph, region), 1.0)]
    found: list[list[Flow]] = []
    for (before, _), (day, _) in pairwise(wanted):
        found.append(list(_flows(dag, sizes[-1], before, day)))
        sizes.append(_sums(found[-1]))
    if len(wanted) < len(_KINDS) or not all(sizes):
        raise BadParameter("release", "it has no bodies on some day of the plot")
    names = _placed(graph, wanted, sizes, found)
    orders = _ordered(dag, found, names)
    columns = [
        Column(day, kind, [dag.bodies[each] for each in order], size)
        for (day, kind), order, size in zip(wanted, orders, sizes, strict=True)
    ]
    return Flows(columns, found, names, region, _told(graph, columns, found, region))


def _fixed(dag: Dag) -> list[str]:
    """The days that every picture has."""
    return [FIRST, _LAST_CCGS, DAY, *days(dag)[-1:]]


def _placed(
    graph: Graph,
    wanted: Sequence[tuple[str, str]],
    sizes: Sequence[Mapping[Iri, float]],
    found: Sequence[Sequence[Flow]],
) -> dict[Iri, str]:
    """The region of each body, after July 2022 that of the first one which led there."""
    names: dict[Iri, str] = {}
    for (day, _), column in zip(wanted, sizes, strict=True):
        if day <= DAY:
            names |= {each: graph.regions.region(each) for each in column}
    for each in (flow for flows in found for flow in flows):
        names.setdefault(each.after, names[each.before])
    return names


def _first(graph: Graph, region: str) -> list[Iri]:
    """The CCGs of the first day, by the named question, of a region if one is given."""
    rows = graph.ask(_OPEN, {"kind": cotv("type-ccg"), "on": Literal.date(FIRST)})
    found = [each for each in (row["body"] for row in rows) if isinstance(each, Iri)]
    return [each for each in found if not region or graph.regions.region(each) == region]


def _flows(dag: Dag, sizes: Mapping[Iri, float], before: str, day: str) -> Iterator[Flow]:
    placer, since = Placer(dag, day), bounds(before)
    for body, size in sizes.items():
        targets = placer.of_body(body, since).targets  # what left it earlier is not of it that day
        known = sum((each.share for each in targets if each.share is not None), Decimal(0))
        unknown = sum(each.share is None for each in targets)
        for each in targets:
            rest = float(1 - known) / unknown if unknown else 0.0
            part = float(each.share) if each.share is not None else rest
            yield Flow(body, each.body, each.share, each.basis, size * part)


def _sums(found: Iterable[Flow]) -> dict[Iri, float]:
    sums: dict[Iri, float] = {}
    for each in found:
        sums[each.after] = sums.get(each.after, 0.0) + each.size
    return sums


def _ordered(
    dag: Dag, found: Sequence[Sequence[Flow]], regions: Mapping[Iri, str]
) -> list[list[Iri]]:
    """The columns, each in the order that crosses least: from the last by region and name, the
    others by the middle of where they went."""
    names = {
        each: dag.bodies[each].name
        for flows in found
        for x in flows
        for each in (x.before, x.after)
    }
    last = {each.after for each in found[-1]}
    orders = [sorted(last, key=lambda each: (regions[each], names[each]))]
    for flows in reversed(found):
        place = {each: number for number, each in enumerate(orders[0])}
        led: dict[Iri, list[tuple[float, int]]] = {}
        for flow in flows:
            led.setdefault(flow.before, []).append((flow.size, place[flow.after]))
        middle = {each: _middle(went) for each, went in led.items()}
        orders.insert(0, sorted(led, key=lambda each: (middle[each], names[each], each)))
    return orders


def _middle(went: Sequence[tuple[float, int]]) -> float:
    return round(sum(size * place for size, place in went) / sum(size for size, _ in went), 6)


def _told(
    graph: Graph, columns: Sequence[Column], found: Sequence[Sequence[Flow]], region: str
) -> Told:
    numbers = [
        f"{len(each.bodies)} {each.kind.upper()}s on {told_day(each.day)}" for each in columns
    ]
    course = ", ".join(numbers[:-1]) + f", and {numbers[-1]}"
    where = in_region(region)
    parts = [each for flow in found for each in flow if each.share != 1]
    bodies = graph.lineage.bodies
    boards = [each.day for each in columns].index(DAY)
    led = "; ".join(
        f"{body.name} from {len({x.before for x in found[boards - 1] if x.after == body.iri})} CCGs"
        for body in columns[boards].bodies
    )
    return Told(
        title=f"From CCGs to integrated care boards{where}",
        subtitle=(
            f"{course}. A band is as wide as the number of CCGs of 2013 that it stands for."
            + (" Bodies elsewhere are shown where they took a part of them." if region else "")
        ),
        description=(
            f"An alluvial diagram in {len(columns)} columns: {course}. Boards of July 2022: {led}."
        ),
        notes=(
            "Every CCG of 2013 counts alike, however many people it served. "
            f"{len(parts)} bands are parts of a body, as wide as its small areas or postcodes say; "
            "where the sizes of the parts are not known they are drawn alike, and paler. "
            "A region is that of the board of July 2022 that has most of the area.",
        ),
        questions=(_OPEN, "inside/lineage-forward"),
        release=graph.release,
        day=graph.day,
        table=Table(
            ("day", "code", "name", "next_day", "next_code", "next_name", "share", "basis", "size"),
            [
                (before.day, bodies[each.before].code, bodies[each.before].name, after.day,
                 bodies[each.after].code, bodies[each.after].name,
                 None if each.share is None else float(each.share), each.basis, round(each.size, 4))
                for before, after, flow in zip(columns, columns[1:], found, strict=False)
                for each in flow
            ],
        ),
    )  # fmt: skip


def short_name(body: Body) -> str:
    """A short name, where the kind is told beside it.

    >>> from kg.analysis.lineage.bodies import Life
    >>> short_name(Body(Iri("urn:b"), "NHS Leeds CCG", "ccg", "15F", Life()))
    'Leeds'
    """
    name = body.name.removeprefix("NHS ").removesuffix(" CCG")
    return name.removesuffix(" ICB").removesuffix(" Integrated Care Board")
