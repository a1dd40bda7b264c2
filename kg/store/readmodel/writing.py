"""The read model of a graph, written once; same graph, same bytes."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from kg.store import cells
from kg.store.base import Store
from kg.store.readmodel.columns import CODE, Column, column, is_string
from kg.store.readmodel.words import is_odd, words

FILE: Final = "readmodel.sqlite"
"""The file of a release with its read model."""
ODD: Final = ""
"""What stands in place of a word for texts that can hold any."""
MOST: Final = 2_000_000
"""Statements of a property that has a column."""
WHOLE: Final = 1_000_000
"""Statements of a graph from which on it is not made anew after writes, for want of memory."""
Look = Callable[[str, Sequence[Sequence[str]]], None]
_SCHEMA: Final = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE text (id INTEGER PRIMARY KEY, cell TEXT NOT NULL);
CREATE TABLE word (word TEXT PRIMARY KEY, texts BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE vocabulary (words TEXT NOT NULL);
CREATE TABLE property (
  iri TEXT PRIMARY KEY, size INTEGER, subjects INTEGER, width INTEGER, days INTEGER,
  strings INTEGER, things BLOB, codes BLOB, cells TEXT, nodes BLOB
);
CREATE TABLE whole (size INTEGER NOT NULL, things INTEGER NOT NULL);
"""


def write(path: Path, store: Store, look: Look | None = None) -> int:
    """Write the read model of a store's default graph to a new file; its size in statements.

    `look` is given each property, as N-Triples write it, with the cells of its statements.
    """
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path, isolation_level=None)
    try:
        database.executescript(_SCHEMA)
        database.execute("BEGIN")
        texts: set[str] = set()
        things = sorted(row[0] for row in store.cells("SELECT DISTINCT ?s { ?s ?p ?o }"))
        numbers = {thing: number for number, thing in enumerate(things)}
        size = 0
        for row in _properties(store, texts, numbers, look):
            size += row.size
            database.execute("INSERT INTO property VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        _fill_words(database, sorted(texts))
        database.execute("INSERT INTO whole VALUES (?, ?)", (size, len(numbers)))
        database.execute("COMMIT")
    finally:
        database.close()
    return size


class _Property(NamedTuple):
    """A row of a property; without a column where it has too many statements for one."""

    iri: str
    size: int
    subjects: int
    width: int = 0
    days: bool = False
    strings: bool = False
    # What is long comes last, for to pass over it takes time.
    things: bytes | None = None
    codes: bytes | None = None
    cells: str | None = None
    nodes: bytes | None = None


def _properties(
    store: Store, texts: set[str], numbers: Mapping[str, int], look: Look | None
) -> Iterator[_Property]:
    """Each property, with the things by their numbers; `texts` takes in all texts."""
    named = sorted(row[0] for row in store.cells("SELECT DISTINCT ?p { ?s ?p ?o }"))
    for each in named:
        rows = store.cells(f"SELECT ?s ?o {{ ?s {each} ?o }}")
        if look:
            look(each, rows)
        texts.update(cell for _, cell in rows if is_string(cell))
        counted = _Property(each, len(rows), len({thing for thing, _ in rows}))
        if len(rows) <= MOST:
            pairs = [(numbers[thing], cell) for thing, cell in rows]
            counted = _with(counted, column(pairs, numbers))
        yield counted


def _with(counted: _Property, found: Column) -> _Property:
    return counted._replace(
        things=found.things.tobytes(),
        codes=found.codes.tobytes(),
        cells=json.dumps(found.values, ensure_ascii=False),
        nodes=found.nodes.tobytes(),
        width=found.width,
        days=found.days,
        strings=found.strings,
    )


def _fill_words(database: sqlite3.Connection, texts: Iterable[str]) -> None:
    places: dict[str, array[int]] = {}
    rows = enumerate(texts, 1)
    for number, cell in rows:
        database.execute("INSERT INTO text VALUES (?, ?)", (number, cell))
        plain = cells.text(cell) or ""
        for word in {*words(plain), *([ODD] if is_odd(plain) else ())}:
            places.setdefault(word, array(CODE)).append(number)
    _write_words(database, places)


def _write_words(database: sqlite3.Connection, places: Mapping[str, array[int]]) -> None:
    ordered = sorted(places)
    database.executemany(
        "INSERT INTO word VALUES (?, ?)", ((each, places[each].tobytes()) for each in ordered)
    )
    listed = "".join(f"{each}\n" for each in ordered if each)
    database.execute("INSERT INTO vocabulary VALUES (?)", (f"\n{listed}",))
