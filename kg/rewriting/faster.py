"""The door: a query as the engine is to be asked it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from kg.rewriting import counts, ranges, stars, texts
from kg.rewriting.reading import Group, read
from kg.store.census import Census
from kg.store.readmodel.model import ReadModel

_TOLD: Final = re.compile(
    r"date|\b(?:COUNT|MIN|MAX|GROUP|DISTINCT|CONTAINS|STRSTARTS|STRENDS|REGEX)\b", re.IGNORECASE
)
"""What is in every query that is put anew, and in few that are answered at once."""


def faster(
    query: str,
    counted: Callable[[], Census | None],
    modelled: Callable[[], ReadModel | None] = lambda: None,
) -> str:
    """A query with the same answer for the graph of a census; the same where nothing is gained.

    The engine can read it only where it can read `query`, but may tell another place where not.
    `counted` gives the census, and `modelled` the read model of that graph as the query sees it;
    they are called where they are needed.
    """
    if not _TOLD.search(query):
        return query
    group = read(query)
    census = counted() if group and group.patterns else None
    if not group or not census:
        return query
    model = None if group.is_scoped else modelled()
    if model and (known := counts.told(group, model)):
        return query[: group.begins] + known
    return _told(query, group, census, model) if group.is_bag else query


def _told(query: str, group: Group, census: Census, model: ReadModel | None) -> str:
    before = query[: group.start]
    if model and (found := texts.told(group, census, model)):
        return before + found + query[group.start :]
    if joined := stars.told(group, census):
        kept = (f"FILTER {query[each[0].start : each[-1].end]}" for each in group.filters)
        return f"{before} {' '.join((joined, *kept))} {query[group.end :]}"
    return before + ranges.told(group, census) + query[group.start :]
