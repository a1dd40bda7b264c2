"""A lineage in words, as one would tell it to somebody who does not know the codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Final

from kg.analysis.lineage.bodies import KINDS, Body, Path, Step
from kg.analysis.lineage.dag import Dag
from kg.model.terms import Iri

_MOST: Final = 6
_BASES: Final = {"postcodes": "its postcodes", "lsoas": "its small areas"}
_BOARD: Final = re.compile(r"\bIntegrated Care Board\b")


def told_day(day: str) -> str:
    """A day as people write it.

    >>> told_day("2022-07-01")
    '1 July 2022'
    """
    found = date.fromisoformat(day)
    return f"{found.day} {found:%B %Y}"


def told_share(share: Decimal) -> str:
    """A share as people read it.

    >>> told_share(Decimal("0.589")), told_share(Decimal("0.0004")), told_share(Decimal("1"))
    ('58.9%', 'less than 0.1%', '100%')
    """
    if 0 < share < Decimal("0.001"):
        return "less than 0.1%"
    return f"{(share * 100).quantize(Decimal('0.1')).normalize():f}%"


def joined(texts: Sequence[str]) -> str:
    """Texts as one list in a sentence; the many of a long one are only counted.

    >>> joined(["a", "b", "c"]), joined(["a"])
    ('a, b and c', 'a')
    """
    shown = [*texts[:_MOST], f"{len(texts) - _MOST} more"] if len(texts) > _MOST + 1 else [*texts]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def called(body: Body, *, coded: bool = True) -> str:
    """A body in a sentence: its name with its kind, and its code unless it was told before.

    >>> from kg.analysis.lineage.bodies import Life
    >>> called(Body(Iri("urn:b"), "Somerset", "stp", "QSL", Life()))
    'Somerset STP (QSL)'
    """
    name = _BOARD.sub("ICB", body.name)
    word = KINDS[body.kind].removeprefix("NHS ")
    if not re.search(rf"\b{re.escape(word)}\b|\bICS\b|Partnership\b|\bcluster\b", name):
        name += f" {word}"
    return f"{name} ({body.code})" if body.code and coded else name


class Teller:
    """Tells steps in sentences; the code of a body is told the first time that it comes up."""

    def __init__(self, dag: Dag) -> None:
        self._dag = dag
        self._told: set[Iri] = set()

    def called(self, iri: Iri) -> str:
        """A body, with its code the first time."""
        first = iri not in self._told
        self._told.add(iri)
        return called(self._dag.bodies[iri], coded=first)

    def listed(self, bodies: Iterable[Iri]) -> str:
        """Bodies as a list in a sentence."""
        return joined([self.called(each) for each in bodies])

    def story(self, paths: Iterable[Path]) -> list[str]:
        """The steps of all paths as sentences, in order of time, each once."""
        steps = {step: None for path in paths for step in path}
        days = groupby(sorted(steps, key=_order), key=lambda each: each.day)
        return [sentence for day, found in days for sentence in self._day(day, list(found))]

    def _day(self, day: str | None, steps: Sequence[Step]) -> Iterator[str]:
        when = f"On {told_day(day)} " if day else ""
        overlaps = [each for each in steps if each.kind == "overlap"]
        parts = [each for each in steps if not each.whole and each.kind != "overlap"]
        wholes = [each for each in steps if each.whole and each.kind != "overlap"]
        for before, found in groupby(overlaps, key=lambda each: each.before):
            yield self._overlapped(before, list(found))
        for before, found in groupby(parts, key=lambda each: each.before):
            yield when + self._parted(before, list(found))
        ends = sorted(wholes, key=lambda each: (each.after, each.kind, each.before))
        for (after, kind), found in groupby(ends, key=lambda each: (each.after, each.kind)):
            yield when + self._whole(after, kind, list(found))

    def _overlapped(self, before: Iri, steps: Sequence[Step]) -> str:
        closed = self._dag.bodies[before].life.last
        old = self.called(before) + (f" closed on {told_day(closed)}" if closed else " closed")
        ordered = sorted(steps, key=lambda one: (-(one.share or 0), one.after))
        if any(each.share is None or each.share == 1 for each in ordered):
            return f"{old}; its area was then that of {self.listed(x.after for x in ordered)}."
        sized = [
            f"{told_share(each.share or Decimal(0))} were then in {self.called(each.after)}"
            for each in ordered
        ]
        return f"{old}; of its postcodes {joined(sized)}."

    def _parted(self, before: Iri, steps: Sequence[Step]) -> str:
        parts = [
            f"{each.part or 'a part'}{_size(each)} went to {self.called(each.after)}"
            for each in sorted(steps, key=lambda one: (-(one.share or 0), one.after))
        ]
        day = steps[0].day or ""
        stands = self._dag.bodies[before].life.holds(day)
        verb = "lost a part" if stands else "was divided"
        told = f"{self.called(before)} {verb}: {joined(parts)}{self._kept(steps)}."
        return f"{told} That follows from the names." if any(x.inferred for x in steps) else told

    def _whole(self, after: Iri, kind: str, steps: Sequence[Step]) -> str:
        befores = list(dict.fromkeys(each.before for each in steps))
        old = self.listed(befores)
        if kind == "merger":
            others = self._others(after, steps[0].day, befores)
            beside = f" with {self.listed(others)}" if others else ""
            merged = "merged" if others or len(befores) > 1 else "went"
            return f"{old} {merged}{beside} into {self.called(after)}."
        if kind == "succession":
            return f"{self.called(after)} took over from {old}{self._kept(steps)}."
        if kind == "location":
            return f"{old} came to lie in {self.called(after)}."
        same = self._dag.bodies[after].code == self._dag.bodies[befores[0]].code
        told = f"{old} gave way to {self.called(after)}"
        return f"{told}, a different body with the same code." if same else f"{told}."

    def _others(self, after: Iri, day: str | None, befores: Sequence[Iri]) -> list[Iri]:
        found = (
            each.before
            for each in self._dag.backward.get(after, ())
            if each.day == day and each.kind == "merger" and each.before not in befores
        )
        return sorted(set(found))

    def _kept(self, steps: Sequence[Step]) -> str:
        """What became of the areas of CCGs: they stayed on as locations, under the same codes."""
        codes = [self._dag.bodies[each.via].code for each in steps if each.via is not None]
        own = {self._dag.bodies[each.before].code for each in steps}
        kept = [each for each in dict.fromkeys(codes) if each in own]
        if not kept:
            return ""
        many = len(kept) > 1
        return (
            f"; the area{'s' if many else ''} stayed on as sub-ICB location{'s' if many else ''} "
            f"{joined(kept)}, with the same code{'s' if many else ''} but not the same bod"
            f"{'ies' if many else 'y'}"
        )


def _order(step: Step) -> tuple[str, str, str]:
    return step.day or "", step.before, step.after


def _size(step: Step) -> str:
    """The share of a step in brackets, where it is a part of known size."""
    if step.share is None or step.share == 1:
        return ""
    return f" ({told_share(step.share)} of {_BASES.get(step.basis, 'it')})"
