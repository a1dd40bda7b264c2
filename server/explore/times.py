"""Which links held on a day, and which were known by one."""

from __future__ import annotations

from kg.analysis.paths.adjacency import Adjacency, Link
from kg.analysis.paths.links import RELATIONS
from kg.analysis.paths.search import LASTING


def is_told(graph: Adjacency, link: Link, on: str, by: str) -> bool:
    """Whether a link held on the one day and was known by the other; empty days ask nothing."""
    return holds(link, on) and (not by or is_known(graph, link, by))


def holds(link: Link, on: str) -> bool:
    """Whether a link surely held on a day; without a day all do, and so does what has no days."""
    return not on or (link.start <= on and (not link.end or on <= link.end))


def is_known(graph: Adjacency, link: Link, by: str) -> bool:
    """Whether a document that was out by that day says so; undated ones are left out."""
    return link.known <= by if link.known else is_lasting(graph, link)


def is_lasting(graph: Adjacency, link: Link) -> bool:
    """Whether a link is a plain property of something lasting, which is not known since a day."""
    place = graph.place(link.source)
    return place is not None and graph.kind(place) in LASTING and link.term not in RELATIONS
