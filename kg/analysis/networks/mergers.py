"""Did sharing an officer come before merging? For each merger: who was shared, since when, by which
source, or that no source was found, which is not "no"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from statistics import median_high
from typing import Literal

from kg.analysis.asking import Row, rows, text
from kg.analysis.networks.pairs import Pair, pairs
from kg.analysis.networks.tenures import Tenure, tenures
from kg.analysis.sources import Source, sources_of
from kg.model.terms import Iri
from kg.questions.library import Library
from kg.store.base import Store

Finding = Literal["shared by all", "shared by some", "no source found"]


@dataclass(frozen=True)
class Shared:
    """An officer whom bodies shared before they merged.

    `since` is the first day by which a source shows it, `not_before` the earliest day on which it
    can have begun; `until` the last day that a source shows. All are empty where a source names
    no day: then it was while the bodies stood, so before they merged.
    """

    person: Iri
    person_name: str
    bodies: Sequence[Iri]
    since: str
    not_before: str
    until: str
    sources: Sequence[Source]


@dataclass(frozen=True)
class Merger:
    """A merger, and what is known of officers before it.

    `originals` are IRIs and names; `officers_known` is of how many of them any officer is known
    before the merger; `days` how many days before it sharing is first shown, `None` without.
    """

    iri: Iri
    day: str
    result: Iri
    result_name: str
    originals: Sequence[tuple[Iri, str]]
    shared: Sequence[Shared]
    officers_known: int

    @property
    def finding(self) -> Finding:
        """Whether one officer led all originals, or some of them, or no source was found."""
        most = max((len(each.bodies) for each in self.shared), default=0)
        if not most:
            return "no source found"
        return "shared by all" if most == len(self.originals) else "shared by some"

    @property
    def days(self) -> int | None:
        """How many days before the merger sharing is first shown."""
        first = min((each.since for each in self.shared if each.since), default="")
        return (date.fromisoformat(self.day) - date.fromisoformat(first)).days if first else None


@dataclass(frozen=True)
class Mergers:
    """All mergers, the earliest first."""

    mergers: Sequence[Merger]

    def number(self, finding: Finding) -> int:
        """How many have this finding."""
        return sum(each.finding == finding for each in self.mergers)

    @property
    def summary(self) -> str:
        """What was found, with how far it can be trusted, in two sentences."""
        found = [each.days for each in self.mergers if each.days is not None]
        without = [each for each in self.mergers if each.finding == "no source found"]
        unseen = sum(each.officers_known < 2 for each in without)
        middle = median_high(found) if found else 0
        return (
            f"Before {self.number('shared by all')} of {len(self.mergers)} mergers a source shows "
            f"one officer for all bodies that merged, and before {self.number('shared by some')} "
            f"for some of them, first shown {middle} days before (median). For {len(without)} no "
            f"source was found, which is not to say that no officer was shared: before {unseen} of "
            "these the officers of two bodies are not known."
        )


def mergers(store: Store, library: Library) -> Mergers:
    """For every merger of CCGs whether sharing a chief officer came before it."""
    known, tied = tenures(store, library), pairs(store, library)
    found = rows(store, library, "interlocks-mergers")
    merged = [_merger(list(part), known, tied) for _, part in groupby(found, _key)]
    borne = sources_of(store, library, [each for _, used in merged for each in used])
    return Mergers([_borne_out(merger, used, borne) for merger, used in merged])


_Used = Mapping[Iri, Iri]
"""The interlocks that were found, each with its person."""


def _merger(
    found: Sequence[Row], known: Iterable[Tenure], tied: Iterable[Pair]
) -> tuple[Merger, _Used]:
    day, first = text(found[0]["day"]), found[0]
    originals = [(Iri(text(row["original"])), text(row["originalName"])) for row in found]
    merging = {body for body, _ in originals}
    before = [pair for pair in tied if merging.issuperset(pair.bodies) and _since(pair) < day]
    by_person: dict[Iri, list[Pair]] = defaultdict(list)
    for pair in before:
        by_person[pair.person].append(pair)
    officers = {
        each.body
        for each in known
        if each.body in merging and min(filter(None, _sure(each)), default=day) < day
    }
    merger = Merger(
        iri=Iri(text(first["merger"])),
        day=day,
        result=Iri(text(first["result"])),
        result_name=text(first["resultName"]),
        originals=originals,
        shared=sorted(map(_shared, by_person.values()), key=lambda each: (each.since, each.person)),
        officers_known=len(officers),
    )
    return merger, {pair.iri: pair.person for pair in before}


def _borne_out(merger: Merger, used: _Used, borne: Mapping[str, Sequence[Source]]) -> Merger:
    def sources(person: Iri) -> Sequence[Source]:
        places = (place for pair in used if used[pair] == person for place in borne.get(pair, ()))
        return tuple(dict.fromkeys(places))

    shared = [replace(each, sources=sources(each.person)) for each in merger.shared]
    return replace(merger, shared=shared)


def _shared(found: Sequence[Pair]) -> Shared:
    return Shared(
        person=found[0].person,
        person_name=found[0].person_name,
        bodies=sorted({body for pair in found for body in pair.bodies}),
        since=min(filter(None, map(_since, found)), default=""),
        not_before=min((each.bounds.earliest_start for each in found if _since(each)), default=""),
        until=max(max(_sure(pair)) for pair in found),
        sources=(),
    )


def _since(pair: Pair) -> str:
    """The first day by which it is shown; of a month that one claim gives, its last."""
    return pair.bounds.latest_start


def _sure(found: Pair | Tenure) -> tuple[str, str]:
    return found.bounds.latest_start, found.bounds.earliest_end


def _key(row: Row) -> str:
    return text(row["merger"])
