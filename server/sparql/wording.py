"""Queries and updates in words that the engine takes as SPARQL 1.1 means them.

Only whole tokens are changed, and what SPARQL cannot read stays as it is. What comes of it is still
to be checked by `server.limits`: nothing here guards.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from server.limits.sparql import CHARS, NOWHERE, host, tokens

_ESCAPE = re.compile(r"(?<!\\)((?:\\\\)*)\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")
_OF_NAMES = re.compile(rf"[{CHARS}]")
_TRUTH = re.compile(r"true|false", re.IGNORECASE)
_CONCAT = "group_concat"
_WORDS = ("true", "false", _CONCAT)
_REWORDED = re.compile(rf"(?i:{_CONCAT})|\b(?!true\b|false\b)(?i:true|false)\b")


class Change(NamedTuple):
    """A part of a text, by its ends, and what is to stand there."""

    start: int
    end: int
    text: str


def unescaped(text: str) -> str:
    r"""The text with escapes of code points decoded (SPARQL 1.1, 19.2).

    The engine knows them in strings and IRIs only. Those of characters that no name can have are
    left: wherever they are allowed, the engine decodes them.

    >>> print(unescaped(r"ASK { <\u0078> :\u0070 '\u0022', '\\u0070' }"))
    ASK { <x> :p '\u0022', '\\u0070' }
    """

    def decoded(found: re.Match[str]) -> str:
        number = int(found[2] or found[3], 16)
        character = chr(number) if number <= 0x10FFFF else ""
        return found[1] + character if _OF_NAMES.fullmatch(character) else found.group()

    return _ESCAPE.sub(decoded, text) if "\\" in text else text


def reworded(text: str) -> str:
    """The text with TRUE and FALSE in lower case, and the language of GROUP_CONCAT taken off.

    Keywords have no case (19.8), and a concatenation is of no language (18.5.1.7); the engine has
    it otherwise.

    >>> reworded("SELECT (GROUP_CONCAT(?a) AS ?b) { FILTER(TRUE) }")
    'SELECT (STR(GROUP_CONCAT(?a)) AS ?b) { FILTER(true) }'
    """
    lower = text.lower()
    if not any(each in lower for each in _WORDS) or not _REWORDED.search(text):
        return text
    return _changed(text, _words(text))


def silenced(text: str, allowed: Collection[str] = ()) -> str:
    """The text with what SERVICE SILENT names out of reach, unless it is followed.

    So the engine itself gives what SILENT asks for where nothing answers: one empty solution. A
    name with a prefix is taken for a host that is not allowed, unless any is.

    >>> silenced("ASK { SERVICE SILENT <http://a.example/> { } }")
    'ASK { SERVICE SILENT <urn:coterminous:nowhere> { } }'
    """
    return _changed(text, _calls(text, allowed)) if "silent" in text.lower() else text


def unheard(text: str) -> str:
    """The text with every SERVICE and LOAD SILENT and out of reach, to see if it can be read.

    >>> unheard("ASK { SERVICE ?a { } }")
    'ASK { SERVICE SILENT <urn:coterminous:nowhere> { } }'
    >>> unheard("LOAD <http://a.example/>")
    'LOAD SILENT <urn:coterminous:nowhere>'
    """
    return _changed(text, _calls(text, every=True))


def _words(text: str) -> Iterator[Change]:
    depth, concat = 0, -1
    to_close: list[int] = []
    for each in tokens(text):
        kind, word = each.lastgroup, each.group().lower()
        if kind == "space":
            continue
        if kind == "word" and _TRUTH.fullmatch(word):
            yield Change(each.start(), each.end(), word)
        elif kind == "open":
            if concat >= 0 and word == "(":
                to_close.append(depth)
                yield Change(concat, concat, "STR(")
            depth += 1
        elif kind == "close":
            depth -= 1
            if to_close[-1:] == [depth]:
                to_close.pop()
                yield Change(each.end(), each.end(), ")")
        concat = each.start() if kind == "word" and word == _CONCAT else -1


def _calls(text: str, allowed: Collection[str] = (), every: bool = False) -> Iterator[Change]:
    """The calls from their keyword to what they call, whatever comments are between."""
    call: re.Match[str] | None = None
    silent = False
    for each in tokens(text):
        if each.lastgroup == "space":
            continue
        word = each.group().lower() if each.lastgroup == "word" else ""
        if call and word == "silent" and not silent:
            silent = True
            continue
        if call and (_is_name(each) if every else silent and _is_refused(each, allowed)):
            yield Change(call.start(), each.end(), f"{call.group()} SILENT <{NOWHERE}>")
        call, silent = each if word == "service" or (every and word == "load") else None, False


def _is_name(token: re.Match[str]) -> bool:
    return token.lastgroup in ("pname", "var") or _is_iri(token)


def _is_iri(token: re.Match[str]) -> bool:
    return token.lastgroup is None and token.group().startswith("<")


def _is_refused(endpoint: re.Match[str], allowed: Collection[str]) -> bool:
    if endpoint.lastgroup == "pname":
        return not allowed
    return _is_iri(endpoint) and host(endpoint.group()[1:-1]) not in allowed


def _changed(text: str, changes: Iterable[Change]) -> str:
    parts, at = [], 0
    for each in changes:
        parts += [text[at : each.start], each.text]
        at = each.end
    return "".join([*parts, text[at:]])
