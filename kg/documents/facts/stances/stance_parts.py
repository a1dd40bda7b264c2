"""What a stance is made of: its sides, its holder under the full name, and what it is about."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from kg.documents.facts.changes.words import MERGING
from kg.documents.facts.model import Evidence, Party, Stance
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import Scene
from kg.documents.mentions.model import Span
from kg.documents.patterns import compiled

OPPOSITE: Final = {"for": "against", "against": "for", "neutral": "neutral"}
LEAD: Final = 120
"""Characters before a verb in which its subject stands, where no name is one."""
_ABOUT: Final = compiled(
    r"\b(?:the |a |any |this |their )?(?:[\w'-]+ ){0,3}?(?:mergers?|plans?|proposals?|polic(?:y"
    r"|ies)|reforms?|move|report|size|deadline|changes?)\b"
)
Found = dict[tuple[str, str], Stance]
"""The stances of a text by the key of the holder and the side."""


def about(words: str) -> str:
    """What quoted or told words are about: a merger, a plan, a move; empty if they do not say."""
    hit = _ABOUT.search(words) or MERGING.search(words)
    return hit[0].strip() if hit else ""


def stance_of(scene: Scene, rule: str, sentence: Sentence, holder: Party, stance: str) -> Stance:
    """The stance that a sentence tells."""
    return Stance(
        rule=rule,
        evidence=(Evidence(Span(sentence.span.start, sentence.span.end)),),
        holder=_told_in_full(scene, holder),
        stance=stance,
        about=about(sentence.plain),
    )


def _told_in_full(scene: Scene, holder: Party) -> Party:
    """The holder; one known by initials only with the full name in brackets."""
    if not holder.name.isupper():
        return holder
    bodies = scene.mentions.organisations
    full = next((each.canonical for each in bodies if each.key == holder.key), "")
    if full in ("", holder.name):
        return holder
    return replace(holder, name=f"{holder.name} ({full})")
