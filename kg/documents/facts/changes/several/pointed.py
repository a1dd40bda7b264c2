"""Changes whose bodies a sentence only points at: "they" and "the three" of a list before it, and
"those planned in Cheshire and Lancashire"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from kg.documents.facts.bodies.by_place import place_group
from kg.documents.facts.changes.cues import Cue
from kg.documents.facts.changes.telling import Telling
from kg.documents.facts.model import Party
from kg.documents.facts.progress.effects import day_of
from kg.documents.facts.progress.statuses import statuses_of
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import Scene
from kg.documents.patterns import compiled

_POINTS: Final = compiled(
    r"\b(?:they|them|the (?:two|three|four|five|six|seven|eight|pair|trio|quartet)"
    r"|(?:practices|members|gps) there)\b"
)
_THOSE: Final = compiled(
    r"(?:but |and |however, )?(?:(?P<one>one|another)|those|the ones)(?: \w+)? (?:in|for|of|across"
    r"|between) (?=\w)"
)
_IN_PLACES: Final = compiled(
    r"\b(?:mergers|unions|amalgamations|applications|bids)\b,? (?:\w+ )?(?:in|for|of|across|from"
    r"|by) (?=\w)"
)
_JOINS: Final = compiled(r"(?:[\s,]|\b(?:and|both|the|in|for)\b)*")
_SEVERAL: Final = compiled(r"\b(?:mergers?|unions?|amalgamations?)\b")
_FAR: Final = 3
"""Sentences after a list in which "they" are its bodies."""


def of_those(scene: Scene, cue: Cue, told: list[Telling]) -> Cue:
    """A cue that names no two bodies with those that it points at: the list that its paragraph
    has given before, if no change told so far is of them."""
    sentence = cue.sentence
    if not cue.parties and _ANEW.match(sentence.told):
        return _of_last(scene, cue)
    hit = _POINTS.search(sentence.told)
    named = scene.commissioners(sentence)
    pointed_first = not named or (hit and sentence.place(*hit.span()) < named[0].span)
    if len(cue.parties) > 1 or not hit or not pointed_first or sentence.segment.kind == "heading":
        return cue
    for each in reversed(scene.sentences[max(0, sentence.number - _FAR) : sentence.number]):
        if each.segment is not sentence.segment:
            return cue
        keys = dict.fromkeys(one.key for one in scene.commissioners(each))
        if len(keys) > 1:
            is_told = any(set(keys) & set(one.parties) for one in told)
            return cue if is_told else _with(cue, tuple(scene.parties[key] for key in keys))
    return cue


_ANEW: Final = compiled(
    r"(?:but |and |yet )?an? (?:(?:two|three|four|five|six)-way |earlier |proposed |planned |first"
    r" |previous |full |formal )*(?:merger|union|amalgamation)\b(?! (?:would|could|may|might|will"
    r"|of"
    r"|between|involving|can|should|must|is|has))"
)
"""How a merger is told of for the first time, of bodies that the sentence before has named."""


def _of_last(scene: Scene, cue: Cue) -> Cue:
    """A cue with the bodies, two or more, of the sentence before it in the same paragraph."""
    sentence = cue.sentence
    before = scene.sentences[sentence.number - 1] if sentence.number else sentence
    if before.segment is not sentence.segment or before is sentence:
        return cue
    parties = {each.key: scene.parties[each.key] for each in scene.commissioners(before)}
    return _with(cue, tuple(parties.values())) if len(parties) > 1 else cue


def _with(cue: Cue, parties: tuple[Party, ...]) -> Cue:
    return replace(cue, parties=parties, opens=True, is_next=False, elsewhere="")


def read_those(scene: Scene, sentence: Sentence, told: list[Telling]) -> tuple[Cue, ...]:
    """The cues of "those planned in A and B", after mergers told of as a number: one a place."""
    hit = _THOSE.match(sentence.told)
    own = None if hit else _IN_PLACES.search(sentence.told)
    if (hit is None and own is None) or sentence.number == 0:
        return ()
    before = scene.sentences[sentence.number - 1]
    statuses = statuses_of(sentence)
    is_told = own is not None or _SEVERAL.search(before.told) is not None
    if not statuses or not is_told or scene.commissioners(sentence):
        return ()
    day = day_of(sentence, scene.mentions.issued) if own else None
    names: list[str] = []
    first = hit or own
    end = first.end() if first else 0
    for each in sorted(sentence.places, key=lambda one: one.span):
        start = each.span.start - sentence.span.start
        if start < end or not _JOINS.fullmatch(sentence.plain[end:start]):
            break
        names.append(each.name)
        end = each.span.end - sentence.span.start
    if hit and hit["one"]:
        names = [" and ".join(names)] if names else []
    groups = [place_group(scene, each) for each in names]
    known = {key for each in told for key in each.parties}
    return tuple(
        Cue(
            sentence,
            "merger",
            False,
            (each,),
            None,
            statuses,
            day[0] if day else "",
            day[1] if day else None,
            (),
            None,
            frozenset(),
            True,
            elsewhere=name,
        )
        for each, name in zip(groups, names, strict=True)
        if each.key not in known
    )
