"""What one sentence tells of a merger or split: parties, result, status words, day, drivers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kg.documents.facts.change_places import place_for, place_of, placed
from kg.documents.facts.change_words import (
    AGAIN,
    BEGINNING,
    GOES_ON,
    HYPOTHETICAL,
    INTO,
    LISTING,
    MEANT,
    MERGING,
    NEW_BODY,
    OPTION,
    SPLITTING,
)
from kg.documents.facts.drivers import drivers_of
from kg.documents.facts.effects import day_of
from kg.documents.facts.meant import (
    bodies_headed,
    bodies_meant,
    counted_near,
    early_or_placed,
    partners,
    place_told,
)
from kg.documents.facts.model import Driver, Party, StatusChange
from kg.documents.facts.scene import COMMISSIONERS, Scene
from kg.documents.facts.sentences import Sentence
from kg.documents.facts.status_words import WEAK
from kg.documents.facts.statuses import statuses_of
from kg.documents.mentions.model import Group, Organisation, Span

_FROM: Final = re.compile(
    r"\b(?:(?:formed|created|established|born|made up)\b[^.;]{0,40}?\b(?:from|out of|of|when|by"
    r" (?:the )?(?:merg|combin)\w+)"
    r"|(?:(?<!be )(?<!been )(?<!was )(?<!were )(?<!and )replac(?:es?|ed"
    r"|ing)(?![^.;]{0,60}? by )|took over from|tak(?:e|es|ing) over from|succeed(?:s|ed)?"
    r"|(?:brings?|brought|bringing) together))\b"
)
_PLAIN_RESULT: Final = re.compile(
    r"\b(?:into|form|become|create|forming|becoming|creating)(?: just)? ((?:a|an|one|\d+|two"
    r"|three|four)(?: (?:single|new|larger|bigger|merged|statutory|strategic))* "
    r"(?:ccgs?|icbs?|ics|icss|stps?|clinical commissioning groups?|integrated care (?:boards?"
    r"|systems?)|consorti(?:um|a)|commissioners?|body|bodies|organisations?))\b"
)
_GROUPS: Final = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|the) (?:\w+ )?(?:groups|bodies"
    r"|organisations|boards|predecessors|commissioners)\b"
)
_TELLS: Final = re.compile(
    r" (?:has |have |had )?(?:confirmed|said|announced|ruled|told|insisted|revealed|says|explained"
    r"|reported|disclosed)\b(?: \w+){0,3} that\b"
)
"""What follows a body that only tells of the change."""
_THEM: Final = re.compile(r" (?:them|all (?:two|three|four|five|six|seven|eight)|both)\b")


@dataclass(frozen=True, slots=True)
class Cue:
    """What a sentence tells of a change.

    `again` where it takes up one told of before, `opens` where it can be the first to tell of one.
    """

    sentence: Sentence
    kind: str
    again: bool
    parties: tuple[Party, ...]
    result: Party | None
    statuses: tuple[StatusChange, ...]
    date: str
    date_span: Span | None
    drivers: tuple[Driver, ...]
    size: int | None
    types: frozenset[str]
    opens: bool
    option: str = ""
    elsewhere: str = ""
    """The place that the sentence names for a change of unnamed bodies."""
    is_next: bool = False
    """It says only how "it" went: of the change told right before, or of none."""

    @property
    def is_strong(self) -> bool:
        """Whether a word tells it as decided or done."""
        return any(each.status not in WEAK for each in self.statuses)


def read_cue(scene: Scene, sentence: Sentence) -> Cue | None:
    """The cue of a sentence, or None where it tells of no change."""
    merging = MERGING.search(sentence.told)
    splitting = None if merging else SPLITTING.search(sentence.told)
    again = AGAIN.search(sentence.told)
    beginning = BEGINNING.search(sentence.told)
    option = OPTION.search(sentence.told)
    goes_on = None if again or merging else GOES_ON.match(sentence.told)
    if not (merging or splitting or again or beginning or option or goes_on):
        return None
    statuses = statuses_of(sentence)
    is_next = goes_on is not None and not (splitting or beginning or option)
    if is_next and all(each.status in WEAK for each in statuses):
        return None
    if HYPOTHETICAL.search(sentence.told) and all(each.status in WEAK for each in statuses):
        return None
    result = _result(scene, sentence)
    parties, size = _parties(scene, sentence, result)
    if merging and merging[0].startswith("bec") and merging[0].endswith(" ") and len(parties) < 2:
        return None
    alone = _is_alone(scene, sentence, parties, result)
    parties = () if alone or is_next else parties
    if merging and not parties and not alone:
        parties = tuple(each for each in bodies_meant(scene, sentence) if each != result)
        parties = parties or early_or_placed(scene, sentence)
        if result and not parties:
            parties = tuple(each for each in bodies_headed(scene, result.type) if each != result)
    if merging and len(parties) == 1 and result is None and _is_named(scene, parties[0].key):
        parties = (*partners(scene, sentence, parties[0]), *parties)
    is_born = beginning and NEW_BODY.search(sentence.told)
    is_old = splitting is not None or MEANT.search(sentence.told) is not None
    day = None if is_old else day_of(sentence, scene.mentions.issued)
    return Cue(
        sentence,
        "split" if splitting else "merger",
        again is not None,
        parties,
        result,
        statuses,
        day[0] if day else "",
        day[1] if day else None,
        drivers_of(scene, sentence),
        size,
        frozenset(each.type for each in sentence.kinds if each.type in COMMISSIONERS),
        (merging or splitting or is_born) is not None and not alone,
        option[1] if option else "",
        _elsewhere(scene, sentence, parties, is_new=merging is not None and again is None),
        is_next,
    )


def _elsewhere(
    scene: Scene, sentence: Sentence, parties: tuple[Party, ...], *, is_new: bool
) -> str:
    """The place that a sentence tells the change to be of, where its bodies are not named."""
    if parties:
        return place_of(parties[0]) if len(parties) == 1 else ""
    place = place_for(scene, sentence)
    if place or not is_new or sentence.segment.kind == "heading":
        return place
    strong = any(each.status not in WEAK for each in statuses_of(sentence))
    told = place_told(sentence) if strong and not scene.is_before_ccgs else None
    return told.name if told else ""


def read_listing(scene: Scene, sentence: Sentence) -> Cue | None:
    """The bodies that a sentence lists for the change told right before it."""
    if not LISTING.match(sentence.told) or len(scene.commissioners(sentence)) < 2:
        return None
    parties, size = _parties(scene, sentence, None)
    statuses = statuses_of(sentence)
    return Cue(
        sentence, "merger", True, parties, None, statuses, "", None, (), size, frozenset(), False
    )


def _result(scene: Scene, sentence: Sentence) -> Party | None:
    """The body that comes of the change: after "form", or before "was formed from"."""
    named = scene.commissioners(sentence)
    source = _FROM.search(sentence.told)
    if source:
        place = sentence.span.start + source.start()
        before = [each for each in named if each.span.end <= place + 1]
        listed = [*named, *(each for each in sentence.groups if each.type in COMMISSIONERS)]
        is_groups = _GROUPS.search(sentence.told, source.end()) is not None
        is_them = is_groups or _THEM.match(sentence.told, source.end()) is not None
        if is_them or any(each.span.start > place for each in listed):
            told = _named_last(scene, sentence, before[-1]) if before else None
            return scene.parties[told.key] if told else scene.subject(sentence, place)
    for each in named:
        if INTO.search(sentence.plain[: max(0, each.span.start - sentence.span.start)]):
            return scene.parties[each.key]
    begins = BEGINNING.search(sentence.told)
    if begins and named and named[0].span.end <= sentence.span.start + begins.start():
        later = [
            each
            for each in named[1:]
            if each.key != named[0].key and each.span.start < sentence.span.start + begins.end()
        ]
        if not later:
            return scene.parties[named[0].key]
    plain = _PLAIN_RESULT.search(sentence.told)
    if plain:
        words = sentence.place(*plain.span(1)).of(scene.text)
        return Party(f"result:{plain[1]}", words)
    return None


def _named_last(scene: Scene, sentence: Sentence, body: Organisation) -> Organisation:
    """What "that CCG" means: the body of its type named last in the sentence before."""
    lead = scene.plain[max(0, body.span.start - len("that ")) : body.span.end]
    if "that " not in lead:
        return body
    earlier = scene.sentences[sentence.number - 1] if sentence.number else sentence
    named = [each for each in scene.commissioners(earlier) if each.type == body.type]
    return named[-1] if named else body


def _parties(
    scene: Scene, sentence: Sentence, result: Party | None
) -> tuple[tuple[Party, ...], int | None]:
    """The bodies that change, and how many the text counts."""
    group = placed(scene, sentence)
    if group:
        return (group,), None
    found, size = _listed(scene, sentence)
    if not found and re.search(r"\b(?:groups|bodies|boards|organisations|both)\b", sentence.told):
        found = {each.key: each for each in scene.counted(sentence)}
    if result:
        found.pop(result.key, None)
    counted = counted_near(scene, sentence) if found else ()
    if len(counted) > len(found) and all(each in counted for each in found.values()):
        return counted, len(counted)
    if len(found) > 1:
        named = {key: each for key, each in found.items() if _is_named(scene, key)}
        found = named if len(named) > 1 else found
    return tuple(found.values()), size


def _listed(scene: Scene, sentence: Sentence) -> tuple[dict[str, Party], int | None]:
    """The bodies that a sentence names, alone and as groups, and the count of the last group."""
    found: dict[str, Party] = {}
    size = None
    listed: list[Organisation | Group] = [*scene.commissioners(sentence), *sentence.groups]
    for each in sorted(listed, key=lambda one: one.span):
        if isinstance(each, Organisation) and _TELLS.match(scene.plain, each.span.end):
            continue
        if isinstance(each, Organisation):
            found[each.key] = scene.parties[each.key]
        elif each.type in COMMISSIONERS and not _is_result(sentence, each):
            size = each.size or size
            found |= {member.key: member for member in scene.members(each)}
    return found, size


def _is_alone(
    scene: Scene, sentence: Sentence, parties: tuple[Party, ...], result: Party | None
) -> bool:
    """Whether one body is named and nobody that it would merge with: it may only speak of it."""
    if len(parties) != 1 or result is not None or not _is_named(scene, parties[0].key):
        return False
    return re.search(r"\b(?:with|by|into)\b", sentence.told) is None


def _is_named(scene: Scene, key: str) -> bool:
    return any(each.key == key for each in scene.mentions.organisations)


def _is_result(sentence: Sentence, group: Group) -> bool:
    lead = sentence.plain[: max(0, group.span.start - sentence.span.start)]
    return INTO.search(lead) is not None or bool(
        re.search(r"\b(?:from|of)$", lead.rstrip())
        and re.search(r"number$", lead.rstrip()[:-3].rstrip())
    )
