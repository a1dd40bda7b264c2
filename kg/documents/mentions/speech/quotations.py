"""Quotations: marks by direction and neighbours, apostrophes, runs over paragraphs, split ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.documents.mentions.model import Segment
from kg.documents.patterns import compiled

_WORD = compiled(r"[\w'’-]+")
_OPEN = {"“": "”", "‘": "’", '"': '"', "'": "'", "«": "»", "„": "”"}
_MARK = compiled(f"[{''.join(_OPEN)}]")
_LONGEST = 4000
"""Characters of a quotation between its marks."""
_DEEPEST = 3
"""Quotations within one another."""
_SENTENCE_END = ".,!?…;:—–-"


@dataclass(frozen=True, slots=True)
class Quoted:
    """Quoted words in the text of record; `runs_on` when the closing mark is left out."""

    start: int
    end: int
    paragraph: int
    mark: str
    runs_on: bool = False

    @property
    def outer(self) -> tuple[int, int]:
        """The stretch with its marks."""
        return self.start - 1, self.end + (0 if self.runs_on else 1)


def quoted(text: str, segments: tuple[Segment, ...]) -> list[Quoted]:
    """Give the outermost quotations of a text in order, furniture left out."""
    found: list[Quoted] = []
    proper = [one for one in segments if one.kind != "furniture"]
    for number, segment in enumerate(proper):
        after = proper[number + 1] if number + 1 < len(proper) else None
        follows = text[after.span.start] if after else ""
        found += _in_paragraph(text, segment.span.start, segment.span.end, number, follows)
    return found


def _in_paragraph(text: str, start: int, end: int, number: int, follows: str) -> Iterator[Quoted]:
    at = start
    while found := _MARK.search(text, at, end):
        at, mark = found.start(), found[0]
        if not _opens(text, at, start, end):
            at += 1
            continue
        close = _close(text, at, end)
        if close is None:
            if mark in "“‘\"'" and follows == mark and at + 1 < end:
                yield Quoted(at + 1, end, number, mark, runs_on=True)
                return
            at += 1
            continue
        if close > at + 1:
            yield Quoted(at + 1, close, number, mark)
        at = close + 1


def _opens(text: str, at: int, start: int, end: int) -> bool:
    """Whether a mark opens: nothing, a space, a bracket or a dash is before it, a word after it."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if text[at] == "‘" and after.isdigit():
        return False
    return (
        (before.isspace() or before in '([{–—-/:“‘"')
        and not after.isspace()
        and after not in ".,;:)"
    )


def _close(text: str, at: int, end: int) -> int | None:
    """Where the quotation that opens at `at` closes, or None."""
    mark = text[at]
    if mark == '"':
        return _straight(text, at, end)
    if mark in "“«„":
        return _directional(text, at, end, _OPEN[mark])
    return _single(text, at, end)


def _directional(text: str, at: int, end: int, closing: str) -> int | None:
    depth = 0
    end = min(end, at + _LONGEST)
    for place in range(at + 1, end if text.find(closing, at, end) > 0 else at):
        if text[place] == text[at]:
            depth += 1
            if depth > _DEEPEST:
                break
        elif text[place] == closing:
            if depth <= 0:
                return place
            depth -= 1
    first = text.find(closing, at + 1, end)
    return first if first >= 0 else None


def _straight(text: str, at: int, end: int) -> int | None:
    place = text.find('"', at + 1, end)
    return place if place >= 0 else None


def _single(text: str, at: int, end: int) -> int | None:
    """The closing single mark, which is never inside a word.

    The apostrophe of a plural (`the CCGs’ plan`) is taken only where no later mark can close.
    """
    candidates = list(_closings(text, at, end))
    for place in candidates:
        is_plural = text[place - 1] == "s" and re.match(r" [a-z]", text[place + 1 : place + 3])
        if not is_plural or place == candidates[-1]:
            return place
    return None


def _closings(text: str, at: int, end: int) -> Iterator[int]:
    """Where a single quotation may close: up to a mark after a stop, or up to the next opening."""
    closing = "’" if text[at] == "‘" else "'"
    depth = seen = 0
    for place in range(at + 1, min(end, at + _LONGEST)):
        if text[place] not in {text[at], closing}:
            continue
        if _opens(text, place, at, end) and (text[at] == closing or text[place] != closing):
            depth += 1
            if seen or text[at] == closing or depth > _DEEPEST:
                return
        elif text[place] == closing and not text[place + 1 : min(place + 2, end)].isalnum():
            seen, depth, is_outer = (seen, depth - 1, False) if depth else (seen + 1, 0, True)
            if is_outer:
                yield place
            if is_outer and text[place - 1] in ".,!?…":
                return


def kind_of(text: str, one: Quoted, segment: Segment) -> str:
    """`full`, `fragment`, `pull` or `word`, by length, capital and what stands around the marks."""
    words = _WORD.findall(text[one.start : one.end])
    whole = one.outer[0] <= segment.span.start and one.outer[1] >= segment.span.end
    starts = text[one.start : one.start + 1].isupper() or text[one.start] in "…["
    if (
        whole
        and not text[one.start : one.end].rstrip().endswith((".", "!", "?", ",", "…"))
        and len(words) > 4
    ):
        return "pull"
    if len(words) == 1:
        return "word"
    if starts and (len(words) > 5 or text[one.end - 1] in _SENTENCE_END):
        return "full"
    return "fragment"
