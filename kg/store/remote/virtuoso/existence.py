"""EXISTS with something inside that may be missing and that a filter reads.

Virtuoso's compiler fails on that, but not where the filter reads what was made of it before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kg.store.remote.words import PAIRS, Word, closed_at, joined

_ELSEWHERE: Final = ("EXISTS", "BIND")


def said(words: Sequence[Word]) -> list[Word]:
    """The words with each such filter in two: what it comes to, and whether that holds.

    >>> from kg.store.remote.words import joined, words_of
    >>> query = "ASK { FILTER EXISTS { ?a ?b ?c OPTIONAL { ?a ?d ?e } FILTER (?e > ?c) } }"
    >>> print(joined(said(words_of(query))))
    ASK { FILTER EXISTS { ?a ?b ?c OPTIONAL { ?a ?d ?e }  BIND ((?e > ?c) AS ?holds0)
    FILTER (?holds0) } }
    """
    found = list(words)
    for number, at in enumerate(place for place, each in enumerate(words) if _is_exists(each)):
        opened = next((place for place in range(at, len(found)) if found[place].text == "{"), 0)
        if opened:
            _put(found, opened, f"?holds{number}")
    return [each for each in found if each.text]


def _is_exists(word: Word) -> bool:
    return word.upper == "EXISTS"


def _put(words: list[Word], opened: int, name: str) -> None:
    """The filters of one group that read what is optional in it, put at its end as one.

    Words are left out by being emptied, so that every other word stays where it is.
    """
    ends = closed_at(words, opened)
    parts = list(_parts(words, opened, ends))
    optional = _variables(words, [each for each in parts if each[0] == "OPTIONAL"])
    missing = optional - _variables(words, [each for each in parts if not each[0]])
    moved = [
        (begins, inner, end)
        for keyword, begins, inner, end in parts
        if keyword == "FILTER" and words[inner].text == "("
        and missing & {each.text for each in words[inner:end]}
        and not any(each.upper in _ELSEWHERE for each in words[inner:end])
    ]  # fmt: skip
    if not moved:
        return
    whole = " && ".join(joined(words[inner : end + 1]) for _, inner, end in moved)
    for begins, _, end in moved:
        words[begins : end + 1] = [Word("space", "")] * (end + 1 - begins)
    held = whole if len(moved) == 1 else f"({whole})"
    made = f" BIND ({held} AS {name})\nFILTER ({name}) "
    words[ends - 1] = Word(words[ends - 1].kind, words[ends - 1].text.rstrip() + made)


def _parts(words: Sequence[Word], opened: int, ends: int) -> Iterator[tuple[str, int, int, int]]:
    """What a group consists of: a keyword, where it is, where its brackets begin and end.

    What is neither OPTIONAL nor FILTER has no keyword.
    """
    at = opened + 1
    while at < ends:
        keyword = words[at].upper if words[at].upper in ("OPTIONAL", "FILTER") else ""
        inner = at
        while keyword and inner < ends and words[inner].text not in PAIRS:
            inner += 1
        is_open = words[inner].kind == "other" and words[inner].text in PAIRS
        end = closed_at(words, inner) if is_open else inner
        yield keyword, at, inner, end
        at = end + 1


def _variables(words: Sequence[Word], parts: Sequence[tuple[str, int, int, int]]) -> set[str]:
    return {
        each.text
        for _, begins, _, end in parts
        for each in words[begins : end + 1]
        if each.kind == "variable"
    }
