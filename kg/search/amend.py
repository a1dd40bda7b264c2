"""The search index of a release that a write has made: the one before, with a few things anew.

What the index knows of how common words are is left as it is: that is told exactly when the whole
is written again.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from kg.model.names import PREFIXES
from kg.model.terms import Iri
from kg.search import index
from kg.store.base import Store

AMENDED: Final = 10_000
"""After how many things that were amended the whole is to be written again."""
_MOST: Final = 2**31 - 1  # of what SQLite keeps
_WHERE = re.compile(r"\bSELECT\b.*?\bWHERE\s*(?P<pattern>\{.*\})", re.DOTALL)
_ABOVE = f"SELECT ?thing ('below' AS ?what) ?text {{ ?thing <{PREFIXES['rdfs']}subClassOf> ?text }}"


def amended(path: Path) -> int:
    """How many things of an index were amended, or are wanting, since it was written."""
    with closing(sqlite3.connect(path)) as database:
        (count,) = database.execute("PRAGMA user_version").fetchone()
    return int(count)


def spoil(path: Path) -> None:
    """Have an index say that the whole is to be written again."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        _note(database, AMENDED + 1)


def amend(path: Path, store: Store, query: str, things: Collection[Iri]) -> int:
    """Write these things of a graph anew in the index at that path; how many are in it now.

    `query` is the one that `index.write` was given. What is no longer there is found no more.
    """
    told = index.told(store, _narrowed(query, things))
    for each in told.values():  # what no rule has labelled yet goes by its name
        each.told.setdefault("label", each.all("name"))
    above = index.above(index.told(store, _ABOVE))
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN")
        database.execute("CREATE TEMP TABLE gone (iri TEXT PRIMARY KEY)")
        database.executemany("INSERT OR IGNORE INTO gone VALUES (?)", ((each,) for each in things))
        theirs = "(SELECT id FROM thing WHERE iri IN (SELECT iri FROM gone))"
        # The words stay, and lead to no name: a number is never given twice.
        database.execute(f"DELETE FROM name WHERE thing IN {theirs}")  # noqa: S608 - all ours
        database.execute("DELETE FROM thing WHERE iri IN (SELECT iri FROM gone)")
        with TemporaryDirectory() as work:
            count = index.fill(database, told.items(), above, Path(work))
        before = int(database.execute("PRAGMA user_version").fetchone()[0])
        _note(database, before + len(things))
        database.execute("COMMIT")
    return count


def _note(database: sqlite3.Connection, count: int) -> None:
    database.execute(f"PRAGMA user_version = {min(count, _MOST)}")


def _narrowed(query: str, things: Collection[Iri]) -> str:
    """The query, asked of these things only."""
    found = _WHERE.search(query)
    assert found  # a test holds that the query is of this form
    named = " ".join(each.nt() for each in things)
    prologue = query[: found.start()]
    return (
        f"{prologue}SELECT DISTINCT ?thing ?what ?text WHERE "
        f"{{ VALUES ?thing {{ {named} }} {found['pattern']} }}"
    )
