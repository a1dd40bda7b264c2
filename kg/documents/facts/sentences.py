"""The sentences of a text, each with what is named in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from kg.documents.mentions.model import (
    Day,
    Group,
    Kind,
    Mentions,
    Organisation,
    Person,
    Post,
    Publication,
    Quotation,
    Segment,
    Span,
)

Actor = Organisation | Group | Person
"""What can do or say something."""
_LONGEST: Final = 1500
"""Characters of a sentence; time grows with the square of its length."""
_MARKS: Final = {
    ord(old): new for old, new in zip("‘’“”–—\n\r\t\u00a0", "''\"\"--    ", strict=True)
}


def folded(text: str) -> str:
    """The text in small letters with plain marks, place by place as long as before.

    >>> folded("The “CCGs’ Plan”")
    'the "ccgs\\' plan"'
    """
    plain = text.translate(_MARKS)
    small = plain.lower()
    if len(small) == len(plain):
        return small
    return "".join(low if len(low := each.lower()) == 1 else each for each in plain)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and what is named in it; `plain` is its folded text, `told` the same with the
    words of longer quotations blanked out."""

    number: int
    span: Span
    segment: Segment
    plain: str
    told: str
    organisations: tuple[Organisation, ...]
    groups: tuple[Group, ...]
    people: tuple[Person, ...]
    posts: tuple[Post, ...]
    days: tuple[Day, ...]
    quotations: tuple[Quotation, ...]
    publications: tuple[Publication, ...]
    kinds: tuple[Kind, ...]

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The bodies, groups and people of the sentence."""
        at = self.span.start
        groups = [
            each
            for each in self.groups
            if not self.plain[: max(0, each.span.start - at)].endswith("who ")
        ]
        return (*self.organisations, *groups, *self.people)

    def place(self, start: int, end: int) -> Span:
        """The span in the text of a stretch of this sentence."""
        return Span(self.span.start + start, self.span.start + end)


def read_sentences(plain: str, mentions: Mentions) -> tuple[Sentence, ...]:
    """The sentences of the text proper, in order, from its folded text and its mentions."""
    told = _told(plain, mentions)
    pieces = (
        (segment, piece) for segment, span in mentions.sentences() for piece in _pieces(plain, span)
    )
    lists = {
        name: _Placed(getattr(mentions, name))
        for name in (
            "organisations", "groups", "people", "posts", "days", "quotations", "publications",
            "kinds",
        )
    }  # fmt: skip
    return tuple(
        Sentence(
            number=number,
            span=span,
            segment=segment,
            plain=plain[span.start : span.end],
            told=told[span.start : span.end],
            **{name: each.inside(span) for name, each in lists.items()},
        )
        for number, (segment, span) in enumerate(pieces)
    )


class _Placed:
    """Mentions of one list, found by place: in the time of what is found, not of all there are."""

    def __init__(self, mentions: tuple[Any, ...]) -> None:
        self.mentions = sorted(mentions, key=lambda each: each.span)
        self.starts = [each.span.start for each in self.mentions]

    def inside(self, span: Span) -> tuple[Any, ...]:
        """The mentions that share a place with a span; of those begun before it only the last."""
        first = max(0, bisect_left(self.starts, span.start) - 1)
        last = bisect_left(self.starts, span.end)
        return tuple(each for each in self.mentions[first:last] if each.span.meets(span))


def _told(plain: str, mentions: Mentions) -> str:
    """The folded text with the words of whole quotations blanked out."""
    parts, at = [], 0
    for each in mentions.quotations:
        if each.kind in ("full", "pull") and each.span.start >= at:
            blank = " " * (each.span.end - each.span.start)
            parts += [plain[at : each.span.start], blank]
            at = each.span.end
    return "".join(parts) + plain[at:]


def _pieces(plain: str, span: Span) -> Iterator[Span]:
    """A sentence, or its pieces where it is longer than anybody writes: a table, a list."""
    start = span.start
    while span.end - start > _LONGEST:
        cut = plain.rfind(" ", start + 1, start + _LONGEST)
        end = cut if cut > start else start + _LONGEST
        yield Span(start, end)
        start = end
    yield Span(start, span.end)
