"""Mergers and splits: the cues of all sentences, brought together change by change."""

from __future__ import annotations

from dataclasses import replace

from kg.documents.facts.bodies.by_place import place_group
from kg.documents.facts.bodies.meant import place_told, topic
from kg.documents.facts.changes.beside.coming import read_predecessors, with_sources
from kg.documents.facts.changes.beside.elsewhere import read_elsewhere, read_further, read_label
from kg.documents.facts.changes.beside.following import (
    read_following,
    read_inline,
    read_item,
    read_outcome,
    read_turn,
)
from kg.documents.facts.changes.beside.wider import read_wider
from kg.documents.facts.changes.cues import Cue, read_cue, read_listing
from kg.documents.facts.changes.drivers.told import with_drivers
from kg.documents.facts.changes.going_on import BOTH, SAME_DAY
from kg.documents.facts.changes.sameness import (
    NEAR,
    is_anew,
    is_earlier,
    is_past_failure,
    is_told_of,
    same_as,
)
from kg.documents.facts.changes.several.frames import lend
from kg.documents.facts.changes.several.pointed import of_those, read_those
from kg.documents.facts.changes.several.rounds import is_round, read_rounds, share_round
from kg.documents.facts.changes.several.tallies import read_tally
from kg.documents.facts.changes.telling import Telling
from kg.documents.facts.changes.unnamed import settle
from kg.documents.facts.changes.words import MADE_BEFORE, MADE_OF, NEW_BODIES
from kg.documents.facts.model import Change, Party
from kg.documents.facts.progress.outcomes import change_of
from kg.documents.facts.progress.words import FAILED
from kg.documents.facts.scene.sentences import Sentence, clauses
from kg.documents.facts.scene.subjects import Scene

_APART = 2
"""Sentences after a change in which "it" is the change."""
_LIST = 12
"""Sentences within which the items of a list are told."""


def read_changes(scene: Scene) -> tuple[Change, ...]:
    """The changes that a text tells of; one of unnamed bodies only where none is named."""
    named = {each.key: scene.parties[each.key] for each in scene.mentions.organisations}
    told: list[Telling] = []
    for sentence in scene.sentences:
        if is_round(scene, sentence):
            continue
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
    share_round(read_rounds(scene), told)
    told = settle(scene, told, named)
    lend(scene, told)
    whole = [each for each in told if each.parties and not _is_half(each, named)]
    made = [each for each in told if _is_made(each, named)]
    unnamed = [each for each in told if not each.parties and _is_told_as_fact(each)][:1]
    whole = [*whole, *made] or unnamed
    whole.sort(key=lambda each: each.cues[0].sentence.span)
    with_drivers(scene, whole)
    return tuple(change_of(each, scene.mentions.issued) for each in whole)


def _is_made(telling: Telling, named: dict[str, Party]) -> bool:
    """Whether only what came of a change is named: "Leeds CCG, formed from three groups"."""
    made = telling.result
    first = telling.cues[0].sentence
    is_told = first.segment.kind != "heading" and MADE_OF.search(first.told) is not None
    return not telling.parties and made is not None and made.key in named and is_told


def _is_told_as_fact(telling: Telling) -> bool:
    """Whether a change of unnamed bodies is told as decided or done, not in a heading alone."""
    return any(cue.is_strong and cue.sentence.segment.kind != "heading" for cue in telling.cues)


def _hear(scene: Scene, part: Sentence, told: list[Telling], named: dict[str, Party]) -> None:
    """Bring what a sentence or clause tells to the change that it tells of."""
    tally = read_tally(scene, part)
    further = () if tally else read_further(scene, part, told)
    those = (tally,) if tally else further or read_those(scene, part, told)
    if tally or further or len(those) > 1:
        told += map(_closed, those)
        return
    wider = None if tally or those else read_wider(scene, part, told)
    if wider:
        told.insert(-1, _closed(wider))
        return
    cue = _cue_of(scene, part, told, named)
    turn = read_turn(scene, part, told[-1]) if cue is None and told else None
    if cue is None and those:
        told += map(_closed, those)
    elif turn:
        told[-1].take(turn, named)
    elif cue is None or (not (cue.parties or cue.opens) and read_elsewhere(scene, part, told)):
        _follow(scene, part, told)
    elif not cue.is_next or _is_next(told, part):
        _take(scene, _same_day(told, cue), told, named)


