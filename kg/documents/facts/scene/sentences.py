"""The sentences of a text, each with what is named in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from kg.documents.mentions.model import (
    Day,
    Group,
    Kind,
    Mentions,
    Organisation,
    Person,
    Place,
    Post,
    Publication,
    Quotation,
    Segment,
    Span,
)
from kg.documents.patterns import compiled

Actor = Organisation | Group | Person
"""What can do or say something."""
_LONGEST: Final = 1500
"""Characters of a sentence; time grows with the square of its length."""
_LISTS: Final = (
    "organisations", "groups", "people", "posts", "days", "quotations", "publications", "kinds",
    "places",
)  # fmt: skip
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
    places: tuple[Place, ...]

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
    lists = {name: _Placed(getattr(mentions, name)) for name in _LISTS}
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


_CLAUSE: Final = compiled(
    r", (?:while|whereas)\b|, (?=(?:and )?(?:as|so) (?:will|would|are|do|did|have|must) )|; "
    r"|, and (?=[^;.]{3,90}? (?:will|would|are|is|was|were|has|have|to|should|must)\b)"
    r"|,? and (?=that\b)|, and (?=(?:in |also )?(?:the )?[^,;.]{3,40}, (?:where|whose)\b)"
)
_WHOSE: Final = compiled(
    r",? (?=whose (?:own )?(?:(?:two|three|four|five|six|seven|eight|nine|ten|\d+) )?"
    r"(?:groups|ccgs|icbs|pcts|boards|bodies|commissioners|gps|practices)\b)"
)
"""Where a relative clause begins that tells of the bodies of the place right before it."""
_VERB: Final = compiled(
    r"\b(?:will|would|are|is|was|were|has|have|merged?|joins?|to|became|now"
    r"|(?<!the )(?<!this )(?<!that )plan|want|said|voted)\b"
)


def clauses(sentence: Sentence) -> tuple[Sentence, ...]:
    """A sentence as its parts, where each names two bodies; else as it is."""
    cut = _relative(sentence)
    if cut:
        return part_of(sentence, sentence.span.start, cut), part_of(sentence, cut, 0)
    return _main_clauses(sentence)


def _main_clauses(sentence: Sentence) -> tuple[Sentence, ...]:
    for hit in _CLAUSE.finditer(sentence.told):
        cut = sentence.span.start + hit.end()
        lead = sentence.told[: hit.start()]
        if lead.count("(") > lead.count(")"):
            continue
        before, after = part_of(sentence, sentence.span.start, cut), part_of(sentence, cut, 0)
        several = len(after.places) > 1 or len(after.organisations) > 1
        if hit[0] == ", " and several and (before.organisations or before.places):
            return before, after
        is_while = hit[0].startswith((", while", ", whereas")) and _VERB.search(after.told)
        if is_while and before.organisations and after.organisations:
            return before, *clauses(after)
        if hit[0] == ", and " and not _VERB.search(before.told):
            continue
        if hit[0] == "; " and _is_one(after.told):
            continue
        few = hit[0] == "; " and before.organisations
        if len(after.organisations) > 1 and (few or len(before.organisations) > 1):
            return before, *clauses(after)
    return (sentence,)


def _is_one(told: str) -> bool:
    """Whether what follows a semicolon goes on with what was told: no verb, or "the others"."""
    return told.lstrip().startswith("the other") or _VERB.search(told) is None


def _relative(sentence: Sentence) -> int:
    """Where the place begins of whose bodies a relative clause tells; 0 where there is none, or
    where the sentence begins with it."""
    systems = [each for each in sentence.organisations if each.type in ("stp", "ics", "stpOrIcs")]
    if "whose" not in sentence.told:
        return 0
    start = sentence.span.start
    for hit in _WHOSE.finditer(sentence.told):
        for each in (*sentence.places, *systems):
            if each.span.end != start + hit.start():
                continue
            told = sentence.told[each.span.start - start : hit.start()]
            of = max(told.rfind(" for ") + len(" for "), told.rfind(" of ") + len(" of "))
            is_system = each not in sentence.places and (" for " in told or " of " in told)
            cut = each.span.start + (of if is_system else 0)
            return cut if cut > start else 0
    return 0


def part_of(sentence: Sentence, start: int, end: int) -> Sentence:
    """A stretch of a sentence with what is named in it; to its end where `end` is 0."""
    span = Span(start, end or sentence.span.end)
    first, last = start - sentence.span.start, span.end - sentence.span.start
    lists: dict[str, Any] = {
        name: tuple(each for each in getattr(sentence, name) if span.has(each.span))
        for name in _LISTS
    }
    return replace(
        sentence, span=span, plain=sentence.plain[first:last], told=sentence.told[first:last],
        **lists,
    )  # fmt: skip


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
