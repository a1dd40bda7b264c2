"""The handler that answers with the schema in a reader process."""

from __future__ import annotations

from kg.release.opened import OpenRelease
from server.graphql.api import api
from server.readers.protocol import Reply, Request


def answer(release: OpenRelease, _: Request, reply: Reply) -> None:
    """Answer with the schema of the release as SDL.

    No media type is registered for it: tools go by the address, and a browser shows plain text.
    """
    reply.head(200, {"content-type": "text/plain; charset=utf-8"})
    reply.write(api(release.ontology, release.library).sdl.encode())
