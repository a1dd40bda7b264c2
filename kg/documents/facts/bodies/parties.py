"""Who changes and what comes of it, as one sentence names them."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from kg.documents.facts.bodies.beside import LISTED, before_others, told_apart
from kg.documents.facts.bodies.by_place import place_group
from kg.documents.facts.bodies.lists import glossed, places_chained, practices_in
from kg.documents.facts.bodies.meant import (
    bodies_headed,
    bodies_meant,
    counted_near,
    early_or_placed,
    group_joined,
    partners,
    place_joined,
)
from kg.documents.facts.bodies.places import body_for, count_told, placed, whose
from kg.documents.facts.changes.words import BEGINNING, INTO
from kg.documents.facts.model import Party
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import COMMISSIONERS, Scene
from kg.documents.mentions.model import Group, Organisation
from kg.documents.patterns import compiled

_FROM: Final = compiled(
    r"\b(?:(?:formed|created|established|born|made up|set up|built|forged|product"
    r"|itself a merger)\b[^.;]{0,60}?"
    r"\b(?:from|out of|of|when|after|by (?:the )?(?:merg|combin|join|unit|bring|amalgam"
    r"|dissolv)\w+|by)"
    r"|(?:(?<!be )(?<!been )(?<!was )(?<!were )(?<!and )replac(?:es?|ed"
    r"|ing)(?![^.;]{0,60}? by )|took over from|tak(?:e|es|ing) over from"
    r"|(?<!be )(?<!been )(?<!was )(?<!were )"
    r"succeed(?:s|ed)?"
    r"|(?:brings?|brought|bringing) together))\b"
)
_PLAIN_RESULT: Final = compiled(
    r"\b(?:into|form|become|create|forming|becoming|creating)(?: just)? ((?:a|an|one|\d+|two"
    r"|three|four)(?: (?:single|new|larger|bigger|merged|statutory|strategic))* "
    r"(?:ccgs?|icbs?|ics|icss|stps?|clinical commissioning groups?|integrated care (?:boards?"
    r"|systems?)|consorti(?:um|a)|commissioners?|body|bodies|organisations?))\b"
)
_GROUPS: Final = compiled(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|the) (?:\w+ )?(?:groups|bodies"
    r"|organisations|boards|predecessors|commissioners)\b"
)
_TELLS: Final = compiled(
    r" (?:has |have |had )?(?:confirmed|said|announced|ruled|told|insisted|revealed|says|explained"
    r"|reported|disclosed)\b(?: \w+){0,3} that\b(?! (?:it|they)\b)"
)
"""What follows a body that only tells of the change."""
_OUTSIDE: Final = compiled(r"\b(?:outside|elsewhere in|away from|unlike(?: in)?) $")
"""Words right before a place or body that is told of only as elsewhere."""
_ASIDE: Final = compiled(
    r",? (?:even though|although|though|despite|even if|while|whereas|because|unlike)\b"
)
"""Words after which others are told of who are no party."""
_MERGER: Final = compiled(r"\b(?:merg|union|join|combin|unit|amalgam)")
_THEM: Final = compiled(r" (?:them|all (?:two|three|four|five|six|seven|eight)|both)\b")
_TOTAL: Final = compiled(
    r"\b(?:there (?:are|were|be|have been|will be|would be|had been)(?: (?:now|still|only|just"
    r"|about|around))?|of the|out of|(?:number|total|all) (?:of )?(?:\w+ )?(?:from|to|at|of)"
    r"|(?:from|to|at) (?:\d+|[a-z]+) to|mergers[^.;]{0,30} (?:involving|of|between)) $"
)
"""Words before a count of all bodies of a country, or of those of many mergers."""


def parties_of(
    scene: Scene, sentence: Sentence, result: Party | None
) -> tuple[tuple[Party, ...], int | None]:
    """The bodies that change, and how many the text counts."""
    gloss = glossed(scene, sentence)
    group = None if gloss else placed(scene, sentence)
    if group:
        sizes = (each.size for each in sentence.groups if each.type in COMMISSIONERS)
        return (group,), next(filter(None, sizes), None) or count_told(sentence)
    found, size = _listed(scene, sentence)
    found = before_others(scene, sentence) | found
    if len(gloss) > sum(key in scene.named for key in found):
        return gloss, len(gloss)
    if not found and re.search(r"\b(?:groups|bodies|boards|organisations|both)\b", sentence.told):
        found = {each.key: each for each in scene.counted(sentence)}
    for key in _of_result(scene, sentence, result):
        found.pop(key, None)
    counted = counted_near(scene, sentence) if found else ()
    if len(counted) > len(found) and all(each in counted for each in found.values()):
        return counted, len(counted)
    if len(found) > 1:
        named = {key: each for key, each in found.items() if key in scene.named}
        found = named if len(named) > 1 else found
    return _of_one_kind(tuple(found.values())), size


def parties_meant(
    scene: Scene, sentence: Sentence, parties: tuple[Party, ...], result: Party | None
) -> tuple[Party, ...]:
    """The bodies of a sentence of merging, with those that it means without a name."""
    if parties:
        if result is not None or parties[0].key not in scene.named:
            return parties
        joined = place_joined(scene, sentence, parties) or group_joined(scene, sentence, parties)
        return (*partners(scene, sentence, parties), *parties, *joined)
    found = tuple(each for each in bodies_meant(scene, sentence) if each != result)
    found = found or early_or_placed(scene, sentence) or practices_in(scene, sentence)
    found = found or places_chained(scene, sentence)
    if result and not found:
        found = tuple(each for each in bodies_headed(scene, result.type) if each != result)
    return found


def is_alone(
    scene: Scene, sentence: Sentence, parties: tuple[Party, ...], result: Party | None
) -> bool:
    """Whether one body is named and nobody that it would merge with: it may only speak of it."""
    if len(parties) != 1 or result is not None or parties[0].key not in scene.named:
        return False
    return re.search(r"\b(?:with|by|into)\b", sentence.told) is None


def result_of(scene: Scene, sentence: Sentence) -> Party | None:
    """The body that comes of the change: after "form", or before "was formed from"."""
    named = scene.commissioners(sentence)
    coming = scene.to_come(sentence)
    if coming:
        return scene.parties[coming.key]
    made = _made_from(scene, sentence, named) or body_for(scene, sentence)
    if made:
        return made
    for each in named:
        if INTO.search(sentence.plain[: max(0, each.span.start - sentence.span.start)]):
            return scene.parties[each.key]
    one = told_apart(scene, named) or _beginning(sentence, named)
    if one:
        return scene.parties[one.key]
    plain = _PLAIN_RESULT.search(sentence.told)
    if plain:
        words = sentence.place(*plain.span(1)).of(scene.text)
        return Party(f"result:{plain[1]}", words)
    return None


def _beginning(sentence: Sentence, named: list[Organisation]) -> Organisation | None:
    """The body that a sentence is of where it tells that it begins."""
    begins = BEGINNING.search(sentence.told)
    if not begins or not named or named[0].span.end > sentence.span.start + begins.start():
        return None
    end = sentence.span.start + begins.end()
    is_alone = all(each.key == named[0].key or each.span.start >= end for each in named[1:])
    return named[0] if is_alone else None


def _made_from(scene: Scene, sentence: Sentence, named: list[Organisation]) -> Party | None:
    """The body that is told to be made from others named after it: "A was formed from B and C"."""
    source = _FROM.search(sentence.told)
    if source is None:
        return None
    place = sentence.span.start + source.start()
    before = [each for each in named if each.span.end <= place + 1]
    listed = [*named, *(each for each in sentence.groups if each.type in COMMISSIONERS)]
    is_groups = _GROUPS.search(sentence.told, source.end()) is not None
    is_them = is_groups or _THEM.match(sentence.told, source.end()) is not None
    is_them = is_them or len([each for each in sentence.places if each.span.start > place]) > 1
    if not is_them and all(each.span.start <= place for each in listed):
        return None
    told = _named_last(scene, sentence, before[-1]) if before else None
    if told:
        return scene.parties[told.key]
    subject = scene.subject(sentence, place)
    return subject if subject is None or subject.type in COMMISSIONERS else None


def _named_last(scene: Scene, sentence: Sentence, body: Organisation) -> Organisation:
    """What "that CCG" means: the body of its type named last in the sentence before."""
    if not _is_that(scene, body):
        return body
    earlier = scene.sentences[sentence.number - 1] if sentence.number else sentence
    named = [each for each in scene.commissioners(earlier) if each.type == body.type]
    return named[-1] if named else body


def _is_that(scene: Scene, body: Organisation) -> bool:
    return "that " in scene.plain[max(0, body.span.start - len("that ")) : body.span.end]


def _of_result(scene: Scene, sentence: Sentence, result: Party | None) -> list[str]:
    """The keys under which a sentence names what comes of the change."""
    if result is None:
        return []
    that = [each.key for each in scene.commissioners(sentence) if _is_that(scene, each)]
    return [result.key, *that] if _FROM.search(sentence.told) else [result.key]


def _of_one_kind(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Bodies that can merge with each other: where one of them is a commissioner in law, only
    such; a system or partnership is where they are."""
    own = tuple(each for each in parties if each.type not in ("stp", "ics", "stpOrIcs"))
    counts = Counter(each.type for each in own)
    usual = counts.most_common(1)[0][0] if counts else ""
    if counts[usual] > _PAIR:
        own = tuple(each for each in own if each.type == usual or counts[each.type] > 1)
    return own or parties


