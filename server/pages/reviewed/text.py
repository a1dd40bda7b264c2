"""A text of record with marks where something was read in it, and any passage of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from markupsafe import Markup, escape

from kg.documents.record.model import TextRecord
from kg.documents.review.state import Item, Review

MOST: Final = 40_000
"""How many characters of a text are on a page; of a longer one, those around what is looked at."""
AROUND: Final = 90
"""How many characters are told before and after a passage."""
PLACES: Final = 20
"""How many places of words are offered to choose from."""
_SPACES: Final = re.compile(r"\s+")
_SHAPES: Final = {"Organisation": "body", "AgentGroup": "body", "Person": "person"}


class Piece(NamedTuple):
    """A stretch of the text: the item that is read there (none if empty), and how it looks."""

    text: Markup
    item: str = ""
    look: str = ""
    is_now: bool = False


class Shown(NamedTuple):
    """As much of a text as is on the page; `start` is the offset of its first character."""

    pieces: list[Piece]
    start: int
    before: int
    after: int


class Passage(NamedTuple):
    """Words in their place: what is before and after them, and where that is."""

    start: int
    end: int
    before: str
    exact: str
    after: str
    where: str


def exactly(text: str) -> Markup:
    """Text that a browser keeps as it is: a carriage return, too, which it would drop.

    >>> exactly("a<\\r\\n")
    Markup('a&lt;&#13;\\n')
    """
    return Markup(str(escape(text)).replace("\r", "&#13;"))  # noqa: S704 - it is escaped


def shown(review: Review, now: Item | None) -> Shown:
    """The text with its marks; those of the item that is looked at stand out."""
    text = review.record.text
    start, end = _window(len(text), now)
    spans = [
        (place["start"], place["end"], each, each is now)
        for each in review.items
        for place in each.candidate.evidence
        if place["start"] < end and place["end"] > start
    ]
    pieces = [_piece(text[a:b], found) for a, b, found in _stretches(spans, start, end)]
    return Shown(pieces, start, start, len(text) - end)


def passage(record: TextRecord, start: int, end: int) -> Passage:
    """The words from start to end with those around them."""
    place = record.place(start)
    page = f"page {place.page}, " if place.page else ""
    text = record.text
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    before, after = _SPACES.sub(" ", text[first:start]), _SPACES.sub(" ", text[end:last])
    if first:
        before = "… " + before.partition(" ")[2]
    if last < len(text):
        after = after.rpartition(" ")[0] + " …"
    return Passage(start, end, before, text[start:end], after, f"{page}line {place.line}")


def places(record: TextRecord, words: str) -> list[Passage]:
    """The first places where the text has these words, whatever their case."""
    found: list[Passage] = []
    folded, wanted = record.text.lower(), words.lower()
    if not wanted or len(folded) != len(record.text):  # a letter may be two in lower case
        folded, wanted = record.text, words
    at = folded.find(wanted) if wanted else -1
    while at >= 0 and len(found) < PLACES:
        found.append(passage(record, at, at + len(wanted)))
        at = folded.find(wanted, at + len(wanted))
    return found


Span = tuple[int, int, Item, bool]


def _window(length: int, now: Item | None) -> tuple[int, int]:
    if length <= MOST:
        return 0, length
    at = now.candidate.evidence[0]["start"] if now and now.candidate.evidence else 0
    start = max(0, min(at - MOST // 2, length - MOST))
    return start, start + MOST


def _stretches(
    spans: Iterable[Span], start: int, end: int
) -> Iterator[tuple[int, int, Span | None]]:
    """The text in stretches, each with what is read there: what is looked at, else the shortest."""
    begins: dict[int, list[Span]] = {}
    cuts = {start, end}
    for span in spans:
        first, last = max(span[0], start), min(span[1], end)
        cuts |= {first, last}
        begins.setdefault(first, []).append(span)
    here: list[Span] = []
    ordered = sorted(cuts)
    for first, last in pairwise(ordered):
        here = [each for each in [*here, *begins.get(first, ())] if each[1] > first]
        yield first, last, min(here, key=_rank, default=None)


def _rank(span: Span) -> tuple[bool, int]:
    return not span[3], span[1] - span[0]


def _piece(text: str, found: Span | None) -> Piece:
    if found is None:
        return Piece(exactly(text))
    item = found[2]
    look = f"{_SHAPES.get(item.candidate.type, 'fact')} {item.verdict}"
    return Piece(exactly(text), item.id, look, found[3])
