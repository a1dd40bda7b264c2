"""How the first few of each parent are asked for: three ways that give the same pages.

An engine that has `LATERAL` pages for each parent inside one query. Elsewhere SPARQL 1.1 says the
same with a `UNION` of one page a parent, or, where a total has told that there are few, by asking
for all of them and cutting the pages here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from math import ceil
from typing import Final

from kg.model.terms import Iri
from server.graphql.planning.plan import Level, Plan
from server.graphql.render import rows

FEW: Final = 2_000
"""So many things in all are fetched whole rather than by pages."""


class Strategy(Enum):
    """A way to page a list for each parent."""

    LATERAL = "lateral"
    UNION = "union"
    CUT = "cut"


def strategy(store: object, level: Level, counts: Mapping[str, int]) -> Strategy:
    """The way for a level, by what the store can do and how many things there are, if counted."""
    if getattr(store, "lateral", False):
        return Strategy.LATERAL
    is_paged = level.source == "step" and level.first is not None
    if is_paged and has_few(store, level):
        return Strategy.CUT
    if is_paged and level.has_count and sum(counts.values()) <= FEW:
        return Strategy.CUT
    return Strategy.UNION


def query(store: object, level: Level, parents: Sequence[Iri], way: Strategy) -> str:
    """The query for the rows of a level, as the store is asked it."""
    return rows(
        level,
        parents,
        lateral=way is Strategy.LATERAL,
        is_cut=way is Strategy.CUT,
        keeps_order=bool(getattr(store, "keeps_order", False)),
    )


def has_few(store: object, level: Level) -> bool:
    """Whether the store knows that few things are listed by the level, whatever the parents."""
    known = getattr(store, "has_few", None)
    return known is not None and bool(known(level))


def chunks(
    store: object, level: Level, parents: Sequence[Iri], way: Strategy
) -> Iterator[Sequence[Iri]]:
    """The parents of each query; all in one, unless the store has a `chunk` of so many at most."""
    size = getattr(store, "chunk", None)
    if size is None or way is not Strategy.UNION or level.source == "class" or not parents:
        yield parents
        return
    for start in range(0, len(parents), size):
        yield parents[start : start + size]


def most_queries(plan: Plan, store: object) -> int:
    """How many SPARQL queries a plan takes: exactly, or at most where the store has a `chunk`."""
    size = getattr(store, "chunk", None)
    if size is None:
        return plan.queries
    widths: dict[int, int] = {}
    found = plan.queries
    for level in plan.levels:
        parents = widths[level.above.number] if level.above else len(level.given) or 1
        widths[level.number] = parents * (1 if level.first is None else level.first)
        if level.has_rows and level.source != "class":
            found += max(ceil(parents / size), 1) - 1
    return found
