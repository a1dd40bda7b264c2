"""Bodies, steps and answers as JSON has them: names, days, fractions and IRIs as text."""

from __future__ import annotations

import re
from typing import Any, Final

from kg.analysis.lineage.bodies import KINDS, Body, Plan, Step
from kg.analysis.lineage.replaced import Replaced, Successor
from kg.model.terms import Iri

_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def body_json(body: Body) -> dict[str, Any]:
    """A body, with the days that bound its life, `None` where nobody knows."""
    return {
        "id": str(body.iri), "name": body.name, "kind": body.kind, "kindName": KINDS[body.kind],
        "code": body.code or None, **body.life._asdict(),
    }  # fmt: skip


def step_json(step: Step) -> dict[str, Any]:
    """A step: `share` is a fraction, `through` the sub-ICB location that it was followed by."""
    return {
        "from": str(step.before),
        "to": str(step.after),
        "kind": step.kind,
        "day": step.day,
        "whole": step.whole,
        "part": step.part or None,
        "share": None if step.share is None else float(step.share),
        "basis": step.basis or None,
        "event": _text(step.event),
        "evidence": [str(each) for each in step.evidence],
        "through": _text(step.via),
        "inferred": step.inferred,
        "warnings": list(step.warnings),
    }


def plan_json(plan: Plan) -> dict[str, Any]:
    """What was announced and changed nothing so far."""
    return {
        "id": str(plan.iri), "name": plan.name, "status": plan.status, "day": plan.day,
        "from": str(plan.before), "to": _text(plan.after),
    }  # fmt: skip


def replaced_json(told: Replaced) -> dict[str, Any]:
    """What replaced a body: each successor with its paths, or the options, or near names."""
    return {
        "asked": told.asked,
        "on": told.on or None,
        "outcome": told.outcome,
        "sentence": told.sentence,
        "body": body_json(told.body) if told.body else None,
        "successors": [_successor(each) for each in told.successors],
        "area": [body_json(each) for each in told.area],
        "options": [body_json(each) for each in told.options],
        "near": list(told.near),
        "evidence": [str(each) for each in told.evidence],
        "announced": [plan_json(each) for each in told.announced],
    }


def shown(text: str) -> str:
    """A text without the characters that no XML may have.

    >>> shown("a\\x00b\\tc")
    'ab\\tc'
    """
    return _NOT_XML.sub("", text)


def _successor(successor: Successor) -> dict[str, Any]:
    return {
        "body": body_json(successor.body),
        "share": None if successor.share is None else float(successor.share),
        "part": successor.part or None,
        "paths": [[step_json(step) for step in path] for path in successor.paths],
    }


def _text(iri: Iri | None) -> str | None:
    return None if iri is None else str(iri)
