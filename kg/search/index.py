"""The search index, written once when a release is built; same graph, same bytes."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from kg.model.names import BASE, ID, PREFIXES
from kg.model.terms import Iri, Literal
from kg.search.fold import fold, shorten
from kg.search.spelling import traces
from kg.store import cells
from kg.store.base import Store
from kg.store.formats import by_name
from kg.store.oxigraph import OxigraphStore
from kg.store.sorting import SortedLines

ROLES: Final = ("code", "name", "other name", "text")
"""How a text belongs to a thing, best first; a role is kept as its place in this row."""

_BLOCK: Final = 50_000
_TO_ESCAPE: Final = re.compile(r"[\\\n]")
_FIRST: Final = ("Organisation", "Person", "Document", "AgentGroup", "Area", "Policy")
_OUTSIDE: Final = tuple(each for name, each in PREFIXES.items() if not name.startswith("cot"))
_ASIDE: Final = frozenset({"NamePeriod", "RegisterRecord"})  # found as the bodies they are of
_SCHEMA: Final = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE thing (
  id INTEGER PRIMARY KEY, iri TEXT, label TEXT, kind TEXT, kinds TEXT, detail TEXT, weight INTEGER
);
CREATE TABLE name (id INTEGER PRIMARY KEY, thing INTEGER, role INTEGER, text TEXT, folded TEXT);
CREATE VIRTUAL TABLE words USING fts5(
  folded, beside, content = '', prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 0'
);
CREATE TABLE word (word TEXT PRIMARY KEY, uses INTEGER) WITHOUT ROWID;
CREATE TABLE trace (trace TEXT, word TEXT, PRIMARY KEY (trace, word)) WITHOUT ROWID;
"""


@dataclass
class _Thing:
    """What the query tells of one thing, by what it is: texts by role, and the details."""

    told: dict[str, list[str]] = field(default_factory=dict)

    def all(self, what: str) -> list[str]:
        """All texts of that sort."""
        return self.told.get(what, [])

    def first(self, what: str) -> str:
        """The first text of that sort, or nothing."""
        return next(iter(self.all(what)), "")


def write(path: Path, store: Store, query: str) -> int:
    """Write the index of a graph to a new file, and tell how many things are in it.

    `query` selects `?thing ?what ?text`, as `queries/inside/search-names.rq` does. What has no
    label is left out, and so is what has neither a name nor a code nor a text.
    """
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path, isolation_level=None)
    try:
        with TemporaryDirectory(dir=path.parent) as work:
            rows = Rows(Path(work))
            rows.read(store, query)
            database.executescript(_SCHEMA)
            database.execute("BEGIN")
            count = fill(database, rows.things(), rows.above, Path(work))
        database.execute("CREATE INDEX name_folded ON name (folded, role)")
        database.execute("INSERT INTO words (words) VALUES ('optimize')")
        database.execute("COMMIT")
        database.execute("VACUUM")
    finally:
        database.close()
    return count


def told(store: Store, query: str) -> dict[str, _Thing]:
    """What a query as above tells, by the IRIs of the things."""
    things: dict[str, _Thing] = {}
    for iri, what, text in sorted(
        (str(thing), what.text, text.text if isinstance(text, Literal) else str(text))
        for thing, what, text in store.select(query).rows
        if isinstance(thing, Iri) and isinstance(what, Literal) and text is not None
    ):
        things.setdefault(iri, _Thing()).told.setdefault(what, []).append(text)
    return things


def above(things: Mapping[str, _Thing]) -> dict[str, set[str]]:
    """The classes right above each class."""
    return {iri: set(each.all("below")) for iri, each in things.items() if each.all("below")}


class Rows:
    """What a query as above tells, in the order of the things, however many they are."""

    def __init__(self, work: Path) -> None:
        self._work, self._lines = work, SortedLines(work / "rows")
        self.above: dict[str, set[str]] = {}
        """The classes right above each class."""

    def read(self, store: Store, query: str) -> None:
        """Take in what a store answers."""
        # The engine that serves writes its answer to the disk; of others it has to be held.
        own = isinstance(store, OxigraphStore)
        rows = self._written(store, query) if own else iter(store.cells(query))
        while block := list(islice(rows, _BLOCK)):
            self._lines.add([each for row in block for each in self._row(*row)])

    def _written(self, store: Store, query: str) -> Iterator[list[str]]:
        answer = self._work / "answer.tsv"
        with answer.open("wb") as sink:
            store.write(query, sink, by_name("tsv"), by_name("ntriples"))
        with answer.open(encoding="utf-8", newline="\n") as file:
            next(file)
            yield from (line.rstrip("\n").split("\t") for line in file)

    def things(self) -> Iterator[tuple[str, _Thing]]:
        """Each thing by its IRI, with what is told of it."""
        rows = (each.decode()[:-1].split("\t", 2) for each in self._lines)
        for iri, several in groupby(rows, itemgetter(0)):
            thing = _Thing()
            for what, text in sorted((what, _back(text)) for _, what, text in several):
                thing.told.setdefault(what, []).append(text)
            yield iri, thing

    def _row(self, thing: str, what: str, cell: str) -> Iterator[bytes]:
        text = cells.text(cell)
        if cells.is_iri(thing) and what[:1] == '"' and text is not None and cell[:2] != "_:":
            if what == '"below"':
                self.above.setdefault(thing[1:-1], set()).add(text)
            yield f"{thing[1:-1]}\t{what[1:-1]}\t{_on_one_line(text)}\n".encode()


