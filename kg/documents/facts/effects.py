"""When a change takes effect: the day of a sentence whose verb is one of taking effect."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from kg.documents.facts.sentences import Sentence
from kg.documents.mentions.model import Day, Span

_EFFECT: Final = (
    r"merg(?:e|es|ed|er(?! (?:plan|case|proposal|bid)s? by)|ers|ing)"
    r"|form(?:ed|ing|s)?|becom\w+|became|begin\w*|start\w*|launch\w*"
    r"|together|effect|live|creat\w+|replac\w+|happen\w*|"
    r"existence|being|establish\w*|complet\w+|slipp\w+|moved|delayed|put back"
    r"|postponed|pushed back|deferred"
    r"|paused|one|single|join\w*|place|operat\w+|go ahead|be(?= in| from| by)|combin\w+|dissolv\w+"
    r"|new (?:organisation|body|board|ccg|icb|group)|abolish\w*|live|union"
    r"|marriage|amalgamat\w+"
)
_OTHER: Final = (
    r"propos(?:ed|al)(?= (?:back )?(?:in|last|on) $)|mooted|floated|unveiled|slipped by"
    r"|approv\w+|vot\w+|agreed|agree|announc\w+|met|meet\w*|said|told|since|wrote|survey\w*"
    r"|consult\w+|ballot\w*|decid\w+|publish\w*|submit\w*|appl\w+|"
    r"reject\w+|dropp\w+|confirm\w*|appoint\w*|shar\w+|work(?:ed|ing)|expect to hear|decision"
    r"|reported|last|earlier|withdr\w+|support\w*|oppos\w+|abandon\w*|scrap\w*"
    r"|shelv\w*|cancel\w*|collaps\w*|axed|block\w*|turned|threw|thrown|ruled|clear\w*|authoris\w*"
    r"|discuss\w*|debat\w*|heard|considered|review\w*|raised"
    r"|ended|failed|broke\w*|asked|launched a|wrote|chair\w*|led|elected"
)
_VERB: Final = re.compile(rf"\b(?:(?P<effect>{_EFFECT})|(?P<other>{_OTHER}))\b")
_NEXT_TO: Final = re.compile(r"\b(?:last|this|next|early|late|mid|the end of)[ -]$")
_OPENING: Final = re.compile(r"(?:but |and |then )?(?:on|from|in|by|with effect from) ")
_DECIDED: Final = re.compile(r"approv|vot|agreed|reject|withdr|abandon|oppos|support|announc|decid")
_PUT_OFF: Final = re.compile(r"delayed|put back|postponed|pushed back|deferred|paused|slipp|moved")
_MONTHS: Final = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
)
_COMING: Final = re.compile(
    r"\b(?:will|would|shall|starts|begins|launches|opens|takes|comes|(?:is|are|set) to|due|plan\w*"
    r"|intend\w*|propos\w+|whether|want\w*|hope\w*|apply|go-ahead|from|may"
    r"|could)\b"
)
"""Words of what is yet to come."""
_GONE: Final = re.compile(
    rf"\b(?:since|last|this (?:year|spring|summer|autumn|winter|{_MONTHS})|(?:was|were) formed"
    r"|formed in|came|took|merged|became|had|ago)\b"
)
_TO: Final = re.compile(r"\b(?:until|till|to)(?: at least| the (?:start|end) of)? $")


def day_of(sentence: Sentence, issued: str = "") -> tuple[str, Span] | None:
    """The day of effect: the verb nearest before it, else right after it, is one of effect.

    A day without a year is the next one after the day of issue where the verb looks ahead.
    """
    known = [day for day in sentence.days if day.value and "/" not in day.value]
    for day in known:
        lead = _NEXT_TO.sub("", sentence.told[: max(0, day.span.start - sentence.span.start)])
        verbs = list(_VERB.finditer(lead[-180:]))
        if not verbs or not verbs[-1]["effect"]:
            continue
        if _PUT_OFF.search(verbs[-1][0]) and not _TO.search(lead):
            continue
        # "approved a merger on 9 May": the day of the approval
        decided = any(_DECIDED.match(verb[0]) for verb in verbs)
        if verbs[-1][0] == "merger" and lead.endswith((" on ", " in ")) and decided:
            continue
        return _next_day(sentence, _ahead(sentence, day, issued)), day.span
    for day in known:
        lead = sentence.told[: max(0, day.span.start - sentence.span.start)]
        first = _VERB.search(sentence.told, day.span.end - sentence.span.start)
        if _OPENING.fullmatch(lead) and first and first["effect"] and first[0] != "became":
            return _ahead(sentence, day, issued).value, day.span
    return None


def _ahead(sentence: Sentence, day: Day, issued: str) -> Day:
    """A day whose year was inferred, a year on where it is past and yet to come as told."""
    length = min(len(day.value), len(issued))
    if not day.inferred or not issued or day.value[:length] >= issued[:length]:
        return day
    if not _COMING.search(sentence.told) or _GONE.search(sentence.told):
        return day
    year = int(day.value[:4]) + 1
    return replace(day, value=f"{year}{day.value[4:]}") if year > int(issued[:4]) - 1 else day


def _next_day(sentence: Sentence, day: Day) -> str:
    """The day itself, or the one after where something follows `the next day`."""
    rest = sentence.told[day.span.end - sentence.span.start :]
    if len(day.value) == len("2020-03-31") and re.match(
        r"[^.;]{0,40}\bthe (?:next|following) day\b", rest
    ):
        return (date.fromisoformat(day.value) + timedelta(1)).isoformat()
    return day.value
