"""Which links held on a day, and which were known by one."""

from __future__ import annotations

from kg.analysis.paths.adjacency import Adjacency, Link
from kg.analysis.paths.links import RELATIONS
from kg.analysis.paths.search import LASTING
from server.pages.words.dates import Period, day


def is_told(graph: Adjacency, link: Link, on: str, by: str) -> bool:
    """Whether a link held on the one day and was known by the other; empty days ask nothing."""
    return holds(link, on) and (not by or is_known(graph, link, by))


def may_be_told(graph: Adjacency, link: Link, on: str, by: str) -> bool:
    """Whether a link may have held on the one day, not surely, and was known by the other."""
    return may_hold(link, on) and (not by or is_known(graph, link, by))


def holds(link: Link, on: str) -> bool:
    """Whether a link surely held on a day; without a day all do, and so does what has no days."""
    return not on or (link.start <= on and (not link.end or on <= link.end))


def may_hold(link: Link, on: str) -> bool:
    """Whether a link held some time from its end to its start, and the day is one of those.

    Its start is the day by which it surely had begun, its end that until which it surely went on:
    where the one comes after the other, it surely held on no day at all.
    """
    return bool(link.end) and link.end <= on <= link.start and link.end < link.start


def sure_days(start: str, end: str) -> str:
    """The sure days of something, as ISO days or nothing, in words.

    >>> sure_days("2020-04-01", ""), sure_days("2020-04-01", "2020-04-01"), sure_days("", "")
    ('from 1 April 2020', '1 April 2020', '')
    >>> sure_days("2021-09-30", "2021-09-01")
    'some time from 1 September 2021 to 30 September 2021'
    """
    if not start or not end:
        return f"from {day(start)}" if start else f"until at least {day(end)}" if end else ""
    return day(start) if start == end else str(Period(start, start, end, end))


def is_known(graph: Adjacency, link: Link, by: str) -> bool:
    """Whether a document that was out by that day says so; undated ones are left out."""
    return link.known <= by if link.known else is_lasting(graph, link)


def is_lasting(graph: Adjacency, link: Link) -> bool:
    """Whether a link is a plain property of something lasting, which is not known since a day."""
    place = graph.place(link.source)
    return place is not None and graph.kind(place) in LASTING and link.term not in RELATIONS
