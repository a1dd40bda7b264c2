"""Numbers that are no figures: times and ages, labels, idioms, and places in a row."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.mentions.figures.numbers import number
from kg.documents.mentions.figures.words import (
    ABSTAINED,
    ADDRESS,
    AGE,
    APART,
    AT_TIME,
    CLOCK,
    LABELLED,
    LASTS,
    NUMBERED,
    ONE_OF_A_ROW,
    ORDINAL,
    TALLY,
    TIME,
    VAGUE,
)
from kg.documents.patterns import compiled


def is_no_figure(text: str, match: re.Match[str], begin: int) -> bool:
    """Whether the number is part of a time, a label, an idiom or an article.

    `begin` is where its sentence begins.
    """
    start, end = match.span("core")
    if match["fraction"]:
        return _is_ordinal(match, text, begin)
    if match["pound"] or match["percent"]:
        return False
    first = (match["first"] or "").lower()
    if LABELLED.search(text, max(begin, start - 24), start):
        return True
    if TIME.match(text, end):
        return not _is_span(text, begin, start, end)
    if first == "one":
        is_last = ABSTAINED.match(text, end) and TALLY.search(text, max(begin, start - 90), start)
        return not is_last
    if CLOCK.fullmatch(first) and AT_TIME.search(text, max(begin, start - 12), start):
        return True
    return _is_idle(text, first, end) or _is_label(text, first, start, end)


def _is_idle(text: str, first: str, end: int) -> bool:
    """Whether the number counts nothing: a word of an idiom, `hundreds`, a string of digits."""
    if first == "zero" or (first.isdigit() and len(first) > 7):
        return True
    if first in {"a hundred", "a thousand", "a dozen"} and text[end : end + 1] == "s":
        return True
    small = (number(first) or 0) < 13 and not first[0].isdigit() and "dozen" not in first
    return small and VAGUE.match(text, end) is not None


def _is_span(text: str, begin: int, start: int, end: int) -> bool:
    """Whether a time is one that something takes or by which things differ, so a figure."""
    is_told = APART.match(text, end) or LASTS.search(text, max(begin, start - 40), start)
    return bool(is_told and _SPAN.match(text, end))


_COMPARED: Final = compiled(r" (?:[a-z]+er|less|more|below|above|off|down|up)\b")
_SPAN: Final = compiled(r" (?:years|months)\b(?! (?:ago|later|earlier|before|after|old|late)\b)")


def _is_ordinal(match: re.Match[str], text: str, begin: int) -> bool:
    """Whether a fraction is a place in a row: `the last third`, `is working on a sixth`."""
    start = match.start("core")
    is_row = (
        match["part3"]
        and ONE_OF_A_ROW.search(text, max(begin, start - 10), start)
        and not _COMPARED.match(text, match.end("core"))
    )
    return bool(is_row or ORDINAL.search(text, max(begin, start - 10), start))


def _is_label(text: str, first: str, start: int, end: int) -> bool:
    """Whether a number is an age, a telephone or house number, or that of a section or note."""
    follow = text[end : end + 2]
    if (start == 0 or text[start - 1] == "\n") and NUMBERED.match(text, start):
        return True
    if first.isdigit() and first[0] == "0":
        return True
    if len(first) == 2 and follow[:1] in {",", ")", "."} and AGE.search(text, start - 7, start):
        return True
    return bool(ADDRESS.match(text, end)) or (
        follow[:1] == ")" and text[start - 1] == "(" and len(first) < 3
    )
