"""A range of days, told day by day: `VALUES ?d { … }` beside the FILTER, which stays.

Of all values only those of `xsd:date` can lie between days, and a census has all of them. So
whatever a FILTER lets pass is among the values, each of which is there once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from kg.model.names import RDF_TYPE
from kg.rewriting.reading import Group, Pattern
from kg.rewriting.tokens import Token, conjuncts, resolved
from kg.store.census import DAY, Census

MOST: Final = 1_000
"""Days that a query is told."""
PAYS: Final = 50
"""To look a day up takes the engine as long as to pass over so many values."""
_TURNED: Final = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "="}
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Range(NamedTuple):
    """The days between which a variable has to lie, both included; empty is no bound."""

    variable: str
    first: str
    last: str


class Bound(NamedTuple):
    """A comparison of a variable with a day, the variable first."""

    variable: str
    operator: str
    day: str


def told(group: Group, census: Census) -> str:
    """What is to stand before the patterns of a group; empty where it would not pay."""
    least = min(sizes(group.patterns, census))
    found = [values(each, census, least) for each in ranges(group)]
    return min(filter(None, found), key=len, default="")


def values(found: Range, census: Census, size: int) -> str:
    """The days of a range, for a pattern of so many statements; empty where it would not pay."""
    days = (*census.between(found.first, found.last), *census.others)
    if len(days) > MOST or len(days) * PAYS > size:
        return ""
    listed = " ".join(f'"{each}"^^<{DAY}>' for each in days)
    return f" VALUES {found.variable} {{ {listed} }} "


def ranges(group: Group) -> list[Range]:
    """The ranges of days that FILTERs set for the values of the group's patterns.

    >>> from kg.rewriting.reading import read
    >>> day = '"2015-01-01"^^<http://www.w3.org/2001/XMLSchema#date>'
    >>> group = read(f"SELECT ?x {{ ?x <urn:p> ?d FILTER(?d >= {day}) }}")
    >>> ranges(group) if group else []
    [Range(variable='?d', first='2015-01-01', last='')]
    """
    found = [
        bound for each in group.filters for part in conjuncts(each) for bound in bounds(part, group)
    ]
    names = dict.fromkeys(each.value for each in group.patterns if each.is_open)
    told = (_range(name, found) for name in names)
    return [each for each in told if each.first or each.last]


def sizes(patterns: Iterable[Pattern], census: Census) -> list[int]:
    """How many statements each pattern matches; 0 where that is not known."""
    return [
        census.sizes.get(each.predicate, 0)
        if each.is_open
        else census.sizes.get(each.value, 0) * (each.predicate == RDF_TYPE)
        for each in patterns
    ]


def _range(name: str, found: Sequence[Bound]) -> Range:
    own = [each for each in found if each.variable == name]
    first = max((each.day for each in own if each.operator in (">", ">=", "=")), default="")
    last = min((each.day for each in own if each.operator in ("<", "<=", "=")), default="")
    return Range(name, first, last)


def bounds(part: Sequence[Token], group: Group) -> Iterator[Bound]:
    """What a comparison of a variable and a day tells; nothing of any other expression."""
    if len(part) != 5:
        return
    if part[0].kind == "variable":
        (variable, operator), day = part[:2], part[2:]
        way = operator.text
    else:
        day, (operator, variable) = part[:3], part[3:]
        way = _TURNED.get(operator.text, "")
    if variable.kind == "variable" and way in _TURNED and _is_day(day, group):
        yield Bound(variable.text, way, day[0].text[1:-1])


def _is_day(part: Sequence[Token], group: Group) -> bool:
    """Whether a day is written, in a year of four digits and without a time zone."""
    text, marks, datatype = part
    return (
        text.kind == "string"
        and marks.text == "^^"
        and resolved(datatype, group.prefixes) == DAY
        and bool(_DAY.fullmatch(text.text[1:-1]))
    )
