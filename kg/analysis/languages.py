"""The languages of a graph: which properties say the same in several."""

from __future__ import annotations

from typing import Final

from kg.model.terms import Iri
from kg.store.base import Store

QUERY: Final = "languages"
"""The query, among those that the rooms ask for themselves, that finds them."""


def spoken(store: Store, query: str) -> frozenset[Iri]:
    """The properties of which something has values in several languages.

    Where there are none, as in most graphs, nobody has to choose a value by its language.
    """
    return frozenset(row[0] for row in store.select(query).rows if isinstance(row[0], Iri))
