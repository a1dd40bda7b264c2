"""What a number counts: the noun after it, or the one that a phrase before it tells."""

from __future__ import annotations

import re

from kg.documents.mentions.figures.numbers import number
from kg.documents.mentions.names.type_words import KIND
from kg.documents.mentions.text.words import vocabulary
from kg.documents.patterns import compiled

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
_NEAR = 160
_MASS = vocabulary(
    "people consortia women men personnel staff patients population money "
    "savings members doctors children"
)
_PLURAL = compiled(r"(?<![sui'])s$|[A-Z]s?/[A-Z]+s?$|ICS$")
_MODIFIERS = compiled(
    r" (?:of (?:the |its |their |our )?)?(?:(?!(?:at|in|to|by|for|on|from|with|under)\b)"
    r"[a-z][\w-]*[^\Ws] ){0,2}(?:[A-Z][\w-]+ ){0,3}"
)
_NUMBER_OF = compiled(
    r"\bnumber of (?:the )?((?:[\w'/&-]+ ){0,3}?[\w'/&-]+s)\b(?=[^.]{0,40}$)", re.IGNORECASE
)
_NUMBERS = compiled(r"\b(CCG|ICB|PCT|STP|practice|member) numbers\b(?=[^.]{0,60}$)", re.IGNORECASE)
_TALLY = compiled(r" (?:for|against)(?=[,.;\n]| and |$)")
_CAME = compiled(
    r" (?:of (?:us|you) |people )?(?:came|attended|turned (?:up|out)|joined|took part|marched"
    r"|signed)\b"
)
_LABEL = compiled(r"\b([\w'/-]+s(?: cast)?): $")
_PART_OF = compiled(
    r"(?:(?:one|two|three|four|five|six|seven|eight|nine)-)?"
    r"(?:half|halves|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)"
)
_WORD = compiled(r"[A-Za-z][\w'/&-]*|[^\w\s]")


def unit_after(text: str, end: int, stop: int) -> str:
    """The counted noun after a number: up to the first plural, at most five words on.

    >>> unit_after("79 member practices voted", 2, 25)
    'member practices'
    """
    kind = KIND.search(text, end, min(stop, end + 90))
    if kind and _MODIFIERS.fullmatch(text[end : kind.start()]):
        return text[end : kind.end()].strip()
    if _TALLY.match(text, end):
        return "votes"
    return "people" if _CAME.match(text, end) else _plural_after(text, end, stop)


def _plural_after(text: str, end: int, stop: int) -> str:
    """The first plural after a number, with the words before it, or empty."""
    words = [match[0] for match in _WORD.finditer(text, end, min(stop, end + 80))]
    found: list[str] = []
    skipped = 2 if words[:2] == ["out", "of"] else words[:1] == ["of"]
    for word in words[skipped:][:7]:
        low = word.lower()
        if not word[0].isalpha() or low in _END or len(found) == _LONGEST:
            break
        if _PART_OF.fullmatch(low):
            break
        if number(word) is None and (found or low not in _SKIP):
            found.append(word)
            if low in _MASS or _PLURAL.search(word):
                return " ".join(found)
    return ""


def unit_before(text: str, begin: int, start: int) -> str:
    """The noun of `a population of`, `the number of CCGs from` before a number."""
    before = text[max(begin, start - _NEAR) : start]
    if re.search(r"\b(?:population|residents|inhabitants)\b[^.]{0,30}$", before, re.IGNORECASE):
        return "people"
    if re.search(
        r"\b(?:vot(?:e|ed|es|ing(?! (?:members?|rights)\b))|ballot(?:ed)?)\b[^.]{0,24}$",
        before,
        re.IGNORECASE,
    ):
        return "votes"
    if re.search(r"\b(?:team|workforce|headcount|staff) of [^.]{0,24}$", before, re.IGNORECASE):
        return "staff"
    found = _NUMBER_OF.search(before) or _LABEL.search(before)
    counted = _NUMBERS.search(before)
    return found[1] if found else f"{counted[1]}s" if counted else ""
