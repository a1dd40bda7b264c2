"""With which characters what a pattern finds can begin.

A search tries a pattern at every character of a text. If a pattern opens with a letter or a set
of letters, `re` passes over all others at once; if it opens with a boundary or looks behind first,
as most of the rules do, `re` does not see which letters come next. What is told here lets it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib import import_module
from typing import Any, Final

_OP: Final[Any] = import_module("re._constants")

BEYOND: Final = 128
"""Stands for every character that is not ASCII."""
ANY: Final = frozenset(range(BEYOND + 1))
_MANY: Final = 110
"""A pattern that can begin with so many characters gains nothing by their being known."""
_CATEGORIES: Final = {
    _OP.CATEGORY_DIGIT: r"\d",
    _OP.CATEGORY_NOT_DIGIT: r"\D",
    _OP.CATEGORY_SPACE: r"\s",
    _OP.CATEGORY_NOT_SPACE: r"\S",
    _OP.CATEGORY_WORD: r"\w",
    _OP.CATEGORY_NOT_WORD: r"\W",
}
_WITHOUT_WIDTH: Final = (_OP.AT, _OP.ASSERT, _OP.ASSERT_NOT)
_REPEATS: Final = (_OP.MAX_REPEAT, _OP.MIN_REPEAT, _OP.POSSESSIVE_REPEAT)

Items = Sequence[tuple[Any, Any]]
"""A pattern as the parser of `re` gives it: pairs of an operation and what it is done with."""


def beginnings(pattern: Items) -> frozenset[int] | None:
    """The characters of ASCII, and `BEYOND`, that can be the first of what is found.

    Never too few; None where they are of no use: nearly all, or it may find nothing at all.

    >>> from re import _parser
    >>> "".join(map(chr, sorted(beginnings(_parser.parse("(?:two |new )?[CG]P")))))
    'CGnt'
    """
    found, is_empty = _first(pattern)
    return None if is_empty or len(found) > _MANY else found


def as_set(characters: frozenset[int]) -> list[tuple[Any, Any]]:
    """Those characters as the set that the parser gives for `[...]`."""
    if BEYOND in characters:
        others = [(_OP.LITERAL, each) for each in sorted(ANY - characters)]
        return [(_OP.NEGATE, None), *others]
    return [(_OP.LITERAL, each) for each in sorted(characters)]


def _first(items: Items) -> tuple[frozenset[int], bool]:
    """The characters with which items can begin, and whether they can also find nothing."""
    found: frozenset[int] = frozenset()
    for operation, what in items:
        if operation in _WITHOUT_WIDTH:  # it only narrows what comes next
            continue
        first, is_empty = _of_one(operation, what)
        found |= first
        if not is_empty:
            return found, False
    return found, True


def _of_one(operation: Any, what: Any) -> tuple[frozenset[int], bool]:
    if operation is _OP.LITERAL:
        return frozenset({min(what, BEYOND)}), False
    if operation is _OP.IN:
        return _members(what), False
    if operation is _OP.SUBPATTERN and not what[1] and not what[2]:  # no flags of its own
        return _first(what[3])
    if operation is _OP.BRANCH:
        firsts = [_first(each) for each in what[1]]
        return frozenset().union(*(one for one, _ in firsts)), any(empty for _, empty in firsts)
    if operation in _REPEATS:
        first, is_empty = _first(what[2])
        return first, is_empty or what[0] == 0
    return ANY, True


def _members(items: Items) -> frozenset[int]:
    """The characters of a set, as `[^\\w-]` is one."""
    found: set[int] = set()
    is_negative = False
    for operation, what in items:
        if operation is _OP.NEGATE:
            is_negative = True
        elif operation is _OP.LITERAL:
            found.add(min(what, BEYOND))
        elif operation is _OP.RANGE:
            found.update(range(what[0], min(what[1], BEYOND) + 1))
            found.add(min(what[1], BEYOND))
        else:
            found.update(_OF_CATEGORIES[what])
    # Of what is not ASCII some may be in the set and some not, so it counts either way.
    return frozenset(ANY - found if is_negative else found) | ({BEYOND} if is_negative else set())


_OF_CATEGORIES: Final = {
    category: frozenset(each for each in range(BEYOND) if re.match(sign, chr(each))) | {BEYOND}
    for category, sign in _CATEGORIES.items()
}
