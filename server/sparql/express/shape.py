"""A query read as far as it is one group of triple patterns, its constants set apart.

Queries that differ in constants alone have one shape, and are read once. Only what SPARQL reads in
one way is read; of all else `cut` and `read` give up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from kg.model.names import RDF_TYPE
from kg.store.base import Form

LENGTH: Final = 4_000
"""Characters of a query that is read."""
SLOT: Final = "\0"
"""Stands in a shape where a constant stood."""
_CONSTANT: Final = re.compile(
    r"""(<[A-Za-z][A-Za-z0-9+.-]*:[\w/:.\#%~-]*>|"[^"\\\r\n\0]*"(?!"))""", re.ASCII
)
_TOKEN: Final = re.compile(
    r"""(?P<space>[ \t\r\n]+)
      | (?P<slot>\0)
      | (?P<variable>[?$][A-Za-z0-9_]+)
      | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
      | (?P<name>[A-Za-z][A-Za-z0-9]*:(?:\w+(?:-\w+)*)?(?![:\w%\\-]|\.+[\w:%\\-]))
      | (?P<number>[0-9]+(?![\w.]))
      | (?P<word>[A-Za-z]+(?![\w:]))
      | (?P<other>\^\^|[{};,.*+])""",
    re.VERBOSE | re.ASCII,
)
# Of these words the engine is told others; they stand outside of constants, or mean nothing.
_ELSEWHERE: Final = re.compile("matches", re.IGNORECASE)


class Term(NamedTuple):
    """A variable by its name; or a constant by its IRI, empty if it may be another each time."""

    variable: str = ""
    iri: str = ""
    slot: int = -1


class Pattern(NamedTuple):
    """A triple pattern; `repeats` where its property may be followed again and again."""

    subject: Term
    predicate: Term
    value: Term
    repeats: bool = False


class Query(NamedTuple):
    """A query: its form, its patterns, and the terms that each of its rows tells.

    `fixed` are the places of the constants that it was read with; of DESCRIBE, `told` is the thing.
    """

    form: Form
    patterns: tuple[Pattern, ...]
    told: tuple[Term, ...]
    fixed: tuple[int, ...]


class _Unknown(Exception):
    """Something that is not read here."""


def cut(query: str) -> tuple[str, list[str]] | None:
    """The shape of a query, and its constants as they are written.

    >>> cut('ASK { ?s <urn:p> "x" }')
    ('ASK { ?s \\x00< \\x00" }', ['<urn:p>', '"x"'])
    """
    if len(query) > LENGTH or SLOT in query:
        return None
    parts = _CONSTANT.split(query)
    constants = parts[1::2]
    parts[1::2] = [SLOT + each[0] for each in constants]
    return "".join(parts), constants


def read(shape: str, constants: Sequence[str]) -> Query | None:
    """The query of a shape; `None` for what is not certain."""
    if _ELSEWHERE.search(shape):
        return None
    try:
        return _Reader(_tokens(shape), constants).query()
    except _Unknown:
        return None


def _tokens(shape: str) -> list[str]:
    found, at = [], 0
    while at < len(shape):
        token = _TOKEN.match(shape, at)
        if not token:
            raise _Unknown
        at = token.end()
        if token.lastgroup == "slot":
            found.append(shape[token.start() : at + 1])
            at += 1
        elif token.lastgroup != "space":
            found.append(token.group())
    return [*found, "", ""]


class _Reader:
    """Reads tokens from the first to the last."""

    def __init__(self, tokens: list[str], constants: Sequence[str]) -> None:
        self._tokens = tokens
        self._constants = constants
        self._at = self._slot = 0
        self._prefixes: dict[str, str] = {}
        self._fixed: list[int] = []

    def query(self) -> Query:
        while self._is("PREFIX"):
            name = self._take()
            if not name.endswith(":") or name[:-1] in self._prefixes:
                raise _Unknown
            self._prefixes[name[:-1]] = self._fix()
        form = self._take().upper()
        if form == "SELECT":
            return self._select()
        if form == "ASK":
            return self._end("ASK", self._where(), ())
        if form == "CONSTRUCT":
            template = self._group()
            terms = tuple(term for each in template for term in each[:3])
            return self._end("CONSTRUCT", self._where(), terms)
        if form == "DESCRIBE":
            return self._end("DESCRIBE", (), (self._constant(self._take()),))
        raise _Unknown

    def _select(self) -> Query:
        _ = self._is("DISTINCT") or self._is("REDUCED")
        names = []
        while self._next[:1] in ("?", "$"):
            names.append(self._term())
        if not names and self._take() != "*":
            raise _Unknown
        patterns = self._where()
        found = {term.variable: term for each in patterns for term in each[:3] if term.variable}
        return self._end("SELECT", patterns, tuple(names or found.values()))

    def _end(self, form: Form, patterns: tuple[Pattern, ...], told: tuple[Term, ...]) -> Query:
        if self._is("LIMIT") and not self._take().isdigit():
            raise _Unknown
        if self._next:
            raise _Unknown
        return Query(form, patterns, told, tuple(self._fixed))

    def _where(self) -> tuple[Pattern, ...]:
        self._is("WHERE")
        return self._group()

    def _group(self) -> tuple[Pattern, ...]:
        found: list[Pattern] = []
        self._expect("{")
        while self._next != "}":
            self._triples(self._term(), found)
            if self._next != "}":
                self._expect(".")
        self._expect("}")
        return tuple(found)

    def _triples(self, subject: Term, found: list[Pattern]) -> None:
        while True:
            predicate = self._verb()
            repeats = self._next in ("+", "*") and bool(self._take())
            if repeats and predicate.variable:
                raise _Unknown
            found.append(Pattern(subject, predicate, self._value(), repeats))
            while self._next == ",":
                self._take()
                found.append(Pattern(subject, predicate, self._value(), repeats))
            if self._next != ";":
                return
            while self._next == ";":
                self._take()
            if self._next in (".", "}"):
                return

    def _verb(self) -> Term:
        if self._next == SLOT + "<":
            return Term(iri=self._fix())
        verb = self._take()
        if verb[:1] in ("?", "$"):
            return Term(verb[1:])
        return Term(iri=RDF_TYPE if verb == "a" else self._resolved(verb))

    def _term(self) -> Term:
        token = self._take()
        return Term(token[1:]) if token[:1] in ("?", "$") else self._constant(token)

    def _value(self) -> Term:
        token = self._next
        if token == SLOT + '"':
            self._take()
            self._slot += 1
            if self._next[:1] == "@":
                self._take()
            elif self._next == "^^":
                self._take()
                self._constant(self._take())
            return Term()
        if token.isdigit():
            self._take()
            return Term()
        return self._term()

    def _constant(self, token: str) -> Term:
        if token == SLOT + "<":
            self._slot += 1
            return Term(slot=self._slot - 1)
        return Term(iri=self._resolved(token))

    def _fix(self) -> str:
        self._expect(SLOT + "<")
        self._fixed.append(self._slot)
        self._slot += 1
        return self._constants[self._slot - 1][1:-1]

    def _resolved(self, token: str) -> str:
        prefix, colon, local = token.partition(":")
        if not colon or prefix not in self._prefixes:
            raise _Unknown
        return self._prefixes[prefix] + local

    @property
    def _next(self) -> str:
        return self._tokens[self._at]

    def _take(self) -> str:
        token = self._tokens[self._at]
        if not token:
            raise _Unknown
        self._at += 1
        return token

    def _is(self, word: str) -> bool:
        """Whether that word is next, which then is taken."""
        found = self._next.upper() == word
        self._at += found
        return found

    def _expect(self, token: str) -> None:
        if self._take() != token:
            raise _Unknown
