"""Things found by a name, an old name or a code."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from kg.errors import NoRelease
from kg.model.terms import Iri
from kg.search.fold import fold, shorten
from kg.search.spelling import near

_LONGEST: Final = 200  # letters of a question that are read
_WORDS: Final = 12
_TEXT: Final = 3  # the role of a text that is not a name
_LAST: Final = "\U0010ffff"  # sorts after every letter
_IDLE: Final = frozenset({"a", "an", "and", "at", "for", "in", "nhs", "of", "on", "the", "to"})
_COLUMNS: Final = "thing.iri, thing.label, name.text, thing.kind, thing.detail"
_JOINED: Final = "FROM name JOIN thing ON thing.id = name.thing"


class Hit(NamedTuple):
    """A thing that was found.

    `label` is its display name, `matched` the name or code that matched, `kind` the ontology
    class's code identifier (`Organisation`), `detail` a short line such as `CCG, 2013-2020`.
    """

    iri: Iri
    label: str
    matched: str
    kind: str
    detail: str


class Search:
    """The index of one release, opened read-only when it is first asked in a process or thread."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._opened = threading.local()

    def find(self, text: str, *, first: int = 20, kind: str = "") -> list[Hit]:
        """The best matches, best first, each thing once; an exact code or name comes first.

        Then names that begin with the words, then those that have all of them, then texts that
        do, then, if nothing was found, names that have words like them. Marks, capitals and
        accents do not matter. `kind` keeps to a class and its subclasses. Raises `NoRelease`
        where there is no index.
        """
        words = shorten(fold(text[: 2 * _LONGEST])[:_LONGEST]).split()[:_WORDS]
        found: dict[str, Hit] = {}
        for iri, label, matched, narrow, detail in self._rows(words, kind):
            if len(found) >= first:
                break
            found.setdefault(iri, Hit(Iri(iri), label, matched, narrow, detail))
        return list(found.values())

    def _rows(self, words: list[str], kind: str) -> Iterator[tuple[str, str, str, str, str]]:
        if not words:
            return
        asked, some = _Asked(self._database(), kind), False
        for rows in (asked.exact(" ".join(words)), asked.beginning(" ".join(words))):
            for row in rows:
                some = True
                yield row
        for match in _matches(words):
            for row in asked.matching(match):
                some = True
                yield row
        if not some:
            yield from asked.matching(_meant(self._database(), words))

    def _database(self) -> sqlite3.Connection:
        """The connection of this thread; one that was inherited through a fork is not used."""
        if getattr(self._opened, "process", None) != os.getpid():
            if not self.path.exists():
                raise NoRelease(self.path.parent)
            address = f"{self.path.absolute().as_uri()}?mode=ro&immutable=1"
            self._opened.database = sqlite3.connect(address, uri=True)
            self._opened.process = os.getpid()
        database: sqlite3.Connection = self._opened.database
        return database


class _Asked:
    """The three ways to ask, each ordered; rows are the fields of a `Hit`."""

    def __init__(self, database: sqlite3.Connection, kind: str) -> None:
        self._database = database
        self._kind = f" {kind} " if kind else ""

    def exact(self, folded: str) -> Iterator[tuple[str, str, str, str, str]]:
        """What is called just so, or so but for the first word of most names."""
        for name in (folded, f"nhs {folded}", folded.removeprefix("nhs ")):
            yield from self._asked(
                f"{_JOINED} WHERE folded = ? AND instr(kinds, ?) "
                "ORDER BY role, weight, label, detail, iri",
                (name, self._kind),
            )

    def beginning(self, folded: str) -> Iterator[tuple[str, str, str, str, str]]:
        """What has a name that begins so, after `NHS` or not."""
        names = (folded, folded + _LAST, f"nhs {folded}", f"nhs {folded}{_LAST}")
        yield from self._asked(
            f"{_JOINED} WHERE (folded > ? AND folded < ? OR folded > ? AND folded < ?) "
            f"AND role < {_TEXT} AND instr(kinds, ?) "
            "ORDER BY weight, role, length(folded), label, detail, iri LIMIT 200",
            (*names, self._kind),
        )

    def matching(self, match: str) -> Iterator[tuple[str, str, str, str, str]]:
        """What has such words, names before texts."""
        if match:
            yield from self._asked(
                f"FROM words JOIN name ON name.id = words.rowid "
                "JOIN thing ON thing.id = name.thing WHERE words MATCH ? AND instr(kinds, ?) "
                f"ORDER BY role = {_TEXT}, weight, bm25(words, 8.0, 1.0), label, detail, iri "
                "LIMIT 500",
                (match, self._kind),
            )

    def _asked(
        self, rest: str, values: tuple[str, ...]
    ) -> Iterator[tuple[str, str, str, str, str]]:
        yield from self._database.execute(f"SELECT {_COLUMNS} {rest}", values)


def _matches(words: list[str]) -> list[str]:
    """FTS5 expressions for all the words: as they are, the last one begun, then all begun."""
    telling = [each for each in words if each not in _IDLE] or words
    exact = [_quoted(each) for each in telling]
    begun = [f"{each} *" for each in exact]
    return list(dict.fromkeys((_all(exact), _all([*exact[:-1], begun[-1]]), _all(begun))))


def _meant(database: sqlite3.Connection, words: list[str]) -> str:
    """The FTS5 expression for words that are like these, or nothing if one is like none."""
    terms = []
    for each in words:
        if each in _IDLE:
            continue
        alike = near(database, each)
        if not alike and len(each) > 3:
            return ""
        terms.append(f"({' OR '.join(map(_quoted, alike))})" if alike else f"{_quoted(each)} *")
    return _all(terms)


def _quoted(word: str) -> str:
    """A word as an FTS5 string; folding has left only letters and digits in it."""
    return f'"{word}"'


def _all(terms: Iterable[str]) -> str:
    return " AND ".join(terms)
