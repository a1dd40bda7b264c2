"""Two long lists of what things have, joined at once: each pattern in a sub-SELECT of its own.

Of patterns beside each other the engine looks each thing of the first up in the second. What is
asked apart it joins by hashing, which pays where both are long. A sub-SELECT of all variables of
a pattern has the rows of the pattern, and to join those is what a group of patterns means.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from kg.rewriting.ranges import Range, ranges, sizes, values
from kg.rewriting.reading import Group, Pattern
from kg.rewriting.tokens import conjuncts
from kg.store.census import Census

MOST: Final = 1_000_000
"""Statements that may be held at once."""
FEWEST: Final = 1_000
UNLIKE: Final = 10
"""By how much one list may be longer than another, until it is better to look things up."""
PATTERNS: Final = range(2, 5)


def told(group: Group, census: Census) -> str:
    """What a group is to hold in place of its patterns; empty where it is to stay as it is."""
    limits = {each.variable: each for each in ranges(group)}
    if not group.is_alone or not _is_star(group.patterns) or not _is_open(group, limits):
        return ""
    counted = sizes(group.patterns, census)
    left = [
        size * _share(limits.get(each.value), census)
        for each, size in zip(group.patterns, counted, strict=True)
    ]
    if min(left) < FEWEST or max(left) > min(left) * UNLIKE or sum(left) > MOST:
        return ""
    return " ".join(
        _apart(each, values(limits[each.value], census, size) if each.value in limits else "")
        for each, size in zip(group.patterns, counted, strict=True)
    )


def _apart(pattern: Pattern, days: str) -> str:
    subject, _, written, value = pattern
    return f"{{ SELECT {subject} {value} {{{days} {subject} {written} {value} }} }}"


def _is_star(patterns: Sequence[Pattern]) -> bool:
    """Whether all are of one thing, and lead to different variables."""
    names = {each.subject for each in patterns} | {each.value for each in patterns}
    is_open = all(each.is_open for each in patterns)
    return len(patterns) in PATTERNS and is_open and len(names) == len(patterns) + 1


def _is_open(group: Group, limits: Mapping[str, Range]) -> bool:
    """Whether FILTERs only set bounds of days; of others it is not known what they leave."""
    parts = [part for each in group.filters for part in conjuncts(each)]
    return len(parts) == sum(bool(each.first) + bool(each.last) for each in limits.values())


def _share(limit: Range | None, census: Census) -> float:
    """Which part of the values of a pattern lies between its bounds, all days being alike."""
    if not limit or not census.days:
        return 1.0
    return len(census.between(limit.first, limit.last)) / len(census.days)
