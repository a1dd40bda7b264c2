"""The bodies that a number counts without a word for them: `The three have worked together`."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.mentions.figures.numbers import number
from kg.documents.patterns import compiled

_THEY: Final = compiled(
    r"(?: (?:together|between them|now|also|all|each|already|jointly|currently|still|had|have"
    r"|never))?"
    r" (?:have|has|are|were|will|had|would|already|share|now|each|must|also|want|hope|plan|expect"
    r"|agreed?|remain|came|come|voted?|vote|never|applied|did|do|all|became|become|went|go|said|who"
    r"|which|should|could|may|might|can|stand|spent|spend|cover|serve|employ|work|met|meet)\b"
    r"|, (?:along|together|plus|which|who|all)\b"
)
_ALL: Final = compiled(
    r" (?:may|might|is|are|was|were|will|would|could|should|sounds?|seems?|looks?|feels?) "
)
_PART: Final = compiled(
    r" of (?:(?:the|its|their|our) )?(?:(?:\d+|[a-z]+) )?[a-z]+(?<!int)est(?= (?:[a-z]+ed"
    r"|[a-z]+ing|were|are"
    r"|was|had|have|got|on|by|in|lost|failed|fell|did|do|would|will)\b|[,.;])"
    r"| [a-z]+(?<!int)est(?= (?:[a-z]+ed|[a-z]+ing|were|are|was|had|have|got|on|by|in|lost|failed"
    r"|fell|did"
    r"|do|would|will)\b|[,.;])"
)
_MANY: Final = 12
"""Bodies of which more are not called "the thirteen"."""
_KINDS: Final = ("CCG", "ICB", "PCT")


def bodies_meant(text: str, start: int, end: int, words: str) -> str:
    """The bodies that the number from `start` to `end` counts, where no noun tells it, or empty.

    They are those that the text speaks of most: `The three agreed`, `a six-way merger`,
    `Forty-two is too many`, `three of the ten smallest were failing`.
    """
    value = number(words)
    if value is None:
        return ""
    lead = text[max(0, start - 5) : start]
    is_they = re.search(r"\b[Tt]he $|['’]s? $", lead) and _THEY.match(text, end)
    is_way = text.startswith("-way ", end)
    is_few = value <= _MANY and (is_they or is_way)
    is_all = value > _MANY and re.search(r"(?:^|[.!?\n\"'] ?)$", lead) and _ALL.match(text, end)
    if not (is_few or is_all or _PART.match(text, end)):
        return ""
    told = {kind: text.count(kind) for kind in _KINDS}
    most = max(told, key=lambda each: told[each])
    return f"{most}s" if told[most] > 1 or (told[most] and not is_few) else ""
