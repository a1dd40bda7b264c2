"""Lists of a release that are kept in the process: all things of a class, in an order.

For the first page of a class the engine sorts all of it, and for the next page again. A release
never changes, so a process that was asked for pages of a list some times keeps the whole of it.

A list is kept only where its order leaves nothing open: every key is a text, which a thing has once
at most, and all things have an IRI. Then the pages cut from it are those that the engine gives.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from sys import intern
from typing import Final

from kg.store.base import Store
from kg.store.cells import is_iri, term, text
from server.graphql.execution.readmodel.columns import Policy
from server.graphql.execution.rows import Cells
from server.graphql.execution.strategy import query, strategy
from server.graphql.planning.conditions import Group
from server.graphql.planning.plan import Key, Level
from server.graphql.recent import Kept
from server.graphql.render import total

_Name = tuple[Group, tuple[Key, ...]]


@dataclass(frozen=True)
class Ranked:
    """All things of a class in an order, each with the cells of the keys behind its own."""

    rows: Sequence[Cells]
    places: Mapping[str, int]

    def page(self, level: Level) -> Sequence[Cells] | None:
        """The page of a level, with one row more if there is one; nothing where it begins at a
        place that is not in the list."""
        start = 0
        if level.after:
            found = self.places.get(level.after.iri.nt())
            if found is None:
                return None
            keys = zip(level.order, level.after.values, self.rows[found][1:], strict=True)
            if any(key.step and term(cell) != value for key, value, cell in keys):
                return None
            start = found + 1
        return self.rows[start : None if level.first is None else start + level.first + 1]


class Rankings:
    """The lists of one release, each of which was asked for often enough."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._kept: Kept[_Name, Ranked] = Kept(policy.ranked)
        self._asked: Kept[_Name, int] = Kept(_REMEMBERED)

    @property
    def cells(self) -> int:
        """How many cells are kept."""
        return self._kept.weight

    def find(self, store: Store, level: Level) -> Ranked | None:
        """The list that a level is a page of, if it is kept or was asked for often enough."""
        name = level.group, level.order
        if level.source != "class":
            return None
        found = self._kept.find(name)
        if found is None and _may_be_kept(level):
            asked = self._asked.keep(name, (self._asked.find(name) or 0) + 1)
            if asked > self._policy.often:
                found = self._earned(store, name)
        return found

    def _earned(self, store: Store, name: _Name) -> Ranked | None:
        level = Level(0, "", "class", group=name[0], order=name[1])
        [[number]] = store.cells(total(level, (), lateral=False))
        made = read(store, level) if int(text(number) or 0) <= self._policy.most else None
        # What has to make room begins again; what cannot be kept is not thought of for long.
        self._asked.keep(name, -_NEVER if made is None else 0)
        if made is None:
            return None
        return self._kept.keep(name, made, len(made.rows) * (_PLACE + len(name[1])))


_REMEMBERED: Final = 1_000
"""Lists of which it is known how often they were asked for."""
_NEVER: Final = 1_000_000
_PLACE: Final = 2
"""Cells that a row takes besides its keys: that of the thing, and its place."""


def _may_be_kept(level: Level) -> bool:
    is_plain = level.group == Group(level.group.classes)
    return is_plain and all(key.is_text for key in level.order)


def read(store: Store, level: Level) -> Ranked | None:
    """The list of a level that is not cut; nothing where its order leaves something open."""
    rows = store.cells(query(store, level, (), strategy(store, level, {})))
    for row in rows:
        row[0] = intern(row[0])
    places = {row[0]: place for place, row in enumerate(rows)}
    is_sure = len(places) == len(rows) and all(map(is_iri, places))
    return Ranked(rows, places) if is_sure else None
