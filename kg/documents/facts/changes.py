"""Mergers and splits: the cues of all sentences, brought together change by change."""

from __future__ import annotations

from dataclasses import replace

from kg.documents.facts.change_places import place_of
from kg.documents.facts.change_words import (
    BOTH,
    EARLIER,
    MADE_BEFORE,
    NEW_BODIES,
    SAME_DAY,
    TAKEN_UP,
)
from kg.documents.facts.cues import Cue, read_cue, read_listing
from kg.documents.facts.following import read_following, read_inline, read_item
from kg.documents.facts.meant import place_group, topic
from kg.documents.facts.model import Change, Party
from kg.documents.facts.outcomes import change_of
from kg.documents.facts.scene import COMMISSIONERS, Scene
from kg.documents.facts.sentences import Sentence, clauses
from kg.documents.facts.status_words import FAILED
from kg.documents.facts.telling import Telling

_FAR = 8
"""Sentences after which talk of merging without names is of no change told before."""
_LIST = 12
"""Sentences within which the items of a list are told."""
_NEAR = 4
"""Sentences within which a group and the list of its members are told."""


def read_changes(scene: Scene) -> tuple[Change, ...]:
    """The changes that a text tells of; one of unnamed bodies only where none is named."""
    named = {each.key: scene.parties[each.key] for each in scene.mentions.organisations}
    told: list[Telling] = []
    for sentence in scene.sentences:
        items = read_inline(scene, sentence)
        for cue in items:
            keys = {each.key for each in cue.parties}
            known = next((each for each in told if keys <= set(each.parties)), None)
            if known is None:
                told.append(known := Telling())
            known.take(cue, named)
        for part in () if items else clauses(sentence):
            _hear(scene, part, told, named)
    told.sort(key=lambda each: each.cues[0].sentence.span)
    _share_day(scene, told)
    whole = [each for each in told if each.parties and not _is_half(each, named)]
    if told and not whole:
        told[0].parties = _only_group(scene)
        whole = [each for each in told[:1] if each.parties]
    return tuple(change_of(each, scene.mentions.issued) for each in whole)


def _hear(scene: Scene, part: Sentence, told: list[Telling], named: dict[str, Party]) -> None:
    """Bring what a sentence or clause tells to the change that it tells of."""
    cue = read_item(scene, part) or read_cue(scene, part)
    for each in cue.parties if cue else ():
        if each.key.startswith(("consortium/", "one ")):
            named[each.key] = each
    if cue is None or not (cue.parties or cue.opens or cue.again):
        cue = _listed(scene, part, told, named) or cue
    if cue is None:
        _follow(scene, part, told)
    elif not cue.is_next or _is_next(told, part):
        _take(scene, _same_day(told, cue), told, named)


def _take(scene: Scene, cue: Cue, told: list[Telling], named: dict[str, Party]) -> None:
    """Bring a cue to the changes that it tells of: the last two, an earlier one, or a new one."""
    if BOTH.search(cue.sentence.told) and len(told) > 1:
        for each in told[-2:]:
            each.take(replace(cue, parties=(), result=None), named)
        return
    if not cue.parties and _is_headed(scene, told, cue):
        return
    telling = _same(told, cue, named)
    if telling is None and not cue.opens:
        return
    if telling is None:
        in_passing = not cue.parties and MADE_BEFORE.search(cue.sentence.told) is not None
        telling = Telling(option=cue.option, is_closed=in_passing)
        told.append(telling)
        if cue.elsewhere and not cue.parties:
            group = place_group(scene, cue.elsewhere)
            telling.parties = {group.key: group}
    telling.take(cue, named)
    told.remove(telling)
    told.append(telling)


def _follow(scene: Scene, part: Sentence, told: list[Telling]) -> None:
    """Open the change of a sentence that tells only that others did the same."""
    cue = read_following(scene, part, told[-1].cues[-1]) if told else None
    keys = {each.key for each in cue.parties} if cue else set()
    if cue and not any(keys <= set(each.parties) for each in told):
        told.append(Telling([cue], {each.key: each for each in cue.parties}, is_closed=True))


