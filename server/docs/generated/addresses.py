"""The addresses of the service, from its routes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any, Final, NamedTuple

from starlette.routing import BaseRoute, Route, WebSocketRoute

from kg.release.opened import OpenRelease
from server.docs.generated.markdown import code, prose, sentence, table
from server.rest.openapi import description

ROOMS: Final = {
    "rest": "Things, questions and what is reckoned from them",
    "pages": "Pages",
    "explore": "The Explorer",
    "docs": "Documentation",
    "sparql": "SPARQL",
    "graphql": "GraphQL",
    "mcp": "Assistants",
    "feeds": "Feeds",
    "documents": "Documents and their review",
    "releases": "Releases for other services",
    "operations": "Operations",
    "assets": "Files of the pages",
}
"""The rooms that have addresses, and what theirs are for."""
_SAID: Final = {
    "/": "The first page: three questions answered, and ways to find a body.",
    "/since": "What changed in an area since a day, as a page.",
    "/query/sparql": "The SPARQL editor; `?query=` fills it.",
    "/query/graphql": "The GraphQL editor; `?query=` and `?variables=` fill it.",
    "/citation.cff": "How to cite the release, as CITATION.cff.",
    "/citation.bib": "How to cite the release, in BibTeX.",
    "/feeds/body/{key:path}.atom": "What became of a body and who led it, as an Atom feed.",
    "/feeds/area/{key:path}.atom": "The same of an area and all bodies in it, as an Atom feed.",
    "/feeds/question/{key:path}.atom": "When a question has another answer, as a feed.",
    "/assets": "Style, icons and pictures of the pages.",
}
"""What is said of addresses that share the function that answers them."""
_ENDS: Final = re.compile(r"(?<=[a-z}])\.(json|csv|jsonld|ttl|txt|svg|png|nt|rdf|xml|md)$")


class Address(NamedTuple):
    """An address: its room, its methods, what it answers, and in which formats besides."""

    room: str
    path: str
    methods: tuple[str, ...]
    sentence: str
    extensions: tuple[str, ...]


def addresses(release: OpenRelease) -> list[Address]:
    """All addresses, those that differ by an extension alone as one."""
    routes: list[BaseRoute] = import_module("server.app").routes()
    known = _described(release)
    found: dict[tuple[str, str], Address] = {}
    for each in [one for route in routes for one in _read(route)]:
        stem = _ENDS.sub("", each.path)
        plain_one = found.get((stem, each.methods[0])) if stem != each.path else None
        if plain_one:
            more = (*plain_one.extensions, each.path.removeprefix(stem))
            found[stem, each.methods[0]] = plain_one._replace(extensions=more)
            continue
        said = _SAID.get(each.path) or each.sentence or known.get(_shape(each.path), "")
        found[each.path, each.methods[0]] = each._replace(sentence=said)
    return list(found.values())


def told(release: OpenRelease) -> str:
    """A table for each room."""
    every = addresses(release)
    rooms = sorted({each.room for each in every}, key=[*ROOMS].index)
    return "\n".join(
        f"## {ROOMS[room]}\n\n"
        + table(("address", "methods", "what it answers", "also as"),
                [_row(each) for each in every if each.room == room])
        for room in rooms
    )  # fmt: skip


def _row(address: Address) -> tuple[str, str, str, str]:
    extensions = ", ".join(code(each) for each in address.extensions)
    return (
        code(re.sub(r":(path|int)\}", "}", address.path)),
        ", ".join(address.methods),
        prose(address.sentence),
        extensions,
    )


def _read(route: Any) -> Iterator[Address]:
    endpoint = getattr(route, "endpoint", None) or getattr(route, "app", None)
    module = str(getattr(endpoint, "__module__", "")).split(".")
    room = module[1] if module[0] == "server" else "assets"
    said = sentence(endpoint.__doc__) if module[0] == "server" and endpoint else ""
    if isinstance(route, WebSocketRoute):
        yield Address(room, route.path, ("WebSocket",), said, ())
    elif isinstance(route, Route):
        methods = tuple(sorted((route.methods or {"GET"}) - {"HEAD"}))
        yield Address(room, route.path, methods, said, ())
    else:
        yield Address(room, route.path, ("GET",), said, ())


def _described(release: OpenRelease) -> dict[str, str]:
    """What OpenAPI says of an address, by the address without the names of its parts."""
    return {
        _shape(place): next(iter(operations.values())).get("summary", "")
        for place, operations in description(release.library)["paths"].items()
    }


def _shape(path: str) -> str:
    return re.sub(r"\{[^}]*\}", "{}", path)
