"""Days told without a date: "on Monday", "in the spring", "the new financial year"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from kg.documents.facts.scene.sentences import Sentence
from kg.documents.mentions.model import Day
from kg.documents.patterns import compiled

_WEEK: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TOLD: Final = compiled(
    rf"\bon (?:(?P<which>last|next|this) )?(?P<weekday>{'|'.join(_WEEK)})\b"
    r"|\b(?:in|by|from|for|until|since|during|of)(?: the)?(?: (?:start|beginning|end) of)?(?: the)?"
    r" (?:(?:new|next|coming|following|this|last) )?(?P<year>financial year|spring)\b(?! 20)"
    r"|\b(?P<spring>(?:this|next|last) spring)\b(?! 20)"
    r"|\bspring (?:of )?(?P<dated>20\d\d)\b"
    r"|\b(?:start|beginning) of (?P<month>the month)\b"
)
_AHEAD: Final = compiled(
    r"\b(?:will|would|shall|could|may|might|is to|are to|due|set to|plans?|planned|propos\w+|to"
    r"|intends?|hopes?|wants?|aims?|expected|from)\b"
)
_GONE: Final = compiled(
    r"\b(?:since|last|had|has been|have been|was|were|\w+ed|took|came|became)\b"
)
_DECIDED: Final = compiled(
    r"\b(?:vot|agre|approv|decid|reject|back|support|said|told|announc|confirm|sign|submit|met\b"
    r"|meet|hear"
    r"|publish|wr[oi]t|clear|appl|back|refus|turn|unveil|launch(?:ed)? a|propos|plan)\w*"
)
"""What is done on a day of the week rather than that a body begins on it."""
_APRIL: Final = 4
"""The month in which the financial year begins, and new bodies with it."""
_WHOLE: Final = len("2020-01-31")


def days_implied(sentence: Sentence, issued: str) -> Iterator[Day]:
    """The days that a sentence gives by the week or the season, as the day of issue tells them."""
    for hit in _TOLD.finditer(sentence.told):
        is_ahead = _is_ahead(sentence.told[: hit.start()], hit[0])
        if hit["weekday"] and _DECIDED.search(sentence.told):
            continue
        if hit["dated"]:
            value = f"{hit['dated']}-04"
        elif hit["weekday"]:
            value = _weekday(_WEEK.index(hit["weekday"]), issued, is_ahead=is_ahead)
        elif hit["month"]:
            value = issued[:7] if len(issued) == _WHOLE else ""
        else:
            value = _april(issued, is_ahead=is_ahead)
        if value:
            yield Day(sentence.place(*hit.span()), value, True)


def _is_ahead(lead: str, words: str) -> bool:
    """Whether a day is yet to come: the last tense before it tells."""
    if "last" in words or "since" in words:
        return False
    ahead = [each.end() for each in _AHEAD.finditer(lead)]
    gone = [each.end() for each in _GONE.finditer(lead)]
    return "next" in words or "new" in words or max(ahead, default=0) >= max(gone, default=0)


def _weekday(number: int, issued: str, *, is_ahead: bool) -> str:
    if len(issued) != _WHOLE:
        return ""
    day = date.fromisoformat(issued)
    apart = (number - day.weekday()) % 7 if is_ahead else -((day.weekday() - number) % 7)
    return (day + timedelta(apart)).isoformat()


def _april(issued: str, *, is_ahead: bool) -> str:
    if len(issued) < len("2020-01"):
        return ""
    year, month = int(issued[:4]), int(issued[5:7])
    if is_ahead:
        return f"{year + (month >= _APRIL)}-04"
    return f"{year - (month < _APRIL)}-04"
