"""What a search found, and for a body that is gone, what replaced it."""

from __future__ import annotations

from typing import NamedTuple

from kg.model.terms import Iri, Literal
from kg.questions.bind import bind
from kg.release.opened import OpenRelease
from kg.search.find import Hit
from server.pages.dates import day
from server.pages.names import Link, Names, local

_SHOWN = 30


class Successor(NamedTuple):
    """A body that took over, and since when."""

    link: Link
    since: str


class Found(NamedTuple):
    """A hit, its page, and the bodies that took over from it."""

    hit: Hit
    href: str
    successors: list[Successor]


def found(release: OpenRelease, names: Names, text: str, kind: str = "") -> list[Found]:
    """What a search for a name, an old name or a code finds, best first; nothing for no text."""
    if not text.strip():
        return []
    return [
        Found(hit, local(hit.iri), successors(release, names, hit.iri))
        for hit in release.search.find(text, first=_SHOWN, kind=kind)
    ]


def successors(release: OpenRelease, names: Names, body: Iri) -> list[Successor]:
    """The bodies that took over from a body directly."""
    query = bind(release.library.inside("successors"), {"body": body})
    return [
        Successor(names.link(successor), day(since.text) if isinstance(since, Literal) else "")
        for successor, since in release.store.select(query).rows
        if isinstance(successor, Iri)
    ]
