"""Tables of a file as mappings and lists: what is asked for is read, and some of it kept."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Generic, TypeVar, overload

KEPT: Final = 20_000
"""Of how many keys a mapping keeps what it has read."""
V = TypeVar("V")
K = TypeVar("K", bound=str)
_Row = tuple[Any, ...]


class File:
    """A file of SQLite, opened read-only when it is first asked in a process or thread."""

    def __init__(self, path: Path) -> None:
        self._address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        self._opened = threading.local()

    def ask(self, query: str, given: Sequence[str | int] = ()) -> sqlite3.Cursor:
        """The rows of a query."""
        if getattr(self._opened, "process", None) != os.getpid():  # not one of before a fork
            self._opened.database = sqlite3.connect(self._address, uri=True)
            self._opened.process = os.getpid()
        database: sqlite3.Connection = self._opened.database
        return database.execute(query, given)


class Kept(Mapping[K, V], Generic[K, V]):
    """What a table says, by key.

    `queries` are one for the rows of a key, and one for all keys in their order; `made` makes the
    value of a key's rows, and `spelling` turns a key into the table's, and back.
    """

    def __init__(
        self,
        file: File,
        queries: tuple[str, str],
        made: Callable[[list[_Row]], V],
        spelling: tuple[Callable[[K], str | None], Callable[[str], K]],
    ) -> None:
        self._file, self._made = file, made
        self.query, self._keys = queries
        self._written, self._read = spelling
        self._value = lru_cache(KEPT)(self._look)

    def __getitem__(self, key: K) -> V:
        [*found] = self._value(key)
        if not found:
            raise KeyError(key)
        return found[0]

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self.get(key) is not None  # type: ignore[arg-type]

    def __iter__(self) -> Iterator[K]:
        return (self._read(each) for (each,) in self._file.ask(self._keys))

    def __len__(self) -> int:
        return int(self._file.ask(f"SELECT COUNT(*) FROM ({self._keys})").fetchone()[0])

    def _look(self, key: K) -> tuple[V, ...]:
        """The value, or nothing."""
        written = self._written(key) or ""
        rows = self._file.ask(self.query, (written,) * self.query.count("?")).fetchall()
        return (self._made(rows),) if rows else ()


class Listed(Sequence[V], Generic[V]):
    """The rows of a table in their order."""

    def __init__(self, file: File, table: str, columns: str, made: Callable[..., V]) -> None:
        self._file, self._made = file, made
        self._all = f"SELECT {columns} FROM {table} ORDER BY place"
        self._one = f"SELECT {columns} FROM {table} WHERE place = ?"
        self._count = f"SELECT COUNT(*) FROM {table}"

    def __len__(self) -> int:
        return int(self._file.ask(self._count).fetchone()[0])

    def __iter__(self) -> Iterator[V]:
        return (self._made(*row) for row in self._file.ask(self._all))

    @overload
    def __getitem__(self, place: int) -> V: ...
    @overload
    def __getitem__(self, place: slice) -> list[V]: ...
    def __getitem__(self, place: int | slice) -> V | list[V]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        row = self._file.ask(self._one, (place + len(self) if place < 0 else place,)).fetchone()
        if row is None:
            raise IndexError(place)
        return self._made(*row)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]
