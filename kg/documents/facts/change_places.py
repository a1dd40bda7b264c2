"""The place that a change of unnamed bodies is of: `CCGs in Kent`, `a single CCG for Essex`."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.facts.meant import place_group, place_there
from kg.documents.facts.model import Party
from kg.documents.facts.scene import COMMISSIONERS, Scene
from kg.documents.facts.sentences import Sentence

_FOR_PLACE: Final = re.compile(
    r"\b(?:a|one) (?:single |merged |new )?(?:ccg|icb|commissioner|group|board"
    r"|clinical commissioning group) (?:for|across|covering|in) (?:the whole of |all of |the )?"
)
_GROUP_PLACE: Final = re.compile(r"(?:CCGs|ICBs|PCTs) in (.+)|([A-Z].+?) (?:CCGs|ICBs|PCTs)")
_IN_PLACE: Final = re.compile(r"(?:and |but |elsewhere,? )?(?:in|across) (?=\w)")
_COMPASS: Final = re.compile(
    r"(?:(?:north|south|east|west|central|mid)(?: |-)?){1,2}(?:east|west)? ?[A-Z]\w+"
)
_POSSESSIVE: Final = re.compile(r"'s? (?:\w+ )?")
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
_CAPITALS: Final = re.compile(r"[A-Z][\w'’-]+(?: (?:and |of |the )?[A-Z][\w'’-]+)*")


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


def _whose(sentence: Sentence, start: int) -> str:
    """The place that groups are said to be of: `Manchester's three CCGs`."""
    for each in sentence.places:
        gap = sentence.plain[each.span.end - sentence.span.start : start - sentence.span.start]
        if each.span.end < start and _POSSESSIVE.fullmatch(gap) and each.name != "England":
            return each.name
    return ""


def placed(scene: Scene, sentence: Sentence) -> Party | None:
    """The group that a sentence on one place tells of: `In Essex, five CCGs`."""
    groups = [each for each in sentence.groups if each.type in COMMISSIONERS]
    if len(groups) != 1 or groups[0].place or scene.commissioners(sentence):
        return None
    own = _whose(sentence, groups[0].span.start)
    if own:
        return place_group(scene, own, groups[0].type)
    there = place_there(scene, sentence)
    if there:
        return place_group(scene, there.name, groups[0].type)
    begins = _IN_PLACE.match(sentence.plain)
    if not begins:
        return None
    name = _CAPITALS.match(scene.text, sentence.span.start + begins.end())
    name = name or _COMPASS.match(scene.text, sentence.span.start + begins.end())
    if name is None or name[0] in _MONTHS:
        return None
    kind = {"ccg": "CCGs", "icb": "ICBs", "pct": "PCTs"}.get(groups[0].type)
    return (
        Party(f"{groups[0].type}/{name[0]}", f"{kind} in {name[0]}", groups[0].type)
        if kind
        else None
    )
