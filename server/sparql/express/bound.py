"""The most work that a query can make in a graph of known widths.

The engine begins with the pattern that has the most constants and goes on, one look-up for each row
so far, to patterns that share a variable with what it has. Where variables do not lead back to
each other in a circle it is thereby settled from which side each pattern is come to, and in
whatever order that is, no more rows are met on the way than the product of the widths.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from kg.store.widths import WIDE, Widths
from server.sparql.express.shape import Pattern, Query, Term

MOST: Final = 600
"""Look-ups and terms of an answer; each takes the engine 1 to 3 µs."""
PATTERNS: Final = 8
SHORT: Final = 1024
"""Characters that are written in about the time of a look-up."""
_ENDLESS: Final = MOST + 1
_ANCHORED: Final = 10_000


def steps(query: Query, widths: Widths) -> int:
    """A bound of what a query takes, in look-ups and terms; more than `MOST` where none is known.

    What `anchors` gives must not be `wide`.
    """
    if query.form == "DESCRIBE":
        # A blank node would be described with what it is the value of.
        return _ENDLESS if widths.blanks else WIDE * (2 + _size(widths.every.longest))
    if not 0 < len(query.patterns) <= PATTERNS:
        return _ENDLESS
    first = min(map(estimate, query.patterns))
    if first > _ANCHORED:
        return _ENDLESS
    starts = (at for at, each in enumerate(query.patterns) if estimate(each) == first)
    rows = max(_rows(query.patterns, at, widths) for at in starts)
    sizes = _sizes(query.patterns, widths)
    row = sum(sizes.get(each.variable, 1) for each in query.told)
    return rows * (len(query.patterns) + row)


def anchors(query: Query) -> list[Term]:
    """The constants of which everything is asked."""
    described = query.told if query.form == "DESCRIBE" else ()
    return [
        *described,
        *(
            each.subject
            for each in query.patterns
            if each.predicate.variable and not each.subject.variable
        ),
    ]


def _rows(patterns: Sequence[Pattern], start: int, widths: Widths) -> int:
    """The most rows that there are at any time, begun with a pattern."""
    left = [*patterns]
    each = left.pop(start)
    rows = _width(each, set(), widths)
    bound = _names(each)
    while left and rows <= MOST:
        at = next((at for at, each in enumerate(left) if _names(each) & bound), -1)
        if at < 0:
            return _ENDLESS  # all rows with all others
        each = left.pop(at)
        rows *= _width(each, bound, widths)
        bound |= _names(each)
    return rows


def _width(pattern: Pattern, bound: set[str], widths: Widths) -> int:
    """How many rows become of one at most."""
    subject, predicate, value, repeats = pattern
    names = [each.variable for each in pattern[:3] if each.variable]
    if len(set(names)) < len(names) or predicate.variable in bound:
        return _ENDLESS
    from_subject = not subject.variable or subject.variable in bound
    from_value = not value.variable or value.variable in bound
    if subject.variable in bound and value.variable in bound:
        return _ENDLESS  # a circle
    if predicate.variable:
        if not from_subject:
            return _ENDLESS
        return widths.every.forward if subject.variable else WIDE
    width = widths.of(predicate.iri)
    if repeats:
        return width.reach + 1 if width.reach and (from_subject or from_value) else _ENDLESS
    if from_subject and from_value:
        return 1
    return max(1, width.forward if from_subject else width.backward)


def estimate(pattern: Pattern) -> int:
    """How many rows the engine takes a pattern for; only the order tells."""
    subject, predicate, value, repeats = pattern
    is_open = bool(subject.variable), bool(predicate.variable), bool(value.variable)
    known = {
        (False, False, False): 1,
        (False, False, True): 10,
        (False, True, False): 2,
        (True, False, False): 10_000,
        (False, True, True): 100,
    }
    return known.get(is_open, 1_000_000) * (1000 if repeats and any(is_open) else 1)


def _sizes(patterns: Sequence[Pattern], widths: Widths) -> Mapping[str, int]:
    """How much a variable's value is to write, in look-ups."""
    sizes: dict[str, int] = {}
    for each in patterns:
        width = widths.every if each.predicate.variable else widths.of(each.predicate.iri)
        for term in each[:3]:
            sizes[term.variable] = max(sizes.get(term.variable, 0), _size(width.longest))
    return sizes


def _size(characters: int) -> int:
    return 1 + characters // SHORT


def _names(pattern: Pattern) -> set[str]:
    return {each.variable for each in pattern[:3] if each.variable}
