"""A read model as it is read: texts that can hold some characters, and columns."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Final, NamedTuple

from kg.store import cells
from kg.store.readmodel import writing
from kg.store.readmodel.columns import CODE, Column
from kg.store.readmodel.since import Since
from kg.store.readmodel.words import Run, is_odd, runs, small

WORDS: Final = 500
"""So many words may have a run of characters in them."""
TEXTS: Final = 100_000
"""So many texts may have a word for it to be of use."""
KEPT: Final = 1_000_000
"""Statements in columns from which on no more are kept at hand."""


class Total(NamedTuple):
    """How many statements have a property, of how many things, and with how many values.

    Nothing of its values where they were too many to be counted.
    """

    size: int
    things: int
    values: int


class Totals(NamedTuple):
    """The totals of each property, as N-Triples write it, and how many things there are."""

    properties: dict[str, Total]
    things: int


class ReadModel:
    """The read model of a release, and what was written since."""

    def __init__(self, path: Path, later: Since) -> None:
        self._path, self._later = path, later
        self._columns: dict[str, Column | None] = {}
        self.made: dict[tuple[Any, ...], Any] = {}
        """What was made of the columns of several properties, kept with them."""

    @classmethod
    def read(cls, folder: Path) -> ReadModel | None:
        """That of the release in a folder; `None` where it has none, or one that is not kept."""
        later = Since.read(folder)
        path = folder / writing.FILE
        return cls(path, later) if later and path.exists() else None

    def size(self) -> int:
        """How many statements there were when it was made."""
        return int(self._database.execute("SELECT size FROM whole").fetchone()[0])

    @cached_property
    def totals(self) -> Totals | None:
        """What there is in all; `None` where anything was written since."""
        if self._later.properties:
            return None
        found = "SELECT iri, size, subjects, width FROM property ORDER BY iri"
        rows = self._database.execute(found).fetchall()
        things = self._database.execute("SELECT things FROM whole").fetchone()[0]
        return Totals({iri: Total(*counts) for iri, *counts in rows}, things)

    def column(self, written: str) -> Column | None:
        """The column of a property, as N-Triples write it; `None` where there is none to be used.

        A property that nothing has, has an empty one.
        """
        if written in self._later.properties:
            return None
        if written not in self._columns:
            kept = sum(len(each.things) for each in self._columns.values() if each)
            if kept > KEPT:
                self._columns.clear()
                self.made.clear()
            self._columns[written] = self._read_column(written)
        return self._columns[written]

    def has_only_texts(self, written: str) -> bool:
        """Whether all values of a property are texts, so far as is known."""
        query = "SELECT strings FROM property WHERE iri = ?"
        row = self._database.execute(query, (written,)).fetchone()
        return (row is None or bool(row[0])) and written not in self._later.properties

    def holding(
        self, text: str, most: int, *, begins: bool = False, ends: bool = False
    ) -> list[str] | None:
        """The cells of all texts that hold this one, in any case, and of some more, each once.

        `begins` and `ends` where they begin or end with it. `None` where it has no letter or digit
        of ASCII to be found by, and where there are more than `most`.
        """
        wanted = sorted(runs(text, begins=begins, ends=ends), key=lambda run: -len(run.text))
        found = [each for each in map(self._numbers, wanted) if each is not None]
        odd = self._texts_of(writing.ODD)
        if not found or odd is None:
            return None
        numbers = odd.union(set.intersection(*found))
        if len(numbers) > most:
            return None
        # The same text may have come again, and is to be told once.
        told = {_term(each): each for each in (*self._cells(numbers), *self._came(wanted))}
        return list(told.values()) if len(told) <= most else None

    @cached_property
    def _database(self) -> sqlite3.Connection:
        address = f"{self._path.absolute().as_uri()}?mode=ro&immutable=1"
        return sqlite3.connect(address, uri=True, check_same_thread=False)

    @cached_property
    def _vocabulary(self) -> str:
        return str(self._database.execute("SELECT words FROM vocabulary").fetchone()[0])

    def _read_column(self, written: str) -> Column | None:
        row = self._database.execute(
            "SELECT things, codes, cells, nodes, width, days, strings FROM property WHERE iri = ?",
            (written,),
        ).fetchone()
        if row is None:
            none = array(CODE)
            return Column(none, none, (), none, 0, days=False, strings=True)
        things, codes, listed, nodes, width, days, strings = row
        if things is None:
            return None
        return Column(
            array(CODE, things),
            array(CODE, codes),
            tuple(json.loads(listed)),
            array(CODE, nodes),
            width,
            days=bool(days),
            strings=bool(strings),
        )

    def _numbers(self, run: Run) -> set[int] | None:
        """The texts with such a word; `None` where there are too many to tell."""
        if run.begins and run.ends:
            return self._texts_of(run.text)
        numbers: set[int] = set()
        for count, word in enumerate(self._words(run), 1):
            found = self._texts_of(word)
            if count > WORDS or found is None or len(numbers) > TEXTS:
                return None
            numbers |= found
        return numbers

    def _words(self, run: Run) -> Iterator[str]:
        """The words of the vocabulary that have a run in them, where it has to be."""
        before, after = ("\n" if each else "" for each in (run.begins, run.ends))
        listed, at, sought = self._vocabulary, 0, f"{before}{run.text}{after}"
        while (at := listed.find(sought, at)) >= 0:
            first = at + 1 if run.begins else listed.rindex("\n", 0, at) + 1
            last = listed.index("\n", at + 1)
            yield listed[first:last]
            at = last

    def _texts_of(self, word: str) -> set[int] | None:
        query = "SELECT CASE WHEN length(texts) <= ? THEN texts END FROM word WHERE word = ?"
        row = self._database.execute(query, (TEXTS * array(CODE).itemsize, word)).fetchone()
        if row is None:
            return set()
        return None if row[0] is None else set(array(CODE, row[0]))

    def _cells(self, numbers: Iterable[int]) -> Iterator[str]:
        for each in sorted(numbers):
            row = self._database.execute("SELECT cell FROM text WHERE id = ?", (each,)).fetchone()
            yield str(row[0])

    def _came(self, wanted: Sequence[Run]) -> Iterator[str]:
        """The texts that came since and have these runs."""
        for cell in sorted(self._later.texts):
            plain = cells.text(cell) or ""
            if is_odd(plain) or all(run.text in small(plain) for run in wanted):
                yield cell


def _term(cell: str) -> tuple[str | None, str]:
    """A text and its language, however it is written."""
    return cells.text(cell), cell[cell.rindex('"') :]