def _cue_of(
    scene: Scene, part: Sentence, told: list[Telling], named: dict[str, Party]
) -> Cue | None:
    """The cue of a sentence or clause, with the bodies that it points at."""
    cue = read_item(scene, part) or read_cue(scene, part)
    for each in cue.parties if cue else ():
        if each.key.startswith(("consortium/", "one ")):
            named[each.key] = each
    if cue is None or not (cue.parties or cue.opens or cue.again):
        cue = _listed(scene, part, told, named) or cue
    return of_those(scene, cue, told) if cue else None


def _closed(cue: Cue) -> Telling:
    """A change told in one sentence, of which no list told later stands in for the bodies."""
    return Telling([cue], {each.key: each for each in cue.parties}, cue.result, is_closed=True)


def _take(scene: Scene, cue: Cue, told: list[Telling], named: dict[str, Party]) -> None:
    """Bring a cue to the changes that it tells of: the last two, an earlier one, or a new one."""
    if BOTH.search(cue.sentence.told) and len(told) > 1:
        for each in told[-2:]:
            each.take(replace(cue, parties=(), result=None), named)
        return
    cue = _of_earlier(scene, cue, told)
    if not cue.parties and (_is_headed(scene, told, cue) or _is_of_another(scene, told, cue)):
        return
    telling = same_as(told, cue, named)
    if telling is not None and is_anew(telling, cue, scene.mentions.issued):
        told.append(telling := Telling(parties=dict(telling.parties)))
    cue = with_sources(scene, cue) if telling is None else cue
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
    is_past = len(telling.cues) == 1 and is_past_failure(telling, scene.mentions.issued)
    told.insert(len(told) - is_past if told else 0, telling)


def _of_earlier(scene: Scene, cue: Cue, told: list[Telling]) -> Cue:
    """A cue of "an earlier attempt" that failed, of the bodies of the change told last."""
    is_failed = any(each.status in FAILED for each in cue.statuses)
    named = {each.key for each in scene.commissioners(cue.sentence)}
    if not told or not is_failed or not is_earlier(cue) or len(named) > 1:
        return cue
    parties = tuple(told[-1].parties.values())
    return replace(cue, parties=parties, opens=True, elsewhere="", date="", date_span=None)


def _is_of_another(scene: Scene, told: list[Telling], cue: Cue) -> bool:
    """Whether a cue that says no names another body, first of all: "Surrey Heath said no"."""
    last = told[-1] if told else None
    if last is None or not cue.is_strong or cue.sentence.segment.kind == "heading":
        return False
    place = place_told(cue.sentence)
    is_head = place and place.span.start - cue.sentence.span.start < _HEAD
    if place and is_head and len(last.parties) > 1 and not is_told_of(last, place.name):
        return not cue.opens
    named = scene.commissioners(cue.sentence)
    if not named or not any(each.status in FAILED for each in cue.statuses):
        return False
    own = {*last.parties, last.result.key if last.result else ""}
    is_first = named[0].span.start - cue.sentence.span.start < _HEAD
    return is_first and len(own) > 2 and not any(each.key in own for each in named)


_HEAD = 12
"""Characters before the body that a sentence is of."""


def _follow(scene: Scene, part: Sentence, told: list[Telling]) -> None:
    """Open the change of a sentence that tells only how others went, or that they did the same."""
    cue = (
        read_outcome(scene, part)
        or read_predecessors(scene, part)
        or read_following(scene, part, told[-1])
        or read_elsewhere(scene, part, told)
        or read_label(scene, part, told)
        if told
        else read_predecessors(scene, part)
    )
    keys = {each.key for each in cue.parties} if cue else set()
    if cue and not any(keys <= set(each.parties) for each in told):
        told.append(Telling([cue], {each.key: each for each in cue.parties}, is_closed=True))


def _is_next(told: list[Telling], part: Sentence) -> bool:
    """Whether a change was told just before, in the same paragraph."""
    last = told[-1].cues[-1].sentence if told else None
    return last is not None and (
        last.number == part.number
        or (part.number - last.number <= _APART and last.segment == part.segment)
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
    telling = next((each for each in told if is_told_of(each, place)), None)
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
            reach = _LIST if first.sentence.segment.kind == "bullet" else NEAR
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


def _is_half(telling: Telling, named: dict[str, Party]) -> bool:
    """Whether one body only is known, and neither what it joins nor what comes of it."""
    return (
        telling.result is None
        and len(telling.parties) == 1
        and all(key in named for key in telling.parties)
    )