def _is_next(told: list[Telling], part: Sentence) -> bool:
    """Whether a change was told in the sentence right before, in the same paragraph."""
    last = told[-1].cues[-1].sentence if told else None
    return last is not None and (
        last.number == part.number or (last.number, last.segment) == (part.number - 1, part.segment)
    )


def _same_day(told: list[Telling], cue: Cue) -> Cue:
    """A cue of "the same date" with the date told last."""
    if cue.date or not SAME_DAY.search(cue.sentence.told):
        return cue
    dated = (one for each in reversed(told) for one in reversed(each.cues) if one.date)
    day = next(dated, None)
    return replace(cue, date=day.date) if day else cue


def _is_headed(scene: Scene, told: list[Telling], cue: Cue) -> bool:
    """Whether a cue without parties is of the place that heads its paragraph; then it is taken."""
    if not (cue.is_strong or cue.date):
        return False
    place = topic(scene, cue.sentence)
    if not place or any(each.cues[-1].sentence.segment is cue.sentence.segment for each in told):
        return False
    telling = next((each for each in told if _is_of(each, place)), None)
    if telling is None:
        group = place_group(scene, place)
        telling = Telling(parties={group.key: group})
    else:
        told.remove(telling)
    telling.cues.append(cue)
    told.append(telling)
    return True


def _share_day(scene: Scene, told: list[Telling]) -> None:
    """The day of `six new boards will be created` is that of the changes told right after."""
    for sentence in scene.sentences:
        if not sentence.days or not NEW_BODIES.search(sentence.told):
            continue
        day = sentence.days[0]
        for telling in told:
            first = telling.cues[0]
            apart = first.sentence.number - sentence.number
            reach = _LIST if first.sentence.segment.kind == "bullet" else _NEAR
            if 0 < apart <= reach and not any(cue.date for cue in telling.cues) and day.value:
                telling.cues[0] = replace(first, date=day.value, date_span=day.span)


def _listed(
    scene: Scene, part: Sentence, told: list[Telling], named: dict[str, Party]
) -> Cue | None:
    """The list that follows a change of bodies not yet named."""
    if not told or any(key in named for key in told[-1].parties):
        return None
    is_next = part.number - told[-1].cues[-1].sentence.number <= 1
    return read_listing(scene, part) if is_next else None


def _only_group(scene: Scene) -> dict[str, Party]:
    """The one group of commissioners that the text names by its place, if it names one."""
    keys = {
        each.key
        for each in scene.mentions.groups
        if each.place not in ("", "England") and each.type in COMMISSIONERS
    }
    return {key: scene.parties[key] for key in keys} if len(keys) == 1 else {}


def _same(told: list[Telling], cue: Cue, named: dict[str, Party]) -> Telling | None:
    """The change told before that a cue speaks of, or None where it opens another."""
    if not told or EARLIER.search(cue.sentence.told):
        return None
    if _is_past_try(told, cue) or (not cue.parties and MADE_BEFORE.search(cue.sentence.told)):
        return None
    if cue.option:
        labelled = [each for each in told if each.option == cue.option]
        return labelled[0] if labelled else None
    keys = {each.key for each in cue.parties}
    if cue.result:
        keys.add(cue.result.key)
    for telling in reversed(told):
        have = set(telling.parties) | ({telling.result.key} if telling.result else set())
        is_apart = (telling.option and cue.opens) or _is_another(telling, cue, named)
        if keys & have and not is_apart:
            return telling
    if cue.elsewhere and cue.parties and cue.opens:
        return next((each for each in reversed(told) if _is_of(each, cue.elsewhere)), None)
    return _unnamed(told, cue, named) if cue.parties else _taken_up(told, cue, named)


def _is_another(telling: Telling, cue: Cue, named: dict[str, Party]) -> bool:
    """Whether a cue that shares a body with a change tells of another one: other partners."""
    own = {each.key for each in cue.parties if each.key in named}
    have = {key for key in telling.parties if key in named}
    if not cue.opens or len(own) < 2 or len(have) < 2 or own <= have or have <= own:
        return False
    told = telling.result and cue.result and telling.result.key == cue.result.key
    return not told and len(own & have) == 1


