"""Functions that Virtuoso answers otherwise, or breaks on: truths, unbound parts, empty text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kg.model.terms import XSD
from kg.store.remote.words import PAIRS, Word, closed_at, joined, says, without_space

BOOLEAN: Final = XSD + "boolean"
_LENIENT: Final = ("COALESCE", "IF", "BOUND", "EXISTS")
_DATED: Final = ("YEAR", "MONTH", "DAY", "HOURS", "MINUTES", "SECONDS", "TIMEZONE", "TZ")
_TEXTS: Final = ("STRSTARTS", "STRENDS", "CONTAINS")
_EMPTY: Final = ('""', "''")


def mended(words: Sequence[Word]) -> list[Word]:
    """The words with every such call as SPARQL 1.1 means it."""
    return _filled(_dated(_strict(_chosen(_truths(words)))))


def _truths(words: Sequence[Word]) -> list[Word]:
    """The words with each truth that is given to a variable made when the query is answered.

    What is written there it would take for a number.
    """
    text = [each.upper or each.text for each in words if each.kind != "space"]
    places = [at for at, each in enumerate(words) if each.kind != "space"]
    found = list(words)
    for at in range(2, len(text) - 1):
        if text[at - 2 : at] == ["BIND", "("] and text[at] in ("TRUE", "FALSE"):
            made = f'STRDT("{text[at].lower()}", <{BOOLEAN}>)'
            found[places[at]] = Word("call", made)
    return found


def _strict(words: Sequence[Word]) -> list[Word]:
    """The words with each CONCAT within COALESCE kept from joining what is unbound.

    That is an error (SPARQL 1.1, 17.4.3.12), for which COALESCE is to give what comes next.

    >>> from kg.store.remote.words import joined, words_of
    >>> joined(_strict(words_of('BIND (COALESCE(CONCAT("to ", STR(?a)), ?b) AS ?c)')))
    'BIND (COALESCE(IF(COALESCE(STR(?a), "=") != "=", CONCAT("to ", STR(?a)), ?a), ?b) AS ?c)'
    """
    found, at, within = list[Word](), 0, 0
    while at < len(words):
        each = words[at]
        if each.upper == "COALESCE":
            within = max(within, closed_at(words, at + 1))
        inner = words[at + 1 : closed_at(words, at + 1) + 1] if each.upper == "CONCAT" else []
        names = dict.fromkeys(one.text for one in inner if one.kind == "variable")
        if at < within and names and not any(one.upper in _LENIENT for one in inner):
            # BOUND is now and then true of what OPTIONAL has not found, where there are several.
            bound = " && ".join(f'COALESCE(STR({name}), "=") != "="' for name in names)
            call = f"{each.text}{joined(inner)}"
            found.append(Word("call", f"IF({bound}, {call}, {next(iter(names))})"))
            at += len(inner) + 1
            continue
        found.append(each)
        at += 1
    return found


def _chosen(words: Sequence[Word]) -> list[Word]:
    """The words with what else is said where a comparison cannot be made chosen by IF.

    In COALESCE it takes such a comparison for true, now and then.

    >>> from kg.store.remote.words import joined, words_of
    >>> joined(_chosen(words_of("FILTER (COALESCE(?a <= 3, EXISTS { ?b ?c ?d }))")))
    'FILTER (IF(BOUND(?a), ?a <= 3, EXISTS { ?b ?c ?d }))'
    """
    found = list(words)
    for at in range(len(words) - 2, -1, -1):
        end = closed_at(words, at + 1)
        if words[at].upper != "COALESCE" or not says(words[at:end], "EXISTS"):
            continue
        first = without_space(words[at + 2 : _comma(words, at + 2, end)])
        names = [each.text for each in first if each.kind == "variable"]
        if len(names) == 1 and first[0].text == names[0] and len(first) > 1:
            found[at] = Word("word", "IF")
            found.insert(at + 2, Word("call", f"BOUND({names[0]}), "))
    return found


def _dated(words: Sequence[Word]) -> list[Word]:
    """The words with each part of a date asked only where there is one, if it may be missing.

    Else the query is refused as soon as one is.

    >>> from kg.store.remote.words import joined, words_of
    >>> joined(_dated(words_of("OPTIONAL { ?a ?b ?c } FILTER (YEAR(?c) > 2)")))
    'OPTIONAL { ?a ?b ?c } FILTER (IF(BOUND(?c), YEAR(?c), ?c) > 2)'
    """
    if not any(each.upper == "OPTIONAL" for each in words):
        return list(words)
    found, at = list[Word](), 0
    while at < len(words):
        end = closed_at(words, at + 1) if words[at].upper in _DATED and at + 1 < len(words) else at
        inner = without_space(words[at + 1 : end + 1])
        if [each.kind for each in inner] == ["other", "variable", "other"]:
            name = inner[1].text
            call = f"IF(BOUND({name}), {words[at].text}({name}), {name})"
            found.append(Word("call", call))
            at = end + 1
            continue
        found.append(words[at])
        at += 1
    return found


def _filled(words: Sequence[Word]) -> list[Word]:
    """The words with no text sought that is empty, which it finds nowhere instead of everywhere.

    >>> from kg.store.remote.words import joined, words_of
    >>> joined(_filled(words_of('FILTER (STRSTARTS(STR(?a), ""))')))
    'FILTER (STRSTARTS(CONCAT("=", STR(?a), "="), "="))'
    """
    found = list(words)
    for at in range(len(words) - 1, -1, -1):
        if words[at].upper not in _TEXTS or at + 1 == len(words):
            continue
        end = closed_at(found, at + 1)
        comma = _comma(found, at + 2, end)
        if [each.text for each in without_space(found[comma + 1 : end])][:1] != _empty(found, end):
            continue
        text = joined(found[at + 2 : comma])
        found[at + 2 : end] = [Word("call", f'CONCAT("=", {text}, "="), "="')]
    return found


def _empty(words: Sequence[Word], end: int) -> list[str]:
    """The empty text that is the last thing before a bracket is closed; else none at all."""
    last = without_space(words[:end])[-1].text
    return [last] if last in _EMPTY else ["none"]


def _comma(words: Sequence[Word], at: int, end: int) -> int:
    """Where the first of the things that a function is given ends."""
    depth = 0
    for place in range(at, end):
        if words[place].kind == "other":
            depth += (words[place].text in PAIRS) - (words[place].text in PAIRS.values())
            if words[place].text == "," and not depth:
                return place
    return end
