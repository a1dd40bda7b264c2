"""The door: a query as the engine is to be asked it."""

from __future__ import annotations

from collections.abc import Callable

from kg.rewriting import ranges, stars
from kg.rewriting.reading import read
from kg.store.census import Census


def faster(query: str, counted: Callable[[], Census | None]) -> str:
    """A query with the same answer for the graph of a census; the same where nothing is gained.

    The engine can read it only where it can read `query`, but may tell another place where not.
    `counted` gives the census, and is called where one is needed.
    """
    # Most queries have neither, and are not to wait for being read.
    if "date" not in query and "COUNT" not in query.upper():
        return query
    group = read(query)
    census = counted() if group and group.patterns else None
    if not group or not census:
        return query
    before = query[: group.start]
    if joined := stars.told(group, census):
        kept = (f"FILTER {query[each[0].start : each[-1].end]}" for each in group.filters)
        return f"{before} {' '.join((joined, *kept))} {query[group.end :]}"
    return before + ranges.told(group, census) + query[group.start :]
