"""Who holds a stance: the subject of the words that tell it, by name or as somebody unnamed."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.facts.model import Party
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import Scene
from kg.documents.facts.stances.clauses import (
    both,
    for_own,
    has_own_subject,
    is_nobodys,
    is_restricted,
    second_verb,
    teller_of,
    unquoted,
    was_told,
)
from kg.documents.facts.stances.crowds import RESOLVED, agents_at, resolving, unnamed_before
from kg.documents.facts.stances.references import maker_of
from kg.documents.facts.stances.words.saying_words import SAID
from kg.documents.patterns import compiled

_STATES: Final = frozenset(("opposed", "undecided", "concerned", "worried"))
_NOBODY: Final = frozenset(("nhs", "the nhs"))
_PASSIVE: Final = compiled(r"\b(?:is|are|was|were|been|be|being) (?:\w+ )?$")
_PARTICIPLE: Final = compiled(r"(?:\w+ed|thrown|given|struck)(?: (?:down|out|back|off|up|aside))?")
_FIRST_PERSON: Final = compiled(
    r"\b(?:we|i)(?:'\w+)?(?: (?:do|cannot|not|\w+ly|would|will|have|are|am|all|also|like|to))* $"
)
_OTHER: Final = compiled(
    r"^[^,(]*(?<! in)(?<! of)(?<! at)(?<! for)(?<! from)(?<! on)(?<! to)(?<! with)(?<! and)(?<!"
    r" across)(?<! that)"
    r" (?:the|an?|its|their|some|many|most|this|these) [^,(]*$"
)
"""Words between a name and a verb that hold another noun: the name is not its subject."""
_ANOTHER: Final = compiled(r" (?:that )?(?:the|some|many|most|other|those|these) \w+")
_PLAN: Final = compiled(
    r"\b(?:mergers?|merging|plans?|proposals?|idea|move|change|union|case|deal|bid|policy|target"
    r"|cuts?"
    r"|consultation|decision|process|option|scheme|system|timetable|savings?|figures|single|new"
    r"|arrangements?|reforms?|reorganisation|report|rule|law|bill|body|centre|map|result)\b"
)
"""What a speaker has a view of, as its subject."""
_URGING: Final = compiled(
    r"\b(?:urg\w+|advis\w+|ask(?:s|ed)|call\w* (?:on|for)|told|recommend\w*|press(?:es|ed)"
    r"|want(?:s|ed))\b"
    r"[^.;]{0,60}\bto (?:\w+ )?$"
)
_ASIDE: Final = compiled(
    r", (?:which|who|whose|where)\b[^;:]{4,120}?,(?: (?:has|have|had|is|are|was|were|will|would"
    r"|also"
    r"|both|all|says|said|that|it|he|she|they|\w+ly))* $"
)
"""A clause set between a subject and its verb, which the verb is not of."""
_CLOSED: Final = compiled(
    r", (?:which|who|whose|where|an?|the|its)\b[^;:,]{3,120}, (?=(?:has|have|had|is|are|was|were"
    r"|will|would"
    r"|said|says|told|wants?|fears?|believes|argues|thinks|hopes|plans|also|then|now|voted"
    r"|\w{3,}ed)\b)"
)
"""An aside that a comma closes before a further verb of the same subject."""
_DASHED: Final = compiled(
    r" (?:- [^;]{4,200}? -|\([^()]{3,120}\))(?: (?:has|have|had|is|are|was|were|will|would|also"
    r"|again|now"
    r"|all|both|\w+ly))* $"
)
"""The same between dashes or in brackets."""
_REPORTED: Final = compiled(
    r"\b(?:said|says|say|saying|stress\w*|insist\w*|told|tell\w*|confirm\w*|argu\w*|made clear"
    r"|makes? clear|believ\w+|maintain\w*|add(?:ed|s)|warn\w*|hint\w*|ma(?:kes?|de) it plain)\b"
    r"[^.;]{0,50}?(?: that)? (?:(?:an?|the|any|a full|full|formal|this|that|such an?|its|their"
    r"|outright) )*"
    r"(?:mergers?|merging|plans?|proposals?|idea|move|it|this|union|changes?|amalgamation|deal"
    r"|tie-up"
    r"|case|single \w+)"
    r"(?: (?:of|with|between|for) [^.;]{2,60})? (?:was|is|were|are|had been|has been|would be"
    r"|will be)"
    r" (?:\w+ )?['\"]?$"
)
"""What a speaker says of a plan: whose view it is, is the speaker's."""
_WHICH: Final = compiled(r", (?:which|who) (?:(?:has|have|had|is|are|was|were|also|all|\w+ly) )*$")
"""A clause after a comma, whose subject stands right before it."""
_PERSUADED: Final = compiled(
    r"(?:won (?:round|over)|talked|brought|argued|swung|persuaded|convinced|reassured"
    r"|unimpressed|delighted"
    r"|concerned"
    r"|worried|relieved|yes|no)\b"
)
"""Words after which "by" tells what persuaded somebody, or when, and not who holds the view."""
_CLEFT: Final = compiled(
    r"\b(?:only|first|last|loudest|main|one|fiercest|keenest|strongest) [\w' ]{2,40}? (?:to|who"
    r"|that|which)"
    r" (?:\w+ )?$"
)
"""Words before a verb whose subject comes after it: `the only body to oppose it was X`."""
_WAS: Final = compiled(
    r"(?: (?:it|this|that|the \w+|against|for|up|out))* (?:was|were|is|are|came from) "
)
_SOME: Final = compiled(
    r"\b(?:some|others|those|many|several|few|most|one|everyone|everybody|nobody|somebody|insiders"
    r"|sources"
    r"|no one|people)(?: (?:in|at|within|inside|close to) [^,.;]{2,60}?)?(?: (?:has|have|had|is"
    r"|are|was|were|will|would|do|did|also|still|already"
    r"|\w+ly))* $"
)
"""Somebody of whom nothing is told, right before the verb."""
_ADVISING: Final = compiled(
    r"(?:^|[, ])(?:urging|advising|asking|telling|calling|recommending|pressing)\b"
)
_LABEL: Final = compiled(r"(?: from the \w+| so far| include)?: (?:the )?")
"""What closes a label before a list of who is meant: `Not convinced: X; Y and Z`."""
_AGENT: Final = compiled(
    r"[\"']?(?: (?:in|last|this|on) \w+)?(?: (?:is|was|has been|is being|came|comes))?(?:"
    r" (?:being )?(?:led|headed|voiced"
    r"|spearheaded|fronted))? (?:by|among|from) (?:the |some |many |local )*"
)
"""Words after a passive, before who does it."""
_SHOULD: Final = compiled(r"(?:should|ought|must|needs?) ")
"""What somebody says that others should do is the view of who says it."""
_ARTICLES: Final = compiled(r" (?:the |some |many |local )*")
_BACKING_OF: Final = compiled(r"(?:support|backing|blessing|approval|endorsement|agreement) of$")
_VIEW_OF: Final = compiled(
    r"\b(?:suggestion|call|claim|proposal|warning|demand|plea|argument|view|belief)s? (?:by"
    r"|from|of) "
    r"[^.;]{2,70}(?= that\b)"
)


