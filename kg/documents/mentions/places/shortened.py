"""Bodies called by a part of their name: the first, or the last where several open alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.documents.mentions.model import Organisation
from kg.documents.mentions.names.organisations import Found
from kg.documents.mentions.places import bare_words as said
from kg.documents.mentions.text.taken import taken
from kg.documents.mentions.text.view import View
from kg.documents.patterns import compiled


def shortened(view: View, found: Found) -> Iterator[tuple[int, int, Organisation]]:
    """Give the bodies called by the first part of a name of this text: `Blackburn's chair`."""
    text = view.text
    is_taken = taken(found.organisations)
    for last, one in _tails(found).items():
        for start, end in _places(text, last):
            is_tail = said.BEFORE_TAIL.match(text, start) and said.AFTER_TAIL.match(text, end)
            if is_tail and not is_taken(start, end):
                yield start, end, replace(one, span=view.span(start, end), form="short")
                yield from _second(view, found, end)
    for first, ones in _longer(found).items():
        for start, end in _places(text, first) if len(ones) == 1 else ():
            is_chaired = text.endswith(_CHAIRED, 0, start) and text[end : end + 1] in _ENDS
            if (is_chaired or said.FIRST.match(text, end)) and not is_taken(start, end):
                yield start, end, replace(ones[0], span=view.span(start, end), form="short")


_CHAIRED: Final = ("chairs ", "chair of ")
_ENDS: Final = frozenset(".,;")


def _places(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Where words stand in a text, not right after a letter or a hyphen."""
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        if start == 0 or not _JOINED.match(text, start - 1):
            yield start, end
        start = text.find(words, end)


_JOINED: Final = compiled(r"[\w-]")


def _second(view: View, found: Found, end: int) -> Iterator[tuple[int, int, Organisation]]:
    """The body that follows a short form as the second of two: `both CrossCity and Solihull`."""
    for *_, one in found.organisations:
        name = re.sub(said.TYPE_WORD, "", one.name.removeprefix("NHS "))
        start = end + len(" and ")
        if one.type == "ccg" and one.form == "named" and view.text.startswith(f" and {name}", end):
            yield (
                start,
                start + len(name),
                replace(one, span=view.span(start, start + len(name)), form="short"),
            )
            return


def _tails(found: Found) -> dict[str, Organisation]:
    """The bodies by the rest of their names, where several open alike: Birmingham `CrossCity`."""
    given: dict[str, dict[str, Organisation]] = {}
    for *_, one in found.organisations:
        words = re.sub(said.TYPE_WORD, "", one.name.removeprefix("NHS ")).split()
        if one.type == "ccg" and one.form == "named" and len(words) > 1:
            given.setdefault(words[0], {}).setdefault(" ".join(words[1:]), one)
    return {
        tail: one
        for tails in given.values()
        if len(tails) > 1
        for tail, one in tails.items()
        if tail[:1].isupper() and not said.DIRECTION.fullmatch(tail)
    }


def _longer(found: Found) -> dict[str, list[Organisation]]:
    """The bodies of the text by the first part of their names: `Blackburn` with Darwen CCG."""
    given: dict[str, dict[str, Organisation]] = {}
    for *_, one in found.organisations:
        if one.type in said.TYPES:
            first = re.split(r" (?:with|and|upon|on)\b|,", one.name.removeprefix("NHS "))[0]
            if first != one.name.removeprefix("NHS "):
                given.setdefault(first, {}).setdefault(one.key, one)
    return {first: list(ones.values()) for first, ones in given.items()}
