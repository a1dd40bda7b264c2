"""How much of a sentence is the wording of the rule: its clause, from its subject to its end."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.facts.policies.words import HEDGE, RULE
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.patterns import compiled

_ANYTHING: Final = compiled(".+")
_TALK: Final = compiled(
    r"\b(?:say|says|said|saying|that|states?|stating|told|expects?|expected|told that"
    r"|reiterating|insist\w*|guidance|rule|there is an?|there was an?|clear|set out)[,"
    r" ]+[\"']?(?=\S)"
)
_STOP: Final = compiled(
    r"[\"]?(?:\. |; | - (?=\w)|, (?:taking|with (?:the|full|complete)|but|(?:of |in )?which"
    r"|and (?=[\w' ]{2,30} (?:must|have to|has to|need to|needs to|are to|is to)\b)"
    r"|although|though"
    r"|while|going|and (?:that|for|to|i"
    r"|we|he|she|it) )|\bbecause\b)"
)


def clause_of(plain: str, start: int, end: int) -> tuple[int, int]:
    """The clause around the rule: after the word of saying, to the end of what is said."""
    leads = [hit.end() for hit in _TALK.finditer(plain[: start + 1]) if hit.end() <= start + 1]
    first = leads[-1] if leads else 0
    first = max(first, plain.rfind(": ", 0, start) + 2) if ": " in plain[:start] else first
    if HEDGE.search(plain[:start]) and not HEDGE.search(plain[first:end]):
        first = leads[-2] if len(leads) > 1 else 0
    stop = _STOP.search(plain, end)
    first = max(first, _subject(plain, first, start))
    last = stop.start() if stop else len(plain)
    return min(first, start), max(end, last)


_FAR: Final = 70
"""Characters before the rule that are more than its subject."""
_SUBJECT: Final = compiled(r"(?:\bthat |\bas |[\"]|, )(?=\S)")


def _subject(plain: str, first: int, start: int) -> int:
    """Where the clause of the rule begins, if the words before it are more than its subject."""
    if start - first <= _FAR:
        return first
    opens = [hit.end() for hit in _SUBJECT.finditer(plain, first, start + 1) if hit.end() <= start]
    near = [each for each in opens if not HEDGE.search(plain[first:each])]
    return near[-1] if near else first


def in_other_words(sentence: Sentence, start: int) -> re.Match[str] | None:
    """The rule told again later in a sentence, in another quotation."""
    for each in sentence.quotations:
        first = each.span.start - sentence.span.start
        if first >= start:
            last = each.span.end - sentence.span.start
            if RULE.search(sentence.plain, first, last):
                return _ANYTHING.match(sentence.plain, first, last)
    return None
