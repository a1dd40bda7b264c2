"""Dates, exactly as precise as the words; a month without a year takes it from the day of issue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from kg.documents.mentions.model import Day, Segment
from kg.documents.mentions.text.view import View
from kg.documents.patterns import compiled

_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|JAN(?:UARY)?|FEB(?:RUARY)?"
    r"|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?"
    r"|NOV(?:EMBER)?|DEC(?:EMBER)?)\b"
)
_YEAR = r"(?:19[4-9]\d|20[0-4]\d)"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_BEFORE = (
    r"(?:in|by|from|since|until|till|to|of|last|next|this|early|late|mid|mid-|during|before"
    r"|after|on"
    r"|for|end of|start of|between|and|around|late-|early-)"
)
_PATTERN = compiled(
    rf"(?<![\w£.,/-])(?:"
    rf"(?P<months>{_MONTH}(?: {_YEAR})? ?(?:[-–—]| to | and )(?: ?){_MONTH} {_YEAR}\b)"
    rf"|(?P<day>{_DAY}(?: of)? {_MONTH}(?:,? {_YEAR}\b)?)"
    rf"|(?P<american>{_MONTH} {_DAY}\b(?:,? {_YEAR}\b)?(?!,\d|\d))"
    rf"|(?P<month>(?:(?P<ward>last|next|this) )?{_MONTH},? {_YEAR}\b)"
    rf"|(?P<numeric>\d{{1,2}}[/.]\d{{1,2}}[/.](?:19|20)\d\d\b)"
    rf"|(?P<iso>{_YEAR}-\d\d(?:-\d\d)\b)"
    rf"|(?P<fiscal>{_YEAR}(?:/|[-–])(?:\d\d|{_YEAR})\b(?![-/\d]))"
    rf"|(?P<year>{_YEAR}\b(?![,.]\d|[-–]\d|/\d| (?:people|patients|residents|staff|GPs|practices"
    rf"|members|CCGs)))"
    rf"|(?P<near>(?:last|next|this) year|today|yesterday|(?:last|next|this) month)"
    rf")"
)
_ALONE = compiled(
    rf"\b(?:(?P<word>{_BEFORE}) ?(?P<month>{_MONTH})(?![ ,]*\d)(?-i:(?! [A-Z][a-z]))"
    r"|(?P<full>January|February|April|July|August|September|October|November|December)\b"
    r"(?![ ,]*\d)(?-i:(?! [A-Z][a-z])))",
    re.IGNORECASE,
)
_NEAR_START = 400
_HEADING = 120
_FUTURE = compiled(
    r"\b(?:will|would|due|plans?|planned|planning|set to|expected|expects?|hopes?|proposed"
    r"|propos\w+|aims?"
    r"|intend\w*|scheduled|could|should|may|forthcoming|to merge|to start|to begin|going|must"
    r"|(?:is|are|was|were) to)\b"
    r"|'ll\b"
)
_OPEN = {
    "expected",
    "proposed",
    "planned",
    "scheduled",
    "needed",
    "intended",
    "integrated",
    "based",
    "combined",
    "united",
    "shared",
    "joined",
    "led",
    "funded",
    "related",
    "need",
    "fixed",
}
_PAST = compiled(r"\b(?:since|last|was|were|had|did|began|voted|opened|agreed|announced|\w+ed)\b")


def days(view: View, issued: str) -> Iterator[tuple[int, int, Day]]:
    """Give the dates of a text in order, with their places in the folded text.

    `issued` is an ISO date as precise as known, or empty: then a month without a year has no value.
    """
    text = view.text
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, int, Day]] = []
    for match in _PATTERN.finditer(text):
        value, inferred = _value(match, issued, _clause(text, match.start(), match.end()))
        if value is not None:
            taken.append(match.span())
            found.append((*match.span(), Day(view.span(*match.span()), value, inferred)))
    for match in _ALONE.finditer(text):
        start, end = match.span("month" if match["month"] else "full")
        if not text[start].isupper() or any(a < end and start < b for a, b in taken):
            continue
        clause = _clause(text, start, end)
        value = _inferred(_month(text[start:end]), 0, issued, clause, (match["word"] or "").lower())
        found.append((start, end, Day(view.span(start, end), value, bool(value))))
    yield from sorted(found, key=lambda one: one[:2])


def own_date(text: str, segments: tuple[Segment, ...]) -> str:
    """The day of issue that a text gives itself: its dateline, else a date in a line on top.

    A line on top is no sentence. A month will do where no such line has a day.
    """
    near = [one for one in segments[:12] if one.reason == "dateline"]
    near += [
        one
        for one in segments
        if one.span.start < _NEAR_START and one.kind != "paragraph" and one not in near
    ]
    month = ""
    for value, start in _told_near(text, near):
        if len(value) == len("2020-01-31"):
            return value
        if len(value) == len("2020-01") and start < _HEADING:
            month = month or value
    return month


def near_date(text: str, segments: tuple[Segment, ...]) -> str:
    """The first day that a sentence near the start of a text gives with its year, else empty."""
    near = [one for one in segments if one.span.start < _NEAR_START]
    days = (value for value, _ in _told_near(text, near))
    return next((value for value in days if len(value) == len("2020-01-31")), "")


def _told_near(text: str, segments: Iterable[Segment]) -> Iterator[tuple[str, int]]:
    """The dates with a year of some paragraphs, with their places."""
    for segment in segments:
        for match in _PATTERN.finditer(text, segment.span.start, segment.span.end):
            value, inferred = _value(match, "", "")
            if value and not inferred:
                yield value, match.start()


def _clause(text: str, start: int, end: int) -> str:
    """The words of the sentence before the date and, after a line feed, a few that follow it."""
    begin = max(text.rfind("\n", 0, start), text.rfind(". ", 0, start)) + 1
    stop = min((at for at in (text.find("\n", end), text.find(". ", end)) if at >= 0), default=end)
    return f"{text[max(begin, start - 90) : start]}\n{text[end : min(stop, end + 60)]}"


def _month(name: str) -> int:
    return next(
        i for i, full in enumerate(_NAMES, 1) if full.startswith(name.lower().rstrip(".")[:3])
    )


def _value(match: re.Match[str], issued: str, clause: str) -> tuple[str | None, bool]:
    words = match[0]
    kind = match.lastgroup if match.lastgroup != "ward" else "month"
    if match["near"]:
        value = _near(words.lower(), issued)
        return (value or None), True
    if match["months"]:
        return _interval(words), False
    if match["numeric"]:
        day, month, year = re.split(r"[/.]", words)
        return _iso(int(year), int(month), int(day)), False
    if match["iso"] or match["year"]:
        return words, False
    if match["fiscal"]:
        first, last = re.split(r"[/–-]", words)
        if int(last[-2:]) != (int(first[-2:]) + 1) % 100:
            return (f"{first}/{last}" if len(last) == 4 else None), False
        return f"{first}-04/{int(first) + 1}-03", False
    names = re.findall(_MONTH, words)
    month = _month(names[0])
    year = re.search(_YEAR + r"$", words)
    day = (
        re.search(r"\b([12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\b", words) if kind != "month" else None
    )
    number = int(day[1]) if day else 0
    if year:
        return _iso(int(year[0]), month, number), False
    value = _inferred(month, number, issued, clause, "")
    return value, bool(value)


def _interval(words: str) -> str:
    first, last = re.findall(_MONTH, words)
    years = re.findall(_YEAR, words)
    return f"{years[0]}-{_month(first):02}/{years[-1]}-{_month(last):02}"


def _iso(year: int, month: int, day: int) -> str | None:
    if not day:
        return f"{year}-{month:02}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _inferred(month: int, day: int, issued: str, clause: str, word: str) -> str:
    """A date with the year that the tense of its clause asks for; empty without a day of issue.

    Without a tense it is the nearest one. `word` is what stands before a month alone.
    """
    if not issued:
        return ""
    year = int(issued[:4])
    now = int(issued[5:7]) if len(issued) >= len("2020-01") else month
    ahead = _is_ahead(clause, word)
    if ahead is None:
        year += (month - now < -6) - (month - now > 6)
    elif ahead and (month < now or (word == "next" and month == now)):
        year += 1
    elif not ahead and (month > now or (word == "last" and month == now)):
        year -= 1
    return _iso(year, month, day) or ""


_HANDED_IN = compiled(
    r"\b(?:submitted|filed|lodged|handed in|sent in|put in) (?:\w+ ){0,3}(?:applications?|bids?"
    r"|proposals?|plans?|cases?)(?: to merge| for a merger)? on (?:\w+ )?$"
)
"""Words before a day on which papers for what is to come were handed in."""


def _is_ahead(clause: str, word: str) -> bool | None:
    """Whether the date is still to come: the last tense before it decides, then one after it."""
    if word in {"last", "since"}:
        return False
    if word in {"next", "until"}:
        return True
    before, _, after = clause.partition("\n")
    future = [match.end() for match in _FUTURE.finditer(before)]
    past = [
        match.end()
        for match in _PAST.finditer(before)
        if match[0] not in _OPEN and not before.endswith("be ", 0, match.start())
    ]
    if future and _HANDED_IN.search(before):
        return False
    if future or past:
        return max(future, default=-1) > max(past, default=-1)
    if _FUTURE.search(after):
        return True
    return True if word in {"by", "from"} else None


def _near(words: str, issued: str) -> str:
    if not issued:
        return ""
    step = {"last": -1, "next": 1}.get(words.split()[0], 0)
    if words.endswith("year"):
        return str(int(issued[:4]) + step)
    if words.endswith("month") and len(issued) >= 7:
        months = int(issued[:4]) * 12 + int(issued[5:7]) - 1 + step
        return f"{months // 12}-{months % 12 + 1:02}"
    if len(issued) == 10 and words in {"today", "yesterday"}:
        return (date.fromisoformat(issued) - timedelta(words == "yesterday")).isoformat()
    return ""
