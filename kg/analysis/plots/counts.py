"""How many bodies of each kind stood, day by day, and what sources say of how many there were."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from kg.analysis.asking import text
from kg.analysis.lineage.sentences import told_day
from kg.analysis.plots.asked import Graph, Wish
from kg.analysis.plots.told import Table, Told
from kg.errors import BadParameter
from kg.model.names import cotv
from kg.model.terms import Literal, Term

NAME: Final = "counts"
START: Final = "2012-07-01"
"""The day with which the plot begins: the last year of PCTs is in it."""
KINDS: Final = {
    "pct": ("PCTs", ("countPct",)),
    "ccg": ("CCGs", ("countCcg",)),
    "stp": ("STPs and ICSs", ("countStp", "countStpIcs")),
    "icb": ("ICBs", ("countIcb",)),
    "nhsRegion": ("NHS England regions", ()),
}
"""The kinds that are counted: how they are called, and by what sources count them."""

BY_DAY: Final = "audits"
"""The rule that sets a number of a source against the register on a day."""
_COUNT, _AUDITED, _QUANTITY = "bodies/count-on-day", "figures/audited", "figures/by-quantity"


@dataclass(frozen=True)
class Step:
    """From an ISO day on so many bodies of a kind stood, until the next step of the kind."""

    kind: str
    day: str
    count: int


@dataclass(frozen=True)
class Said:
    """A number that a source gives for a kind of body, and how it compares with the register.

    `number` is its place in the list of those that are drawn, 0 for the others, of which `reason`
    says why. `value` is `None` where the source gives no single number, `day` empty where it can be
    held against none.
    """

    number: int
    kind: str
    words: str
    value: float | None
    day: str
    verdict: str
    counted: int | None
    standing: str
    reason: str
    document: str


@dataclass(frozen=True)
class Counts:
    """All that the plot shows, with `until`, the last day of it."""

    steps: Sequence[Step]
    said: Sequence[Said]
    until: str
    told: Told

    @property
    def drawn(self) -> list[Said]:
        """The numbers of sources that are drawn, in the order of their days."""
        return [each for each in self.said if each.number]


def counts(graph: Graph, wish: Wish) -> Counts:
    """The counts of all kinds up to the day that is wished for, or to that of the data.

    Raises `BadParameter` where a region is wished for, or a day before `START`.
    """
    wish.check_no_region(NAME)
    until = wish.on or graph.day
    if until <= START:
        raise BadParameter("on", f"the counts begin after {START}")
    steps = [each for kind in KINDS for each in _steps(graph, kind, until)]
    said = _numbered(_said(graph), until)
    return Counts(steps, said, until, _told(graph, steps, said, until))


def _steps(graph: Graph, kind: str, until: str) -> Iterator[Step]:
    """The count on each day on which a body of the kind began, or was no more."""
    before = 0
    for day in _days(graph, kind, until):
        asked: dict[str, Term] = {"kind": cotv(f"type-{kind}"), "on": Literal.date(day)}
        count = int(text(graph.ask(_COUNT, asked)[0]["count"]))
        if count != before:
            yield Step(kind, day, count)
        before = count


def _days(graph: Graph, kind: str, until: str) -> list[str]:
    lives = [each.life for each in graph.lineage.bodies.values() if each.kind == kind]
    began = {each.begun for each in lives if each.begun}
    ended = {_next(each.ended) for each in lives if each.ended}
    return sorted(each for each in began | ended if each <= until)


def _next(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _said(graph: Graph) -> Iterator[Said]:
    kinds = {quantity: kind for kind, (_, counted) in KINDS.items() for quantity in counted}
    values = {
        text(row["figure"]): text(row["value"])
        for quantity in kinds
        for row in graph.ask(_QUANTITY, {"quantity": cotv(f"qk-{quantity}")})
    }
    for row in graph.ask(_AUDITED):
        figure, kind = text(row["figure"]), kinds.get(text(row["quantity"]))
        if kind is None or figure not in values:
            continue
        by_day = text(row["rule"]).startswith(f"{BY_DAY} ")
        counted = text(row["counted"])
        yield Said(
            number=0,
            kind=kind,
            words=text(row["said"]),
            value=float(values[figure]) if values[figure] else None,
            day=text(row["day"]) if by_day else "",
            verdict=text(row["verdict"]),
            counted=int(counted) if counted else None,
            standing=text(row["standing"]),
            reason=text(row["reason"]),
            document=text(row["document"]),
        )


def _numbered(said: Iterator[Said], until: str) -> list[Said]:
    """Those with a day and a value first, numbered in the order of their days."""
    found = sorted(said, key=lambda each: (each.day or "9", each.kind, each.document, each.words))
    drawn = [each for each in found if each.day and each.day <= until and each.value is not None]
    rest = [each for each in found if each not in drawn]
    numbered = [
        Said(**{**vars(each), "number": number}) for number, each in enumerate(drawn, start=1)
    ]
    return [*numbered, *rest]


def _told(graph: Graph, steps: Sequence[Step], said: Sequence[Said], until: str) -> Told:
    drawn = [each for each in said if each.number]
    differ = [each for each in drawn if each.verdict == "differs"]
    course = "; ".join(
        f"{name}: "
        + ", ".join(
            f"{each.count} from {told_day(each.day)}" for each in steps if each.kind == kind
        )
        for kind, (name, _) in KINDS.items()
        if any(each.kind == kind for each in steps)
    )
    against = f"{len(drawn) - len(differ)} agree with the register, and {len(differ)} not"
    return Told(
        title="How many bodies stood, and how many the sources say",
        subtitle=(
            f"Bodies that surely stood on each day until {told_day(until)}, by the register; the "
            f"{len(drawn)} numbers that a source gives for a day are marked on it: {against}."
        ),
        description=(
            f"Step lines of the number of bodies by kind. {course}. Numbers of sources: "
            + "; ".join(spoken(each) for each in drawn)
            + "."
        ),
        notes=(
            "PCTs are known for the last quarter of 2012/13 only. Where the start or end of a body "
            "is known only by its bounds, it is counted on the days on which it surely stood. "
            f"{len(said) - len(drawn)} more numbers have no day to be held against, are of a "
            "part, or are later; the table has them, with the reason.",
        ),
        questions=(_COUNT, _AUDITED, _QUANTITY),
        release=graph.release,
        day=graph.day,
        table=_table(steps, said),
    )


def spoken(said: Said) -> str:
    """A number of a source in a line.

    >>> spoken(Said(1, "ccg", "191", 191, "2020-02-07", "agrees", 191, "actual", "", "A page"))
    '191 CCGs on 7 February 2020, agrees: A page'
    """
    outcome = said.verdict
    if said.verdict == "differs":
        outcome = f"differs (register: {said.counted})"
    if said.standing != "actual":
        outcome = f"{said.standing}, {outcome}"
    return f"{said.words} {KINDS[said.kind][0]} on {told_day(said.day)}, {outcome}: {said.document}"


_COLUMNS: Final = (
    "what", "mark", "kind", "day", "count", "words", "verdict", "register", "standing", "reason",
    "document",
)  # fmt: skip


def _table(steps: Sequence[Step], said: Sequence[Said]) -> Table:
    return Table(
        _COLUMNS,
        [
            *(
                ("register", None, each.kind, each.day, each.count, *(None,) * 6)
                for each in steps
            ),
            *(
                ("source", each.number or None, each.kind, each.day or None, each.value,
                 each.words, each.verdict, each.counted, each.standing, each.reason, each.document)
                for each in said
            ),
        ],
    )  # fmt: skip
