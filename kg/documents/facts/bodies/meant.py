"""Which bodies are meant where a change is told of none by name: by a count, a pronoun, a place."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from kg.documents.facts.bodies.by_place import place_group, place_party
from kg.documents.facts.model import Party
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import COMMISSIONERS, Scene
from kg.documents.mentions.figures.numbers import SETS, SMALL
from kg.documents.mentions.model import Place
from kg.documents.patterns import compiled

_SIZES: Final = SMALL | SETS
_PAIR: Final = 2
_NOUN: Final = r"(?:groups|ccgs|icbs|boards|bodies|organisations|commissioners|consortia)"
_COUNT: Final = compiled(
    rf"\b(?:the|all|these|those|of the|other) (?P<size>{'|'.join(_SIZES)})\b(?!-)(?:,|"
    rf"(?= {_NOUN}\b| of them\b)|(?! (?:of (?!them)|in |(?!has\b|was\b|is\b|does\b)[\w-]+s\b)))"
)
_THEY: Final = compiled(r"\b(?:they|their)\b")
_THERE: Final = compiled(r"\bthere\b(?! (?:is|are|was|were|has|have|will|would|had|be)\b)")
_AT_HEAD: Final = compiled(
    r"(?:(?:and|but|then|while|contrast|compare|take|elsewhere,?|further \w+,?|over|not so|so"
    r"|likewise|similarly,?) )?(?:in |across |for |to |with )?(?:the )?"
)
_OWN_NOUN: Final = compiled(
    rf"(?:'s)?(?: \w+){{0,2}}? (?:{_NOUN}|practices|gps|doctors|members|merger|leaders|bosses"
    r"|chiefs|councils|councillors)\b"
)
_AFTER_IN: Final = compiled(r"\b(?:in|across|of|from)(?: (?:the|all of|north|south|east|west))? $")
_RUN_IN: Final = compiled(r"(?:\d+\. |[a-z]\) |\*\*)?[^.:!?]{3,60}(?:[.:]|\*\*| -)?")


def bodies_meant(scene: Scene, sentence: Sentence) -> tuple[Party, ...]:
    """The bodies that "the four", "their" or "all three there" stands for; empty if unclear."""
    there = place_there(scene, sentence)
    if there:
        return (place_group(scene, there.name),)
    count = _COUNT.search(sentence.told)
    if count and not _is_placed(sentence):
        return of_size(scene, sentence, _SIZES[count["size"]])
    way = _WAY.search(sentence.told)
    if way:
        return of_size(scene, sentence, _SIZES[way["size"]])
    if _THEY.search(sentence.told):
        listed = scene.listed_before(sentence.span.start)
        first = sentence.segment.span.start
        inside = {
            each.key
            for each in scene.mentions.organisations
            if first <= each.span.start < sentence.span.start
        }
        return listed if listed and all(each.key in inside for each in listed) else ()
    return ()


def of_size(scene: Scene, sentence: Sentence, size: int) -> tuple[Party, ...]:
    """As many bodies as counted: those of one list, else all that were named just before."""
    listed = scene.listed_before(sentence.span.start, size)
    if listed:
        return listed
    near: dict[str, Party] = {}
    for each in reversed(scene.sentences[max(0, sentence.number - 2) : sentence.number + 1]):
        for body in each.organisations:
            if body.type in COMMISSIONERS:
                near.setdefault(body.key, scene.parties[body.key])
        if len(near) == size:
            return tuple(near.values())
    place = sentence.span.end
    told = [each for each in scene.mentions.organisations if each.span.end <= place]
    new = {
        each.key
        for each in told
        if _NEW.search(scene.plain[max(0, each.span.start - _LEAD) : each.span.start])
    }
    own = (each.key for each in told if each.type == scene.usual_type and each.key not in new)
    named = dict.fromkeys(own)
    rows = dict.fromkeys(key for _, keys in scene.lists_before(place) for key in keys)
    fitting = named if len(named) == size else rows if len(rows) == size else {}
    fitting = fitting if size > _PAIR else {}
    return tuple(scene.parties[key] for key in fitting)


_NEW: Final = compiled(
    r"\b(?:new|single|combined|merged|enlarged|successor|proposed|future)(?: [\w-]+)? $"
)
"""Words before the name of a body that is not there yet."""
_LEAD: Final = 30


def counted_near(scene: Scene, sentence: Sentence) -> tuple[Party, ...]:
    """The bodies of "all eight groups (those four, plus A, B, C and D)", where they are as many."""
    count = None if _is_placed(sentence) else _COUNT.search(sentence.told)
    return of_size(scene, sentence, _SIZES[count["size"]]) if count else ()


def _is_placed(sentence: Sentence) -> bool:
    """Whether the bodies that a sentence counts are those of a place that it names."""
    own = (
        _OWN_COUNT.match(sentence.plain, each.span.end - sentence.span.start)
        for each in sentence.places
    )
    return any(each.place and each.size for each in sentence.groups) or any(own)


_OWN_COUNT: Final = compiled(rf"'s? (?:\w+ )?(?:{'|'.join(_SIZES)})\b")
"""A count of the bodies of a place: "Sussex's other six"."""


_WAY: Final = compiled(
    rf"\b(?P<size>{'|'.join(_SIZES)})-way (?:merger|tie-up|union|deal|link-up|plan|marriage)\b"
)
"""A merger told of by the number of its bodies."""


def place_told(sentence: Sentence) -> Place | None:
    """The place that a sentence is of: at its head, or as `Kent's GPs`, `six in Kent`."""
    for each in sentence.places:
        start = each.span.start - sentence.span.start
        end = each.span.end - sentence.span.start
        head = sentence.plain[:start]
        if each.name == "England":
            continue
        if _AT_HEAD.fullmatch(head) and not sentence.plain.startswith(" and ", end):
            return each
        if _OWN_NOUN.match(sentence.plain, end) or _AFTER_IN.search(head):
            return each
    return None


def topic(scene: Scene, sentence: Sentence) -> str:
    """The place that the paragraph of a sentence is headed by: `Dorset. No change.`, else empty."""
    first = scene.opening(sentence)
    for each in (first, scene.sentences[first.number - 1] if first.number else first):
        is_head = each.segment.kind == "heading" or each is first
        if is_head and each is not sentence and _RUN_IN.fullmatch(each.plain) and each.places:
            place = each.places[0]
            rest = each.plain.replace(place.name.lower().replace("’", "'"), "").strip(" .:*-")
            if len(rest) <= len("1.1") and place.name != "England":
                return place.name
    return ""


def place_there(scene: Scene, sentence: Sentence) -> Place | None:
    """The place that "there" means: the one named last, in the two sentences before."""
    if not _THERE.search(sentence.told):
        return None
    at = _THERE.search(sentence.told)
    own = [
        each
        for each in sentence.places
        if at and each.span.end <= sentence.span.start + at.start() and each.name != "England"
    ]
    if own:
        return own[-1]
    for each in reversed(scene.sentences[max(0, sentence.number - 2) : sentence.number]):
        places = [place for place in each.places if place.name != "England"]
        if places:
            return places[-1]
    return None


_WITH: Final = compiled(
    r"\b(?:with|join(?:s|ed|ing)?|absorb(?:s|ed|ing)?|swallow(?:s|ed|ing)? up|by|into)"
    r" (?:the |its |their |neighbouring |neighbour |nearby |larger |smaller )*$"
)


_IT: Final = compiled(
    r"(?:but |and |so |instead,? |now )?(?:it|the (?:ccg|group|board|icb|trust|body))\b(?!'s)"
)


def partners(scene: Scene, sentence: Sentence, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who merges "with" the bodies named: the one that "it" is, or those told right before."""
    party = parties[0]
    named = [each for each in scene.commissioners(sentence) if each.key == party.key]
    lead = sentence.plain[: max(0, named[0].span.start - sentence.span.start)] if named else ""
    joined = _WITH.search(lead)
    if not joined:
        return ()
    if _IT.match(lead):
        meant = scene.subject(sentence, sentence.span.start + joined.start())
        is_body = meant is not None and meant.type == party.type and meant not in parties
        return (meant,) if meant and is_body else ()
    if len(parties) > 1:
        return ()
    for each in reversed(scene.sentences[max(0, sentence.number - 2) : sentence.number]):
        if each.segment.kind == "heading":
            return ()
        bodies = [one for one in scene.commissioners(each) if one.type == party.type]
        keys = dict.fromkeys(one.key for one in bodies if one.key != party.key)
        if keys:
            return tuple(scene.parties[key] for key in keys)
    return ()


