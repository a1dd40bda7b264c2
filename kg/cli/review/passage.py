"""The text of a document with its marks, wrapped to the width that there is.

Every row knows the offsets of what it shows, so a mark is drawn where the text of record has it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import ClassVar, Final, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from kg.documents.review.state import Item, Review

MARGIN: Final = 1
_BREAK: Final = re.compile(r"\r\n|[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")
_WORD: Final = re.compile(r"\S+\s*|\s+")
_UNSEEN: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
STYLES: Final = {
    "open": Style(underline=True, color="cyan"),
    "accept": Style(bold=True, color="green"),
    "reject": Style(strike=True, dim=True),
    "unsure": Style(italic=True, underline=True, color="yellow"),
    "found": Style(underline2=True, bold=True, color="magenta"),
    "here": Style(reverse=True, bold=True),
    "chosen": Style(reverse=True, underline=True),
}
"""How a mark is drawn: each in a shape that needs no colour. The later ones win."""
_RANK: Final = {name: rank for rank, name in enumerate(STYLES)}


class Row(NamedTuple):
    """A row on the screen: the offsets in the text between which it lies."""

    start: int
    end: int


_NAMED: Final = frozenset({"Organisation", "Person", "Figure"})
"""Types that are marked at all times; of the others, which are whole sentences, the one shown."""


class Mark(NamedTuple):
    """A part of the text, and the name of the style that it has."""

    start: int
    end: int
    style: str


def rows(text: str, width: int) -> list[Row]:
    """The text wrapped between words to so many cells; a longer word is cut.

    >>> [("one two", 3), rows("one two", 3)]
    [('one two', 3), [Row(start=0, end=4), Row(start=4, end=7)]]
    """
    found: list[Row] = []
    start = 0
    ends = [*(each.span() for each in _BREAK.finditer(text)), (len(text), len(text))]
    for end, after in ends:
        found += _wrapped(text, start, end, max(width, 1))
        start = after
    return found


def marks_of(review: Review, shown: Item | None) -> list[Mark]:
    """The marks of what is named in a document, and of the candidate that is shown."""
    return [
        Mark(place["start"], place["end"], "here" if each is shown else each.verdict)
        for each in review.items
        if each is shown or each.candidate.type in _NAMED
        for place in each.candidate.evidence
    ]


def _wrapped(text: str, start: int, end: int, width: int) -> Iterator[Row]:
    first, used = start, 0
    for word in _WORD.finditer(text, start, end):
        bare = _cells(word.group().rstrip())
        if used and used + bare > width:
            yield Row(first, word.start())
            first, used = word.start(), 0
        at = word.start()
        while bare > width:
            cut = _cut(text, at, word.end(), width)
            yield Row(first, cut)
            first = at = cut
            bare = _cells(text[at : word.end()].rstrip())
            used = 0
        used += _cells(text[at : word.end()])
    yield Row(first, end)


def _cut(text: str, start: int, end: int, width: int) -> int:
    """As far as a word goes into a row; one character at the least."""
    at = start + 1
    while at < end and _cells(text[start : at + 1]) <= width:
        at += 1
    return at


def _cells(text: str) -> int:
    """How many cells a text takes; what cannot be seen is drawn as a space."""
    return cell_len(_UNSEEN.sub(" ", text))


class Passage(ScrollView, can_focus=True):
    """The text; `show` gives it its marks and what is to be in sight."""

    DEFAULT_CSS: ClassVar[str] = "Passage { background: $surface; color: $foreground; }"

    def __init__(self, text: str) -> None:
        super().__init__(id="passage")
        self.text = text
        self._marks: tuple[Mark, ...] = ()
        self._rows: list[Row] = []
        self._starts: list[int] = []
        self._sight = (0, 0)

    def show(self, marks: Sequence[Mark], start: int, end: int) -> None:
        """Draw these marks, and have the text between two offsets in sight."""
        self._marks = tuple(sorted(marks, key=lambda each: _RANK[each.style]))
        self._sight = (start, end)
        self._reach()
        self.refresh()

    def row_of(self, offset: int) -> int:
        """The number of the row in which a place of the text is."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def below(self, offset: int, rows: int) -> int:
        """The offset as many rows further down (up where negative), in the same column."""
        if not self._rows:
            return offset
        here = self.row_of(offset)
        there = self._rows[min(max(here + rows, 0), len(self._rows) - 1)]
        return min(there.start + offset - self._rows[here].start, max(there.end - 1, there.start))

    def first_in_sight(self) -> int:
        """The offset of the first row that is seen."""
        top = min(self.scroll_offset.y, len(self._rows) - 1)
        return self._rows[top].start if self._rows else 0

    def on_resize(self) -> None:
        """Wrap the text anew; what was in sight stays so."""
        width = max(self.scrollable_content_region.width - 2 * MARGIN, 1)
        self._rows = rows(self.text, width)
        self._starts = [each.start for each in self._rows]
        self.virtual_size = Size(width, len(self._rows))
        self._reach()

    def render_line(self, y: int) -> Strip:
        """See `ScrollView`."""
        number = y + self.scroll_offset.y
        width = self.size.width
        if number >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        segments = [Segment(" " * MARGIN), *self._segments(self._rows[number])]
        return Strip(segments).adjust_cell_length(width).apply_style(self.rich_style)

    def _segments(self, row: Row) -> Iterator[Segment]:
        last = row.start + len(self.text[row.start : row.end].rstrip())
        inside = [each for each in self._marks if each.start < last and row.start < each.end]
        edges = {row.start, last}
        for each in inside:
            edges |= {max(each.start, row.start), min(each.end, last)}
        ordered = sorted(edges)
        for start, end in pairwise(ordered):
            over = [each for each in inside if each.start <= start and end <= each.end]
            style = STYLES[over[-1].style] if over else None
            yield Segment(_UNSEEN.sub(" ", self.text[start:end]), style)

    def _reach(self) -> None:
        if self._rows and self.size.height:
            first, last = (self.row_of(each) for each in self._sight)
            region = Region(0, first, 1, min(last - first + 1, max(self.size.height - 2, 1)))
            self.scroll_to_region(region, animate=False, center=True)
