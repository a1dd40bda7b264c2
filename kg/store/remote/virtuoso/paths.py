"""Paths of one step or more, for an engine that does not come back to where it began.

Virtuoso leaves a thing out that leads to itself by `p+`, and refuses it where neither end is known
when it plans. By `p/p*` it does both. A path in brackets that may be missing gives it wrong rows
where it begins at what VALUES gives, so it is not asked for one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kg.errors import BadQuery
from kg.store.remote.words import Word

_STEPS: Final = ("iri", "name")
_SIGNS: Final = frozenset("/|^!*+?()")


def told(words: Sequence[Word]) -> list[Word]:
    """The words with each path `p+` as `(p/p*)`; raises `BadQuery` for `(…)?` from several.

    >>> from kg.store.remote.words import joined, words_of
    >>> joined(told(words_of("ASK { ?a ^b:c+/(d:e|d:f)+ ?g FILTER (?h + 1 > 2) }")))
    'ASK { ?a ^(b:c/b:c*)/((d:e|d:f)/(d:e|d:f)*) ?g FILTER (?h + 1 > 2) }'
    """
    found: list[Word] = []
    given = _given(words)
    for each in words:
        begins = _begins(found) if each.kind == "other" and each.text in "+?" else None
        if begins is None:
            found.append(each)
        elif each.text == "+":
            step = "".join(one.text for one in found[begins:])
            found[begins:] = [Word("path", f"({step}/{step}*)")]
        elif found[-1].text == ")" and _before(found, begins) in given:
            raise BadQuery(
                "The engine cannot be asked a path in brackets that may be missing from several.",
                hint="Say both ways, with UNION between them.",
            )
        else:
            found.append(each)
    return found


def _given(words: Sequence[Word]) -> set[str]:
    """The variables of VALUES clauses."""
    found, is_head = set[str](), False
    for each in words:
        is_head = each.upper == "VALUES" or (is_head and each.text != "{")
        if is_head and each.kind == "variable":
            found.add(each.text)
    return found


def _before(words: Sequence[Word], at: int) -> str:
    """The variable that a path begins with whose last step begins there."""
    while at > 0 and (words[at - 1].kind in (*_STEPS, "space") or words[at - 1].text in _SIGNS):
        at -= 1
    return words[at - 1].text if at else ""


def _begins(words: Sequence[Word]) -> int | None:
    """Where the step of a path begins that has just been read; `None` where there is none."""
    if not words:
        return None
    last = words[-1]
    at = len(words) - 1
    if last.text == ")" and last.kind == "other":
        at = _opened(words)
        if at < 0:
            return None
    elif last.kind not in _STEPS and last.upper != "A":
        return None
    return at - 1 if at and words[at - 1].text == "!" else at


def _opened(words: Sequence[Word]) -> int:
    """Where the brackets begin that have just been closed, if a path is in them, else -1."""
    depth = 0
    for at in range(len(words) - 1, -1, -1):
        each = words[at]
        depth += (each.text == ")") - (each.text == "(")
        if not depth:
            return at
        is_path = each.kind in (*_STEPS, "space", "path") or each.upper == "A"
        if not is_path and each.text not in _SIGNS:
            return -1
    return -1
