"""What a query is given in a row of VALUES, in ways that Virtuoso takes.

A row for several variables breaks its compiler unless each has a clause of its own. A path that may
go on and on it follows from a name that is written there, but not, or not rightly, from a variable.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kg.store.remote.words import PAIRS, Word, closed_at


class Row(NamedTuple):
    """A VALUES clause of one row: what it gives to each variable, and the word behind it."""

    given: dict[str, str]
    end: int


def apart(words: Sequence[Word]) -> list[Word]:
    """The words with a clause for each variable of a row.

    >>> from kg.store.remote.words import joined, words_of
    >>> joined(apart(words_of('ASK { VALUES (?a ?b) { ("x"@en UNDEF) } }')))
    'ASK { VALUES ?a { "x"@en }  }'
    """
    found: list[Word] = []
    at = 0
    while at < len(words):
        row = row_at(words, at)
        if row is None:
            found.append(words[at])
            at += 1
            continue
        clauses = (
            "" if term.upper() == "UNDEF" else f"VALUES {name} {{ {term} }}"
            for name, term in row.given.items()
        )
        found.append(Word("clause", " ".join(clauses)))
        at = row.end
    return found


def started(words: Sequence[Word]) -> list[Word]:
    """The words with the names that a row gives in the triples beside it, in place of variables.

    Only in the same group, where the row still binds the variable, and in what is optional in it;
    outside of expressions.

    >>> from kg.store.remote.words import joined, words_of
    >>> joined(started(words_of("ASK { VALUES ?a { <urn:x> } ?a ^<urn:p>* ?b FILTER (?a != ?b) }")))
    'ASK { VALUES ?a { <urn:x> } <urn:x> ^<urn:p>* ?b FILTER (?a != ?b) }'
    """
    found = list(words)
    for at in range(len(words)):
        row = row_at(words, at)
        names = {name: _name(term) for name, term in row.given.items()} if row else {}
        if row and any(names.values()):
            _put(found, row.end, names)
    return found


def row_at(words: Sequence[Word], at: int) -> Row | None:
    """The VALUES clause of one row that begins there; `None` where there is none."""
    if words[at].upper != "VALUES":
        return None
    opened = _next(words, at + 1)
    is_single = words[opened].kind == "variable"
    closed = opened if is_single else closed_at(words, opened)
    names = [each.text for each in words[opened : closed + 1] if each.kind == "variable"]
    begins = _next(words, closed + 1)
    ends = closed_at(words, begins)
    inner = words[begins + 1 : ends]
    if not is_single:
        row = _next(words, begins + 1)
        if words[row].text != "(" or _next(words, closed_at(words, row) + 1) != ends:
            return None
        inner = words[row + 1 : closed_at(words, row)]
    terms = _terms(inner)
    if len(terms) != len(names):
        return None
    return Row(dict(zip(names, terms, strict=True)), ends + 1)


def _put(words: list[Word], at: int, names: dict[str, str]) -> None:
    """Write names for variables from a place on, to the end of its group."""
    before, place = "", at
    while place < len(words):
        each = words[place]
        if each.kind == "other" and each.text in PAIRS:
            ends = closed_at(words, place)
            if before == "OPTIONAL" and not _has_groups(words[place + 1 : ends]):
                _put(words, place + 1, names)
            place = ends
        elif each.kind == "other" and each.text in PAIRS.values():
            return
        name = names.get(each.text, "") if each.kind == "variable" else ""
        if name and before != "VALUES":
            words[place] = Word("iri" if name.startswith("<") else "name", name)
        before = before if each.kind == "space" else each.upper
        place += 1


def _has_groups(words: Sequence[Word]) -> bool:
    """Whether there is a group within, in which a name may stand for something else."""
    return any(each.kind == "other" and each.text == "{" for each in words)


def _name(term: str) -> str:
    """An IRI, written whole or by a prefix; nothing for what is none."""
    is_name = term.startswith("<") or (term[0].isalpha() and ":" in term)
    return term if is_name else ""


def _terms(words: Sequence[Word]) -> list[str]:
    """The terms of a row; what stands without space between is one."""
    found, is_apart = list[str](), True
    for each in words:
        if each.kind == "space":
            is_apart = True
            continue
        is_more = each.kind == "language" or each.text == "^^"
        if not is_apart and (is_more or found[-1].endswith(("^^", "+", "-"))):
            found[-1] += each.text
        else:
            found.append(each.text)
        is_apart = False
    return found


def _next(words: Sequence[Word], at: int) -> int:
    """The next word that means something."""
    while at < len(words) - 1 and words[at].kind == "space":
        at += 1
    return min(at, len(words) - 1)