def holder_of(scene: Scene, sentence: Sentence, hit: re.Match[str]) -> Party | None:
    """The subject of the words; after "opposed by" what follows them."""
    lead = sentence.told[: hit.start()]
    named = _told_after(scene, sentence, hit)
    if named or is_nobodys(lead, hit[0]):
        return named
    if told := was_told(lead, hit[0]):
        return teller_of(scene, sentence, told)
    is_passive = _PASSIVE.search(lead) and _PARTICIPLE.fullmatch(hit[0])
    if is_passive and _AGENT.match(sentence.told, hit.end()):
        return None
    aside = _ASIDE.search(lead) or _DASHED.search(lead)
    if aside:
        lead = lead[: aside.start()] + " "
    if quoted := _quoted(scene, sentence, hit):
        return quoted
    sentence = unquoted(sentence, hit.start())
    if is_own(lead):
        return scene.voice(sentence)
    said = list(SAID.finditer(lead)) if _SHOULD.match(hit[0]) else []
    if said:
        return _subject(scene, sentence, lead, said[-1].start())
    return _doer(scene, sentence, lead, hit)


def _doer(scene: Scene, sentence: Sentence, lead: str, hit: re.Match[str]) -> Party | None:
    """Who does what the words say: the meeting that resolves it, a crowd, the clause's subject."""
    is_passive = _PASSIVE.search(lead) and _PARTICIPLE.fullmatch(hit[0])
    if RESOLVED.fullmatch(lead):
        return resolving(scene, sentence)
    if counted := both(scene, sentence, lead):
        return counted[0]
    if maker := maker_of(scene, sentence, lead, hit[0]):
        return maker
    spoken_for = for_own(lead)
    if spoken_for is not None:
        speaker = _subject(scene, sentence, lead, spoken_for)
        if speaker and speaker.type == "person":
            return speaker
    unnamed = unnamed_before(scene, sentence, lead)
    which = _WHICH.search(lead)
    if which and not unnamed:
        unnamed = unnamed_before(scene, sentence, f"{lead[: which.start()]} ")
    is_nobody = (is_passive and hit[0] not in _STATES) or _SOME.search(lead)
    if unnamed or is_nobody:
        return unnamed
    return _of_clause(scene, sentence, lead, hit)


