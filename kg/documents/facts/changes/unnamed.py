"""Who changes where a change is told without names: as many as counted, or those listed."""

from __future__ import annotations

from typing import Final

from kg.documents.facts.bodies.places import count_told, place_of
from kg.documents.facts.changes.cues import Cue
from kg.documents.facts.changes.sameness import is_past_failure
from kg.documents.facts.changes.telling import Telling
from kg.documents.facts.model import Party
from kg.documents.facts.progress.words import FAILED
from kg.documents.facts.scene.subjects import COMMISSIONERS, Scene
from kg.documents.patterns import compiled

_ONE: Final = compiled(
    r"\b(?:an?|any|the|full|formal|outright|such a) (?:\w+ )?(?:merger|union|amalgamation)\b"
    r"(?! (?:polic|wave|market|round|mania|plan))|\bis (?:not )?(?:a )?merger\b|\bmerging\b|\bto"
    r" merge\b"
    r"|\b(?:successor|replacement) bod"
    r"|\b(?:single|one) (?:ccg|commissioner|body|organisation|group)\b"
)
"""Talk of one merger, of bodies that the text has told before."""
_NEAR: Final = 3
"""Sentences after a list in which its bodies are meant without a name."""
_AHEAD: Final = 3
"""Sentences after a count in which the counted bodies are named."""


_MANY: Final = 20
"""Bodies of which as many are those of several mergers, told of as a number."""


def settle(scene: Scene, told: list[Telling], named: dict[str, Party]) -> list[Telling]:
    """The changes with the bodies that are meant; one that only a headline tells of, and another
    tells in full, is left out."""
    for each in told:
        group = _group(each, named)
        size = next((cue.size for cue in each.cues if cue.size), None)
        if group and size:
            bodies = _counted_after(scene, each, group, size)
            if bodies and not any(
                set(bodies) <= set(one.parties)
                for one in told
                if not is_past_failure(one, scene.mentions.issued)
            ):
                each.parties = bodies
        elif group and place_of(group):
            bodies = _of_the_place(scene, group)
            if bodies and not any(set(bodies) & set(one.parties) for one in told):
                each.parties = bodies
        if not each.parties:
            _imply(scene, told, each)
        elif len(each.parties) == 1:
            _pair(scene, each, named, {one.result.key for one in told if one.result})
    told = _joined(told)
    return [
        each
        for each in told
        if not (
            _is_headline_of(each, told, named)
            or _is_of_nobody(each, named)
            or _is_told_apart(each, told, named)
            or _is_of_many(each, told, named)
        )
    ]


def _joined(told: list[Telling]) -> list[Telling]:
    """The changes; two of the same bodies are one, unless one of them failed."""
    kept: list[Telling] = []
    for each in told:
        same = next((one for one in kept if len(each.parties) > 1 and _are_one(one, each)), None)
        if same is None:
            kept.append(each)
            continue
        same.cues = sorted([*same.cues, *each.cues], key=lambda cue: cue.sentence.span)
        same.result = same.result or each.result
    return kept


def _are_one(one: Telling, other: Telling) -> bool:
    failed = any(
        status.status in FAILED
        for each in (one, other)
        for cue in each.cues
        for status in cue.statuses
    )
    is_same = set(one.parties) == set(other.parties) and one.option == other.option
    return is_same and not failed and not (one.is_closed or other.is_closed)


_WITH: Final = compiled(r"\b(?:with|join\w*|two|both|pair|neighbours?|absorb\w*)\b")
"""Words of a change of one named body and of another."""


_NEW: Final = compiled(r"\b(?:new|single|merged|combined|enlarged|proposed|future)(?: nhs)? $")
_LEAD: Final = 24


def _pair(scene: Scene, telling: Telling, named: dict[str, Party], made: set[str]) -> None:
    """Give a change of one named body its partner: the only other body of its type in the text."""
    (own,) = telling.parties.values()
    others = {
        each.key
        for sentence in scene.sentences
        for each in scene.commissioners(sentence)
        if each.type == own.type and each.key not in (own.key, *made)
        if not _NEW.search(scene.plain, max(0, each.span.start - _LEAD), each.span.start)
    }
    is_with = any(_WITH.search(cue.sentence.told) for cue in telling.cues)
    if own.key in named and len(others) == 1 and is_with:
        (other,) = others
        telling.parties[other] = scene.parties[other]


def _is_told_apart(telling: Telling, told: list[Telling], named: dict[str, Party]) -> bool:
    """Whether the bodies of a place become several, each of which is told of right after."""
    group = _group(telling, named)
    place = place_of(group) if group else ""
    first = telling.cues[0].sentence
    if not place or not _FEW.search(first.told):
        return False
    made = (each for each in told if each.result and place in each.result.name)
    return any(0 < each.cues[0].sentence.number - first.number <= _NEAR for each in made)


def _is_of_many(telling: Telling, told: list[Telling], named: dict[str, Party]) -> bool:
    """Whether a change is no more than talk of "the region's mergers", of which others are told."""
    group = _group(telling, named)
    is_many = all(_MERGERS.search(cue.sentence.told) for cue in telling.cues)
    others = (each for each in told if each is not telling)
    is_told = any(key in named for each in others for key in each.parties)
    return group is not None and telling.result is None and is_many and is_told


