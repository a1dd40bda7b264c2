"""What VALUES gives inside a sub-SELECT and is read outside of it, on which Virtuoso breaks.

It is the same in every row, so it is said again beside the sub-SELECT instead of among its columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kg.store.remote.virtuoso.given import Row, row_at
from kg.store.remote.words import PAIRS, Word, closed_at

_GROUPED: Final = ("GROUP", "HAVING", "AS")


def outward(words: Sequence[Word]) -> list[Word]:
    """The words with each such variable given outside, and no more among the columns.

    >>> from kg.store.remote.words import joined, words_of
    >>> query = "SELECT * { { SELECT ?a ?b { VALUES ?a { 1 } ?b <urn:p> ?a } } ?c <urn:q> ?a }"
    >>> joined(outward(words_of(query)))
    'SELECT * { { { SELECT  ?b { VALUES ?a { 1 } ?b <urn:p> ?a } }VALUES ?a { 1 } } ?c <urn:q> ?a }'
    """
    found = list(words)
    for at in range(len(words) - 1, -1, -1):
        if found[at].upper == "SELECT":
            _put(found, at)
    return found


def _put(words: list[Word], at: int) -> None:
    """What one sub-SELECT gives, said beside it; nothing where it is not one of that kind."""
    opened = next((place for place in range(at, len(words)) if words[place].text == "{"), 0)
    before = at - 1
    while before >= 0 and words[before].kind == "space":
        before -= 1
    if not opened or before < 0 or words[before].text != "{":
        return
    ends = closed_at(words, before)
    head, tail = words[at:opened], words[closed_at(words, opened) : ends]
    if any(each.upper in _GROUPED for each in (*head, *tail)):
        return
    columns = [each.text for each in head if each.kind == "variable"]
    read = {each.text for each in _outside(words, ends)} - {each.text for each in tail}
    given = {
        name: term
        for name, term in _given(words, opened).items()
        if name in columns and name in read and term.upper() != "UNDEF"
    }
    if not given or len(given) == len(columns):
        return
    clauses = " ".join(f"VALUES {name} {{ {term} }}" for name, term in given.items())
    words[ends] = Word("clause", f"}}{clauses} }}")
    words[at:opened] = [each for each in head if each.text not in given]
    words[before] = Word("clause", "{ {")


def _given(words: Sequence[Word], opened: int) -> dict[str, str]:
    """What the VALUES clauses of one row give in the group itself that is opened there."""
    found: dict[str, str] = {}
    depth = 0
    for at in range(opened, closed_at(words, opened)):
        row: Row | None = row_at(words, at) if depth == 1 else None
        found.update(row.given if row else {})
        if words[at].kind == "other":
            depth += (words[at].text in PAIRS) - (words[at].text in PAIRS.values())
    return found


def _outside(words: Sequence[Word], ends: int) -> list[Word]:
    """The words behind a group, to the end of the one around it."""
    depth = 0
    for at in range(ends + 1, len(words)):
        if words[at].kind == "other":
            depth += (words[at].text in PAIRS) - (words[at].text in PAIRS.values())
        if depth < 0:
            return list(words[ends + 1 : at])
    return []
