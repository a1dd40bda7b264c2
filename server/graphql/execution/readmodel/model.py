"""What a process keeps of a release to answer sooner: columns of values, and lists in order."""

from __future__ import annotations

from typing import Final
from weakref import WeakKeyDictionary

from kg.store.base import Store
from server.graphql.execution.readmodel.columns import Columns, Policy
from server.graphql.execution.readmodel.lists import Rankings


class ReadModel:
    """Begins with nothing. What is kept is told by what was asked, and bounded by the policy."""

    def __init__(self, policy: Policy | None = None) -> None:
        self.columns = Columns(Policy() if policy is None else policy)
        self.rankings = Rankings(Policy() if policy is None else policy)

    @property
    def cells(self) -> int:
        """How many cells are kept."""
        return self.columns.cells + self.rankings.cells


MODELS: Final[WeakKeyDictionary[Store, ReadModel]] = WeakKeyDictionary()
"""The models by the store of the release: they go when the release does."""


def read_model(store: Store) -> ReadModel:
    """What is kept of the release with this store."""
    found = MODELS.get(store)
    if found is None:
        found = MODELS[store] = ReadModel()
    return found
