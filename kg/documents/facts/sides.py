"""Which side words take: for, against or neither, by the good and bad words in them."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.facts.stance_words import BAD, DENIABLE, GOOD, NEUTRAL, NOT

_LEAD: Final = 120
"""Characters before a word in which a denial of it stands."""


def direction_of(words: str) -> str | None:
    """For or against, by the good and bad words; what follows "but" counts before the rest."""
    if NEUTRAL.search(words):
        return "neutral"
    turn = re.search(r"\b(?:but|however|yet) ", words)
    return (_weighed(words[turn.end() :]) if turn else None) or _weighed(words)


def _weighed(words: str) -> str | None:
    """The side with more words; of as many on both sides the one that has the last word."""
    told = []
    for hit in BAD.finditer(words):
        lead = words[max(0, hit.start() - _LEAD) : hit.start()]
        denied = DENIABLE.match(hit[0]) and NOT.search(lead)
        told.append((hit.start(), "for" if denied else "against"))
    for hit in GOOD.finditer(words):
        denied = NOT.search(words[max(0, hit.start() - _LEAD) : hit.start()])
        told.append((hit.start(), "against" if denied else "for"))
    sides = [side for _, side in sorted(told)]
    good, bad = sides.count("for"), sides.count("against")
    if good == bad:
        return sides[-1] if sides else None
    return "for" if good > bad else "against"
