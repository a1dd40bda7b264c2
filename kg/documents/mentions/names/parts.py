"""A list of places before a type word: its parts, and which of them make one name together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kg.documents.mentions.names.type_words import Site
from kg.documents.mentions.text.words import Token
from kg.documents.patterns import compiled

_DANGLING = compiled(r"(?: (?:with|of|and|the|on|in|for|plus|under))+$")


def parts_of(text: str, before: list[Token]) -> Iterator[tuple[int, int]]:
    """The stretches between commas and `and`."""
    start = end = before[0].start
    for token in before:
        if token.text in {",", "and", "&"} or (token.text == "NHS" and start < end):
            if start < end:
                yield start, start + len(_DANGLING.sub("", text[start:end]))
            start = end = token.end
            if token.text == "NHS":
                start, end = token.start, token.end
        else:
            if start == end:
                start = token.start
                if token.text in {"the", "with", "of", "in", "on", "for", "upon", "under", "le"}:
                    start = end = token.end
                    continue
            end = token.end
    if start < end:
        yield start, end


_MOST_PARTS = 8
"""More than any name of the register has between commas."""


def names_of(site: Site, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Which parts make one name together: one question to the register decides."""
    text = site.text

    def has(first: int, last: int) -> bool:
        if any(text.startswith("NHS ", start) for start, _ in parts[first + 1 : last + 1]):
            return False
        return site.has(text[parts[first][0] : parts[last][1]])

    count = len(parts)
    if not site.plural:
        return [_one_name(text, parts, has, is_council=site.code == "localAuthority")]
    if count == 1:
        return [parts[0]]
    best: list[tuple[int, list[int]]] = [(0, [])]
    for last in range(count):
        best.append(
            min(
                (best[first][0] + _cost(has(first, last), last - first), [*best[first][1], first])
                for first in range(max(0, last - _MOST_PARTS), last + 1)
                if first > 0 or last < count - 1
            )
        )
    cost, firsts = best[count]
    if cost > len(firsts) and site.gazetteer.is_place(text[parts[0][0] : parts[-1][1]]):
        return [(parts[0][0], parts[-1][1])]
    ends = [*firsts[1:], count]
    return [(parts[a][0], parts[b - 1][1]) for a, b in zip(firsts, ends, strict=True)]


def _one_name(
    text: str,
    parts: list[tuple[int, int]],
    has: Callable[[int, int], bool],
    *,
    is_council: bool,
) -> tuple[int, int]:
    """The name before a singular type: the longest that the register has, else up to a comma.

    A list with a comma and `and` before one type is one name.
    """
    last = len(parts) - 1
    longest = range(max(0, last - _MOST_PARTS), last + 1)
    known = next((first for first in longest if has(first, last)), None)
    if (
        known
        and not is_council
        and re.search(r"(?:\bthe|\bNHS) $", text[max(0, parts[0][0] - 4) : parts[0][0]])
    ):
        known = next((at for at in range(known + 1) if _is_one(text, parts, at)), known)
    if known is not None:
        return parts[known][0], parts[-1][1]
    first = last
    while first > 0 and "," not in text[parts[first - 1][1] : parts[first][0]]:
        first -= 1
    if first and " and " in text[parts[first][0] : parts[-1][1]]:
        first = 0
    return parts[first][0], parts[-1][1]


def _is_one(text: str, parts: list[tuple[int, int]], first: int) -> bool:
    """Whether no comma parts the name: `the Nottingham and Nottinghamshire ICS`."""
    return "," not in text[parts[first][0] : parts[-1][1]]


def _cost(is_known: bool, more: int) -> int:
    """A known name costs least; an unknown one grows with its parts, so that lists fall apart."""
    return 1 if is_known else 3 + 4 * more