def bodies_headed(scene: Scene, kind: str) -> tuple[Party, ...]:
    """The bodies of a paper of several: two or more of a type that its first lines name."""
    for each in scene.sentences[:3]:
        keys = dict.fromkeys(one.key for one in scene.commissioners(each) if one.type == kind)
        if len(keys) > 1 and each.segment.kind == "heading":
            return tuple(scene.parties[key] for key in keys)
    return ()


def place_joined(scene: Scene, sentence: Sentence, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """The body that is named by its place alone in "come together with Calderdale"."""
    for each in sentence.places:
        lead = sentence.plain[: max(0, each.span.start - sentence.span.start)]
        rest = sentence.plain[each.span.end - sentence.span.start :]
        is_whole = re.match(r"(?:[.,;]|$| (?:from|in|on|by|next|to|and)\b)", rest)
        if _JOINED.search(lead) and is_whole and not any(each.name in one.name for one in parties):
            return (place_party(each.name, parties[0].type),)
    return ()


def group_joined(scene: Scene, sentence: Sentence, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """The group that one body would merge with: "its three neighbours in Worcestershire"."""
    if len(parties) != 1:
        return ()
    for each in sentence.places:
        lead = sentence.plain[: max(0, each.span.start - sentence.span.start)]
        rest = sentence.plain[each.span.end - sentence.span.start :]
        is_group = _GROUP_WITH.search(lead) or (_WITH_ITS.search(lead) and _GROUP_NOUN.match(rest))
        if is_group and each.name not in parties[0].name:
            return (place_group(scene, each.name, parties[0].type),)
    return ()


_SOME: Final = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+)"
_WITH_ITS: Final = compiled(
    rf"\b(?:with|join\w*|by|into|and) (?:the |its |all )*(?:other )?(?:{_SOME} )?(?:other )?$"
)
_GROUP_WITH: Final = compiled(
    rf"\b(?:with|join\w*|by|into|and) (?:the |its |all )*(?:other )?(?:{_SOME} )?(?:other |smaller"
    r" |larger |neighbouring |remaining )*(?:groups|ccgs|icbs|neighbours|boards|bodies|counterparts"
    r"|those|colleagues) (?:in|across|from|of) $"
)
_GROUP_NOUN: Final = compiled(r"(?:'s)? (?:\w+ )?(?:groups|ccgs|icbs|neighbours|boards|bodies)\b")
_JOINED: Final = compiled(
    r"\b(?:merg\w*|join\w*|together|forces|combin\w+|unit\w+|amalgamat\w+|union) with "
    r"(?:neighbouring |nearby |its neighbour )?$"
)
_NAME: Final = r"[A-Z][\w-]+(?: (?:and )?[A-Z][\w-]+)*?"
_CONSORTIA: Final = compiled(
    rf"(?:[A-Z]\w+['’]s )?(?P<first>{_NAME})(?:,? and|,? with) (?:the )?(?P<second>{_NAME})"
    r" (?P<kind>consorti(?:um|a)|pathfinders?)\b"
)
_BETWEEN: Final = compiled(
    r"\b(?:one|a single|a joint) (?P<kind>ccg|icb|pct) (?:between|for) (?:them|both)\b"
)


def early_or_placed(scene: Scene, sentence: Sentence) -> tuple[Party, ...]:
    """Two consortia of practices by name, or two places that would have one body between them."""
    pair = _CONSORTIA.search(sentence.span.of(scene.text))
    if pair:
        names = pair["first"], pair["second"]
        noun = pair["kind"].replace("consortia", "consortium").rstrip("s")
        both = pair["kind"] in ("consortia", "pathfinders")
        full = (f"{names[0]} {noun}" if both else names[0], f"{names[1]} {noun}")
        return tuple(Party(f"consortium/{each}", each, "consortium") for each in full)
    between = _BETWEEN.search(sentence.told)
    if between is None:
        return _places_paired(scene, sentence)
    ahead = sentence.span.start + between.start()
    places = dict.fromkeys(each.name for each in sentence.places if each.span.end <= ahead)
    if len(places) < 2:
        return ()
    return tuple(place_party(each, between["kind"]) for each in places)


_PAIRED: Final = compiled(
    r",? (?:(?:is|are|was|were|will|would|to|has|have|had|be|being|now|also) )*"
    r"(?:(?:pair|merg|join|combin|team|link|hook|unit)\w* )?(?:up |off |forces |together )?with "
    r"(?:(?:much|most|part|parts|the rest) of )?(?:neighbouring |nearby |its neighbour )?(?:the )?"
)


def _places_paired(scene: Scene, sentence: Sentence) -> tuple[Party, ...]:
    """The commissioners of two places that are told as one: "Devon with Cornwall"."""
    if sentence.segment.kind == "heading" or scene.commissioners(sentence):
        return ()
    places = sorted(sentence.places, key=lambda each: each.span)
    for one, other in pairwise(places):
        if _PAIRED.fullmatch(scene.plain[one.span.end : other.span.start]):
            return tuple(place_party(each.name, scene.usual_type) for each in (one, other))
    return ()
