"""What a number counts: the noun after it, or the one that a phrase before it tells."""

from __future__ import annotations

import re

from kg.documents.mentions.numbers import number
from kg.documents.mentions.typed import KIND
from kg.documents.mentions.words import vocabulary

_SKIP = vocabulary(
    "the a an of its their his her our all these those other new separate "
    "different further current "
    "existing remaining local additional"
)
_END = vocabulary(
    "in to by from will are were have had has that which and or at on "
    "for with would could can should "
    "is was be been who across per into as because if when while but than "
    "said says voted vote after before "
    "during over under between within due covering serving making including "
    "not may might must each "
    "already seems appear appears plus so then there it they he she we you i also only still set"
)
_LONGEST = 5
_MASS = vocabulary(
    "people consortia women men personnel staff patients population money "
    "savings members doctors children"
)
_PLURAL = re.compile(r"(?<![sui])s$|[A-Z]s?/[A-Z]+s?$|ICS$")
_MODIFIERS = re.compile(
    r" (?:of (?:the |its |their |our )?)?(?:[a-z][\w-]*[^\Ws] ){0,2}(?:[A-Z][\w-]+ ){0,3}"
)
_NUMBER_OF = re.compile(
    r"\bnumber of (?:the )?((?:[\w'/&-]+ ){0,3}?[\w'/&-]+s)\b(?=[^.]{0,40}$)", re.IGNORECASE
)
_WORD = re.compile(r"[A-Za-z][\w'/&-]*|[^\w\s]")


def unit_after(text: str, end: int, stop: int) -> str:
    """The counted noun after a number: up to the first plural, at most five words on.

    >>> unit_after("79 member practices voted", 2, 25)
    'member practices'
    """
    kind = KIND.search(text, end, min(stop, end + 90))
    if kind and _MODIFIERS.fullmatch(text[end : kind.start()]):
        return text[end : kind.end()].strip()
    words = [match[0] for match in _WORD.finditer(text, end, min(stop, end + 80))]
    found: list[str] = []
    for word in words[words[:1] == ["of"] :][:7]:
        low = word.lower()
        if not word[0].isalpha() or low in _END or len(found) == _LONGEST:
            break
        if number(word) is None and (found or low not in _SKIP):
            found.append(word)
            if low in _MASS or _PLURAL.search(word):
                return " ".join(found)
    return ""


def unit_before(text: str, begin: int, start: int) -> str:
    """The noun of `a population of`, `the number of CCGs from` before a number."""
    before = text[begin:start]
    if re.search(r"\b(?:population|residents|inhabitants)\b[^.]{0,30}$", before, re.IGNORECASE):
        return "people"
    if re.search(r"\b(?:vot(?:e|ed|es|ing)|ballot(?:ed)?)\b[^.]{0,24}$", before, re.IGNORECASE):
        return "votes"
    found = _NUMBER_OF.search(before)
    return found[1] if found else ""