_PAIR: Final = 2
"""Bodies of one type, of which more make a single one of another type no party."""


def _listed(scene: Scene, sentence: Sentence) -> tuple[dict[str, Party], int | None]:
    """The bodies that a sentence names, alone and as groups, and the count of the last group."""
    found: dict[str, Party] = {}
    size = None
    listed: list[Organisation | Group] = [*scene.commissioners(sentence), *sentence.groups]
    named = {each.key for each in listed if isinstance(each, Organisation)}
    end = 0
    for each in sorted(listed, key=lambda one: one.span):
        if len(found) > 1 and _is_aside_after(sentence, each):
            break
        if isinstance(each, Group) and each.size == len(named) > 1:
            continue
        is_last = bool(found) and LISTED.fullmatch(scene.plain[end : each.span.start]) is not None
        tells = isinstance(each, Organisation) and _TELLS.match(scene.plain, each.span.end)
        end = each.span.end
        if tells and not is_last:
            continue
        if _OUTSIDE.search(scene.plain[sentence.span.start : each.span.start]):
            continue
        if isinstance(each, Organisation):
            found[each.key] = scene.parties[each.key]
        elif each.type in COMMISSIONERS and not _is_aside(scene, sentence, each):
            size = each.size or size
            found |= _of_group(scene, sentence, each)
    return found, size


def _of_group(scene: Scene, sentence: Sentence, group: Group) -> dict[str, Party]:
    """The bodies of a group, by key; of one that is a place's the group itself."""
    known = group.place or group.members
    place = "" if known else whose(scene, sentence, group.span.start)
    bodies = (place_group(scene, place, group.type),) if place else scene.members(group)
    return {each.key: each for each in bodies}


def _is_aside_after(sentence: Sentence, each: Organisation | Group) -> bool:
    """Whether something is named only after "even though": after the merger and its bodies."""
    place = each.span.start - sentence.span.start
    hit = _ASIDE.search(sentence.plain[:place])
    return hit is not None and _MERGER.search(sentence.plain[: hit.start()]) is not None


def _is_aside(scene: Scene, sentence: Sentence, group: Group) -> bool:
    """Whether a group is what comes of a change, or a count of all that there are."""
    lead = sentence.plain[: max(0, group.span.start - sentence.span.start)]
    if INTO.search(lead):
        return True
    numbered = re.search(r"(?:\d+|[a-z]+) $", lead)
    start = numbered.start() if numbered and group.size else len(lead)
    return not group.place and _TOTAL.search(lead[:start]) is not None
