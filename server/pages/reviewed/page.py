"""A document in the list of documents, and its page: facts, text, progress, candidates, a card."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from kg.documents.record.model import TextRecord
from kg.documents.review import words
from kg.documents.review.log import Decision
from kg.documents.review.state import Item, Progress, Review
from server.pages.reviewed.card import Card, Line, card, line
from server.pages.reviewed.text import Passage, Shown, places, shown
from server.pages.words.dates import worded

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
        card(review, item, body) if item else None,
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


def _decided(review: Review, decision: Decision) -> str:
    item = review.by_id.get(decision.candidate)
    said = words.sentence(item.candidate.type, item.value) if item else decision.candidate
    return f"{_DID.get(decision.verdict) or words.VERDICTS[decision.verdict]}: {said}"


_DID: Final = {"missed": "added", "unsure": "are not sure of"}
"""What a reviewer did, after `you`, where the verdict itself does not say it so."""


def _facts(record: TextRecord) -> list[Fact]:
    return [
        Fact(label, worded(value), _BASES.get(record.bases.get(name, ""), ""))
        for name, label in _TOLD
        if (value := getattr(record, name))
    ]


def _groups(review: Review, now: Item | None) -> list[tuple[str, list[Line]]]:
    groups: dict[str, list[Line]] = {}
    for each in review.items:
        groups.setdefault(words.KINDS.get(each.candidate.type, each.candidate.type), []).append(
            line(each, now)
        )
    return list(groups.items())
