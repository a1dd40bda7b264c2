"""What the pages of documents say: a list of them, one with its text, and one card to decide on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from kg.documents.record.model import TextRecord
from kg.documents.review import words
from kg.documents.review.log import Decision
from kg.documents.review.parties import bodies as bodies
from kg.documents.review.parties import party as party
from kg.documents.review.state import Item, Progress, Review
from kg.documents.review.suggestions import choices, found, suggested
from server.pages.dates import worded
from server.pages.reviewed_text import Passage, Shown, passage, places, shown

SHOWN: Final = 6
"""How many places of one candidate are told on its card."""
OWN: Final = "own-"
"""Begins what stands for a party that is no candidate; its number among them follows."""
_BASES: Final = {
    "stated": "the text says so", "inMetadata": "the file says so", "givenByUser": "you said so",
    "inferred": "taken from how the text looks",
}  # fmt: skip
_TOLD: Final = (
    ("author", "By"), ("publisher", "Published by"), ("issued", "Issued"), ("kind", "Kind"),
    ("address", "Address"), ("media", "Read as"),
)  # fmt: skip


class Row(NamedTuple):
    """A document in the list, and how far its review is."""

    id: str
    title: str
    about: str
    progress: Progress
    is_committed: bool


class Fact(NamedTuple):
    """What is known of a document, and how."""

    label: str
    value: str
    basis: str


class Line(NamedTuple):
    """A candidate in a list."""

    id: str
    sentence: str
    verdict: str
    is_now: bool


class Option(NamedTuple):
    """A body of the register that a name may mean."""

    key: str
    name: str
    days: str
    is_chosen: bool


class Choice(NamedTuple):
    """A body or a person of the document that a fact may be about."""

    id: str
    name: str
    is_chosen: bool


class Entry(NamedTuple):
    """A field of the form: what stands in it, and what may be chosen."""

    field: words.Field
    value: str
    choices: list[Choice]


class Card(NamedTuple):
    """One candidate, to be decided on."""

    item: Item
    number: int
    kind: str
    sentence: str
    verdict: str
    reason: str
    rule: str
    history: str
    passages: list[Passage]
    more: int
    options: list[Option]
    is_suggested: bool
    body: str
    entries: list[Entry]
    needs: list[Line]
    disagreement: str
    before: str
    after: str


class Last(NamedTuple):
    """What the reviewer decided last, and may take back."""

    sequence: int
    words: str


class Page(NamedTuple):
    """A document and its review."""

    record: TextRecord
    title: str
    facts: list[Fact]
    progress: Progress
    text: Shown
    card: Card | None
    next: str
    last: Last | None
    groups: list[tuple[str, list[Line]]]
    find: str
    found: list[Passage]
    reasons: Mapping[str, str] = words.REASONS
    kinds: Mapping[str, str] = words.KINDS


def row(review: Review, is_committed: bool) -> Row:
    """A document in the list."""
    record = review.record
    told = [record.publisher, worded(record.issued) if record.issued else ""]
    return Row(
        record.id, title_of(record), " · ".join(filter(None, told)), review.progress, is_committed
    )


def title_of(record: TextRecord) -> str:
    """The title of a document, or its first words."""
    if record.title:
        return record.title
    first = " ".join(record.text[:400].split()[:9])
    return f"{first} …"


def page(  # noqa: PLR0913 - what the address of a page says
    review: Review,
    at: str,
    reviewer: str,
    find: str = "",
    body: str = "",
    *,
    is_plain: bool = False,
) -> Page:
    """A document with the card of the candidate `at`, of the next open one, or of the first.

    `find` is searched for in the text, `body` in the register. Where it `is_plain` there is no
    card.
    """
    item = review.by_id.get(at) or review.next_after() or next(iter(review.items), None)
    item = None if is_plain else item
    later = review.next_after(item.id if item else "")
    return Page(
        review.record,
        title_of(review.record),
        _facts(review.record),
        review.progress,
        shown(review, item),
        _card(review, item, body) if item else None,
        later.id if later and item and later.id != item.id else "",
        last(review, reviewer),
        _groups(review, item),
        find,
        places(review.record, find),
    )


def last(review: Review, reviewer: str) -> Last | None:
    """What a reviewer decided last and did not take back."""
    undone = {each.changes.get("undoes") for each in review.decisions if each.verdict == "undo"}
    for each in reversed(review.decisions):
        if each.reviewer == reviewer and each.verdict != "undo" and each.sequence not in undone:
            return Last(each.sequence, _decided(review, each))
    return None


def unnamed(told: Any) -> list[dict[str, Any]]:
    """Those parties of a value that are no candidates of their own, such as a group of bodies."""
    return [each for each in _parties(told) if not each.get("ref")]


def _decided(review: Review, decision: Decision) -> str:
    item = review.by_id.get(decision.candidate)
    said = words.sentence(item.candidate.type, item.value) if item else decision.candidate
    verb = "added" if decision.verdict == "missed" else words.VERDICTS[decision.verdict]
    return f"{verb}: {said}"


def _facts(record: TextRecord) -> list[Fact]:
    return [
        Fact(label, worded(value), _BASES.get(record.bases.get(name, ""), ""))
        for name, label in _TOLD
        if (value := getattr(record, name))
    ]


def _card(review: Review, item: Item, body: str) -> Card:
    candidate = item.candidate
    order = [each.id for each in review.items]
    at = order.index(item.id)
    yes, no = (candidate.support.get(each, 0) for each in ("accepted", "rejected"))
    rule = candidate.extractor["rule"]
    is_marked = rule == "missed"
    return Card(
        item,
        at + 1,
        words.KINDS.get(candidate.type, candidate.type),
        words.sentence(candidate.type, item.value),
        words.VERDICTS[item.verdict],
        words.REASONS.get(item.reason, item.reason),
        "marked by a person" if is_marked else f"{rule} {candidate.extractor['version']}",
        "" if is_marked else f"accepted {yes} of {yes + no}" if yes + no else "untested",
        [passage(review.record, each["start"], each["end"]) for each in candidate.evidence[:SHOWN]],
        max(0, len(candidate.evidence) - SHOWN),
        _options(review, item, body) if candidate.type == "Organisation" else [],
        bool(suggested(review, item)),
        body,
        [_entry(review, item, each) for each in words.fields(candidate.type, item.value)],
        [_line(review.by_id[each], None) for each in item.needs if each in review.by_id],
        words.listed(
            [f"{who or 'somebody'}: {_VERBS[verdict]}" for who, verdict in item.disagreement]
        ),
        order[at - 1] if at else "",
        order[at + 1] if at + 1 < len(order) else "",
    )


_VERBS: Final = words.VERDICTS | {"missed": "added"}


def _options(review: Review, item: Item, body: str) -> list[Option]:
    """What may be meant; what was searched for, if anything was, comes first."""
    link = item.value.get("link") or ""
    keys = (*(found(body, review.record.issued) if body else ()), *choices(review, item))
    return [_option(key, key == link) for key in dict.fromkeys(keys)]


def _option(key: str, is_chosen: bool) -> Option:
    body = bodies().get(key)
    if body is None:
        return Option(key, key, "", is_chosen)
    opened, closed = (worded(each) if each else "" for each in (body.opened, body.closed))
    days = f"{opened} to {closed}" if closed else f"since {opened}" if opened else ""
    return Option(key, body.name, days, is_chosen)


def _entry(review: Review, item: Item, field: words.Field) -> Entry:
    told = item.value.get(field.name)
    if field.kind in ("text", "number", "tick"):
        return Entry(field, words.shown(field, item.value), [])
    if field.kind == "choice":
        now = words.shown(field, item.value)
        choices = [Choice(each, each or "not told", each == now) for each in field.choices]
        return Entry(field, now, choices)
    refs = {each.get("ref") for each in _parties(told)}
    own = [Choice(f"{OWN}{at}", each["name"], True) for at, each in enumerate(unnamed(told))]
    kind = "Person" if field.kind == "person" else "Organisation"
    named = [
        Choice(each.id, str(each.value.get("name")), each.id in refs)
        for each in review.items
        if each.candidate.type == kind and (each.verdict != "reject" or each.id in refs)
    ]
    return Entry(field, "", [*own, *named])


def _parties(told: Any) -> list[dict[str, Any]]:
    return [each for each in (told if isinstance(told, list) else [told]) if each]


def _groups(review: Review, now: Item | None) -> list[tuple[str, list[Line]]]:
    groups: dict[str, list[Line]] = {}
    for each in review.items:
        groups.setdefault(words.KINDS.get(each.candidate.type, each.candidate.type), []).append(
            _line(each, now)
        )
    return list(groups.items())


def _line(item: Item, now: Item | None) -> Line:
    told = words.sentence(item.candidate.type, item.value)
    return Line(item.id, told, words.VERDICTS[item.verdict], item is now)
