"""Whether a number of middle-tier bodies ever comes back, which a rule of thumb denies.

Sources pass the rule on without saying what is to be counted, so it is tested in four readings.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from typing import Final

from kg.analysis.asking import rows, text
from kg.model.terms import Iri
from kg.questions.library import Library
from kg.store.base import Store

KINDS: Final = {
    "countSha": "SHAs",
    "countPct": "PCTs",
    "countCcg": "CCGs",
    "countStp": "STPs and ICSs",
    "countIcb": "ICBs",
}
"""What is counted, in the order in which the kinds came."""
COMMISSIONERS: Final = ("countPct", "countCcg", "countIcb")
"""The kinds that held the money of their area, one after another."""


@dataclass(frozen=True)
class Stretch:
    """A number that stood from the day `since` on, before the day `until`, or to this day.

    `counts` are the figures of the register that it is made of.
    """

    of: str
    number: int
    since: str
    until: str | None
    counts: tuple[Iri, ...]


@dataclass(frozen=True)
class Repeat:
    """A number that stood, and stood again later."""

    first: Stretch
    again: Stretch


@dataclass(frozen=True)
class Reading:
    """The rule taken in one way: the numbers in their order, and those that came back."""

    name: str
    sentence: str
    stretches: tuple[Stretch, ...]
    repeats: tuple[Repeat, ...]

    @property
    def holds(self) -> bool:
        """Whether the rule held, as far as the register goes back."""
        return not self.repeats

    def within(self, least: int, most: int) -> list[Stretch]:
        """The stretches whose number lies between these two, both included."""
        return [each for each in self.stretches if least <= each.number <= most]


def middle_tier(store: Store, library: Library) -> list[Reading]:
    """The rule in its four readings, over all that the register knows."""
    series = _series(store, library)
    single = [each for found in series.values() for each in found]
    single.sort(key=lambda each: (each.since, each.of))
    alone = tuple(repeat for found in series.values() for repeat in repeats(found))
    # Before the day on which the register first knows the PCTs, a sum would lack them.
    known = min((each.since for each in series["countPct"]), default="")
    turn = summed("commissioners", [series[each] for each in COMMISSIONERS], known)
    together = summed("all kinds together", list(series.values()), known)
    between = tuple(
        Repeat(one, other)
        for one, other in combinations(single, 2)
        if one.of != other.of and one.number == other.number and one.since < other.since
    )
    return [
        Reading("by-kind", "No kind has a number again that it had.", tuple(single), alone),
        Reading(
            "in-turn",
            "PCTs, CCGs and ICBs, as those who held the money one after another, never come "
            "in a number again.",
            turn,
            repeats(turn),
        ),
        Reading(
            "together",
            "All these bodies together are never again as many as they were.",
            together,
            repeats(together),
        ),
        Reading(
            "between-kinds",
            "No kind has a number that another kind had before it.",
            tuple(single),
            between,
        ),
    ]


def repeats(stretches: Sequence[Stretch]) -> tuple[Repeat, ...]:
    """Each number of one series that came back, with the stretch before it that had it.

    >>> one, two, three = (Stretch("x", n, f"200{n}-01-01", None, ()) for n in (4, 5, 6))
    >>> repeats([one, two, three])
    ()
    >>> [each.again.since for each in repeats([one, two, Stretch("x", 4, "2009-01-01", None, ())])]
    ['2009-01-01']
    """
    last: dict[int, Stretch] = {}
    found = []
    for each in stretches:
        if each.number in last:
            found.append(Repeat(last[each.number], each))
        last[each.number] = each
    return tuple(found)


def summed(of: str, series: Iterable[Sequence[Stretch]], since: str) -> tuple[Stretch, ...]:
    """The numbers of several kinds added up, from the day `since` on.

    A sum that stays the same while its parts change is one stretch.

    >>> old = [Stretch("a", 2, "2000-01-01", "2002-01-01", ())]
    >>> new = [Stretch("b", 1, "2001-01-01", None, ())]
    >>> found = summed("all", [old, new], "2000-01-01")
    >>> [(each.number, each.since, each.until) for each in found]
    [(2, '2000-01-01', '2001-01-01'), (3, '2001-01-01', '2002-01-01'), (1, '2002-01-01', None)]
    """
    parts = [each for found in series for each in found]
    ends = {each.until for each in parts if each.until}
    days = sorted(day for day in {each.since for each in parts} | ends if day >= since)
    found: list[Stretch] = []
    for day, until in zip(days, chain(days[1:], [None]), strict=False):
        standing = [x for x in parts if x.since <= day and (x.until is None or day < x.until)]
        number = sum(each.number for each in standing)
        counts = tuple(count for each in standing for count in each.counts)
        if found and found[-1].number == number:
            same = found.pop()
            counts = tuple(dict.fromkeys((*same.counts, *counts)))
            day = same.since  # noqa: PLW2901 - the stretch began then
        found.append(Stretch(of, number, day, until, counts))
    return tuple(each for each in found if each.number)


def _series(store: Store, library: Library) -> dict[str, list[Stretch]]:
    """The numbers of each kind in their order; a day on which none was left only ends the last."""
    told: dict[str, list[tuple[str, int, Iri]]] = {each: [] for each in KINDS}
    for row in rows(store, library, "audit-standing"):
        number = int(text(row["number"]))
        told[text(row["quantity"])].append((text(row["day"]), number, Iri(text(row["figure"]))))
    series = {}
    for kind, found in told.items():
        ends = chain((day for day, _, _ in found[1:]), [None])
        series[kind] = [
            Stretch(KINDS[kind], number, day, until, (figure,))
            # Of no numbers, none ends.
            for (day, number, figure), until in zip(found, ends, strict=False)
            if number
        ]
    return series
