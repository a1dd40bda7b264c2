"""The things of a release, by IRI or by code."""

from __future__ import annotations

from kg.errors import UnknownThing
from kg.model.names import shorten
from kg.model.terms import Iri, Literal
from kg.questions.bind import bind
from kg.release.opened import OpenRelease


def check_known(release: OpenRelease, thing: Iri) -> None:
    """Raise `UnknownThing`, with near names, for an IRI of which the release says nothing."""
    query = bind(release.library.inside("known"), {"thing": thing})
    if release.store.ask(query):
        return
    name = shorten(thing)
    _, _, key = name.partition("/")
    words = key.replace("-", " ").replace("/", " ").split()
    hits = (release.search.find(each) for each in (" ".join(words), *words[:2]) if each)
    raise UnknownThing(name, [shorten(hit.iri) for hit in next(filter(None, hits), [])])


def by_code(release: OpenRelease, code: str, on: str = "") -> list[Iri]:
    """The bodies that have used an ODS or GSS code, earliest first.

    With `on`, an ISO day, those that stood on that day. Raises `UnknownThing` where none did.
    """
    query = bind(release.library.inside("by-code"), {"code": Literal(code)})
    rows = release.store.select(query).rows
    found = [
        body
        for body, start, end in rows
        if isinstance(body, Iri) and (not on or _holds(start, end, on))
    ]
    if not found:
        near = {shorten(str(row[0])) for row in rows}
        raise UnknownThing(f"{code} on {on}" if on else code, near)
    return list(dict.fromkeys(found))


def _holds(start: object, end: object, on: str) -> bool:
    if not isinstance(start, Literal) or start.text > on:
        return False
    return not isinstance(end, Literal) or end.text >= on
