"""What is asked of each of several things: paths of any length, and what UNION says of them.

Virtuoso wants to know where a path begins when it plans, unless it has one step at least. So the
things themselves, to which the path of no steps leads, are said beside it. Beside UNION it gives
the rows of all other things as well, unless a filter says again which are wanted.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from kg.store.remote.words import PAIRS, Word, closed_at, joined, without_space

_STEPS: Final = ("iri", "name", "space", "path")
_SIGNS: Final = frozenset("/|^!*+?()")


class Column(NamedTuple):
    """A VALUES clause of one variable: its rows, and the word behind it."""

    variable: str
    terms: list[str]
    end: int


def apart(words: Sequence[Word]) -> list[Word]:
    """The words with each path `p*` from several things as what it leads to and these themselves,
    and with a filter where there is UNION.

    >>> from kg.store.remote.words import joined, words_of
    >>> print(joined(apart(words_of("ASK { VALUES ?a { <urn:x> <urn:y> } ?a <urn:p>* ?b . }"))))
    ASK { VALUES ?a { <urn:x> <urn:y> } { ?a <urn:p>/<urn:p>* ?b } UNION
    { VALUES (?a ?b) { (<urn:x> <urn:x>) (<urn:y> <urn:y>) } } . }
    >>> query = "ASK { VALUES ?a { <urn:x> <urn:y> } { ?a ?b ?c } UNION { ?c ?b ?a } }"
    >>> print(joined(apart(words_of(query))))
    ASK { VALUES ?a { <urn:x> <urn:y> }
    FILTER (?a IN (<urn:x>, <urn:y>)) { ?a ?b ?c } UNION { ?c ?b ?a } }
    """
    found = list(words)
    for at in range(len(words) - 1, -1, -1):
        column = column_at(found, at)
        if column and len(column.terms) > 1:
            _divide(found, column)
            if _is_beside_union(found, column.end):
                named = ", ".join(column.terms)
                found.insert(
                    column.end, Word("clause", f"\nFILTER ({column.variable} IN ({named}))")
                )
    return found


def column_at(words: Sequence[Word], at: int) -> Column | None:
    """The VALUES clause of one variable that begins there; `None` where there is none."""
    if words[at].upper != "VALUES":
        return None
    begins = next((place for place in range(at, len(words)) if words[place].text == "{"), at)
    names = [each.text for each in words[at:begins] if each.kind == "variable"]
    if len(names) != 1:
        return None
    ends = closed_at(words, begins)
    terms = [each for each in without_space(words[begins + 1 : ends]) if each.text not in PAIRS
             and each.text not in PAIRS.values()]  # fmt: skip
    if any(each.kind not in ("iri", "name") for each in terms):
        return None
    return Column(names[0], [each.text for each in terms], ends + 1)


def _is_beside_union(words: Sequence[Word], at: int) -> bool:
    """Whether there is a UNION in the rest of a group, and not within a group of it."""
    depth = 0
    for each in words[at:]:
        if each.kind == "other":
            depth += (each.text in PAIRS) - (each.text in PAIRS.values())
        if depth < 0:
            return False
        if not depth and each.upper == "UNION":
            return True
    return False


def _divide(words: list[Word], column: Column) -> None:
    """Put a path in two, where one begins with the variable in the same group."""
    depth, at = 0, column.end
    while at < len(words) and depth >= 0:
        each = words[at]
        if each.kind == "other":
            depth += (each.text in PAIRS) - (each.text in PAIRS.values())
        if not depth and each.text == column.variable and (end := _path_end(words, at + 1)):
            path, to = (
                joined(words[at + 1 : end - 1]).strip().removesuffix("*"),
                words[end - 1].text,
            )
            rows = " ".join(f"({term} {term})" for term in column.terms)
            words[at:end] = [Word("group", (
                f"{{ {column.variable} {path}/{path}* {to} }} UNION\n"
                f"{{ VALUES ({column.variable} {to}) {{ {rows} }} }}"
            ))]  # fmt: skip
        at += 1


def _path_end(words: Sequence[Word], at: int) -> int:
    """Behind the variable that a path `p*` leads to; 0 where there is no such path, or more."""
    begins = at
    while at < len(words) and (words[at].kind in _STEPS or words[at].text in _SIGNS):
        at += 1
    path = without_space(words[begins:at])
    is_alone = path and (path[0].text != "(" or closed_at(path, 0) == len(path) - 2)
    is_any = len(path) > 1 and path[-1].text == "*" and (len(path) == 2 or path[0].text == "(")
    if not (is_alone and is_any) or at >= len(words) or words[at].kind != "variable":
        return 0
    behind = without_space(words[at + 1 :])
    return at + 1 if behind and behind[0].text in (".", "}") else 0
