"""Posts: who holds which, in which bodies, as a sentence says it."""

from __future__ import annotations

import re

from kg.documents.mentions.model import Post
from kg.documents.mentions.people import post_asides as told
from kg.documents.mentions.people import post_patterns as said
from kg.documents.mentions.people.post_bodies import bodies_of, following
from kg.documents.mentions.people.post_reading import Body, Cast, Reading, reading_of
from kg.documents.mentions.text.coded import Coded, P, T
from kg.documents.mentions.text.view import View
from kg.documents.patterns import compiled

__all__ = ["Cast", "posts"]

_PATTERNS = (
    said.TAKES_OVER, said.IS_REPLACED, said.JOINING, said.LED_IN, said.SIGNED, said.NAMED,
    said.APPOSED, said.BECOMING, said.HOLDS, said.HELD_BY,
)  # fmt: skip
_TITLE = compiled(T)


def posts(view: View, coded: Coded, cast: Cast) -> list[tuple[int, int, Post]]:
    """Give the posts of a text in order, each once for each holder, with the folded places.

    Somebody who is only said to be of a body has a post without a title, at the body's place.
    """
    reading = reading_of(view, coded, cast)
    seats = list(told.seats(reading))
    told.verbs(reading)
    told.moves(reading)
    for pattern in _PATTERNS:
        for match in pattern.finditer(reading.text):
            _read(reading, match)
    told.first_person(reading)
    told.career(reading)
    told.by_others(reading)
    held = {holder for _, holder in reading.found}
    for start, end, one in seats:
        if one.title != "MP" or one.bodies or one.holder not in held:
            reading.found.setdefault((start, one.holder), (start, end, one))
    told.alone(reading)
    told.members(reading)
    return sorted(reading.found.values(), key=lambda one: one[:2])


def _read(reading: Reading, match: re.Match[str]) -> None:
    """The posts of a match, and those that follow for the same person."""
    groups = match.groupdict()
    at = match.start("post")
    if at in reading.covered or _is_next(reading, match):
        return
    who = reading.people(groups.get("who")) or reading.people(groups.get("new"))
    if len(who) > 1 and not reading.is_plural(at):
        is_each = said.SHARED_OUT.search(reading.text, max(0, at - 12), at)
        who = who if is_each else who[-1:] if match.start("who") < at else who[:1]
    elif match.re is said.LED_IN and len(who) == 1 and reading.is_plural(at):
        return
    if match.re is said.LED_IN and _is_apposed(reading, match):
        return
    bodies = bodies_of(reading, match)
    reading.title(at, who, bodies, match)
    if groups.get("second"):
        reading.title(match.start("second"), who, bodies, match)
    if groups.get("old"):
        start, end = reading.place(at, at + 1)
        title = reading.words(at)
        old = reading.people(groups["old"])
        reading.keep(start, end, title, old, bodies, match, is_past=True)
    end = match.end()
    if who and match.start() < at and groups.get("who") and match.start("who") < at:
        end = following(reading, who, end)
    _replaced(reading, at, bodies, match, end)


def _replaced(
    reading: Reading, at: int, bodies: list[Body], match: re.Match[str], end: int
) -> None:
    """Whoever is replaced held the post before."""
    before = said.REPLACED.match(reading.text, end)
    if before is None or _TITLE.search(before[0][: -len(before["old"])].rsplit(" ", 1)[0]):
        return
    for person in reading.people(before["old"]):
        start, stop = reading.place(at, at + 1)
        if all(holder != person.key for _, holder in reading.found):
            title = reading.view.text[start:stop]
            reading.keep(start, stop, title, [person], bodies, before, is_past=True)


def _is_next(reading: Reading, match: re.Match[str]) -> bool:
    """Whether a title after a person belongs to the one after it: `the chair, A, the head, B`."""
    who = match.groupdict().get("who")
    if not who or match.start("who") > match.start("post"):
        return False
    led = re.search(rf"{T}, $", reading.text[max(0, match.start("who") - 3) : match.start("who")])
    return bool(led and re.match(rf", {P}", reading.text[match.end("post") :][:3]))


def _is_apposed(reading: Reading, match: re.Match[str]) -> bool:
    """Whether the title is of the person before it: `A, chair of Nene CCG, B, …`."""
    before = reading.text[max(0, match.start() - 12) : match.start()]
    gap = reading.text[match.end("post") : match.start("who")]
    return (
        "," in gap
        and re.search(rf"(?<!{T}, )(?<!{T} ){P}, (?:the |an? |its )?$", before) is not None
    )
