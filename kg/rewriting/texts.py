"""A search for characters, told text by text: `VALUES ?t { … }` beside the FILTER, which stays.

`CONTAINS(LCASE(?t), "…")` and its like are true of texts alone, and a read model has all that can
hold the characters. So whatever a FILTER lets pass is among the values, each of which is there
once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from kg.rewriting.ranges import sizes
from kg.rewriting.reading import Group
from kg.rewriting.tokens import Token, conjuncts, inside
from kg.store.census import Census
from kg.store.readmodel.model import ReadModel
from kg.store.readmodel.words import is_odd

MOST: Final = 2_000
"""Texts that a query is told."""
LONGEST: Final = 500_000
"""Characters that they may have together."""
PAYS: Final = 10
"""To look a text up takes the engine as long as to pass over so many values."""
_SEARCHES: Final = ("CONTAINS", "STRSTARTS", "STRENDS", "REGEX")
_CASES: Final = ("LCASE", "UCASE")
_PLAIN: Final = re.compile(r"(\^?)([A-Za-z0-9 ]+)(\$?)")
"""A regular expression that stands for its own characters."""


class Search(NamedTuple):
    """Characters that the value of a variable has to hold, and whether it is made a text first."""

    variable: str
    text: str
    begins: bool
    ends: bool
    is_cast: bool


def told(group: Group, census: Census, model: ReadModel) -> str:
    """What is to stand before the patterns of a group; empty where it would not pay."""
    most = min(MOST, min(sizes(group.patterns, census)) // PAYS)
    found = [_values(each, group, model, most) for each in searches(group)] if most else []
    return min(filter(None, found), key=len, default="")


def searches(group: Group) -> list[Search]:
    """The searches that FILTERs make in the values of the group's patterns.

    >>> from kg.rewriting.reading import read
    >>> group = read('SELECT ?x { ?x <urn:p> ?t FILTER(STRSTARTS(LCASE(?t), "nhs")) }')
    >>> searches(group) if group else []
    [Search(variable='?t', text='nhs', begins=True, ends=False, is_cast=False)]
    """
    names = {each.value for each in group.patterns if each.is_open}
    found = (_search(part) for each in group.filters for part in conjuncts(each))
    return [each for each in found if each and each.variable in names]


def _values(search: Search, group: Group, model: ReadModel, most: int) -> str:
    patterns = [each for each in group.patterns if each.value == search.variable]
    if search.is_cast and not any(model.has_only_texts(f"<{each.predicate}>") for each in patterns):
        return ""
    found = model.holding(search.text, most, begins=search.begins, ends=search.ends)
    if found is None or sum(map(len, found)) > LONGEST:
        return ""
    return f" VALUES {search.variable} {{ {' '.join(found)} }} "


def _search(part: Sequence[Token]) -> Search | None:
    """What a call of a function searches for; `None` for any other expression."""
    name = part[0].text.upper() if part else ""
    arguments = list(_arguments(part)) if name in _SEARCHES else []
    if len(arguments) not in ((2, 3) if name == "REGEX" else (2,)):
        return None
    variable, is_cast = _variable(arguments[0])
    text = _text(arguments[1])
    begins, ends = name == "STRSTARTS", name == "STRENDS"
    if name == "REGEX":
        plain = _PLAIN.fullmatch(text)
        if not plain or (len(arguments) == 3 and _text(arguments[2]) != "i"):
            return None
        # A dollar may stand before the end of a last line.
        begins, text, ends = bool(plain[1]), plain[2], False
    if not variable or not text or is_odd(text):
        return None
    return Search(variable, text, begins, ends, is_cast)


def _arguments(call: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The arguments of a call; nothing where it is more than a call."""
    if len(call) < 3 or len(inside(call[1:])) != len(call) - 3:
        return
    depth, begins = 0, 2
    for at in range(2, len(call) - 1):
        depth += (call[at].text == "(") - (call[at].text == ")")
        if call[at].text == "," and not depth:
            yield call[begins:at]
            begins = at + 1
    yield call[begins:-1]


def _variable(argument: Sequence[Token]) -> tuple[str, bool]:
    """The variable that an argument is, in whatever case, and whether it is made a text of."""
    is_cast = False
    while len(argument) > 3 and argument[0].text.upper() in (*_CASES, "STR"):
        is_cast |= argument[0].text.upper() == "STR"
        argument = argument[2:-1] if argument[1].text == "(" and argument[-1].text == ")" else ()
    is_one = len(argument) == 1 and argument[0].kind == "variable"
    return (argument[0].text if is_one else ""), is_cast


def _text(argument: Sequence[Token]) -> str:
    """The characters that are written there, in whatever case; empty where there are none."""
    if len(argument) == 4 and argument[0].text.upper() in _CASES:
        argument = argument[2:-1]
    is_one = len(argument) == 1 and argument[0].kind == "string"
    return argument[0].text[1:-1] if is_one else ""
