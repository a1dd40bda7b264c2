"""Figures: numbers that count or measure, with their hedges, bounds and units."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from kg.documents.mentions.figures.bodies import bodies_meant
from kg.documents.mentions.figures.numbers import FRACTIONS, number, written
from kg.documents.mentions.figures.others import is_no_figure
from kg.documents.mentions.figures.units import unit_after, unit_before
from kg.documents.mentions.figures.words import (
    BOUNDS,
    FIGURE,
    HEDGE,
    HEDGED,
    PLAIN_BOUNDS,
    YEARS,
)
from kg.documents.mentions.model import Figure
from kg.documents.mentions.text.view import View
from kg.documents.patterns import compiled


def figures(
    view: View, is_taken: Callable[[int, int], bool], sentence: Callable[[int], tuple[int, int]]
) -> Iterator[tuple[int, int, Figure]]:
    """Give the figures of a text in order, with their places in the folded text.

    `is_taken` says that a stretch is a date or part of a name; `sentence` gives the sentence that
    holds a place. `from 191 to 135` gives two figures, each with the place of the other.
    """
    last: tuple[int, str, str] = (-1000, "", "")
    said: dict[str, tuple[int, str]] = {}
    for match in _numbers(view.text):
        begin = sentence(match.start("core"))[0]
        # in the same sentence the unit just named, from the sentence before the first one named
        fallback = "" if begin - last[0] > 400 else last[2] if begin == last[0] else last[1]
        for start, end, figure in _read(view, match, is_taken, sentence, fallback):
            counted = _counted(view.text, figure, end, sentence)
            if counted:
                first = last[1] if begin == last[0] else counted
                last = (begin, first, counted)
            earlier = said.setdefault(figure.value, (figure.span.start, figure.unit))
            is_again = earlier[0] != figure.span.start and (
                _is_definite(view.text, start) or _head(earlier[1]) == _head(figure.unit)
            )
            yield start, end, replace(figure, repeats=earlier[0]) if is_again else figure


_DASHES = frozenset("-–—")
_RANGE = _DASHES | {"or"}


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """The numbers of a text; a year before another number is passed over."""
    at = 0
    while match := FIGURE.search(text, at):
        if not match["fraction"] and YEARS.match(text, match.start("first")) and match["second"]:
            at = match.end("second" if match["to"].strip() in _DASHES else "first")
            continue
        yield match
        is_pair = match["second"] and match["to"] == " and " and not _is_between(text, match)
        at = match.end("first" if is_pair else "core")


def _is_between(text: str, match: re.Match[str]) -> bool:
    return "between" in text[max(0, match.start() - 14) : match.start()].lower()


def _counted(
    text: str, figure: Figure, end: int, sentence: Callable[[int], tuple[int, int]]
) -> str:
    """What a later bare number counts too: the unit, or what a share is one of."""
    if figure.quantity == "count":
        return figure.unit
    is_share = figure.quantity == "percent" and text.startswith(" of ", end)
    return unit_after(text, end, sentence(end)[1]) if is_share else ""


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
    if is_taken(start, end) or is_no_figure(text, match, begin):
        return
    hedged = HEDGE.search(text, max(begin, start - 40), start)
    hedge = hedged[0].lower().strip() if hedged else ""
    quantity = _quantity(match)
    unit = {"percent": "per cent", "money": "pounds"}.get(quantity) or bodies_meant(
        text, match.start("core"), match.end("core"), match["core"]
    )
    unit = unit or unit_after(text, match.end(), stop)
    if not unit:
        unit = "members" if match["strong"] else unit_before(text, begin, start)
    unit = unit or ("" if _APART.match(text, match.end()) else fallback)
    if not unit and not _is_plain(match):
        return
    what = " ".join(text[max(begin, start - 90) : min(stop, end + 90)].split())
    values = _values(match, text, begin)
    for index, (place, finish, value, low, high) in enumerate(values):
        least, most, comparator = _bounds(low, high, hedge)
        mate = view.at(values[1 - index][0]) if len(values) == 2 else None
        approx = bool(match["odd"]) or bool(HEDGED.search(hedge))
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


_APART = compiled(r" (?:on|at|under|into|inside) ")
"""What follows a number that does not count what was counted just before: `two on the books`."""


def _is_plain(match: re.Match[str]) -> bool:
    return bool(match["pound"] or match["percent"] or match["fraction"]) or (
        match["first"] is not None and match["first"][0].isdigit() and len(match["first"]) > 1
    )


def _quantity(match: re.Match[str]) -> str:
    if match["pound"] or match["pounds"]:
        return "money"
    return "percent" if match["percent"] or match["fraction"] else "count"


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
        is_range = match["to"].strip() in _RANGE and "vot" not in before
        is_range = is_range or (_is_between(text, match) and not match["pound2"])
        if match["to"] == " and " and not _is_between(text, match):
            cut = match.end("first")
            return [(start, cut, f"{mark}{written(first)}", first, first)]
        if is_range or (" from " not in f" {before}" and first < second and "to" in match["to"]):
            return [(start, end, f"{mark}{written(first)}-{written(second)}{tail}", first, second)]
        return [
            (start, match.end("first"), f"{mark}{written(first)}{tail}", first, first),
            (match.start("second"), end, f"{mark}{written(second)}{tail}", second, second),
        ]
    if match["odd"] or match["strong"]:
        end = match.start("odd" if match["odd"] else "strong")
    return [(start, end, f"{mark}{written(first)}{tail}", first, first)]


def _fraction(match: re.Match[str]) -> float:
    """Per cent of `two-thirds`, `a fifth` or `one in five`."""
    if match["share"]:
        return 100 * (number(match["share"]) or 0) / (number(match["outof"]) or 1)
    part = (
        next(filter(None, match.group("part", "part2", "part3", "part4")))
        .lower()
        .replace("halves", "half")
        .rstrip("s")
    )
    return (number(match["times"] or "") or 1) * FRACTIONS[part]


def _scaled(first: float, one: str, two: str) -> float:
    """`1 to 2 million` speaks of millions both times."""
    scale = re.search(r"(million|billion|bn|m|thousand|k)$", two.lower().strip())
    if scale and not re.search(r"[a-z]$", one.lower()):
        return first * (number(f"1 {scale[1]}") or 1)
    return first


def _bounds(low: float, high: float, hedge: str) -> tuple[float | None, float | None, str]:
    for kind, words in BOUNDS:
        found = words.findall(hedge)
        if found:
            plain = PLAIN_BOUNDS.get(found[-1], kind)
            return (low, None, plain) if kind == "more than" else (None, high, plain)
    return low, high, ""
