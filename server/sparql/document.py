"""A document from outside read in a reader, which may die of it without harm to what is written."""

from __future__ import annotations

from kg.errors import InvalidInput
from kg.release.opened import OpenRelease
from kg.store.foreign import ntriples
from server.limits.rdf import BadDocument, check
from server.readers.protocol import Reply, Request


def read(_: OpenRelease, request: Request, reply: Reply) -> None:
    """Write the document in the request's body as N-Triples.

    The parameters are its `media` type and the `base` of its relative addresses. Raises what
    `limits.rdf.check` raises, and `BadDocument` with the line where it cannot be read.
    """
    media = request.text("media")
    check(request.body, media)
    try:
        triples = ntriples(request.body, media, request.text("base"))
    except InvalidInput as error:
        raise BadDocument(error.reason, error.hint, error.at) from None
    reply.head(200, {"content-type": "application/n-triples"})
    reply.write(triples)
