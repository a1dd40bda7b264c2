"""The reasons that one sentence gives, each as the stretch of its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from kg.documents.facts.changes.drivers.frames import (
    CAUSES,
    DENIED,
    ITEM,
    LISTS,
    MEANS,
    ORDERED,
    PUSHES,
    STEPS,
    WEAK_POINT,
)
from kg.documents.facts.changes.drivers.themes import AGAINST, AIM, CLAUSE, HARM, THEMES
from kg.documents.facts.changes.words import MERGING
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.patterns import compiled

_FEWEST: Final = 5
"""Words of a clause that says something for itself."""
_BROKEN: Final = compiled(
    r"^ ?(?:whether|if|including|except|unless)\b|\b(?:is|are|was|were|be) ?$"
)
"""How a clause begins or ends that says nothing for itself."""
_FEELING: Final = compiled(
    r" ?(?:it|they|we|he|she) (?:\w+ )?(?:feels?|has to|have to|had to|must)\b"
)
_NOTHING: Final = compiled(
    r"\b(?:whether|if|who|asked|denied)\b|\b(?:it|this|that|he|she|they|we|which|what|nobody"
    r"|nothing)$"
)
"""A pressure that only asks or points: "asked whether it", "they"."""
_LEADING: Final = compiled(
    r"(?: (?:and|or|but|which|that|who|to|would|will|wanted|wants|want|hoped|hopes"
    r"|wished|could|should|be|is|are|because|by|of|for))* ?$"
)
"""Words that only lead over to what comes next."""
Stretch = tuple[int, int]
_LONGEST: Final = 150
"""Characters of a clause that can be a reason."""


def line_of(sentence: Sentence) -> str:
    """The words of a sentence; marks of quotation are plain, those of mere words are gone.

    So a clause ends with whole quoted sentences, and runs through quoted words.
    """
    line = list(sentence.plain)
    for each in sentence.quotations:
        mark = '"' if each.kind in ("full", "pull") else " "
        for place in (each.span.start - 1, each.span.end):
            if 0 <= place - sentence.span.start < len(line):
                line[place - sentence.span.start] = mark
    return "".join(line)


def causes_in(line: str) -> Iterator[Stretch]:
    """What stands after "because" or "driven by", before "has pushed them to merge"."""
    for hit in CAUSES.finditer(line):
        why = hit["why"]
        if (
            _FEELING.match(why)
            or STEPS.match(why)
            or (AGAINST.search(why) and not WEAK_POINT.search(why))
        ):
            continue
        if DENIED.search(f"{line[: hit.start()].rstrip()} "):
            continue
        if LISTS.search(line[: hit.start("why")].rstrip()):
            yield from _items(line, hit.start("why"))
        else:
            yield hit.span("why")
    for hit in PUSHES.finditer(line):
        if not _NOTHING.search(hit["why"]):
            yield hit.span("why")
    for hit in ORDERED.finditer(line):
        yield hit.span("why")


def _items(line: str, start: int) -> Iterator[Stretch]:
    """Several reasons in a row."""
    while hit := ITEM.match(line, start):
        yield hit.span("why")
        if hit.end() == hit.end("why"):
            return
        start = hit.end()


def aims_in(line: str) -> Iterator[Stretch]:
    """What a change is to do: "to save money", "would end duplication"."""
    end = 0
    for hit in MEANS.finditer(line):
        aim = AIM.match(line, hit.end())
        is_row = end > 0 or (aim and aim["why"].split()[0].endswith("ing"))
        is_new = hit.end() >= end and (is_row or hit["row"] is None)
        if aim and is_new and not (DENIED.search(line[: hit.end()]) or HARM.match(aim["why"])):
            yield aim.span("why")
            end = aim.end()


def themes_in(line: str, taken: Sequence[Stretch] = ()) -> Iterator[Stretch]:
    """The clauses that are of what reasons are about, up to those that are `taken` already."""
    cuts = [0, *(place for hit in CLAUSE.finditer(line) for place in hit.span()), len(line)]
    for start, end in pairwise(cuts):
        meeting = (one for one, other in taken if start <= one < end or one < start < other)
        clause = _LEADING.sub("", line[start : min(meeting, default=end)])
        if len(clause.split()) < _FEWEST or len(clause) > _LONGEST or _BROKEN.search(clause):
            continue
        if THEMES.search(clause) and not (AGAINST.search(clause) or MERGING.search(clause)):
            yield start, start + len(clause)
