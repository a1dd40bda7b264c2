"""A decision as it is sent: from a form's fields or JSON's members to what the desk is told."""

from __future__ import annotations

from typing import Any, Final

from kg.documents.review import words
from kg.documents.review.desk import TYPES, Desk
from kg.documents.review.parties import bodies, party
from kg.documents.review.state import Item, Review
from kg.errors import BadParameter
from server.documents.sent import Sent
from server.pages.reviewed.card import OWN, unnamed
from server.pages.reviewed.page import last as last_of
from server.readers.protocol import Request

VERDICTS: Final = ("accept", "reject", "unsure", "undo", "missed")


def decide(desk: Desk, document: str, sent: Sent, request: Request) -> tuple[Review, str]:
    """The review after a decision, and the id of the candidate that it was about."""
    verdict, _, reason = sent.text("verdict").partition(":")
    reviewer = sent.text("reviewer") or request.text("/reviewer")
    if verdict not in VERDICTS:
        raise BadParameter("verdict", f"'{verdict}' is not one of {', '.join(VERDICTS)}")
    if verdict == "undo":
        return _undone(desk, document, sent, reviewer)
    if verdict == "missed":
        return _added(desk, document, sent, reviewer)
    name = sent.text("candidate")
    changes = sent.mapping("changes")
    if sent.is_form:
        review = desk.open(document)
        item = review.by_id.get(name)
        changes = _changes(review, item, sent) if item and verdict == "accept" else {}
    reason = sent.text("reason") or reason
    return desk.decide(document, name, verdict, reason, changes, reviewer), name


def _undone(desk: Desk, document: str, sent: Sent, reviewer: str) -> tuple[Review, str]:
    """Take the last decision back, once: where it is another by now, or none, nothing is done."""
    review = desk.open(document)
    last = last_of(review, reviewer)
    if last is None:
        return review, ""
    decision = next(each for each in review.decisions if each.sequence == last.sequence)
    if "sequence" in sent.members and sent.number("sequence") != last.sequence:
        return review, decision.candidate
    return desk.undo(document, reviewer), decision.candidate


def _added(desk: Desk, document: str, sent: Sent, reviewer: str) -> tuple[Review, str]:
    kind = sent.text("type")
    if kind not in TYPES:
        raise BadParameter("type", f"'{kind}' is not one of {', '.join(TYPES)}")
    start, end = _place(sent)
    before = desk.open(document)
    value = words.empty(kind, before.record.text[start:end], start, end)
    value |= sent.mapping("value") if not sent.is_form else {}
    review = desk.missed(document, start, end, kind, value, reviewer)
    return review, review.decisions[-1].candidate if review.decisions else ""


def _place(sent: Sent) -> tuple[int, int]:
    """The place that was marked: by its two numbers, else by a choice among found ones."""
    if sent.is_form and not sent.text("start"):
        first, _, last = sent.text("place").partition("-")
        if first.isdecimal() and last.isdecimal():
            return int(first), int(last)
        raise BadParameter("place", "no place is marked", "Search for its words, or select them.")
    return sent.number("start"), sent.number("end")


def _changes(review: Review, item: Item, sent: Sent) -> dict[str, Any]:
    """What a form says otherwise than the candidate does."""
    value = item.candidate.value
    said: dict[str, Any] = {}
    for field in words.fields(item.candidate.type, value):
        if field.name in sent.texts("has"):
            said[field.name] = _said(review, item, field, sent)
    if "link" in sent.texts("has"):
        said["link"] = _link(sent)
    own = {name: _plain(value.get(name)) for name in said}
    return {name: told for name, told in said.items() if _plain(told) != own[name]}


def _said(review: Review, item: Item, field: words.Field, sent: Sent) -> Any:
    texts = sent.texts(f"f-{field.name}")
    if field.kind == "bodies":
        return [told for each in texts if (told := _party(review, item, field, each))]
    text = texts[0].strip() if texts else ""
    if field.kind in ("person", "body"):
        return _party(review, item, field, text)
    try:
        return words.change_of(field, text)
    except ValueError:
        raise BadParameter(field.label, f"'{text}' is no number") from None


def _party(review: Review, item: Item, field: words.Field, text: str) -> dict[str, Any] | None:
    """A body or person that a form names: a candidate, or one that the value had already."""
    number = text.removeprefix(OWN)
    had = unnamed(item.value.get(field.name))
    if number != text and number.isdecimal() and int(number) < len(had):
        return had[int(number)]
    return party(review, text)


def _plain(told: Any) -> Any:
    """A value without what a party says besides who it is, and empty text as nothing."""
    if isinstance(told, list):
        return [_plain(each) for each in told]
    if isinstance(told, dict):
        return told.get("ref") or told.get("name")
    return None if told == "" else told


def _link(sent: Sent) -> str | None:
    """The body that was chosen; BadParameter for a code that the register does not have."""
    code = sent.text("other").strip()
    if not code:
        return sent.text("link") or None
    known = bodies()
    found = [key for key in known if key == code or key.partition("/")[0] == code.upper()]
    if len(found) == 1:
        return found[0]
    hint = f"One of {', '.join(found)}." if found else "Search for it by name, then use its code."
    told = "is the code of several bodies" if found else "is no code of the register"
    raise BadParameter("code", f"'{code}' {told}", hint)
