"""What an article tells of all its mergers at once, and lends to those that do not say it: "most of
the groups will disappear next April", "two applications for 1 April had been successful"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from kg.documents.facts.changes.telling import Telling
from kg.documents.facts.changes.words import MERGING
from kg.documents.facts.model import StatusChange
from kg.documents.facts.progress.statuses import statuses_of
from kg.documents.facts.progress.words import WEAK
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import Scene
from kg.documents.mentions.model import Day
from kg.documents.patterns import compiled

_SEVERAL: Final = compiled(
    r"\b(?:mergers|applications|bids|proposals|unions|amalgamations|(?:ccgs|groups|bodies|boards"
    r"|clinical commissioning groups)(?= [^.;]{0,60}\b(?:will|would|are to|to|set|due)\b))\b"
)
"""What is told of several changes at once."""
_CHANGES: Final = compiled(
    r"\b(?:disappear|abolish|vanish|merg|replac|go|successful|approv|clear|wav(?:ed|es)|backed"
    r"|nodded|sign(?:ed)? off|green light|go-ahead|fewer|succeed|accept)"
)
_NOT_EFFECT: Final = compiled(
    r"\b(?:by|before|until|till|since|last|closes? (?:on|in)|decid\w+ [^,;]{0,30}|consult\w*"
    r" [^,;]{0,30}|meet\w* [^,;]{0,30}|vote \w+|publish\w* [^,;]{0,30}) ?$"
)
_FIRST_DAYS: Final = ("04", "07", "10")
"""Months in which commissioners have begun: the quarters of the financial year."""
_AHEAD: Final = frozenset(
    ("approved", "agreed", "planned", "proposed", "voted for", "consulted on")
)
_NEXT: Final = 2
"""Sentences after "two applications were successful" in which those two are told."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a sentence tells of several changes at once."""

    sentence: Sentence
    day: Day | None
    strong: tuple[StatusChange, ...]


def lend(scene: Scene, told: list[Telling]) -> None:
    """Give the day and the status of the frames of a text to its changes that tell none."""
    frames = tuple(filter(None, (_frame(scene, each) for each in scene.sentences)))
    for telling in told:
        headed = () if _is_strong(telling) else _headed(scene, telling.cues[0].sentence)
        if headed:
            telling.cues[0] = replace(
                telling.cues[0], statuses=(*headed, *telling.cues[0].statuses)
            )
        first = telling.cues[0]
        last = max(cue.sentence.number for cue in telling.cues)
        before = [each for each in frames if each.sentence.number <= last]
        near = before[-1] if before else None
        if near and near.strong and _is_next(near, first.sentence) and not _is_strong(telling):
            first = replace(first, statuses=(*near.strong, *first.statuses))
            telling.cues[0] = first
        dated = [each.day for each in before if each.day]
        if dated and _is_ahead(telling) and not any(cue.date for cue in telling.cues):
            day = max(dated[-3:], key=lambda one: len(one.value))
            telling.cues[0] = replace(first, date=day.value, date_span=day.span)


def _headed(scene: Scene, sentence: Sentence) -> tuple[StatusChange, ...]:
    """How far all changes of a section have come, as its short heading says: "On the back burner";
    that of the text as a whole says it of none."""
    if sentence.segment.kind == "heading":
        return ()
    before = scene.sentences[_TOP : sentence.number]
    heads = [each for each in before if each.segment.kind == "heading"]
    if not heads or len(heads[-1].plain) > _SHORT:
        return ()
    return tuple(each for each in statuses_of(heads[-1]) if each.status not in WEAK)


_TOP: Final = 3
"""Sentences at the head of a text, of which none heads a section."""
_SHORT: Final = 30
"""Characters of the heading of a section."""


def _frame(scene: Scene, sentence: Sentence) -> Frame | None:
    told = sentence.told
    if scene.commissioners(sentence) or not _SEVERAL.search(told):
        return None
    if not (MERGING.search(told) or _CHANGES.search(told)):
        return None
    day = next((each for each in sentence.days if _is_first(scene, sentence, each)), None)
    strong = tuple(each for each in statuses_of(sentence) if each.status == "approved")
    return Frame(sentence, day, strong) if day or strong else None


def _is_first(scene: Scene, sentence: Sentence, day: Day) -> bool:
    """Whether a day yet to come can be the first of new bodies."""
    issued = scene.mentions.issued
    lead = sentence.told[: max(0, day.span.start - sentence.span.start)]
    is_precise = len(day.value) >= len("2020-04") and "/" not in day.value
    is_quarter = is_precise and day.value[5:7] in _FIRST_DAYS and day.value[8:] in ("", "01")
    return is_quarter and day.value > issued[: len(day.value)] and not _NOT_EFFECT.search(lead)


def _is_next(frame: Frame, sentence: Sentence) -> bool:
    apart = sentence.number - frame.sentence.number
    return 0 < apart <= _NEXT and frame.sentence.segment is sentence.segment


def _is_strong(telling: Telling) -> bool:
    return any(each.status not in WEAK for cue in telling.cues for each in cue.statuses)


def _is_ahead(telling: Telling) -> bool:
    """Whether nothing tells a change as done, dropped or put off."""
    return all(each.status in _AHEAD for cue in telling.cues for each in cue.statuses)