def _on_one_line(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n") if _TO_ESCAPE.search(text) else text


def _back(text: str) -> str:
    return cells.unescaped(text) if "\\" in text else text


def fill(
    database: sqlite3.Connection,
    things: Iterable[tuple[str, _Thing]],
    above: Mapping[str, set[str]],
    work: Path,
) -> int:
    """Write things to an index; how many of them are in it. `work` is a folder to sort in."""
    uses = Counter[str]()
    number, last = _last(database)
    first = number
    for iri, thing in things:
        names = list(_names(thing))
        kind, kinds = _kinds(thing.all("class"), above)
        # No rule labels what has a name of another place; it goes by its own.
        label = thing.first("label") or ("" if iri.startswith(ID) else thing.first("name"))
        if not (_may_be_found(iri) and names and label) or kind in _ASIDE:
            continue
        number += 1
        detail, weight = _detail(thing), _weight(kind, thing)
        row = (number, iri, label, kind, f" {' '.join(kinds)} ", detail, weight)
        database.execute("INSERT INTO thing VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        for role, text, folded, beside in _lines(thing, detail, names):
            last += 1
            database.execute(
                "INSERT INTO name VALUES (?, ?, ?, ?, ?)", (last, number, role, text, folded)
            )
            database.execute(
                "INSERT INTO words (rowid, folded, beside) VALUES (?, ?, ?)", (last, folded, beside)
            )
            if ROLES[role] != "text":
                uses.update(each for each in folded.split() if len(each) > 2)
    _fill_words(database, uses, work)
    return number - first


def _last(database: sqlite3.Connection) -> tuple[int, int]:
    """The highest numbers of a thing and of a name that were ever given."""
    things, names, words = (
        database.execute(f"SELECT coalesce(max(id), 0) FROM {each}").fetchone()[0]  # noqa: S608
        for each in ("thing", "name", "words_docsize")
    )
    return int(things), max(int(names), int(words))


def _may_be_found(iri: str) -> bool:
    """Whether an IRI may be that of a thing: not those of the model, of graphs and of questions."""
    return iri.startswith(ID) or not iri.startswith((BASE, *_OUTSIDE))


def _fill_words(database: sqlite3.Connection, uses: Mapping[str, int], work: Path) -> None:
    database.executemany(
        "INSERT INTO word VALUES (?, ?) "
        "ON CONFLICT (word) DO UPDATE SET uses = uses + excluded.uses",
        sorted(uses.items()),
    )
    lines = SortedLines(work / "traces")
    for word in uses:
        lines.add([f"{trace}\t{word}\n".encode() for trace in traces(word)])
    rows = (each.decode()[:-1].split("\t") for each in lines)
    database.executemany("INSERT OR IGNORE INTO trace VALUES (?, ?)", rows)


def _names(thing: _Thing) -> Iterator[tuple[int, str]]:
    """The texts by which a thing is found with their roles, best first, each once."""
    seen = set()
    for role, name in enumerate(ROLES):
        for text in thing.all(name):
            folded = fold(text)
            if folded and folded not in seen:
                seen.add(folded)
                yield role, text


def _lines(
    thing: _Thing, detail: str, names: Iterable[tuple[int, str]]
) -> Iterator[tuple[int, str, str, str]]:
    """Each text with its folded form, and with what else of the thing may be typed beside it."""
    codes = fold(" ".join(thing.all("code")))
    for role, text in names:
        folded = fold(text)
        short = shorten(folded)
        beside = " ".join(filter(None, (folded if short != folded else "", fold(detail), codes)))
        yield role, text, short, "" if ROLES[role] == "text" else beside


def _kinds(classes: Iterable[str], above: Mapping[str, set[str]]) -> tuple[str, list[str]]:
    """The narrowest class of a thing by its short name, and all of its classes."""
    reached: dict[str, set[str]] = {}
    for each in classes:
        reached[each], waiting = set(), [each]
        while waiting:
            new = above.get(waiting.pop(), set()) - reached[each]
            reached[each] |= new
            waiting += new
    everything = sorted({*reached, *(up for ups in reached.values() for up in ups)})
    own = [each.removeprefix(PREFIXES["cot"]) for each in everything if _is_own(each)]
    higher = {up for name, ups in reached.items() for up in ups if up != name}
    narrow = [each for each in sorted(reached) if _is_own(each) and each not in higher]
    return (narrow[0].removeprefix(PREFIXES["cot"]) if narrow else ""), own


def _is_own(name: str) -> bool:
    return name.startswith(PREFIXES["cot"])


def _weight(kind: str, thing: _Thing) -> int:
    """Where a thing stands among those that are found alike: by what it is, then those with a code;
    so a body of the register comes before one that only published something."""
    place = _FIRST.index(kind) if kind in _FIRST else len(_FIRST)
    return 2 * place + (not thing.all("code"))


def _detail(thing: _Thing) -> str:
    """A short line that tells things of one name apart: `CCG, 2013-2020`."""
    first, last = thing.first("from")[:4], max(thing.all("to"), default="")[:4]
    if first and last:
        years = first if first == last else f"{first}-{last}"
    elif first:
        years = f"from {first}" if thing.all("ended") else f"since {first}"
    else:
        years = f"until {last}" if last else thing.first("on")[:4]
    return ", ".join(filter(None, ("/".join(thing.all("type")), years)))
