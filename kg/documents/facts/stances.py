"""Who is for or against what: told by the text, or said in quoted words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from kg.documents.facts.change_words import MERGING
from kg.documents.facts.holders import holder_of, is_own
from kg.documents.facts.model import Evidence, Party, Stance
from kg.documents.facts.scene import Scene
from kg.documents.facts.sentences import Sentence
from kg.documents.facts.sides import direction_of
from kg.documents.facts.stance_words import AGAINST, FOR, NEUTRAL, NOT, SAID
from kg.documents.mentions.model import Quotation, Span

_TOLD: Final = (("neutral", NEUTRAL), ("against", AGAINST), ("for", FOR))
_OPPOSITE: Final = {"for": "against", "against": "for", "neutral": "neutral"}
_NOBODY: Final = frozenset(("nhs", "the nhs"))
_PASSIVE: Final = re.compile(r"\b(?:is|are|was|were|been|be) (?:\w+ )?$")
_BOTH: Final = re.compile(
    r"\bboth (?:has |have |had )?(?:\w+ )?(?:said|say|believe|argue|think|want)"
)
_LIKEWISE: Final = re.compile(
    r"(?:but |and |yet )?(?:(?P<so>so|as|nor|neither) (?:did|do|does|has|have|was|were|would"
    r"|will|is"
    r"|are) )?(?:the )?[\w' -]{2,60}? ?(?:(?:would|do|does|did|has|have|had|was|were|is|are|will)"
    r"(?P<no>n't| not)|(?:did|does|do|would|was|were|has|is) (?:so )?(?P<too>too|as well"
    r"|likewise))?"
    r"[. ]*"
)
"""A sentence that only says that somebody did the same, or did not."""
_SAME: Final = re.compile(
    r"\b(?:(?:has|have|had|is|are|was|were) )?(?:ma(?:de|kes?) (?:a |the )?(?:similar|same|like)"
    r" (?:demands?|points?|calls?|complaints?|case)|(?:takes?|took|taken) (?:a similar|the same)"
    r" (?:view|line|position)|(?:echo|second)(?:s|ed|es)\b|sa(?:id|ys?) (?:much )?the same"
    r"|of the same (?:view|mind|opinion)|shares? (?:that|this|his|her|their|those|these) \w+"
    r"|(?:agree[sd]?|concur(?:s|red)?)(?= ?(?:\.|$| with (?:him|her|them|that)\b)))"
)
"""Words of who thinks as the one told of before does."""
_OTHER_WAY: Final = re.compile(
    r"\b(?:(?:takes?|took|taken) (?:the opposite|a different|another|the contrary) (?:view|line"
    r"|position)|disagree[sd]?(?= ?(?:\.|$| with (?:him|her|them|that)\b))|demurred|begs? to differ"
    r"|begged to differ|saw it (?:the other way|differently)|(?:thinks|thought) otherwise)"
)
"""Words of who thinks otherwise."""
_EDITORIAL: Final = re.compile(
    r"\b(?:hsj|journal|magazine|paper|pulse) (?:would|should|believes|thinks|hopes|supports"
    r"|opposes|backs|welcomes|does|is|urges)\b"
)
"""A publisher that takes a side itself, and does not only hear or see."""
_LEAD: Final = 120
"""Characters before a verb in which its subject stands, where no name is one."""
_FEWEST: Final = 4
"""Words that must be quoted before they can be a stance."""
_SAYS_AFTER: Final = re.compile(
    r", (?:says?|said|according to|argues?|argued|warns?|warned|claims?|claimed|believes?"
    r"|insists?) (?:the )?"
)
_ABOUT: Final = re.compile(
    r"\b(?:the |a |any |this |their )?(?:[\w'-]+ ){0,3}?(?:mergers?|plans?|proposals?|polic(?:y"
    r"|ies)|reforms?|move|report|size|deadline|changes?)\b"
)


_Found = dict[tuple[str, str], Stance]


def read_stances(scene: Scene) -> tuple[Stance, ...]:
    """The stances in a text, one for each holder and direction, the first that tells it."""
    found: _Found = {}
    for sentence in scene.sentences:
        if sentence.segment.kind != "heading":
            _hear(scene, sentence, found)
    for stance in _said(scene):
        if not _is_held(stance, found):
            found[stance.holder.key, stance.stance] = stance
    _add(_written(scene), found)
    for sentence in scene.sentences[1:]:
        if sentence.segment.kind != "heading":
            _add(_likewise(scene, sentence, found), found)
    return tuple(sorted(found.values(), key=lambda each: each.evidence[0].span))


def _hear(scene: Scene, sentence: Sentence, found: _Found) -> None:
    """Add what a sentence tells; a publisher counts only where it takes a side itself."""
    hits = [(side, hit) for side, words in _TOLD for hit in words.finditer(sentence.told)]
    told = _told(scene, sentence, hits) if hits else _told_of_speech(scene, sentence)
    for stance in told:
        if stance.holder.type != "publisher" or _EDITORIAL.search(sentence.plain):
            found.setdefault((stance.holder.key, stance.stance), stance)


def _is_held(stance: Stance, found: _Found) -> bool:
    """Whether the text tells itself what side the holder takes."""
    return any(
        key == stance.holder.key or stance.holder.name.startswith(told.holder.name)
        for (key, _), told in found.items()
    )


def _add(stances: Iterable[Stance], found: _Found) -> None:
    """Add the stances of holders of whom none is known yet."""
    for stance in stances:
        key = stance.holder.key
        if not any((key, side) in found for side in _OPPOSITE):
            found[key, stance.stance] = stance


def _told(scene: Scene, sentence: Sentence, hits: list[tuple[str, re.Match[str]]]) -> list[Stance]:
    """From a verb or adjective of support or opposition, with its subject.

    Who welcomes a thing and warns of it in one breath is for it.
    """
    found: list[tuple[bool, Stance]] = []
    taken: list[tuple[int, int]] = []
    neutral: set[str] = set()
    for stance, hit in hits:
        if any(start < hit.end() and hit.start() < end for start, end in taken):
            continue
        taken.append(hit.span())
        if _in_name(sentence, hit):
            continue
        holder = holder_of(scene, sentence, hit)
        turned = NOT.search(sentence.told[max(0, hit.start() - _LEAD) : hit.start()]) is not None
        side = _OPPOSITE[stance] if turned else stance
        for each in scene.together(sentence, holder, hit.start()) if holder else ():
            if each.key in neutral:
                continue
            if stance == "neutral":
                neutral.add(each.key)
            mild = hit[0].startswith(("warn", "caution"))
            found.append((mild, _stance(scene, "stance.told", sentence, each, side)))
    warm = {each.holder.key for _, each in found if each.stance == "for"}
    return [each for mild, each in found if not (mild and each.holder.key in warm)]


def _likewise(scene: Scene, sentence: Sentence, found: _Found) -> Iterator[Stance]:
    """The stance of somebody who "did too" or "took the opposite view", after somebody else's."""
    part = sentence.told.split(";")[0]
    hit = _SAME.search(part) or _OTHER_WAY.search(part)
    whole = _LIKEWISE.fullmatch(part) if not hit and len(part) < _LEAD else None
    if hit is None and (whole is None or not (whole["no"] or whole["too"] or whole["so"])):
        return
    place = hit.start() if hit else len(part)
    holders = [each for each in sentence.actors if each.span.end <= sentence.span.start + place]
    before = _stance_before(scene, sentence, found)
    if before is None or not holders or (hit is None and len(sentence.actors) != 1):
        return
    is_same = not (whole and whole["no"]) and _OTHER_WAY.search(part) is None
    side = before.stance if is_same else _OPPOSITE[before.stance]
    named = max(holders, key=lambda each: each.span)
    for each in scene.together(sentence, scene.parties[named.key], place):
        yield _stance(scene, "stance.told", sentence, each, side)


