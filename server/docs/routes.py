"""The addresses of the documentation."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kg.store.formats import Format
from server.assets.origin import origin
from server.rest.formats import HTML
from server.rest.front import asked_of, run

MARKDOWN = Format("md", ("text/markdown",), "md", False)
"""The text that a page is written in."""
_ROOM = "server.docs.answer:"


async def index(request: Request) -> Response:
    """All pages of the documentation; `?q=` searches their titles and headings."""
    _, format_ = asked_of(request, request.url.path.lstrip("/"), (HTML, MARKDOWN))
    handler = "index" if format_ is HTML else "listed"
    return await run(request, _ROOM + handler, {"/origin": origin(request)})


async def page(request: Request) -> Response:
    """A page of the documentation, or its Markdown."""
    if not request.path_params["name"]:
        return RedirectResponse("/docs", 301)
    name, format_ = asked_of(request, request.path_params["name"], (HTML, MARKDOWN))
    wanted = {"/name": name, "/format": format_.name, "/origin": origin(request)}
    return await run(request, _ROOM + "page", wanted)


async def listed(request: Request) -> Response:
    """The pages of the documentation in Markdown, for programs that read."""
    return await run(request, _ROOM + "listed", {})


routes = [
    Route("/docs", index),
    Route("/docs.md", index),
    Route("/docs/{name:path}", page),
    Route("/llms.txt", listed),
]
