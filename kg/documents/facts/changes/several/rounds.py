"""Mergers told of together: "seven mergers were signed off", and which of those told later are of
them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from kg.documents.facts.changes.cues import Cue, read_cue
from kg.documents.facts.changes.telling import Telling
from kg.documents.facts.changes.words import NEW_BODIES
from kg.documents.facts.progress.words import WEAK
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import Scene
from kg.documents.patterns import compiled

_ROUND: Final = compiled(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|dozens? of|several|the latest"
    r"|all(?: the)?)(?: \w+){0,3}? mergers\b"
    r"|\b(?:round|batch|wave|series|string|raft|tranche|crop) of (?:[\w ]{0,45} )?mergers\b"
)
_ONE_OF_THEM: Final = compiled(
    r"(?:[•-] |the (?:\w+ )?(?:biggest|largest|smallest|first|second|third|fourth|others?|rest"
    r"|final"
    r"|last|remaining|most)\b|among (?:them|these)|they include|these include|one of (?:them"
    r"|these))|[^.;]{3,90}? (?:also|likewise|similarly|too)\b"
)
"""How a merger is told that is one of those told of together."""
_REACH: Final = 10
"""Sentences within which those told of together are told one by one."""


def is_round(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence tells of several mergers at once, and names no body."""
    told = sentence.told
    several = _ROUND.search(told) or NEW_BODIES.search(told)
    return several is not None and not scene.commissioners(sentence)


def read_rounds(scene: Scene) -> tuple[Cue, ...]:
    """What a text tells of several mergers at once: how far they have come, and from when."""
    found = (read_cue(scene, each) for each in scene.sentences if _ROUND.search(each.told))
    return tuple(each for each in found if each and (each.is_strong or each.date))


def share_round(rounds: tuple[Cue, ...], told: list[Telling]) -> None:
    """Give the status and the day of mergers told of together to each of them."""
    strong = [each for each in rounds if each.is_strong]
    dated = [each for each in rounds if each.date]
    for telling in told:
        first = telling.cues[0]
        near = [
            each
            for each in (*strong, *dated)
            if 0 < first.sentence.number - each.sentence.number <= _REACH
        ]
        if not near or not _ONE_OF_THEM.match(first.sentence.told):
            continue
        if any(cue.is_strong for cue in telling.cues):
            continue
        if strong:
            told_as = [each for each in strong[-1].statuses if each.status not in WEAK]
            telling.cues[0] = first = replace(first, statuses=(*told_as, *first.statuses))
        if dated and not any(cue.date for cue in telling.cues):
            day = dated[-1]
            telling.cues[0] = replace(first, date=day.date, date_span=day.date_span)
