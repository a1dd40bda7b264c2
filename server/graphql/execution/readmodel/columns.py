"""Columns of a release that are kept in the process: the values of a property by their subject.

What rides along in the query of a level costs the engine a look-up a cell, each time. A release
never changes, so a process may keep the values of a property once it has paid for many: from then
on they are looked up here, and the engine is asked for what is left.

How much is kept is bounded (`Policy`), and earned: a column is read once the engine has been asked
for so many cells of the property that reading all of it costs no more than a few times that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from sys import intern
from typing import Final, NamedTuple

from kg.model.names import RDF_TYPE
from kg.model.terms import Iri
from kg.store.base import Store
from kg.store.cells import text
from server.graphql.recent import Kept
from server.graphql.render import properties


class Policy(NamedTuple):
    """When a column is read, and how much is kept.

    It is first thought of when the engine has been asked for `start` cells of it, and read if it
    has no more than `times` as many as were asked for; else it is thought of again at twice as
    many. A column of more than `most` cells is never kept, and `total` is for all of a release;
    what was not wanted for longest then has to be earned again. A cell takes 40 to 280 bytes.

    A list of a class (`lists`) is kept when it was asked for `often`, and `ranked` cells of lists
    at most; no list is kept of more than `most` things.
    """

    start: int = 1_000
    times: int = 4
    most: int = 100_000
    total: int = 400_000
    often: int = 3
    ranked: int = 200_000


class Column(NamedTuple):
    """The cell of each subject that has one value; and what has several. Types are all in one cell,
    with spaces between them."""

    values: Mapping[str, str]
    several: frozenset[str]


_NOTHING: Final = Column({}, frozenset())


class Columns:
    """The columns of one release, each of which has to be earned."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._kept: Kept[Iri, Column] = Kept(policy.total)
        self._asked: Counter[Iri] = Counter()
        self._next: dict[Iri, int] = {}
        self._read: set[Iri] = set()
        self._never: set[Iri] = set()

    @property
    def cells(self) -> int:
        """How many cells are kept."""
        return self._kept.weight

    def find(self, store: Store, predicate: Iri) -> Column | None:
        """The column of a property, if it is kept or has been earned."""
        if predicate in self._never:
            return None
        found = self._kept.find(predicate)
        if found is not None:
            return found
        if predicate in self._read:  # it had to make room, and begins again
            self._read.discard(predicate)
            self._asked[predicate], self._next[predicate] = 0, self._policy.start
        if self._asked[predicate] < self._next.get(predicate, self._policy.start):
            return None
        return self._earned(store, predicate)

    def paid(self, predicates: Iterable[Iri], cells: int) -> None:
        """The engine was asked for so many cells of each of these properties."""
        for each in predicates:
            self._asked[each] += cells

    def give_up(self, predicate: Iri) -> None:
        """Never keeps a property again, of which several values are wanted."""
        self._never.add(predicate)
        self._kept.keep(predicate, _NOTHING, 0)

    def _earned(self, store: Store, predicate: Iri) -> Column | None:
        asked, most = self._asked[predicate], self._policy.most
        limit = min(self._policy.times * max(asked, 1), most)
        number = _size(store, predicate, limit + 1)
        if number <= limit:
            self._read.add(predicate)
            return self._kept.keep(predicate, read(store, predicate), number)
        if limit == most:
            self._never.add(predicate)
        self._next[predicate] = 2 * max(asked, 1)
        return None


def read(store: Store, predicate: Iri) -> Column:
    """The column of a property, read from the default graph."""
    values: dict[str, str] = {}
    several: set[str] = set()
    same: dict[str, str] = {}  # columns share their subjects, and a column its values
    for subject, cell in store.cells(properties.values(predicate)):
        held = values.setdefault(intern(subject), same.setdefault(cell, cell))
        if held == cell:
            continue
        if predicate == RDF_TYPE:
            values[subject] = f"{held} {cell}"
        else:
            several.add(subject)
    return Column(values, frozenset(several))


def _size(store: Store, predicate: Iri, most: int) -> int:
    """How many values a property has in all, counted up to so many."""
    [[number]] = store.cells(properties.number(predicate, most))
    return int(text(number) or 0)
