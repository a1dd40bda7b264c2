"""What one sentence tells of a merger or split: parties, result, status words, day, drivers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kg.documents.facts.change_words import (
    AGAIN,
    BEGINNING,
    CONDITION,
    HYPOTHETICAL,
    INTO,
    MERGING,
    SPLITTING,
    STATUSES,
    WEAK,
)
from kg.documents.facts.model import Driver, Party, StatusChange
from kg.documents.facts.scene import COMMISSIONERS, Scene
from kg.documents.facts.sentences import Sentence
from kg.documents.mentions.model import Group, Organisation, Span

_FROM: Final = re.compile(
    r"\b(?:(?:formed|created|established|born|made up)\b[^.;]{0,40}?\b(?:from|out of|of|by"
    r" (?:the )?(?:merg|combin)\w+)"
    r"|(?:replac(?:e|es|ed|ing)|took over from|tak(?:e|es|ing) over from|succeed(?:s|ed)?))\b"
)
_PLAIN_RESULT: Final = re.compile(
    r"\b(?:into|form|become|create|forming|becoming|creating)(?: just)? ((?:a|an|one|\d+|two"
    r"|three|four)(?: (?:single|new|larger|bigger|merged|statutory|strategic))* "
    r"(?:ccgs?|icbs?|ics|icss|stps?|clinical commissioning groups?|integrated care (?:boards?"
    r"|systems?)|consorti(?:um|a)|commissioners?|body|bodies|organisations?))\b"
)
_EFFECT: Final = (
    r"merg(?:e|es|ed|er|ers|ing)|form(?:ed|ing|s)?|becom\w+|became|begin\w*|start\w*|launch\w*"
    r"|effect|live|creat\w+|replac\w+|happen\w*|"
    r"existence|being|establish\w*|complet\w+|delayed|put back|postponed|pushed back|deferred"
    r"|paused|one|single|join\w*|place|operat\w+|go ahead|be(?= in| from| by)"
)
_OTHER: Final = (
    r"approv\w+|vot\w+|agreed|agree|announc\w+|met|meet\w*|said|told|since|wrote|survey\w*"
    r"|consult\w+|ballot\w*|decid\w+|publish\w*|submit\w*|appl\w+|"
    r"reject\w+|dropp\w+|confirm\w*|appoint\w*|shar\w+|work(?:ed|ing)|expect to hear|decision"
    r"|reported|last|earlier"
)
_VERB: Final = re.compile(rf"\b(?:(?P<effect>{_EFFECT})|(?P<other>{_OTHER}))\b")
_PHRASE: Final = (
    r"(?P<why>(?:[^,.;:()\"]|[.,](?=\d)){3,110}?)"
    r"(?=[,.;:()\"]| - | and not | rather than | but | to (?=merge|join)|$)"
)
_DRIVERS: Final = tuple(
    re.compile(rf"\b(?:{before}) {_PHRASE}")
    for before in (
        r"driven(?: (?:at least as much|mainly|largely|in part|partly|chiefly|mostly"
        r"|primarily))? by",
        r"(?:push|forc|prompt|impos|press|demand|requir|order|mandat|instruct|motivat"
        r"|trigger)ed(?: (?:on \w+|upon \w+|through))? by",
        r"(?:encouraged|led|told|asked|instructed|ordered|urged|made) by",
        r"because(?: of)?|in response to|under pressure from|at the behest of|in line with|as a"
        r" result of|amid|owing to|due to(?! \w+ge\b)|thanks to|in the face of|at the request of",
        r"(?:move|merger|plan|decision|change|proposal)s? (?:follows?|comes? (?:after|amid)|is"
        r" a response to|reflects?)",
        r"in order to|in a bid to|so as to|with the aim of|aim(?:s|ed|ing)? (?:to|at)|(?:hope"
        r"|hopes|hoping) to(?= (?:cut|save|reduc|improv))|would(?= (?:reduce|save|cut))|(?<!due"
        r" )(?<!set )to(?= (?:cut|reduce|save|meet|match|comply) )",
        r"after(?= [^,.;]{0,60}(?:pressure|concerns?|instruct|told|warned))",
    )
)
_FORCED: Final = re.compile(
    r"(?P<why>[^,.;:\"]{4,90}?) (?<!being )(?<!been )(?<!are )(?<!were )(?:has |have |had"
    r" )?(?:forced|is pushing|are pushing|pushed"
    r"|pressed|is pressing|told)\b"
    r" (?:through |for |many |some |several |the |their |of )*[^.,;]{0,60}\b(?:merg|join)"
)


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


def read_cue(scene: Scene, sentence: Sentence) -> Cue | None:
    """The cue of a sentence, or None where it tells of no change."""
    merging = MERGING.search(sentence.told)
    splitting = None if merging else SPLITTING.search(sentence.told)
    again = AGAIN.search(sentence.told)
    beginning = BEGINNING.search(sentence.told)
    if not (merging or splitting or again or beginning):
        return None
    statuses = _statuses(sentence)
    if HYPOTHETICAL.search(sentence.told) and all(each.status in WEAK for each in statuses):
        return None
    result = _result(scene, sentence)
    parties, size = _parties(scene, sentence, result)
    alone = _is_alone(scene, sentence, parties, result)
    parties = () if alone else parties
    day = None if splitting else _day(sentence)
    return Cue(
        sentence,
        "split" if splitting else "merger",
        again is not None,
        parties,
        result,
        statuses,
        day[0] if day else "",
        day[1] if day else None,
        _drivers(scene, sentence),
        size,
        frozenset(each.type for each in sentence.kinds if each.type in COMMISSIONERS),
        (merging or splitting) is not None and not alone,
    )


def _named(sentence: Sentence) -> list[Organisation]:
    return [each for each in sentence.organisations if each.type in COMMISSIONERS]


def _result(scene: Scene, sentence: Sentence) -> Party | None:
    """The body that comes of the change: after "form", or before "was formed from"."""
    named = _named(sentence)
    source = _FROM.search(sentence.told)
    if source:
        place = sentence.span.start + source.start()
        before = [each for each in named if each.span.end <= place + 1]
        listed = [*named, *(each for each in sentence.groups if each.type in COMMISSIONERS)]
        if any(each.span.start > place for each in listed):
            return scene.parties[before[-1].key] if before else scene.subject(sentence, place)
    for each in named:
        if INTO.search(sentence.plain[: max(0, each.span.start - sentence.span.start)]):
            return scene.parties[each.key]
    begins = BEGINNING.search(sentence.told)
    if begins and len(named) == 1 and named[0].span.end <= sentence.span.start + begins.start():
        return scene.parties[named[0].key]
    plain = _PLAIN_RESULT.search(sentence.told)
    if plain:
        words = sentence.place(*plain.span(1)).of(scene.text)
        return Party(f"result:{plain[1]}", words)
    return None


def _parties(
    scene: Scene, sentence: Sentence, result: Party | None
) -> tuple[tuple[Party, ...], int | None]:
    """The bodies that change, and how many the text counts."""
    found: dict[str, Party] = {}
    size = None
    listed: list[Organisation | Group] = [*_named(sentence), *sentence.groups]
    for each in sorted(listed, key=lambda one: one.span):
        if isinstance(each, Organisation):
            found[each.key] = scene.parties[each.key]
        elif each.type in COMMISSIONERS and not _is_result(sentence, each):
            size = each.size or size
            found |= {member.key: member for member in scene.members(each)}
    if not found and re.search(r"\b(?:groups|bodies|boards|organisations|both)\b", sentence.told):
        found = {each.key: each for each in scene.counted(sentence)}
    if result:
        found.pop(result.key, None)
    if len(found) > 1:
        named = {key: each for key, each in found.items() if _is_named(scene, key)}
        found = named if len(named) > 1 else found
    return tuple(found.values()), size


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


def _statuses(sentence: Sentence) -> tuple[StatusChange, ...]:
    """Each status word that is told as a fact, in the order of strength, then of the text."""
    found = []
    for status, words in STATUSES:
        for hit in words.finditer(sentence.told):
            lead = sentence.told[: hit.start()]
            if status not in WEAK and CONDITION.search(_clause(lead)):
                continue
            found.append(StatusChange(status, sentence.place(*hit.span())))
    return tuple(found)


def _clause(lead: str) -> str:
    return re.split(r"[,;:]|\bbut\b|\band\b|\bafter\b| - ", lead)[-1]


def _day(sentence: Sentence) -> tuple[str, Span] | None:
    """The day of effect: the verb nearest before it is one of taking effect."""
    for day in sentence.days:
        lead = sentence.told[: max(0, day.span.start - sentence.span.start)]
        verbs = list(_VERB.finditer(lead[-110:]))
        if day.value and "/" not in day.value and verbs and verbs[-1]["effect"]:
            return day.value, day.span
    return None


def _drivers(scene: Scene, sentence: Sentence) -> tuple[Driver, ...]:
    found: dict[str, Driver] = {}
    for pattern in (*_DRIVERS, _FORCED):
        for hit in pattern.finditer(sentence.plain):
            span = sentence.place(*hit.span("why"))
            words = span.of(scene.text)
            inner = words.strip()
            start = span.start + words.index(inner)
            place = Span(start, start + len(inner))
            if not any(each.span.meets(place) for each in found.values()):
                found[inner] = Driver(inner, place)
    return tuple(found.values())
