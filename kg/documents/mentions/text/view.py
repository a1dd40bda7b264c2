"""A text as patterns read it, with the way back to the text of record.

Soft hyphens and hyphenation at line ends are gone, a line break inside a paragraph is a space, a
no-break space is a space, typographic apostrophes and quotation marks are straight, and furniture
is blank. Between paragraphs stands one line feed, which no pattern crosses.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass

from kg.documents.mentions.model import Segment, Span
from kg.documents.patterns import compiled

_FOLD = str.maketrans({
    "’": "'", "‘": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‐": "-", "‑": "-", "−": "-",
    "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\t": " ", "\n": " ", "\r": " ",
})  # fmt: skip
# of no meaning in a text, and the codes of `coded`
_PRIVATE = compiled("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_JOINED = compiled(r"\u00ad|\u200b|(?<=[a-z])-[ \t]*(?:\r\n|\n|\r)[ \t]*(?=[a-z])")


@dataclass(frozen=True, slots=True)
class View:
    """Folded text and, by stretches, how its places are those of the text of record."""

    text: str
    starts: array[int]
    shifts: array[int]

    def at(self, index: int) -> int:
        """The place in the text of record of a place in the folded text."""
        return index + self.shifts[bisect_right(self.starts, index) - 1]

    def index(self, place: int) -> int:
        """The first place in the folded text that is at or after one in the text of record."""
        low, high = 0, len(self.text)
        while low < high:
            middle = (low + high) // 2
            if self.at(middle) < place:
                low = middle + 1
            else:
                high = middle
        return low

    def span(self, start: int, end: int) -> Span:
        """The span of the text of record behind a non-empty stretch of the folded text."""
        return Span(self.at(start), self.at(end - 1) + 1)


def view_of(text: str, segments: tuple[Segment, ...]) -> View:
    """Fold a text; words of furniture and white space between paragraphs are left out."""
    pieces: list[str] = []
    starts, shifts = array("l", [0]), array("l", [0])
    length = 0

    def keep(start: int, end: int) -> None:
        nonlocal length
        if start < end:
            starts.append(length)
            shifts.append(start - length)
            pieces.append(_PRIVATE.sub("\ufffd", text[start:end].translate(_FOLD)))
            length += end - start

    for segment in segments:
        if segment.kind == "furniture":
            continue
        begin = segment.span.start
        for joined in _JOINED.finditer(text, begin, segment.span.end):
            keep(begin, joined.start())
            begin = joined.end()
        keep(begin, segment.span.end)
        pieces.append("\n")
        length += 1
    return View("".join(pieces), starts, shifts)
