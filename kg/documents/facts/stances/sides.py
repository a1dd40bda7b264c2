"""Which side words take: for, against or neither, by the good and bad words in them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from kg.documents.facts.stances.words import frames
from kg.documents.facts.stances.words.bad_words import BAD, DENIABLE
from kg.documents.facts.stances.words.compared import CLAUSES
from kg.documents.facts.stances.words.good_words import GOOD
from kg.documents.facts.stances.words.saying_words import NOT
from kg.documents.facts.stances.words.stance_words import NEUTRAL
from kg.documents.patterns import compiled

NEUTRAL_SIDE: Final = float("inf")
"""The weight of words that hold back."""
INSTEAD: Final = compiled(
    r"\W*(?:(?:the |its |his |her |their )?(?:members|staff|hsj|colleagues|councillors|meeting"
    r"|board|governing body|committee|gps|reporters) )?(?:that |to )?"
    r"(?:stop(?:ping)?|paus(?:e|ing)|wait(?:ing)?|delay(?:s|ing)?"
    r"|postpon(?:e|ing|ement)|do(?:ing)? nothing|stand(?:ing)? still|inaction|inertia"
    r"|the status quo|no change|drift(?:ing)?|separat(?:ion|eness)|(?:go|going) it alone"
    r"|(?:the )?(?:present|current|existing|old) (?:set-?up|arrangements?|system|position|structure"
    r"|map|boundaries|patchwork|model|configuration|landscape|framework|number of \w+)"
    r"|carry(?:ing)? on (?:as (?:we|they|it|things) (?:are|were|is)|like this)"
    r"|(?:stay|remain)(?:ing)? (?:separate|apart|small|put|independent|outside"
    r"|(?:just )?as (?:we|they) (?:are|were)|on (?:our|their|its) own)"
    r"|not (?:to )?(?:merg|act|chang|join|do|combin)\w*(?: it| this| so)?)"
    r"(?: (?:now|again|any longer|longer|further|at this (?:stage|point)|for ever|forever))*"
    r"(?:, [^.;]{3,90}?,)? [\"'“]?(?:would|was|is|will|could|might|may|had|has|can(?:not)?|were"
    r"|cost)(?:n't)?\b",
    re.IGNORECASE,
)
"""A sentence of what is not to be done: what is bad about that is good about the plan."""
_LEAD: Final = 120
"""Characters before a word in which a denial of it stands."""
_IF: Final = compiled(r"\b(?:if|whether|unless) (?:[\w']+ ){0,3}$")
"""Before a good word that is only supposed: `if the savings are real`."""
_MOST: Final = 3
"""What the longest phrase weighs; a single word weighs 1."""
_LAST: Final = 0.25
"""What the last word said weighs more than the others."""


def direction_of(words: str) -> str | None:
    """For or against, by the good and bad words; what follows "but" counts before the rest."""
    weight = weight_of(words)
    if weight is NEUTRAL_SIDE:
        return "neutral"
    return None if weight is None else "for" if weight > 0 else "against"


@lru_cache(maxsize=256)
def weight_of(words: str) -> float | None:
    """How much words are for something (above 0) or against it; None where they do not tell.

    What follows "but" counts before the rest; what is said of doing nothing is turned.
    """
    if instead := INSTEAD.match(words):
        weight = weight_of(words[instead.end() :])
        return weight if weight in (None, NEUTRAL_SIDE) else -weight
    if NEUTRAL.search(words) or frames.NEUTRAL.search(words):
        return NEUTRAL_SIDE
    turn = re.search(r"\b(?:but|however|yet) ", words)
    return (_weighed(words[turn.end() :]) if turn else None) or _weighed(words)


def _weighed(words: str) -> float | None:
    """Good against bad words; of as much on both sides the last word tips the scale.

    A phrase weighs more than a word, since it says more of what is meant.
    """
    told: list[tuple[int, int, int]] = []
    for side, pattern in CLAUSES:
        told += [(clause.start(), side, _MOST) for clause in pattern.finditer(words)]
        words = pattern.sub(_blank, words)
    for hit in BAD.finditer(words):
        lead = words[max(0, hit.start() - _LEAD) : hit.start()]
        denied = DENIABLE.match(hit[0]) and NOT.search(lead)
        told.append((hit.start(), 1 if denied else -1, _weight(hit)))
    for hit in GOOD.finditer(words):
        if _IF.search(words, max(0, hit.start() - _LEAD), hit.start()):
            continue
        denied = NOT.search(words[max(0, hit.start() - _LEAD) : hit.start()])
        told.append((hit.start(), -1 if denied else 1, _weight(hit)))
    if not told:
        return None
    return sum(side * weight for _, side, weight in told) or _LAST * max(told)[1]


def _blank(hit: re.Match[str]) -> str:
    return " " * len(hit[0])


def _weight(hit: re.Match[str]) -> int:
    return min(_MOST, len(hit[0].split()))
