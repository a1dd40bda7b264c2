"""Bodies called by a part of their name: the first, or the last where several open alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.documents.mentions.model import Organisation
from kg.documents.mentions.names.organisations import Found
from kg.documents.mentions.places import bare_words as said
from kg.documents.mentions.text.view import View


def shortened(view: View, found: Found) -> Iterator[tuple[int, int, Organisation]]:
    """Give the bodies called by the first part of a name of this text: `Blackburn's chair`."""
    taken = [(start, end) for start, end, _ in found.organisations]
    for last, one in _tails(found).items():
        for match in re.finditer(said.TAIL.format(re.escape(last)), view.text):
            start, end = match.span()
            if all(b <= start or end <= a for a, b in taken):
                yield start, end, replace(one, span=view.span(start, end), form="short")
                yield from _second(view, found, end)
    for first, ones in _longer(found).items():
        for match in re.finditer(
            rf"(?<![\w-]){re.escape(first)}(?='s | (?:group|board|governing body)\b)"
            rf"|(?<=chairs ){re.escape(first)}\b(?=[.,;])|(?<=chair of ){re.escape(first)}\b"
            rf"(?=[.,;])",
            view.text,
        ):
            start, end = match.span()
            if len(ones) == 1 and all(b <= start or end <= a for a, b in taken):
                yield start, end, replace(ones[0], span=view.span(start, end), form="short")


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