def _stance_before(scene: Scene, sentence: Sentence, found: _Found) -> Stance | None:
    """The last stance told in the two sentences before."""
    first = scene.sentences[max(0, sentence.number - 2)].span.start
    near = [
        each
        for each in found.values()
        if first <= each.evidence[-1].span.start < sentence.span.start
    ]
    return max(near, key=lambda each: each.evidence[-1].span.start, default=None)


def _written(scene: Scene) -> Iterator[Stance]:
    """From the words of each letter of a page of letters, what others say left out."""
    for start, end, writer in scene.letters:
        own = [each for each in scene.sentences if start <= each.span.start < end]
        direction = direction_of(" . ".join(each.told for each in own))
        if direction and own:
            yield _stance(scene, "stance.told", own[-1], writer, direction)


def _in_name(sentence: Sentence, hit: re.Match[str]) -> bool:
    """Whether a word is of somebody's name: `Defend Our NHS`."""
    place = sentence.place(*hit.span())
    return any(each.span.has(place) for each in sentence.actors)


def _told_of_speech(scene: Scene, sentence: Sentence) -> Iterator[Stance]:
    """From reported speech whose words are good or bad of something."""
    heard = _heard(scene, sentence)
    if heard is None:
        return
    holder, clause = heard
    direction = direction_of(clause)
    if not holder or not direction or holder.name.lower() in _NOBODY:
        return
    is_both = _BOTH.search(sentence.told)
    place = is_both.start() if is_both else 0
    for each in scene.together(sentence, holder, place) if is_both else (holder,):
        yield _stance(scene, "stance.told", sentence, each, direction)