def _told_after(scene: Scene, sentence: Sentence, hit: re.Match[str]) -> Party | None:
    """Whom the words after it name: "opposed by X", "the backing of X", "the only one was X"."""
    label = _LABEL.match(sentence.told, hit.end())
    if label:
        return _named_at(scene, sentence, label.end(), 40)
    after = _AGENT.match(sentence.told, hit.end())
    if _BACKING_OF.search(hit[0]):
        after = _ARTICLES.match(sentence.told, hit.end())
    is_agent = after and not _PERSUADED.search(hit[0])
    if after and is_agent and (found := _named_at(scene, sentence, after.end(), 12)):
        return found
    if after and is_agent and (crowd := agents_at(scene, sentence, after.end())):
        return crowd
    if _CLEFT.search(sentence.told[: hit.start()]):
        was = _WAS.match(sentence.told, hit.end())
        return _named_at(scene, sentence, was.end(), 24) if was else None
    return None


def _named_at(scene: Scene, sentence: Sentence, at: int, far: int) -> Party | None:
    """Who is named at a place of a sentence, or up to so many characters after it."""
    place = sentence.span.start + at
    named = [each for each in sentence.actors if -5 <= each.span.start - place <= far]
    return scene.parties[named[0].key] if named else None


def _of_clause(scene: Scene, sentence: Sentence, lead: str, hit: re.Match[str]) -> Party | None:
    """The subject of the clause; of "X wrote, urging them to" the subject of the sentence."""
    urging = _URGING.search(lead)
    is_aside = urging is not None and _ADVISING.match(urging[0]) is not None
    if is_aside or (lead.endswith(", ") and hit[0].endswith("ing")):
        said = SAID.search(lead)
        if said and not is_aside:
            return _subject(scene, sentence, lead, said.start())
        first = min(sentence.actors, key=lambda each: each.span, default=None)
        return scene.parties[first.key] if first else None
    before = second_verb(lead, hit[0])
    if before is not None:
        return _subject(scene, sentence, lead, before)
    return _subject(scene, sentence, lead, _verb(lead, len(lead)))


def _quoted(scene: Scene, sentence: Sentence, hit: re.Match[str]) -> Party | None:
    """Who is quoted with the words, where they stand in quotation marks."""
    place = sentence.place(*hit.span())
    for each in sentence.quotations:
        if each.span.has(place) and each.speaker_key:
            is_paper = each.speaker_key.startswith("document/")
            lead = sentence.told[: hit.start()]
            if is_paper and (maker := maker_of(scene, sentence, lead, hit[0])):
                return maker
            return scene.parties.get(each.speaker_key) or Party(each.speaker_key, each.speaker)
    return None


_AUXILIARY: Final = compiled(
    r"(?: (?:has|have|had|is|are|was|were|both|all|also|each|then|\w+ly))* (?:\w+ )?"
)
_AND: Final = compiled(r"(?:,|, and| and)? ?")


def is_own(lead: str) -> bool:
    """Whether the subject right before a verb is the writer: "I" or "we" outside quoted words."""
    return lead.count('"') % 2 == 0 and _FIRST_PERSON.search(lead) is not None


def _subject(scene: Scene, sentence: Sentence, lead: str, place: int) -> Party | None:
    """The subject of a verb, unless another noun stands between a name and it."""
    at = sentence.span.start
    closed = list(_CLOSED.finditer(lead, 0, place))
    if closed and not any(
        at + closed[-1].end() <= each.span.start < at + place for each in sentence.actors
    ):
        place = closed[-1].start()
        lead = lead[:place]
    ends = [each.span.end for each in sentence.actors if each.span.end <= at + place]
    gap = lead[max(ends) - at : place] if ends else ""
    said = SAID.search(gap)
    if (_OTHER.search(gap) and not said) or has_own_subject(gap):
        return None
    if said and _ANOTHER.match(gap[said.end() :]) and not _PLAN.search(gap[said.end() :]):
        return None
    last = max(
        (each.span.end for each in sentence.places if each.span.end <= at + place), default=0
    )
    if last > max(ends, default=0) and _AUXILIARY.fullmatch(lead[last - at : place]):
        return _of_places(scene, sentence, last)
    holder = scene.subject(sentence, at + place)
    if holder and holder.key.startswith("group/") and is_restricted(lead):
        return None
    return holder if holder and holder.name.lower() not in _NOBODY else None


def _of_places(scene: Scene, sentence: Sentence, end: int) -> Party:
    """The bodies that the names of places stand for, right before the verb: "Boston and Kent"."""
    first = end
    for each in sorted(sentence.places, key=lambda one: one.span, reverse=True):
        if each.span.end <= end and _AND.fullmatch(scene.plain[each.span.end : first]):
            first = each.span.start
    name = scene.text[first:end]
    return Party(f"somebody/{name.lower()}", name, "people")


def _verb(lead: str, start: int) -> int:
    """Where the verb stands whose subject holds the stance: "urged them to vote against"."""
    said = _REPORTED.search(lead)
    if said:
        return said.start()
    view = _VIEW_OF.search(lead)
    if view:
        return view.end()
    urging = _URGING.search(lead)
    return urging.start() if urging else start
