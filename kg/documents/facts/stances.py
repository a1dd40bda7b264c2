"""Who is for or against what: told by the text, or said in quoted words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.documents.facts.change_words import MERGING
from kg.documents.facts.model import Evidence, Party, Stance
from kg.documents.facts.scene import Scene
from kg.documents.facts.sentences import Sentence
from kg.documents.facts.stance_words import AGAINST, BAD, FOR, GOOD, NEUTRAL, NOT, SAID
from kg.documents.mentions.model import Organisation, Quotation, Span

_TOLD: Final = (("neutral", NEUTRAL), ("against", AGAINST), ("for", FOR))
_OPPOSITE: Final = {"for": "against", "against": "for", "neutral": "neutral"}
_STATES: Final = frozenset(("opposed", "undecided", "concerned", "worried"))
_NOBODY: Final = frozenset(("nhs", "the nhs"))
_PASSIVE: Final = re.compile(r"\b(?:is|are|was|were|been|be) (?:\w+ )?$")
_SOMEBODY: Final = re.compile(
    r"(?P<who>(?:[\w'-]+ ){0,2}(?:members|governing bod(?:y|ies)|councillors|mps|campaigners"
    r"|residents|respondents|participants|unions|clinicians|volunteers|pharmacists))"
    r"(?: (?:has|have|had|is|are|was|were|do|does|did|would|will|so far|been|not|also|\w+ly))* $"
)
"""Somebody of no name right before the verb."""
_OTHER: Final = re.compile(
    r"^[^,(]*(?<! in)(?<! of)(?<! at)(?<! for)(?<! from)(?<! on)(?<! to)(?<! with)(?<! and)(?<!"
    r" across)(?<! that)"
    r" (?:the|an?|its|their|some|many|most|this|these) [^,(]*$"
)
"""Words between a name and a verb that hold another noun: the name is not its subject."""
_URGING: Final = re.compile(
    r"\b(?:urg\w+|advis\w+|ask(?:s|ed)|call\w* (?:on|for)|told|recommend\w*|press(?:es|ed)"
    r"|want(?:s|ed))\b"
    r"[^.;]{0,60}\bto (?:\w+ )?$"
)
_VIEW_OF: Final = re.compile(
    r"\b(?:suggestion|call|claim|proposal|warning|demand|plea|argument|view|belief)s? (?:by"
    r"|from|of) "
    r"[^.;]{2,70}(?= that\b)"
)
_SAYS_AFTER: Final = re.compile(
    r", (?:says?|said|according to|argues?|argued|warns?|warned|claims?|claimed|believes?"
    r"|insists?) (?:the )?"
)
_ABOUT: Final = re.compile(
    r"\b(?:the |a |any |this |their )?(?:[\w'-]+ ){0,3}?(?:mergers?|plans?|proposals?|polic(?:y"
    r"|ies)|reforms?|move|report|size|deadline|changes?)\b"
)


def read_stances(scene: Scene) -> tuple[Stance, ...]:
    """The stances in a text, one for each holder and direction, the first that tells it."""
    found: dict[tuple[str, str], Stance] = {}
    for sentence in scene.sentences:
        if sentence.segment.kind == "heading":
            continue
        for stance in (*_told(scene, sentence), *_told_of_speech(scene, sentence)):
            found.setdefault((stance.holder.key, stance.stance), stance)
    for stance in _said(scene):
        held = {
            direction
            for (key, direction), told in found.items()
            if key == stance.holder.key or stance.holder.name.startswith(told.holder.name)
        }
        if not held:
            found[stance.holder.key, stance.stance] = stance
    return tuple(sorted(found.values(), key=lambda each: each.evidence[0].span))


def _told(scene: Scene, sentence: Sentence) -> Iterator[Stance]:
    """From a verb or adjective of support or opposition, with its subject."""
    taken: list[tuple[int, int]] = []
    for stance, words in _TOLD:
        for hit in words.finditer(sentence.told):
            if any(start < hit.end() and hit.start() < end for start, end in taken):
                continue
            taken.append(hit.span())
            holder = _holder(scene, sentence, hit)
            if holder is None:
                continue
            turned = NOT.search(sentence.told[: hit.start()]) is not None
            yield _stance(
                scene, "stance.told", sentence, holder, _OPPOSITE[stance] if turned else stance
            )


def _holder(scene: Scene, sentence: Sentence, hit: re.Match[str]) -> Party | None:
    """The subject of the words; after "opposed by" what follows them."""
    after = re.match(
        r"[\"']? (?:by|among|from) (?:the |some |many |local )*", sentence.told[hit.end() :]
    )
    if after:
        place = sentence.span.start + hit.end() + after.end()
        named = [each for each in sentence.actors if -5 <= each.span.start - place <= 12]
        return scene.parties[named[0].key] if named else None
    lead = sentence.told[: hit.start()]
    some = _somebody(scene, sentence, lead)
    if some:
        return some
    if _PASSIVE.search(lead) and hit[0].endswith("ed") and hit[0] not in _STATES:
        return None
    if lead.endswith(", ") and hit[0].endswith("ing"):
        first = min(sentence.actors, key=lambda each: each.span, default=None)
        return scene.parties[first.key] if first else None
    return _subject(scene, sentence, lead, _verb(lead, hit.start()))


def _somebody(scene: Scene, sentence: Sentence, lead: str) -> Party | None:
    """Somebody whom no mention names, right before the verb: "the governing body"."""
    some = _SOMEBODY.search(lead)
    if some is None:
        return None
    end = sentence.span.start + some.end("who")
    if any(each.span.end == end and isinstance(each, Organisation) for each in sentence.actors):
        return None
    who = sentence.place(*some.span("who")).of(scene.text)
    return Party(f"somebody/{who.lower()}", who, "people")


def _subject(scene: Scene, sentence: Sentence, lead: str, place: int) -> Party | None:
    """The subject of a verb, unless another noun stands between a name and it."""
    at = sentence.span.start
    ends = [each.span.end for each in sentence.actors if each.span.end <= at + place]
    gap = lead[max(ends) - at : place] if ends else ""
    if _OTHER.search(gap) and not SAID.search(gap):
        return None
    holder = scene.subject(sentence, at + place)
    return holder if holder and holder.name.lower() not in _NOBODY else None


def _verb(lead: str, start: int) -> int:
    """Where the verb stands whose subject holds the stance: "urged them to vote against"."""
    view = _VIEW_OF.search(lead)
    if view:
        return view.end()
    urging = _URGING.search(lead)
    return urging.start() if urging else start


def _told_of_speech(scene: Scene, sentence: Sentence) -> Iterator[Stance]:
    """From reported speech whose words are good or bad of something."""
    if any(words.search(sentence.told) for _, words in _TOLD):
        return
    heard = _heard(scene, sentence)
    if heard is None:
        return
    holder, clause = heard
    direction = _direction(clause)
    if holder and direction:
        yield _stance(scene, "stance.told", sentence, holder, direction)


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
        words = " . ".join(scene.plain[each.span.start : each.span.end] for each in quotations)
        direction = _direction(words)
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


def _direction(words: str) -> str | None:
    """For or against, by the good and bad words; what follows "but" counts before the rest."""
    turn = re.search(r"\b(?:but|however|yet) ", words)
    return (_weighed(words[turn.end() :]) if turn else None) or _weighed(words)


def _weighed(words: str) -> str | None:
    """The side with more words; of as many on both sides the one that has the last word."""
    told = [(hit.start(), "against") for hit in BAD.finditer(words)]
    for hit in GOOD.finditer(words):
        denied = NOT.search(words[: hit.start()])
        told.append((hit.start(), "against" if denied else "for"))
    sides = [side for _, side in sorted(told)]
    good, bad = sides.count("for"), sides.count("against")
    if good == bad:
        return sides[-1] if sides else None
    return "for" if good > bad else "against"


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
