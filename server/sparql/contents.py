"""All triples of one graph, written in a reader (SPARQL 1.1 Graph Store HTTP Protocol, 5.2)."""

from __future__ import annotations

from kg.model.terms import Iri
from kg.release.opened import OpenRelease
from kg.store.formats import TRIPLES
from server.negotiate import pick
from server.readers.protocol import Reply, Request
from server.sparql.answer import content_type


def answer(release: OpenRelease, request: Request, reply: Reply) -> None:
    """Write the graph that the parameter `graph` names, the default graph if it names none.

    Raises `UnknownGraph`, and `NotAcceptable` before any work is done.
    """
    chosen = pick(request.headers.get("accept", ""), TRIPLES, request.text("format"))
    named = request.text("graph")
    # What PUT, PATCH and DELETE may ask for with `If-Match`; each format has its own.
    etag = f'"{release.tag(named)}.{chosen.name}"'
    reply.head(
        200,
        {
            "content-type": content_type(chosen),
            "etag": etag,
            "accept-patch": "application/sparql-update",
        },
    )
    release.store.dump(Iri(named) if named else None, reply, chosen)
