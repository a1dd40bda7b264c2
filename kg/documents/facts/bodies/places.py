"""The place that a change of unnamed bodies is of: `CCGs in Kent`, `a single CCG for Essex`."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.facts.bodies.by_place import place_group
from kg.documents.facts.bodies.meant import place_there, place_told, topic
from kg.documents.facts.model import Party
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import COMMISSIONERS, Scene
from kg.documents.mentions.figures.numbers import SMALL
from kg.documents.mentions.model import Group, Place
from kg.documents.patterns import compiled

_FOR_PLACE: Final = compiled(
    r"\b(?:a|one) (?:single |merged |new )?(?:ccg|icb|commissioner|group|board"
    r"|clinical commissioning group) (?:for|across|covering|in) (?:the whole of |all of |the )?"
)
_GROUP_PLACE: Final = compiled(r"(?:CCGs|ICBs|PCTs) in (.+)|([A-Z].+?) (?:CCGs|ICBs|PCTs)")
_IN_PLACE: Final = compiled(
    r"(?:(?:and|but|elsewhere|meanwhile|further \w+|over|then),? )?(?:in|across) (?=\w)"
)
_COMPASS: Final = compiled(
    r"(?:(?:north|south|east|west|central|mid)(?: |-)?){1,2}(?:east|west)? ?[A-Z]\w+"
)
_PART: Final = compiled(
    r"\b(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|[Cc]entral|[Mm]id|[Ii]nner|[Oo]uter)"
    r"(?:[ -]?(?:east|west|central|and (?:north|south|east|west)))? $"
)
_POSSESSIVE: Final = compiled(r"'s? (?:\w+ )?")
_MONTHS: Final = frozenset(
    (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "England",
    )
)
_CAPITALS: Final = compiled(r"[A-Z][\w'’-]+(?: (?:and |of |the )?[A-Z][\w'’-]+)*")


def place_of(party: Party) -> str:
    """The place of a group that is known by it: `CCGs in Kent`, `Kent CCGs`."""
    found = _GROUP_PLACE.fullmatch(party.name)
    return (found[1] or found[2]) if found else ""


def place_for(scene: Scene, sentence: Sentence) -> str:
    """The place of `a single CCG for Essex`."""
    hit = _FOR_PLACE.search(sentence.told)
    if hit is None:
        return ""
    at = sentence.span.start + hit.end()
    name = _CAPITALS.match(scene.text, at) or _COMPASS.match(scene.text, at)
    return re.sub(r"['’]s\b.*", "", name[0]) if name else ""


def body_for(scene: Scene, sentence: Sentence) -> Party | None:
    """The body to come that is named by its place: `a single CCG for Buckinghamshire`."""
    hit = _FOR_PLACE.search(sentence.told)
    if hit is None:
        return None
    span = sentence.place(hit.start(), hit.end() + 1)
    named = [each for each in sentence.organisations if each.span.meets(span)]
    return scene.parties[named[0].key] if named and named[0].type in COMMISSIONERS else None


def whose(scene: Scene, sentence: Sentence, start: int) -> str:
    """The place that groups are said to be of: `Manchester's three CCGs`."""
    for each in sentence.places:
        gap = sentence.plain[each.span.end - sentence.span.start : start - sentence.span.start]
        if each.span.end < start and _POSSESSIVE.fullmatch(gap) and each.name != "England":
            return whole_place(scene, each)
    return ""


def whole_place(scene: Scene, place: Place) -> str:
    """The name of a place with the part of it that is meant: `South west London`."""
    part = _PART.search(scene.text[max(0, place.span.start - 20) : place.span.start])
    return f"{part[0]}{place.name}" if part else place.name


_SIZE: Final = rf"(?:{'|'.join(SMALL)}|\d{{1,2}})"
_NOUN: Final = r"(?:groups|ccgs|icbs|boards|bodies|organisations|commissioners|consortia)"
_COUNT: Final = compiled(rf"\b({_SIZE}) (?:\w+ ){{0,2}}?{_NOUN}\b")
_COUNTED_IN: Final = compiled(
    rf"\b(?:those|(?:(?:the|all|its|their) )?{_SIZE}(?: (?:other|local|small|neighbouring|existing"
    rf"|remaining))?(?: (?:of the )?{_NOUN})?|(?:the )?{_NOUN}) (?:in|across|of) (?:the (?:north"
    r"|south|east|west|centre) of )?$"
)
_COUNTED_OF: Final = compiled(rf"(?:'s?)?(?: \w+)?? {_SIZE}(?: \w+)?? {_NOUN}\b|'s {_NOUN}\b")
_THEIR: Final = compiled(rf"\b(?:their|its|all)(?: {_SIZE})? $")
_THERE_ARE: Final = compiled(rf",? where (?:the |all )?(?:{_SIZE} )?(?:\w+ )?")
_WAYS: Final = compiled(rf" [^.;]{{0,60}}?\b(?:its|their|the) {_SIZE}-way (?:merger|union|deal)\b")


def _counted_there(scene: Scene, sentence: Sentence) -> Party | None:
    """The group of `Manchester's three groups`, `those in Essex`, `two groups in Kent`."""
    for each in () if scene.is_before_ccgs else sentence.places:
        start, end = (at - sentence.span.start for at in (each.span.start, each.span.end))
        name = whole_place(scene, each)
        told = _COUNTED_IN.search(sentence.plain[: start - len(name) + len(each.name)])
        own = _COUNTED_OF.match(sentence.plain, end)
        ways = _WAYS.match(sentence.plain, end) if start == len(name) - len(each.name) else None
        if each.name != "England" and (told or own or ways):
            return place_group(scene, name + (_other_half(scene, sentence, each) if told else ""))
    return None


def _other_half(scene: Scene, sentence: Sentence, place: Place) -> str:
    """The second of two places whose bodies are counted together: "three in Kent and Medway"."""
    for each in sentence.places:
        if scene.plain[place.span.end : each.span.start] == " and ":
            return f" and {each.name}"
    return ""


def count_told(sentence: Sentence) -> int | None:
    """How many bodies a sentence counts: 3 of `Manchester's three groups`; None if it does not."""
    told = _COUNT.search(sentence.plain)
    if told is None:
        return None
    return int(told[1]) if told[1].isdigit() else SMALL[told[1]]


def is_same_place(one: Party, other: Party) -> bool:
    """Whether two groups are known by places one inside of the other: Kent, Kent and Medway."""
    places = place_of(one), place_of(other)
    return all(places) and (places[0] in places[1] or places[1] in places[0])


def placed(scene: Scene, sentence: Sentence) -> Party | None:
    """The group that a sentence on one place tells of: `In Essex, five CCGs`."""
    groups = [each for each in sentence.groups if each.type in COMMISSIONERS]
    if scene.commissioners(sentence):
        return None
    clause = _WHOSE.match(sentence.plain)
    if clause:
        start = sentence.span.start
        return place_group(scene, scene.text[start : start + clause.end("place")])
    if not groups:
        is_heading = sentence.segment.kind == "heading"
        return None if is_heading else _counted_there(scene, sentence)
    if len(groups) != 1 or groups[0].place:
        return None
    place = _place_of_group(scene, sentence, groups[0])
    return place_group(scene, place, groups[0].type) if place else None


_WHOSE: Final = compiled(rf"(?P<place>[^,;:]{{3,60}}),? whose (?:own )?(?:{_SIZE} )?{_NOUN}\b")
"""A clause of the groups of the place that it begins with."""


def _place_of_group(scene: Scene, sentence: Sentence, group: Group) -> str:
    """The place of a group that has none of its own: told beside it, at the head, in a heading."""
    own = whose(scene, sentence, group.span.start)
    there = place_there(scene, sentence)
    if own or there:
        return own or (there.name if there else "")
    begins = _IN_PLACE.match(sentence.plain)
    if begins:
        at = sentence.span.start + begins.end()
        name = _CAPITALS.match(scene.text, at) or _COMPASS.match(scene.text, at)
        is_known = name and name[0] not in _MONTHS and group.type in ("ccg", "icb", "pct")
        return name[0] if name and is_known else ""
    lead = scene.plain[sentence.span.start : group.span.start]
    where = [each for each in sentence.places if each.span.end < group.span.start]
    if where and _THERE_ARE.fullmatch(lead[where[-1].span.end - sentence.span.start :]):
        return whole_place(scene, where[-1])
    near = place_told(sentence)
    is_counted = group.size is not None and not group.members
    leads = near and is_counted and sentence.plain.startswith(near.name.lower())
    theirs = _THEIR.search(sentence.plain[: group.span.start - sentence.span.start])
    if near and (leads or theirs):
        return whole_place(scene, near)
    return topic(scene, sentence) if is_counted else ""
