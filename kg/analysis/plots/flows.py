"""How CCGs came together, and how boards took over from them and merged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from kg.analysis.lineage.bodies import Body
from kg.analysis.lineage.dag import Dag
from kg.analysis.lineage.sentences import told_day
from kg.analysis.plots.asked import FIRST, Graph, Wish, in_region
from kg.analysis.plots.regions import DAY
from kg.analysis.plots.told import Table, Told
from kg.analysis.recode.crosswalk import days
from kg.analysis.recode.placing import Placer
from kg.model.names import cotv
from kg.model.terms import Iri, Literal

NAME: Final = "mergers"
_LAST_CCGS: Final = "2022-06-30"
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


def flows(graph: Graph, wish: Wish) -> Flows:
    """The CCGs of April 2013 and of June 2022, the boards of July 2022 and of the last change.

    With a region only what led to its boards of July 2022 and on from them. Raises `UnknownThing`
    for another region and `BadParameter` where a day is wished for.
    """
    wish.check_no_day(NAME)
    region, dag = wish.region_of(graph), graph.lineage
    wanted = [FIRST, _LAST_CCGS, DAY, days(dag)[-1]]
    kinds = ["ccg", "ccg", "icb", "icb"]
    sizes = [dict.fromkeys(_first(graph, region), 1.0)]
    found: list[list[Flow]] = []
    for day in wanted[1:]:
        found.append(list(_flows(dag, sizes[-1], day)))
        sizes.append(_sums(found[-1]))
    names = {each: graph.regions.region(each) for column in sizes[:3] for each in column}
    names |= {each.after: names[each.before] for each in found[-1]}
    orders = _ordered(dag, found, names)
    columns = [
        Column(day, kind, [dag.bodies[each] for each in order], size)
        for day, kind, order, size in zip(wanted, kinds, orders, sizes, strict=True)
    ]
    return Flows(columns, found, names, region, _told(graph, columns, found, region))


def _first(graph: Graph, region: str) -> list[Iri]:
    """The CCGs of the first day, by the named question, of a region if one is given."""
    rows = graph.ask(_OPEN, {"kind": cotv("type-ccg"), "on": Literal.date(FIRST)})
    found = [each for each in (row["body"] for row in rows) if isinstance(each, Iri)]
    return [each for each in found if not region or graph.regions.region(each) == region]


def _flows(dag: Dag, sizes: Mapping[Iri, float], day: str) -> Iterator[Flow]:
    placer = Placer(dag, day)
    for body, size in sizes.items():
        targets = placer.of_body(body).targets
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
    led = "; ".join(
        f"{body.name} from {len({x.before for x in found[1] if x.after == body.iri})} CCGs"
        for body in columns[2].bodies
    )
    return Told(
        title=f"From CCGs to integrated care boards{where}",
        subtitle=(
            f"{course}. A band is as wide as the number of CCGs of 2013 that it stands for."
            + (" Bodies elsewhere are shown where they took a part of them." if region else "")
        ),
        description=f"An alluvial diagram in four columns: {course}. Boards of July 2022: {led}.",
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
