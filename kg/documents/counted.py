"""Which figures tell the same: an equal count of the same bodies is told once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from kg.documents.mentions.model import Figure, Mentions, Place, Span

_BODIES: Final = frozenset(
    ("ccg", "icb", "pct", "group", "board", "organisation", "commissioner", "bodie", "consortia")
)
_OTHERS: Final = re.compile(r" (other|more|further|others|largest|smallest|biggest|best|worst)\b")
_KNOWN: Final = re.compile(
    r"\b(?:the|these|those|all|its|their|our|both|all of the)(?: \w+)? $", re.IGNORECASE
)
_WHOSE: Final = re.compile(r"['’]s? (?:\w+ )?$")
_IN: Final = re.compile(
    r"(?:(?:elsewhere|meanwhile|but|and|while),? )?(?:in|across) (?:the )?$", re.IGNORECASE
)
_THERE: Final = re.compile(r" (?:\w+ )?(?:there|in|across|of|on) (?:the (?:\w+ )?(?:of )?)?$")
_THERE_TOO: Final = re.compile(r" \w+ there\b")
_NEAR: Final = 30
"""Characters between a count and the group or place that it is of."""
_FAR: Final = 200
"""Characters from the start of such a place to its count: what is between, and the longest name."""


def told_once(text: str, mentions: Mentions) -> Iterator[tuple[Figure, list[Span]]]:
    """Each figure with the places that tell it again, in the order of the text.

    A count of bodies is another one where it is of another place or of others: "three CCGs in
    Leeds", "Manchester's three groups", "three other CCGs".
    """
    beside = _Beside(mentions.places)
    found: dict[tuple[str, str], list[tuple[str, Figure, list[Span]]]] = {}
    order: list[tuple[Figure, list[Span]]] = []
    for each in mentions.figures:
        unit = each.unit.lower().rstrip("s")
        is_body = unit.split(" ")[-1] in _BODIES
        same = found.setdefault((each.value, "body" if is_body else unit), [])
        whose = _whose(text, beside.near(each.span), each) if is_body else ""
        at = next((n for n, one in enumerate(same) if _is_same(one[0], whose)), None)
        if at is not None:
            same[at] = (same[at][0] or whose, *same[at][1:])
            same[at][2].append(each.span)
        elif each.repeats is None or whose:
            same.append((whose, each, []))
            order.append((each, same[-1][2]))
    yield from order


class _Beside:
    """The places of a text, found by where they stand, so that a long text takes no longer."""

    def __init__(self, places: Sequence[Place]) -> None:
        self._places = sorted(places, key=_start)

    def near(self, span: Span) -> Sequence[Place]:
        """Those that a count there may be told with."""
        first = bisect_left(self._places, span.start - _FAR, key=_start)
        return self._places[first : bisect_right(self._places, span.end + _NEAR, key=_start)]


def _start(place: Place) -> int:
    return place.span.start


def _is_same(one: str, other: str) -> bool:
    if "+" in one + other:
        return one == other
    return not other or not one or one in other or other in one


def _whose(text: str, places: Sequence[Place], figure: Figure) -> str:
    """What a count of bodies is of: the place that it is told with, or that it is of others."""
    lead = text[max(0, figure.span.start - _NEAR) : figure.span.start]
    others = _OTHERS.match(text, figure.span.end)
    if others and (others[1].endswith("st") or not _KNOWN.search(lead)):
        return f"+{others[1]}"
    for each in places:
        between = text[each.span.end : figure.span.start]
        if each.span.end <= figure.span.start and (
            _WHOSE.fullmatch(between) or (_begins(text, each.span) and _is_head(between))
        ):
            return each.name
        if 0 < len(between) < _NEAR and _THERE_TOO.match(text, figure.span.end):
            return each.name
        after = text[figure.span.end : each.span.start]
        if 0 <= each.span.start - figure.span.end < _NEAR and (
            after == " " or _THERE.fullmatch(after)
        ):
            return each.name
    return ""


def _begins(text: str, span: Span) -> bool:
    """Whether a place stands at the head of its sentence: "In Leeds, three CCGs"."""
    start = max(text.rfind(". ", 0, span.start) + 2, text.rfind("\n", 0, span.start) + 1, 0)
    return _IN.fullmatch(text[start : span.start]) is not None


def _is_head(between: str) -> bool:
    return len(between) < _NEAR and not re.search(r"[.;\n]", between)
