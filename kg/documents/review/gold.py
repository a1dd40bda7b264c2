"""What people accepted of a document, as gold that readings can be scored against."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from kg.documents.review.state import Item, Review

_LISTS: Final = {
    "Organisation": "organisations", "Tenure": "people", "ChangeProposal": "mergers",
    "ChangeEvent": "mergers", "JointArrangement": "shared_officers", "Figure": "figures",
    "Restatement": "policy_mentions",
}  # fmt: skip
_STATUS: Final = {"voted for": "proposed (voted for)", "consulted on": "proposed (consulted on)"}
Gold = dict[str, Any]


def gold_of(review: Review) -> Gold:
    """Text and gold of a document: the eight lists of `extract --format summary`, as accepted.

    What nobody has decided on is in no list, so a document is gold when none of it is open.
    """
    record = review.record
    lists: dict[str, list[Gold]] = {
        name: []
        for name in (
            "organisations", "people", "mergers", "shared_officers", "figures", "policy_mentions",
            "quotes", "stances",
        )
    }  # fmt: skip
    for item in review.accepted:
        kind = item.candidate.type
        if kind == "Claim":
            lists["stances" if "stance" in item.value else "quotes"].append(_said(item))
        elif kind in _MAKERS:
            lists[_LISTS[kind]].append(_MAKERS[kind](item))
    return {
        "kind": record.kind, "date": record.issued, "sha256": record.digest,
        "open": review.progress.open, "text": record.text, "gold": lists,
    }  # fmt: skip


def _places(item: Item) -> list[Gold]:
    return [
        {"start": each["start"], "end": each["end"], "text": each["exact"]}
        for each in item.candidate.evidence
    ]


def _name(party: Any) -> str | None:
    return str(party["name"] if isinstance(party, Mapping) else party) if party else None


def _names(parties: Any) -> list[str]:
    return [name for each in parties or () if (name := _name(each))]


def _organisation(item: Item) -> Gold:
    value = item.value
    return {
        "name": value["name"], "canonical": value.get("canonical") or value["name"],
        "type": value.get("type"), "link": value.get("link"), "mentions": _places(item),
    }  # fmt: skip


def _tenure(item: Item) -> Gold:
    value = item.value
    return {
        "name": _name(value.get("person")), "post": value.get("post"),
        "organisation": _name(value.get("body")), "evidence": _places(item),
    }  # fmt: skip


def _change(item: Item) -> Gold:
    value = item.value
    status = str(value.get("status") or "")
    return {
        "parties": _names(value.get("original")), "result": _name(value.get("resulting")),
        "date": value.get("date"), "status": _STATUS.get(status, status),
        "drivers": [each["text"] for each in value.get("influence") or ()],
        "generic": not value.get("original"), "evidence": _places(item),
    }  # fmt: skip


def _joint(item: Item) -> Gold:
    value = item.value
    return {
        "person": _name(value.get("person")), "post": value.get("post"),
        "organisations": _names(value.get("organisations")), "evidence": _places(item),
    }  # fmt: skip


def _figure(item: Item) -> Gold:
    value = item.value
    return {
        "value": value.get("value"), "unit": value.get("unit"), "what": value.get("what"),
        "as_of": None, "approx": bool(value.get("approx")), "comparator": value.get("comparator"),
        "value_span": _places(item)[0], "evidence": _places(item),
    }  # fmt: skip


def _policy(item: Item) -> Gold:
    value = item.value
    return {
        "policy": value.get("provision"), "wording": value.get("wording"),
        "drops_typically": value.get("dropsQualifier"), "holder": value.get("holder"),
        "evidence": _places(item),
    }  # fmt: skip


def _said(item: Item) -> Gold:
    value, first = item.value, _places(item)[0]
    if "stance" in value:
        told = {name: value.get(name) for name in ("holder", "stance", "about")}
        return told | {"evidence": _places(item)}
    return {
        "speaker": value.get("speaker"), "quote": first["text"], "kind": value.get("kind"),
        "continues": bool(value.get("continues")), "start": first["start"], "end": first["end"],
    }  # fmt: skip


_MAKERS: Final = {
    "Organisation": _organisation, "Tenure": _tenure, "ChangeProposal": _change,
    "ChangeEvent": _change, "JointArrangement": _joint, "Figure": _figure, "Restatement": _policy,
}  # fmt: skip
