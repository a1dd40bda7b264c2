"""What the release is, for machines that look for data: VoID, and DCAT 3 around it."""

from __future__ import annotations

from pathlib import Path

from starlette.requests import Request as Asked
from starlette.responses import Response
from starlette.routing import Route

from kg.analysis.partitions import Partitions, partitions
from kg.questions.library import Library
from kg.release.opened import OpenRelease
from kg.store.formats import TRIPLES
from server.negotiate import choose, pick
from server.readers.protocol import Reply, Request
from server.sparql import catalogue, dataset
from server.sparql.description import send, service_name


async def endpoint(request: Asked) -> Response:
    """The description of the current release, or of the one that is asked for."""
    query = {name: request.query_params.getlist(name) for name in ("format", "release")}
    params: dict[str, str | list[str]] = {**query, "root": str(request.base_url)}
    response: Response = await request.app.state.readers.run(
        request, "server.sparql.void:describe", params
    )
    return response


def describe(release: OpenRelease, request: Request, reply: Reply) -> None:
    """Write the description of a release; `root` is the address of this service.

    A browser, which asks for a page, is shown Turtle as text. Raises `NotAcceptable` before
    anything is counted.
    """
    accept, format_ = request.headers.get("accept", ""), request.text("format")
    is_read = not format_ and choose(accept, [*_TYPES, "text/html"]) == "text/html"
    chosen = pick("text/turtle" if is_read else accept, TRIPLES, format_)
    root = service_name(request.text("root"))
    parts = _counted(release)
    told = (*dataset.triples(release, parts, root), *catalogue.triples(release, root))
    send(told, reply, chosen, "text/plain; charset=utf-8" if is_read else "")


_TYPES = [type_ for each in TRIPLES for type_ in each.media_types]
_KNOWN: dict[Path, Partitions] = {}
"""The parts of the releases that this reader was asked of; a sealed release stays as it is."""


def _counted(release: OpenRelease) -> Partitions:
    """As its build has counted them; those of a release that writes have made are counted now."""
    if release.folder not in _KNOWN:
        _KNOWN.clear()
        # A release that was built before these queries does not have them.
        kept = Partitions.read(release.folder)
        _KNOWN[release.folder] = kept or partitions(release.store, Library())
    return _KNOWN[release.folder]


routes = (
    Route("/void", endpoint),
    Route("/.well-known/void", endpoint),
)
