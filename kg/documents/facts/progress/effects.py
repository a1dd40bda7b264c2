"""When a change takes effect: the day of a sentence whose verb is one of taking effect."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from kg.documents.facts.progress.seasons import days_implied
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.mentions.model import Day, Span
from kg.documents.patterns import compiled

_EFFECT: Final = (
    r"merg(?:e|es|ed|er(?! (?:plan|case|proposal|bid)s? by)|ers|ing)|dissolution|disappear\w*"
    r"|wound up|disband\w*|ceas\w+|scrapped(?= on| in| from)|no more|vanish\w*|open for|opened"
    r"|(?:start|launch|target|go-live|effective|planned|intended|proposed|earliest|likely"
    r"|likeliest) date|the earliest"
    r"|(?:green light|go-ahead|cleared|approv(?:al|ed)|the nod|permission|blessing)(?= for $)"
    r"|operational|been (?:a|one) (?:single |merged )?\w+|absorb\w*|swallow\w*|subsum\w*|succeed\w*"
    r"|set up|brought|united"
    r"|form(?:ed|ing|s)?|becom\w+|became|begin\w*|start\w*|launch\w*"
    r"|together|effect|live|creat\w+|replac\w+|happen\w*|"
    r"existence|being|establish\w*|complet\w+|slipp\w+|moved|delayed|put back"
    r"|postponed|pushed back|deferred"
    r"|paused|(?<=[a-z] )one(?! of|,)|single|join\w*|place|operat\w+|go ahead|be(?= in| from| by)"
    r"|combin\w+|dissolv\w+"
    r"|unit(?:e|es|ed|ing)|running|born|set(?= for)|scheduled|pencilled in|planned(?= for)|going"
    r" from|proposes"
    r"|envisages|(?:would|will) create|tak(?:e|es|ing) over|make way|(?:give|gives|giving) way"
    r"|new (?:organisation|body|board|ccg|icb|group)|abolish\w*|live|union"
    r"|marriage|amalgamat\w+|do so|doing so"
)
_OTHER: Final = (
    r"(?:guidance|guidelines|rules|policy|criteria|advice|report|paper|survey|study|review"
    r"|talk\w*|asked|question\w*|told|evidence)"
    r" (?:\w+ )?(?:on|about|for|into) (?:\w+ )?mergers?|withdrew|suggested|conceived|aired"
    r"|dreamt up"
    r"|propos(?:ed|al)(?= (?:back )?(?:in|last|on) $)|mooted|floated|unveiled|slipped by"
    r"|approv\w+|vot\w+|agreed|agree|announc\w+|met|meet\w*|said|told|since|wrote|survey\w*"
    r"|consult\w+|ballot\w*|decid\w+|publish\w*|submit\w*|appl\w+|"
    r"reject\w+|dropp\w+|confirm\w*|appoint\w*|shar\w+|work(?:ed|ing)|expect to hear|decision"
    r"|reported|last|earlier|withdr\w+|support\w*|oppos\w+|abandon\w*|scrap\w*"
    r"|shelv\w*|cancel\w*|collaps\w*|axed|block\w*|turned|threw|thrown|ruled|clear\w*|authoris\w*"
    r"|discuss\w*|debat\w*|heard|considered|review\w*|raised"
    r"|deadline|ended|failed|broke\w*|asked|launched a|wrote|chair\w*|led|elected"
)
_VERB: Final = compiled(rf"\b(?:(?P<effect>{_EFFECT})|(?P<other>{_OTHER}))\b")
_NEXT_TO: Final = compiled(r"\b(?:last|this|next|early|late|mid|the end of)[ -]$")
_OPENING: Final = compiled(
    r"(?:but |and |then )?(?:(?:on|from|in|by|with effect from) )?(?:early |late |mid-?)?"
    r"(?:next |this |last )?"
)
_DECIDED: Final = compiled(
    r"submit|appl|filed|approv|vot|agreed|reject|withdr|abandon|oppos|support|announc|decid|ruled"
    r"|block"
)
_PUT_OFF: Final = compiled(r"delayed|put back|postponed|pushed back|deferred|paused|slipp|moved")
_MONTHS: Final = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
)
_COMING: Final = compiled(
    r"\b(?:will|would|shall|starts|begins|launches|opens|takes|comes|(?:is|are|set) to|due|plan\w*"
    r"|intend\w*|propos\w+|whether|want\w*|hope\w*|apply|seek\w*|agreed to|should|go-ahead|from|may"
    r"|could|to (?:become|merge|form|join|be|create|start|launch|go|come|take))\b"
)
"""Words of what is yet to come."""
_GONE: Final = compiled(
    rf"\b(?:since|last|this (?:year|spring|summer|autumn|winter|{_MONTHS})|(?:was|were) formed"
    r"|formed in|came|took|merged|became|had|ago)\b"
)
_MOVED: Final = compiled(
    r"\b(?:wait|delay\w*|put back|postpon\w+|defer\w+|paus\w+|moved|pushed back|put off|slip\w*"
    r"|held up|on hold)\b[^.;,]{0,40}?,? ?\b(?:until|till|to)(?: at least| the (?:start|end) of)? $"
    r"|\bnow (?:\w+ ){0,4}?(?:for|in|on|by|until|from) $"
    r"|\b(?:aim|aiming|aims|settled?|push|pushing) for (?:\w+ ){0,2}$"
    r"|\blike(?:ly|lier) to be (?:in |from )?$|\binstead (?:in|on|from) $"
)
"""Words right before the day that a change is put off to."""
_OTHERS: Final = compiled(r"\bothers?\b")
_FOR: Final = compiled(r"\b(?:for|from|until|by|due in|due on)(?: the start of| early)? $")
"""Words right before a day that is yet to come."""
_BY: Final = compiled(r"\b(?:by|before)(?: the (?:end|start|middle) of| early| late)? $")
_PAPERS: Final = compiled(
    r"\b(?:submi\w+|put (?:\w+ ){0,3}(?:application|bid|case)|(?:application|bid|case"
    r"|papers?)s? (?:to"
    r" merge|for (?:a )?merger|to (?:form|create|become))|hand\w* in|lodg\w+|fil(?:e|ed"
    r"|ing)|apply)\b"
)
"""Words before "by the end of September": the day for the papers of what is to come."""
_TO: Final = compiled(r"\b(?:until|till|to)(?: at least| the (?:start|end) of)? $")


_ENDS: Final = compiled(
    r"\b(?:dissol\w+|abol\w+|disappear\w*|wound up|disband\w*|ceas\w+|exist|scrapp\w+|no more"
    r"|close\w*)\b"
    r"[^.;]{0,40}$"
)
"""Words of the last day of bodies, the day before that of the one in their place."""


_BODY_FROM: Final = compiled(
    r"\b(?:an?|one|single|merged) [^.;,]{0,60}?\b(?:ccg|icb|body|organisation|commissioner)"
    r" (?:from|in|on|by|since|starting on|with effect from)(?: the (?:start"
    r"|beginning) of)?(?: next)? $"
)
"""A body that would be made, right before its first day."""


def day_of(
    sentence: Sentence, issued: str = "", *, moved: bool = False
) -> tuple[str, Span, bool] | None:
    """The day of effect, its place, and whether the change was moved to it.

    The verb nearest before it, else right after it, is one of effect. Where the change was `moved`
    from its day, only the one that it was moved to counts. A day without a year is the next one
    after the day of issue where the verb looks ahead.
    """
    known = [day for day in sentence.days if day.value and "/" not in day.value]
    known += [] if known else days_implied(sentence, issued)
    for day in known:
        lead = _lead(sentence, day)
        if _MOVED.search(lead) and not _OTHERS.search(lead):
            return _ahead(sentence, day, issued, moved=True).value, day.span, True
    for day in () if moved else known:
        is_past = not issued or day.value <= issued[: len(day.value)]
        if _is_of_effect(
            _NEXT_TO.sub("", _lead(sentence, day)), is_past=is_past, is_day=len(day.value) > 4
        ):
            return _next_day(sentence, _ahead(sentence, day, issued)), day.span, False
    for day in () if moved else known:
        first = _VERB.search(sentence.told, day.span.end - sentence.span.start)
        is_first = _OPENING.fullmatch(_lead(sentence, day)) is not None
        is_head = is_first or not _lead(sentence, day).strip()
        if is_head and first and first["effect"] and first[0] != "became":
            return _ahead(sentence, day, issued).value, day.span, False
    return None


def _lead(sentence: Sentence, day: Day) -> str:
    return sentence.told[: max(0, day.span.start - sentence.span.start)]


def _is_of_effect(lead: str, *, is_past: bool, is_day: bool) -> bool:
    """Whether the last verb before a day is one of taking effect; of a day that `is_past` it may be
    the deciding that was then."""
    if _BODY_FROM.search(lead):
        return True
    verbs = list(_VERB.finditer(lead[-180:]))
    if not verbs or not verbs[-1]["effect"]:
        return False
    if is_day and _BY.search(lead) and _PAPERS.search(lead[-180:]):
        return False
    if _PUT_OFF.search(verbs[-1][0]) and not _TO.search(lead):
        return False
    # "approved a merger on 9 May": the day of the approval
    decided = is_past and any(_DECIDED.match(verb[0]) for verb in verbs)
    return not (verbs[-1][0] in ("merger", "merge") and lead.endswith((" on ", " in ")) and decided)


def _ahead(sentence: Sentence, day: Day, issued: str, *, moved: bool = False) -> Day:
    """A day whose year was inferred, a year on where it is past and yet to come as told, as one is
    that something was `moved` to."""
    length = min(len(day.value), len(issued))
    if not day.inferred or not issued or day.value[:length] >= issued[:length]:
        return day
    lead = _lead(sentence, day)
    near = re.split(r"[,;:]| - ", lead)[-1]
    is_coming = _FOR.search(lead) or _COMING.search(sentence.told)
    if not moved and (_GONE.search(near) or not is_coming):
        return day
    year = int(day.value[:4]) + 1
    return replace(day, value=f"{year}{day.value[4:]}") if year > int(issued[:4]) - 1 else day


def _next_day(sentence: Sentence, day: Day) -> str:
    """The day itself, or the one after where something follows `the next day`."""
    rest = sentence.told[day.span.end - sentence.span.start :]
    if day.value.endswith("-03-31") and _ENDS.search(_lead(sentence, day)):
        return f"{day.value[:4]}-04-01"
    if len(day.value) == len("2020-03-31") and re.match(
        r"[^.;]{0,110}\bthe (?:(?:very )?(?:next|following) (?:day|morning)|day (?:after"
        r"|following))\b",
        rest,
    ):
        return (date.fromisoformat(day.value) + timedelta(1)).isoformat()
    return day.value