def _is_half(telling: Telling, named: dict[str, Party]) -> bool:
    """Whether one body only is known, and neither what it joins nor what comes of it."""
    return (
        telling.result is None
        and len(telling.parties) == 1
        and all(key in named for key in telling.parties)
    )


def _is_past_try(told: list[Telling], cue: Cue) -> bool:
    """Whether a cue is of an attempt that failed before: of some of the bodies, with its day."""
    keys = {each.key for each in cue.parties}
    failed = any(each.status in FAILED for each in cue.statuses)
    days = [each.value for each in cue.sentence.days if each.value]
    later = max((one.date for each in told for one in each.cues), default="")
    is_part = any(keys < set(each.parties) for each in told)
    return failed and cue.opens and is_part and bool(days) and max(days) < later[:4]


def _taken_up(told: list[Telling], cue: Cue, named: dict[str, Party]) -> Telling | None:
    """The change that a cue without parties goes on about."""
    noun = TAKEN_UP.search(cue.sentence.told)
    for each in reversed(told) if noun else ():
        if noun and any(noun["noun"] in one.sentence.told for one in each.cues):
            return each
    return None if _is_apart(told[-1], cue, named) else told[-1]


def _unnamed(told: list[Telling], cue: Cue, named: dict[str, Party]) -> Telling | None:
    """The last change, where a group stands for its bodies or the bodies for its group."""
    far = [each for each in told[:-1] if _is_counted(each, cue, named)]
    if len(far) == 1 and any(each.key in named for each in cue.parties):
        return far[0]
    last = told[-1]
    if _is_counted(last, cue, named) and len(cue.parties) > 1:
        return last
    apart = cue.sentence.number - last.cues[-1].sentence.number
    if not any(each.key in named for each in cue.parties):
        if last.is_closed:
            return None
        counted = cue.size == len(last.parties) if cue.size else apart <= 1
        return last if counted and apart <= _NEAR else None
    unnamed = not last.is_closed and not any(key in named for key in last.parties)
    return last if unnamed and apart <= _NEAR and _fits(last, cue) else None


def _is_counted(telling: Telling, cue: Cue, named: dict[str, Party]) -> bool:
    """Whether the bodies of a cue are those of a group told before: as many, and of its place."""
    group = next(iter(telling.parties.values()), None)
    if telling.is_closed or group is None or len(telling.parties) > 1 or group.key in named:
        return False
    place = place_of(group)
    names = [each.name for each in (*cue.parties, *((cue.result,) if cue.result else ()))]
    is_there = any(place in name for name in names) or place == cue.elsewhere
    return any(each.size == len(cue.parties) for each in telling.cues) and bool(place) and is_there


def _is_of(telling: Telling, place: str) -> bool:
    """Whether a change is told of a place: in a name or in a sentence, headlines left out."""
    names = " ".join(each.name for each in telling.parties.values())
    told = " ".join(
        each.sentence.plain for each in telling.cues if each.sentence.segment.kind != "heading"
    )
    return place in names or place.lower() in told


def _is_apart(last: Telling, cue: Cue, named: dict[str, Party]) -> bool:
    """Whether a cue without parties is of another change: of another place, or told far on."""
    if cue.elsewhere and cue.opens:
        return not _is_of(last, cue.elsewhere)
    is_named = any(key in named for key in last.parties)
    apart = cue.sentence.number - last.cues[-1].sentence.number
    return is_named and not cue.again and apart > _FAR and not cue.date


def _fits(telling: Telling, cue: Cue) -> bool:
    """Whether named bodies can be those of an unnamed change: as many, and of one type."""
    sizes = {each.size for each in telling.cues if each.size}
    types = {kind for each in telling.cues for kind in each.types}
    own = {each.type for each in cue.parties}
    alike = not types or bool(types & own)
    return alike and (not sizes or len(cue.parties) in sizes or cue.size in sizes)
