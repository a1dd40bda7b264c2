"""How far a change has come, as the words of one sentence tell it."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.facts.model import StatusChange
from kg.documents.facts.sentences import Sentence
from kg.documents.facts.status_words import CONDITION, ONLY_TO, PAST, STATUSES, WEAK, WOULD

_BESIDE: Final = re.compile(r" as (?!one\b|a\b|single)| while | but | after ")
"""Where a headline goes on to something else."""


def statuses_of(sentence: Sentence) -> tuple[StatusChange, ...]:
    """Each status word that is told as a fact, in the order of strength, then of the text."""
    found = []
    told = sentence.told
    if sentence.segment.kind == "heading":
        told = _BESIDE.split(told)[0]
    for status, words in STATUSES:
        for hit in words.finditer(told):
            lead = sentence.told[: hit.start()]
            if _is_denied(status, hit, lead, told):
                continue
            found.append(StatusChange(status, sentence.place(*hit.span())))
    return tuple(found)


def _is_denied(status: str, hit: re.Match[str], lead: str, told: str) -> bool:
    """Whether the words around a status word keep it from being a fact."""
    if status == "completed" and lead.endswith((" to ", "due to ", "should ", "would ")):
        return True
    if hit[0].startswith("merged"):
        return lead.endswith("being ") or PAST.search(lead) is not None
    if status == "agreed" and ONLY_TO.match(told, hit.end() - (3 if hit[0].endswith(" to") else 0)):
        return True
    if status == "completed" and WOULD.search(lead):
        return True
    return status not in WEAK and CONDITION.search(_clause(lead)) is not None


def _clause(lead: str) -> str:
    return re.split(r"[,;:]|\bbut\b|\band\b|\bafter\b| - ", lead)[-1]
