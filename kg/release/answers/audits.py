"""What sources say, set against what can be counted and against each other, as answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Final

from kg.analysis.audits.contradictions import KINDS, Contradiction, contradictions
from kg.analysis.audits.figures import figure_audits
from kg.analysis.audits.middle_tier import Reading, middle_tier
from kg.analysis.plots.told import Cell
from kg.errors import UnknownThing
from kg.questions import ask as questions
from kg.questions.library import Library
from kg.release.answers.answer import (
    Answer,
    Json,
    answer,
    joined,
    plain,
    rows_json,
    rows_table,
)
from kg.release.opened import OpenRelease
from kg.store.base import Store

ASKED: Final = {"predictions": "predictions/audited", "drift": "policy/drift"}
"""Audits that a named question answers alone."""
BEGINS: Final = (
    "The register begins with the SHAs of July 2006 and the PCTs of the last day of 2012: what "
    "there was before is not tested."
)
HOLDS: Final = "holds"
"""What is told of a reading in which the rule held."""
SENTENCES: Final = {
    "figures": "The numbers of the sources, counted again in the register.",
    "predictions": "Predictions, and what happened.",
    "middle-tier": "Whether a number of middle-tier bodies ever comes back, in four readings.",
    "drift": "Who passed a rule on without the words that limited it, when, and where.",
    "contradictions": "Where sources do not agree, with each other or with the register.",
}
"""The audits by name, each with what it tells."""


def audit(release: OpenRelease, name: str) -> Answer:
    """The audit of that name in full; raises `UnknownThing` for another name."""
    if name not in SENTENCES:
        raise UnknownThing(name, list(SENTENCES), f"The audits are {', '.join(SENTENCES)}.")
    return _question(release, name) if name in ASKED else _COMPUTED[name](release)


def summary(release: OpenRelease) -> Answer:
    """How much each audit found of what; a row for each count."""
    found = counted(release.store, release.library)
    rows = ((name, each, told[each]) for name, told in found.items() for each in sorted(told))
    return answer({"audits": found}, ("audit", "what", "found"), rows)


def counted(store: Store, library: Library) -> dict[str, Mapping[str, int | str]]:
    """How much each audit found of what: numbers, and of a reading of a rule whether it held."""
    return {
        "figures": Counter(each.verdict for each in figure_audits(store, library)),
        "predictions": Counter(_verdicts(_rows(store, library, "predictions")).values()),
        "middle-tier": {each.name: told_of(each) for each in middle_tier(store, library)},
        "drift": _drifts(_rows(store, library, "drift")),
        "contradictions": Counter(each.kind for each in contradictions(store, library)),
    }


def told_of(reading: Reading) -> str:
    """Whether the rule held in that reading, in words."""
    return HOLDS if reading.holds else "does not hold"


Told = list[dict[str, str | None]]


def _verdicts(rows: Told) -> dict[str | None, str]:
    """The verdict on each prediction; those without name no number, or nothing counts."""
    found: dict[str | None, str] = {}
    for row in rows:
        without = "not comparable" if row["said"] else "names no number"
        found[row["prediction"]] = row["verdict"] or without
    return found


def _drifts(rows: Told) -> Counter[str]:
    pairs = {(row["fidelity"] or "", row["restatement"]) for row in rows}
    return Counter(fidelity for fidelity, _ in pairs)


def _rows(store: Store, library: Library, name: str) -> Told:
    return rows_json(questions.ask(store, library[ASKED[name]]).rows)


def _question(release: OpenRelease, name: str) -> Answer:
    found = questions.ask(release.store, release.library[ASKED[name]])
    header = found.question.header
    told = {
        "audit": name,
        "question": found.question.name,
        "asked": header.question,
        "columns": {each.name: each.sentence for each in header.columns},
        "rows": rows_json(found.rows),
        "notes": list(header.notes),
    }
    return Answer(told, rows_table(found.rows))


def _figures(release: OpenRelease) -> Answer:
    found = figure_audits(release.store, release.library)
    counts = Counter(each.verdict for each in found)
    told = {
        "audit": "figures",
        "counts": dict(counts),
        "figures": [plain(asdict(each)) for each in found],
    }
    columns = (
        "figure", "verdict", "quantity", "said", "counted", "differsBy", "day", "reason", "rule",
        "documents",
    )  # fmt: skip
    rows = (
        (
            each.figure, each.verdict, each.quantity, each.said, plain(each.counted),
            plain(each.differs_by), each.day, each.reason, each.rule, joined(each.documents),
        )
        for each in found
    )  # fmt: skip
    return answer(told, columns, rows)


def _middle_tier(release: OpenRelease) -> Answer:
    found = middle_tier(release.store, release.library)
    told: Json = {
        "audit": "middle-tier",
        "readings": [{**plain(asdict(each)), "holds": each.holds} for each in found],
        "note": BEGINS,
    }
    columns = ("reading", "holds", "of", "number", "since", "until", "counts")
    return answer(told, columns, _stretches(found))


def _stretches(found: Sequence[Reading]) -> Iterator[Sequence[Cell]]:
    for reading in found:
        for each in reading.stretches:
            yield (
                reading.name, told_of(reading), each.of, each.number, each.since, each.until,
                joined(each.counts),
            )  # fmt: skip


def _contradictions(release: OpenRelease) -> Answer:
    found = contradictions(release.store, release.library)
    told: Json = {
        "audit": "contradictions",
        "kinds": KINDS,
        "contradictions": [plain(asdict(each)) for each in found],
    }
    columns = ("number", "kind", "thing", "says", "saidBy", "documents", "about")
    return answer(told, columns, _sides(found))


def _sides(found: Sequence[Contradiction]) -> Iterator[Sequence[Cell]]:
    for number, each in enumerate(found, 1):
        for side in each.sides:
            yield (
                number, each.kind, side.thing, joined(side.says), joined(side.said_by),
                joined(side.documents), joined(each.about),
            )  # fmt: skip


_COMPUTED: Final[Mapping[str, Callable[[OpenRelease], Answer]]] = {
    "figures": _figures,
    "middle-tier": _middle_tier,
    "contradictions": _contradictions,
}
