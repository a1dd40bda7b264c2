"""`countAudit`: the numbers of the sources, counted again; `audits` and `middleTier` beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kg.analysis.audits.figures import Audit, audits_of
from kg.analysis.audits.middle_tier import Stretch
from kg.analysis.audits.middle_tier import middle_tier as readings
from kg.model.names import cotv
from kg.model.terms import Iri
from kg.release.answers.audits import HOLDS, SENTENCES, counted
from server.graphql.planning.plan import Asking, Root
from server.graphql.roots.field import RootField
from server.graphql.roots.values import ask, exact, is_known, listed


@dataclass(frozen=True)
class _Asked:
    """What is asked: of which document, with which verdicts, which number, of which quantity."""

    document: Iri | None
    verdicts: frozenset[str] | None
    figure: Iri | None
    quantity: str | None
    corpus: Iri
    published: str | None
    page: tuple[int, int]


def count_audit(field: RootField) -> Root:
    """One query; those that count again are told, not asked. What is named must be there."""
    args, page = field.args, field.page()
    verdicts = args.get("verdict")
    asked = _Asked(
        field.given("document"),
        None if verdicts is None else frozenset(verdicts),
        field.given("figure"),
        args.get("quantity"),
        field.corpus,
        field.published,
        page,
    )
    named = asked.document, asked.figure
    return field.computed(lambda asking: _told(asking, asked), 1, wide=page[0], named=named)


def audits(field: RootField) -> Root:
    """What each audit found, in short. No query of its own: analysis asks its own."""
    return field.computed(lambda asking: [_short(*each) for each in _found(asking).items()])


def middle_tier(field: RootField) -> Root:
    """The rule that no number comes back, in its readings. No query of its own."""
    most = field.selector.here.limits.page
    return field.computed(_readings, wide=most)


def _found(asking: Asking) -> Mapping[str, Mapping[str, int | str]]:
    return counted(asking.release.store, asking.release.library)


def _short(name: str, found: Mapping[str, int | str]) -> dict[str, Any]:
    counts = [
        {"what": what, "count": each, "holds": None}
        if isinstance(each, int)
        else {"what": what, "count": None, "holds": each == HOLDS}
        for what, each in sorted(found.items())
    ]
    return {"name": name, "description": SENTENCES[name], "counts": counts}


def _readings(asking: Asking) -> list[dict[str, Any]]:
    return [
        {
            "name": each.name,
            "sentence": each.sentence,
            "holds": each.holds,
            "stretches": [_stretch(one) for one in each.stretches],
            "repeats": [
                {"first": _stretch(one.first), "again": _stretch(one.again)} for one in each.repeats
            ],
        }
        for each in readings(asking.release.store, asking.release.library)
    ]


def _stretch(found: Stretch) -> dict[str, Any]:
    return {
        "of": found.of,
        "number": found.number,
        "since": found.since,
        "until": found.until,
        "figures": list(found.counts),
    }


def _told(asking: Asking, asked: _Asked) -> dict[str, Any]:
    rows = ask(asking, "count-audits", corpus=asked.corpus)
    known = [each for each in rows if is_known(each, asked.published)]
    found = [
        _audit(each) for each in audits_of(asking.release.library, known) if _is_wanted(each, asked)
    ]
    counts = Counter(each["verdict"] for each in found)
    told = [{"verdict": verdict, "count": count} for verdict, count in counts.items()]
    return {"counts": told, **listed(found, asked.page)}


def _is_wanted(audit: Audit, asked: _Asked) -> bool:
    return (
        (asked.document is None or asked.document in audit.documents)
        and (asked.verdicts is None or _verdict(audit) in asked.verdicts)
        and asked.figure in (None, audit.figure)
        and asked.quantity in (None, audit.quantity)
    )


def _verdict(audit: Audit) -> Iri:
    return cotv(f"auditVerdict-{audit.verdict}")


def _audit(audit: Audit) -> dict[str, Any]:
    return {
        "audit": audit.record,
        "figure": audit.figure,
        "verdict": _verdict(audit),
        "quantity": audit.quantity or None,
        "said": audit.said or None,
        "counted": None if audit.counted is None else exact(audit.counted),
        "differsBy": None if audit.differs_by is None else exact(audit.differs_by),
        "day": audit.day or None,
        "reason": audit.reason,
        "rule": audit.rule,
        "documents": list(audit.documents),
        "statedSparql": audit.stated,
        "countedSparql": audit.counting or None,
    }