def _heard(scene: Scene, sentence: Sentence) -> tuple[Party | None, str] | None:
    """Who speaks in a sentence of reported speech, and what is reported."""
    told = sentence.told
    after = _SAYS_AFTER.search(told)
    if after:
        place = sentence.span.start + after.end()
        named = [each for each in sentence.actors if 0 <= each.span.start - place < 4]
        if named:
            return scene.parties[named[0].key], told[: after.start()]
    hit = SAID.search(told)
    if hit is None or _PASSIVE.search(told[: hit.start()]):
        return None
    if is_own(told[: hit.start()]):
        holder = scene.voice(sentence)
    else:
        holder = scene.subject(sentence, sentence.span.start + hit.start())
    comma = told.rfind(",", 0, hit.start())
    is_last = len(told[hit.end() :].strip(" .")) < 4
    return holder, told[:comma] if is_last and comma > 0 else told[hit.end() :]


def _said(scene: Scene) -> Iterator[Stance]:
    """From the quoted words of each speaker, taken together."""
    spoken: dict[str, list[Quotation]] = {}
    for quotation in scene.mentions.quotations:
        if quotation.speaker and quotation.kind != "pull":
            spoken.setdefault(quotation.speaker_key or quotation.speaker, []).append(quotation)
    for key, quotations in spoken.items():
        if sum(len(each.text.split()) for each in quotations) < _FEWEST:
            continue
        words = " . ".join(scene.plain[each.span.start : each.span.end] for each in quotations)
        direction = direction_of(words)
        if direction is None:
            continue
        party = scene.parties.get(key) or Party(key, quotations[0].speaker)
        yield Stance(
            rule="stance.said",
            evidence=tuple(Evidence(each.span) for each in quotations),
            holder=Party(key, quotations[0].speaker, party.type, party.link, party.options),
            stance=direction,
            about=_about(words),
            direct=True,
        )


def _about(words: str) -> str:
    hit = _ABOUT.search(words) or MERGING.search(words)
    return hit[0].strip() if hit else ""


def _stance(scene: Scene, rule: str, sentence: Sentence, holder: Party, stance: str) -> Stance:
    return Stance(
        rule=rule,
        evidence=(Evidence(Span(sentence.span.start, sentence.span.end)),),
        holder=_told_in_full(scene, holder),
        stance=stance,
        about=_about(sentence.plain),
    )


def _told_in_full(scene: Scene, holder: Party) -> Party:
    """The holder; one known by initials only with the full name in brackets."""
    bodies = scene.mentions.organisations
    full = next((each.canonical for each in bodies if each.key == holder.key), "")
    if not holder.name.isupper() or full in ("", holder.name):
        return holder
    return replace(holder, name=f"{holder.name} ({full})")
