"""`replaced` and `coterminosity`: answers of the lineage that a release has, made once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Final

from kg.analysis.lineage.bodies import KINDS, SAME_CODE, Body, Plan, Step
from kg.analysis.lineage.replaced import Replaced, Successor, replaced_any
from kg.analysis.recode.coterminosity import Coterminosity, course
from kg.analysis.recode.coterminosity import coterminosity as measured
from kg.errors import BadQuery, UnknownThing
from kg.model.names import cotv
from kg.model.terms import Iri
from kg.release.became import near
from server.graphql.execution.assemble import plain
from server.graphql.planning.plan import Asking, Root
from server.graphql.roots.analysed import lineage_of
from server.graphql.roots.field import RootField

_WHATS: Final = {"text": "", "odsCode": "ods", "gssCode": "gss", "name": "name"}
_NO_CHANGES: Final = ("overlap", "location")
WIDEST: Final = 250
"""How many steps one answer leads over at most; ours have fewer than fifty."""


def replaced(field: RootField) -> Root:
    """No query of its own: the lineage of a release is read once, by queries that are told there.

    Raises `BadQuery` unless just one of the texts is given, and for a kind that there is not.
    """
    given = [name for name in _WHATS if field.args.get(name) is not None]
    if len(given) != 1:
        raise BadQuery(
            "`replaced` wants one of `text`, `odsCode`, `gssCode` and `name`.",
            hint="Give just one of them; `text` is any of the others.",
        )
    text, kind = str(field.args[given[0]]), field.args.get("kind") or ""
    if kind and kind not in KINDS:
        hint = f"There are {', '.join(KINDS)}."
        raise BadQuery(f"`kind` is '{kind}', which is no kind of body.", hint=hint)
    on, what = field.args.get("on") or "", _WHATS[given[0]]

    def make(asking: Asking) -> dict[str, Any]:
        dag = lineage_of(asking.release)
        found = dag.names.meant(text, kind, what)
        names = near(dag, asking.release.search.find)
        return _told(replaced_any(dag, found, text, on, near=names))

    return field.computed(make, wide=WIDEST)


def coterminosity(field: RootField) -> Root:
    """No query of its own. Raises `BadQuery` unless one of a day and an area is given."""
    on, area = field.args.get("on") or "", field.args.get("area")
    if bool(on) == (area is not None):
        hint = "`on` tells all areas of a day, `area` one on all days on which the map changed."
        raise BadQuery("`coterminosity` wants one of `on` and `area`.", hint=hint)
    first, offset = field.page()

    def make(asking: Asking) -> list[dict[str, Any]] | UnknownThing:
        dag = lineage_of(asking.release)
        found = measured(dag, on) if area is None else list(course(dag, str(area).upper()))
        if area is not None and not found:
            return UnknownThing(area, [each.code for each in dag.bodies.values() if each.code])
        return [_area(each) for each in found[offset : offset + first]]

    return field.computed(make, wide=first)


def _told(answer: Replaced) -> dict[str, Any]:
    return {
        "asked": answer.asked,
        "on": answer.on or None,
        "outcome": answer.outcome.replace(" ", "_").upper(),
        "sentence": answer.sentence,
        "body": answer.body.iri if answer.body else None,
        "successors": [_successor(each) for each in answer.successors],
        "area": _iris(answer.area),
        "options": _iris(answer.options),
        "near": list(answer.near),
        "evidence": list(answer.evidence),
        "announced": [_plan(each) for each in dict.fromkeys(answer.announced)],
    }


def _successor(successor: Successor) -> dict[str, Any]:
    last = [path[-1] for path in successor.paths]
    return {
        "body": successor.body.iri,
        "share": _number(successor.share),
        "part": successor.part or None,
        "basis": list(dict.fromkeys(_bases(successor))),
        "since": max((each.day for each in last if each.day), default=None),
        "paths": [{"steps": [_step(step) for step in path]} for path in successor.paths],
    }


def _bases(successor: Successor) -> Iterator[str]:
    for path in successor.paths:
        yield from (step.basis for step in path if step.basis and step.share != 1)


def _step(step: Step) -> dict[str, Any]:
    return {
        "from": step.before,
        "to": step.after,
        "event": step.event,
        "change": None if step.kind in _NO_CHANGES else cotv(f"change-{step.kind}"),
        "day": step.day,
        "wholeBody": step.whole,
        "part": step.part or None,
        "share": _number(step.share),
        "basis": step.basis or None,
        "through": step.via,
        "isInferred": step.inferred,
        "sameCodeDifferentBody": SAME_CODE in step.warnings,
        "evidence": list(step.evidence),
    }


def _plan(plan: Plan) -> dict[str, Any]:
    return {"plan": plan.iri, "name": plan.name, "status": plan.status, "day": plan.day}


def _area(found: Coterminosity) -> dict[str, Any]:
    return {
        "area": found.area.iri,
        "day": found.day,
        "members": found.members,
        "edition": found.edition or None,
        "isCarried": found.carried,
        "index": _number(found.index),
        "upperTierLeast": _number(found.least),
        "upperTierMost": _number(found.most),
        "districts": [
            {
                "district": each.district,
                "shared": each.shared,
                "of": each.of,
                "isWhole": each.is_whole,
            }
            for each in found.overlaps
        ],
        "missing": _iris(found.missing),
        "note": found.note or None,
    }


def _iris(bodies: Sequence[Body]) -> list[Iri]:
    return [each.iri for each in bodies]


def _number(share: Decimal | None) -> str | None:
    return None if share is None else plain(share)