_MERGERS: Final = compiled(r"\bmergers\b(?! (?:in|of|for|across|between|planned))")
_FEW: Final = compiled(r"\b(?:become|became|into) (?:two|three|four|five|\d)\b")


def _is_of_nobody(telling: Telling, named: dict[str, Party]) -> bool:
    """Whether only a count of bodies is known: not where, nor what comes of them."""
    group = _group(telling, named)
    is_many = any(cue.date and (cue.size or 0) >= _MANY for cue in telling.cues)
    return group is not None and not (place_of(group) or telling.result or is_many)


def _group(telling: Telling, named: dict[str, Party]) -> Party | None:
    """The group that stands for the bodies of a change, if no body is named."""
    parties = list(telling.parties.values())
    return parties[0] if len(parties) == 1 and parties[0].key not in named else None


def _counted_after(scene: Scene, telling: Telling, group: Party, size: int) -> dict[str, Party]:
    """As many bodies as a group counts: those named right after it, else all that the text has.

    Those of a group known by its place stand in one sentence.
    """
    at = telling.cues[0].sentence.number
    is_placed = place_of(group) != ""
    near: dict[str, Party] = {}
    for sentence in scene.sentences[at : at + _AHEAD + 1]:
        near = {} if is_placed else near
        for each in scene.commissioners(sentence):
            if each.type == group.type and (not telling.result or each.key != telling.result.key):
                near.setdefault(each.key, scene.parties[each.key])
        if len(near) == size:
            return near
    every = {
        each.key: scene.parties[each.key]
        for each in scene.mentions.organisations
        if each.type == group.type
    }
    return every if len(every) == size and not is_placed else {}


def _of_the_place(scene: Scene, group: Party) -> dict[str, Party]:
    """The list of bodies that a text gives of which most bear the name of the group's place."""
    place = place_of(group)
    for _, keys in scene.lists_before(len(scene.text)):
        bodies = {key: scene.parties[key] for key in keys}
        own = [each for each in bodies.values() if place in each.name and each.type == group.type]
        if len(own) * 2 > len(bodies) and len(own) > 1:
            return bodies
    return {}


def _imply(scene: Scene, told: list[Telling], telling: Telling) -> None:
    """Give a change without bodies those that the text lists: right before, or the only list."""
    cues = [
        cue
        for cue in telling.cues
        if cue.sentence.segment.kind != "heading" and _ONE.search(cue.sentence.told)
    ]
    if not cues:
        return
    bodies = _listed(scene, cues[0]) or _listed_after(scene, cues) or _only_group(scene, cues)
    if bodies and not any(set(bodies) & set(each.parties) for each in told):
        telling.parties, telling.cues = bodies, [cue for cue in telling.cues if cue in cues]


def _listed_after(scene: Scene, cues: list[Cue]) -> dict[str, Party]:
    """The first list of bodies that a text gives after it has told of their change as decided."""
    size = count_told(cues[0].sentence)
    if not (size or any(cue.is_strong for cue in cues)) or cues[0].elsewhere:
        return {}
    first = cues[0].sentence.number
    for number, keys in scene.lists_before(len(scene.text)):
        is_usual = any(scene.parties[key].type == scene.usual_type for key in keys)
        if 0 < number - first <= _AFTER and is_usual and size in (None, len(keys)):
            return {key: scene.parties[key] for key in keys}
    return {}


_AFTER: Final = 4
"""Sentences after a change told without names in which its bodies are listed."""


def _only_group(scene: Scene, cues: list[Cue]) -> dict[str, Party]:
    """The one group of commissioners that a text names by its place, if the change is dated."""
    keys = {
        each.key
        for each in scene.mentions.groups
        if each.place not in ("", "England") and each.type in COMMISSIONERS
    }
    is_told = any(cue.is_strong or cue.date for cue in cues)
    return {key: scene.parties[key] for key in keys} if is_told and len(keys) == 1 else {}


def _listed(scene: Scene, cue: Cue) -> dict[str, Party]:
    lists = scene.lists_before(cue.sentence.span.start)
    if not lists:
        return {}
    number, keys = lists[-1]
    if cue.sentence.number - number > _NEAR:
        keys = max((each for _, each in lists), key=len)
        if any(not set(each) <= set(keys) for _, each in lists):
            return {}
    return {key: scene.parties[key] for key in keys}


def _is_headline_of(telling: Telling, told: list[Telling], named: dict[str, Party]) -> bool:
    """Whether only headings tell a change, of a group of which another change names the bodies."""
    group = _group(telling, named)
    if group is None or any(cue.sentence.segment.kind != "heading" for cue in telling.cues):
        return False
    size = next((cue.size for cue in telling.cues if cue.size), None)
    place = place_of(group)
    for each in told:
        keys = [key for key in each.parties if key in named]
        names = " ".join(party.name for party in each.parties.values())
        if each is not telling and (len(keys) == size or (place and place in names)):
            return True
    return False
