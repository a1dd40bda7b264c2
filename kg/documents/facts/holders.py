"""Who holds a stance: the subject of the words that tell it, by name or as somebody unnamed."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.facts.model import Party
from kg.documents.facts.scene import Scene
from kg.documents.facts.sentences import Sentence
from kg.documents.facts.stance_words import SAID
from kg.documents.mentions.model import Organisation

_STATES: Final = frozenset(("opposed", "undecided", "concerned", "worried"))
_NOBODY: Final = frozenset(("nhs", "the nhs"))
_PASSIVE: Final = re.compile(r"\b(?:is|are|was|were|been|be) (?:\w+ )?$")
_SOMEBODY: Final = re.compile(
    r"(?P<who>(?:(?!that |but |and |which |while |as |when )[\w'-]+ ){0,2}(?:members"
    r"|governing bod(?:y|ies)|councillors|mps|campaigners"
    r"|localities|panel|committees?|mandarins|chairs|staff|voters|speakers|witnesses|forum|senate"
    r"|residents|respondents|participants|unions|clinicians|volunteers|pharmacists|ministers"
    r"|critics"
    r"|officials|bosses|opponents|supporters|nurses|trustees"
    r"|(?:those|people|practices) (?:who|that) (?:took part|voted|replied|responded)))"
    r"(?: (?:has|have|had|is|are|was|were|do|does|did|would|will|so far|been|not|also|\w+ly))* $"
)
"""Somebody of no name right before the verb."""
_FIRST_PERSON: Final = re.compile(
    r"\b(?:we|i)(?:'\w+)?(?: (?:do|cannot|not|\w+ly|would|will|have|are|am|all|also|like|to))* $"
)
_OWN_BODY: Final = re.compile(
    r"\b(?:his|her|its|their|the|whose) (?:governing body|board|members|membership)"
    r"(?: (?:has|have|had|is|are|was|were|would|will|also|not|\w+ly))* $"
)
_LEAD: Final = 120
"""Characters before a verb in which its subject stands, where no name is one."""
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
_LATTER: Final = re.compile(r"\bthe (latter|former)(?: \w+)? $")
_RESOLVED: Final = re.compile(r"\W*(?:\w{1,3}[).] )?(?:that (?:we|it|they) |to )(?:\w+ly )?")
_DECIDES: Final = re.compile(
    r"\b(?:resolved|resolves|agreed|decided|voted|recommends?)\b[^.]{0,40}:?$"
)
_MEETING: Final = re.compile(
    r"\b(?:governing bod(?:y|ies)|(?:joint |shadow )?(?:board|committee)s?|council|conference"
    r"|panel)\b"
)
_ITEMS: Final = 6
"""Sentences before an item in which the meeting is said to resolve it."""
_HEADS: Final = 4
"""First sentences of a paper, one of which says whose meeting it is."""
_VIEW_OF: Final = re.compile(
    r"\b(?:suggestion|call|claim|proposal|warning|demand|plea|argument|view|belief)s? (?:by"
    r"|from|of) "
    r"[^.;]{2,70}(?= that\b)"
)


def holder_of(scene: Scene, sentence: Sentence, hit: re.Match[str]) -> Party | None:
    """The subject of the words; after "opposed by" what follows them."""
    after = re.match(
        r"[\"']? (?:by|among|from) (?:the |some |many |local )*", sentence.told[hit.end() :]
    )
    if after:
        place = sentence.span.start + hit.end() + after.end()
        named = [each for each in sentence.actors if -5 <= each.span.start - place <= 12]
        return scene.parties[named[0].key] if named else None
    lead = sentence.told[: hit.start()]
    quoted = _quoted(scene, sentence, hit)
    if quoted:
        return quoted
    if is_own(lead):
        return scene.voice(sentence)
    if _RESOLVED.fullmatch(lead):
        return _resolving(scene, sentence)
    unnamed = _unnamed(scene, sentence, lead)
    if unnamed:
        return unnamed
    if _PASSIVE.search(lead) and re.fullmatch(r"\w+ed", hit[0]) and hit[0] not in _STATES:
        return None
    if lead.endswith(", ") and hit[0].endswith("ing"):
        first = min(sentence.actors, key=lambda each: each.span, default=None)
        return scene.parties[first.key] if first else None
    return _subject(scene, sentence, lead, _verb(lead, hit.start()))


def _quoted(scene: Scene, sentence: Sentence, hit: re.Match[str]) -> Party | None:
    """Who is quoted with the words, where they stand in quotation marks."""
    place = sentence.place(*hit.span())
    for each in sentence.quotations:
        if each.span.has(place) and each.speaker_key:
            return scene.parties.get(each.speaker_key) or Party(each.speaker_key, each.speaker)
    return None


def _unnamed(scene: Scene, sentence: Sentence, lead: str) -> Party | None:
    """Who is meant without a name: "the latter", "its governing body", "the members"."""
    last = _LATTER.search(lead)
    if last:
        return _listed_last(scene, sentence, last)
    own = _OWN_BODY.search(lead)
    if own and (body := scene.body_before(sentence, own.start())):
        return body
    return _somebody(scene, sentence, lead)


def _listed_last(scene: Scene, sentence: Sentence, last: re.Match[str]) -> Party | None:
    """Whom "the latter" or "the former" means: the last two named before it."""
    place = sentence.span.start + last.start()
    near = [sentence, *scene.sentences[max(0, sentence.number - 1) : sentence.number]]
    for each in near:
        named = sorted(
            (one for one in each.actors if one.span.end <= place), key=lambda one: one.span
        )
        if len(named) > 1:
            return scene.parties[named[-1 if last[1] == "latter" else -2].key]
    return None


def _resolving(scene: Scene, sentence: Sentence) -> Party | None:
    """Whose meeting it is, where an item says what it resolved: "(b) to oppose any transfer"."""
    near = scene.sentences[max(0, sentence.number - _ITEMS) : sentence.number]
    if not any(_DECIDES.search(each.plain) for each in near):
        return None
    for each in scene.sentences[:_HEADS]:
        body = _MEETING.search(each.plain)
        if body:
            name = each.place(*body.span()).of(scene.text)
            return Party(f"somebody/{name.lower()}", name, "people")
    return None


def is_own(lead: str) -> bool:
    """Whether the subject right before a verb is the writer: "I" or "we" outside quoted words."""
    return lead.count('"') % 2 == 0 and _FIRST_PERSON.search(lead) is not None


def _somebody(scene: Scene, sentence: Sentence, lead: str) -> Party | None:
    """Somebody whom no mention names, right before the verb: "the governing body"."""
    some = _SOMEBODY.search(lead, max(0, len(lead) - _LEAD))
    if some is None:
        return None
    end = sentence.span.start + some.end("who")
    if any(each.span.end == end and isinstance(each, Organisation) for each in sentence.actors):
        return None
    who = sentence.place(*some.span("who")).of(scene.text)
    who = re.sub(r"^.*\bof ", "", who)
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
