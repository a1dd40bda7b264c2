"""What a text that is no SPARQL is told: which prefix it lacks, or what may stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from kg.errors import BadQuery
from kg.model.names import PREFIXES
from server.limits.sparql import place, tokens

_SYNTAX: Final = "is not SPARQL 1.1: "
_SENTENCE: Final = re.compile(r"[A-Z]\w* \w+ ")
_EXPECTED: Final = re.compile(r'"(?:[^"\\]|\\.)*"|\[[^\]]*\]|[^,\s"\[][^,"\[]*')


@contextmanager
def told(text: str) -> Iterator[None]:
    """Have a complaint about the syntax of this text say what to do; others go on as they are."""
    try:
        yield
    except BadQuery as error:
        if _SYNTAX not in str(error):
            raise
        raise _of_prefixes(text, error) or _of_syntax(error) from None


def undeclared(text: str) -> dict[str, int]:
    """The prefixes that no PREFIX before them declares, and where each is first used.

    >>> undeclared("PREFIX a: <urn:a> ASK { a:b ex:c ':d' . :e ex:f <g:h> }")
    {'ex': 28, '': 40}
    """
    declared: set[str] = set()
    found: dict[str, int] = {}
    before = ""
    for each in tokens(text):
        if each.lastgroup == "space":
            continue
        if each.lastgroup == "pname":
            prefix = each.group().partition(":")[0]
            if before == "prefix":
                declared.add(prefix)
            elif prefix not in declared:
                found.setdefault(prefix, each.start())
        before = each.group().lower() if each.lastgroup == "word" else ""
    return found


def _of_prefixes(text: str, error: BadQuery) -> BadQuery | None:
    """The complaint that a prefix is not declared, unless the engine stopped before it."""
    lacking = undeclared(text)
    first = next(iter(lacking), None)
    if first is None or _numbers(error.at) <= _numbers(place(text, lacking[first])):
        return None
    ours = [f"PREFIX {each}: <{PREFIXES[each]}>" for each in lacking if each in PREFIXES]
    hint = (
        f"Begin it with {' '.join(ours)}"
        if first in PREFIXES
        else f"Declare it: PREFIX {first}: <…>"
    )
    told = f"The prefix '{first}:' is not declared by PREFIX."
    return BadQuery(told, place(text, lacking[first]), hint)


def _of_syntax(error: BadQuery) -> BadQuery:
    """The complaint without the classes of letters that might have gone on."""
    return BadQuery(_plain(str(error)), error.at, error.hint or _where(error.at))


def _plain(words: str) -> str:
    """What is expected, in words that one would write; a sentence among them says all.

    >>> _plain("The query is not SPARQL 1.1: expected one of [0-9], ASK, SELECT")
    'The query is not SPARQL 1.1: expected one of ASK, SELECT'
    """
    begin, is_listed, listed = words.partition("expected ")
    if not is_listed:
        return words
    expected = [each.strip() for each in _EXPECTED.findall(listed.removeprefix("one of "))]
    kept = [each for each in expected if not each.startswith("[")]
    sentence = next((each for each in kept if _SENTENCE.match(each)), "")
    if sentence:
        return f"{sentence}."
    one = "one of " if len(kept) > 1 else ""
    return f"{begin}{is_listed}{one}{', '.join(kept)}" if kept else f"{begin.rstrip(' :')}."


def _where(at: str) -> str:
    line, _, column = at.partition(":")
    return f"Mend it at line {line}, column {column}." if column else "Mend it and send it again."


def _numbers(at: str) -> tuple[int, ...]:
    return tuple(int(each) for each in at.split(":") if each)
