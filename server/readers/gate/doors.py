"""The ways into the service, as counters and logs name them."""

from __future__ import annotations

_WHOLE = {
    "/sparql": "sparql",
    "/update": "update",
    "/livez": "operations",
    "/readyz": "operations",
    "/metrics": "operations",
    "/void": "sparql",
    "/openapi.json": "rest",
}
_BEGIN = {
    "rdf-graph-store": "graph-store",
    "graphql": "graphql",
    "admin": "operations",
    "id": "rest",
    "doc": "rest",
    "questions": "rest",
    "questions.json": "rest",
    "releases": "rest",
    "search": "rest",
    "search.json": "rest",
}


def door_of(kind: str, path: str) -> str:
    """The door of an ASGI scope, as far as its address tells.

    >>> door_of("http", "/doc/person/a"), door_of("websocket", "/graphql"), door_of("http", "/")
    ('rest', 'graphql-ws', 'pages')
    """
    if kind == "websocket":
        return "graphql-ws"
    return _WHOLE.get(path) or _BEGIN.get(path.partition("/")[2].partition("/")[0], "pages")


def settled(door: str, media: str) -> str:
    """The door, now that the media type of the answer is known.

    >>> settled("rest", "text/html; charset=utf-8"), settled("rest", "text/csv")
    ('pages', 'rest')
    """
    if door == "rest" and media.startswith("text/html"):
        return "pages"
    if door == "graphql" and media.startswith("text/event-stream"):
        return "graphql-sse"
    return door
