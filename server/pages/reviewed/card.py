"""One card: a candidate to be decided on, where it was read, what it needs, and what may be set."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from kg.documents.review import words
from kg.documents.review.parties import bodies, known_names
from kg.documents.review.state import Item, Review
from kg.documents.review.suggestions import choices, found, suggested
from server.pages.reviewed.text import Passage, passage
from server.pages.words.dates import worded

SHOWN: Final = 6
"""How many places of one candidate are told on its card."""
OWN: Final = "own-"
"""Begins what stands for a party that is no candidate; its number among them follows."""


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


def card(review: Review, item: Item, body: str = "") -> Card:
    """The card of a candidate; `body` is searched for in the register."""
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
        [line(review.by_id[each], None) for each in item.needs if each in review.by_id],
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
    """A body to choose.

    >>> _option("x/nhs-england", True)
    Option(key='x/nhs-england', name='NHS England', days='', is_chosen=True)
    """
    body = bodies().get(key)
    if body is None:
        return Option(key, known_names().get(key, key), "", is_chosen)
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


def unnamed(told: Any) -> list[dict[str, Any]]:
    """Those parties of a value that are no candidates of their own, such as a group of bodies."""
    return [each for each in _parties(told) if not each.get("ref")]


def line(item: Item, now: Item | None) -> Line:
    """A candidate as a line of a list, which says whether it is the one told `now`."""
    told = words.sentence(item.candidate.type, item.value)
    return Line(item.id, told, words.VERDICTS[item.verdict], item is now)
