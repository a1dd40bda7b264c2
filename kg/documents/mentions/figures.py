"""Figures: numbers that count or measure, with their hedges, bounds and units."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from kg.documents.mentions.model import Figure
from kg.documents.mentions.numbers import FRACTIONS, NUMBER, number, written
from kg.documents.mentions.units import unit_after, unit_before
from kg.documents.mentions.view import View

_MORE = (
    r"more than|over|above|at least|upwards of|in excess of|exceeding|a minimum of|well over"
    r"|just over|greater than|no fewer than|no less than"
)
_LESS = (
    r"fewer than|less than|under|below|just under|well under|up to|no more than|not more than"
    r"|as many as|as much as|a maximum of|at most"
)
_ABOUT = (
    r"about|around|roughly|some|nearly|almost|approximately|approx\.?|circa|c\.|an estimated"
    r"|estimated|close to|say|say around|in the region of|somewhere around|typically"
)
_HEDGE = rf"(?P<hedge>(?:(?:{_MORE}|{_LESS}|{_ABOUT}|well|just|say|the) )*)"
_PART = "half|halves|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?"
_FRACTION = (
    rf"(?P<fraction>(?P<times>one|two|three|four|five|six|seven|eight|nine)[ -](?P<part>{_PART})\b"
    rf"|(?:a )?(?P<part2>{_PART})(?= of\b| the\b| its\b| their\b| all\b| our\b)"
    r"|(?P<share>one|two|three|four|five|six|seven|eight|nine|\d) in (?P<outof>two|three|four"
    r"|five|six|seven|eight|nine|ten|\d\d?)\b)"
)
_PATTERN = re.compile(
    rf"(?<![\w.,/&-]){_HEDGE}(?P<core>"
    rf"{_FRACTION}"
    rf"|(?P<pound>£ ?)?(?P<first>{NUMBER})(?:(?P<to> ?[-–—] ?| to | and "
    rf"|-to-)(?P<pound2>£ ?)?(?P<second>{NUMBER}))?"
    rf"(?P<percent> ?%| ?per ?cent\b| ?pc\b| ?percentage points?\b)?(?P<odd>-odd|-ish| or so"
    rf"| or more| or fewer| plus\b|\+)?"
    rf"(?P<pounds> pounds\b)?)(?![\w]|[.,/]\d|-(?:year|month|week|day|point|page|tier|bed|hour"
    rf"|minute|step|fold|way|strong|stage|part|term)|/\w)",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    r"(?:\b(?:page|pages|pp?\.?|section|sections|item|table|figure|fig\.|phase|wave|level|stage"
    r"|article|band"
    r"|no\.|number|paragraph|para|chapter|clause|schedule|appendix|annex|part|tier|day|room"
    r"|floor|version"
    r"|covid|aged|age|ward|tel:?|option|act|regulation|rule|category|grade|volume|issue|question"
    r"|q|top"
    r"|radio|channel|cohort|world war|week|year|domain)"
    r"|[#@:]|\d[./:]|\b(?:www|http)\S*) ?$",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:-| )?(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centuries|century"
    r"|am|pm|o'clock|nights?)\b"
    r"|(?:st|nd|rd|th)\b| (?:more |further |full |consecutive |financial |calendar "
    r"|working )(?:years?|months?|weeks?|days?)\b|[.:]\d\d ?(?:am|pm)",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"\b(?:first|second|third|fourth|last|next|final|other|latter|this) $")
_VAGUE = re.compile(
    r" (?:thing|side|reason|way|point|question|word|time|part|issue|example|half|halves|third"
    r"|hand|end|month"
    r"|aspect|kind|sort|form|phase|strand|step|occasion|fronts?|of these|of them|of us|of those"
    r"|of which|or three|more|others?\b)",
    re.IGNORECASE,
)


def figures(
    view: View, is_taken: Callable[[int, int], bool], sentence: Callable[[int], tuple[int, int]]
) -> Iterator[tuple[int, int, Figure]]:
    """Give the figures of a text in order, with their places in the folded text.

    `is_taken` says that a stretch is a date or part of a name; `sentence` gives the sentence that
    holds a place. `from 191 to 135` gives two figures, each with the place of the other.
    """
    last: tuple[int, str, str] = (-1000, "", "")
    said: dict[str, tuple[int, str]] = {}
    for match in _PATTERN.finditer(view.text):
        begin = sentence(match.start("core"))[0]
        # in the same sentence the unit just named, from the sentence before the first one named
        fallback = "" if begin - last[0] > 400 else last[2] if begin == last[0] else last[1]
        for start, end, figure in _read(view, match, is_taken, sentence, fallback):
            if figure.quantity == "count" and figure.unit:
                first = last[1] if begin == last[0] else figure.unit
                last = (begin, first, figure.unit)
            earlier = said.setdefault(figure.value, (figure.span.start, figure.unit))
            is_again = earlier[0] != figure.span.start and (
                _is_definite(view.text, start) or _head(earlier[1]) == _head(figure.unit)
            )
            yield start, end, replace(figure, repeats=earlier[0]) if is_again else figure


def _is_definite(text: str, start: int) -> bool:
    return bool(
        re.search(
            r"\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Aa]ll|[Ii]ts|[Tt]heir)(?: other)? $",
            text[max(0, start - 14) : start],
        )
    )


def _head(unit: str) -> str:
    """The counted noun itself, as one word: bodies of any type count alike."""
    word = unit.split()[-1].lower() if unit else ""
    return (
        "body" if word in {"ccgs", "groups", "organisations", "bodies", "commissioners"} else word
    )


def _read(
    view: View,
    match: re.Match[str],
    is_taken: Callable[[int, int], bool],
    sentence: Callable[[int], tuple[int, int]],
    fallback: str,
) -> Iterator[tuple[int, int, Figure]]:
    text = view.text
    start, end = match.span("core")
    begin, stop = sentence(start)
    if is_taken(start, end) or _is_other(text, match, begin):
        return
    hedge = (match["hedge"] or "").lower().strip()
    quantity = _quantity(match)
    unit = {"percent": "per cent", "money": "pounds"}.get(quantity) or unit_after(
        text, match.end(), stop
    )
    if not unit:
        unit = unit_before(text, begin, start) or fallback
    if not unit and not _is_plain(match):
        return
    what = " ".join(text[max(begin, start - 90) : min(stop, end + 90)].split())
    values = _values(match, text, begin)
    for index, (place, finish, value, low, high) in enumerate(values):
        least, most, comparator = _bounds(low, high, hedge)
        mate = view.at(values[1 - index][0]) if len(values) == 2 else None
        approx = bool(match["odd"]) or bool(_HEDGED.search(hedge))
        yield (
            place,
            finish,
            Figure(
                view.span(place, finish),
                value,
                quantity,
                unit,
                what,
                least,
                most,
                approx,
                comparator,
                mate,
            ),
        )


_HEDGED = re.compile(rf"\b(?:{_ABOUT}|just|well)(?!\w)", re.IGNORECASE)


def _is_plain(match: re.Match[str]) -> bool:
    return bool(match["pound"] or match["percent"] or match["fraction"]) or (
        match["first"] is not None and match["first"][0].isdigit() and len(match["first"]) > 1
    )


def _quantity(match: re.Match[str]) -> str:
    if match["pound"] or match["pounds"]:
        return "money"
    return "percent" if match["percent"] or match["fraction"] else "count"


def _is_other(text: str, match: re.Match[str], begin: int) -> bool:
    """Whether the number is part of a time, a label, an idiom or an article."""
    start, end = match.span("core")
    first = (match["first"] or "").lower()
    if match["fraction"] and _ORDINAL.search(text, max(begin, start - 10), start):
        return True
    if match["fraction"] or match["pound"] or match["percent"]:
        return False
    if _NOT_BEFORE.search(text, max(begin, start - 24), start) or _TIME.match(text, end):
        return True
    if first == "one" or first == "zero" or (first.isdigit() and len(first) > 7):
        return True
    if first in {"a hundred", "a thousand", "a dozen"} and text[end : end + 1] == "s":
        return True
    small = (number(first) or 0) < 13 and not first[0].isdigit()
    if small and _VAGUE.match(text, end):
        return True
    follow = text[end : end + 2]
    if (start == 0 or text[start - 1] == "\n") and re.match(r"[.)] ", follow):
        return True
    return bool(
        re.match(
            r" [A-Z]\w+ (?:Street|Road|Lane|Avenue|Square|Way|Place|House)", text[end : end + 40]
        )
    ) or (follow[:1] == ")" and text[start - 1] == "(" and len(first) < 3)


def _values(
    match: re.Match[str], text: str, begin: int
) -> list[tuple[int, int, str, float, float]]:
    """Each value of the match with its place: one, or the two of a change."""
    start, end = match.span("core")
    if match["fraction"]:
        value = _fraction(match)
        return [(start, end, f"{written(round(value, 2))}%", value, value)]
    mark = "£" if _quantity(match) == "money" else ""
    tail = "%" if match["percent"] else ""
    first = number(match["first"]) or 0.0
    if match["second"]:
        second = number(match["second"]) or 0.0
        first = _scaled(first, match["first"], match["second"])
        before = text[max(begin, match.start() - 14) : match.start("core")].lower()
        is_range = match["to"].strip() in {"-", "–", "—"} or "between" in before
        if match["to"].strip() == "and" and "between" not in before:
            cut = match.end("first")
            return [(start, cut, f"{mark}{written(first)}", first, first)]
        if is_range or (" from " not in f" {before}" and first < second and "to" in match["to"]):
            return [(start, end, f"{mark}{written(first)}-{written(second)}{tail}", first, second)]
        return [
            (start, match.end("first"), f"{mark}{written(first)}{tail}", first, first),
            (match.start("second"), end, f"{mark}{written(second)}{tail}", second, second),
        ]
    if match["odd"]:
        end = match.start("odd")
    return [(start, end, f"{mark}{written(first)}{tail}", first, first)]


def _fraction(match: re.Match[str]) -> float:
    """Per cent of `two-thirds`, `a fifth` or `one in five`."""
    if match["share"]:
        return 100 * (number(match["share"]) or 0) / (number(match["outof"]) or 1)
    part = (match["part"] or match["part2"]).lower().replace("halves", "half").rstrip("s")
    return (number(match["times"] or "") or 1) * FRACTIONS[part]


def _scaled(first: float, one: str, two: str) -> float:
    """`1 to 2 million` speaks of millions both times."""
    scale = re.search(r"(million|billion|bn|m|thousand|k)$", two.lower().strip())
    if scale and not re.search(r"[a-z]$", one.lower()):
        return first * (number(f"1 {scale[1]}") or 1)
    return first


def _bounds(low: float, high: float, hedge: str) -> tuple[float | None, float | None, str]:
    for words, kind in ((_MORE, "more than"), (_LESS, "fewer than")):
        found = re.findall(rf"\b(?:{words})\b", hedge)
        if found:
            plain = {"at least": "at least", "up to": "up to", "no more than": "up to"}.get(
                found[-1], kind
            )
            return (low, None, plain) if kind == "more than" else (None, high, plain)
    return low, high, ""
