"""The addresses that are pages only, the files that pages need, and the page of a problem."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from kg.model.names import ID
from server.assets.origin import origin
from server.errors import Problem
from server.pages import render
from server.pages.words.names import Link, local
from server.pages.words.trouble import NEAR

_PAGE = "server.pages.answer:page"


async def style(request: Request) -> Response:
    """The style sheet; an address with its digest is kept for ever."""
    lasting = {"Cache-Control": "public, max-age=31536000, immutable"} if request.url.query else {}
    headers = {"Content-Type": "text/css; charset=utf-8", **lasting}
    return Response(render.STYLE, headers=headers)


async def icon(request: Request) -> Response:
    """The picture that browsers ask for by themselves."""
    return RedirectResponse("/assets/icon.svg", 301)


def problem_page(problem: Problem, release: str = "") -> str:
    """A problem as a page, for browsers; it needs no release, but its links may keep one."""
    # Near names are given as 'organisation/26A/ccg'; here they lead there.
    hint = [
        Link(part, local(ID + part) if place % 2 else "")
        for place, part in enumerate(NEAR.split(problem.hint))
    ]
    page = render.html("problem.html", release=None, problem=problem, hint=hint)
    return render.pinned(page, release)


def _shown(name: str) -> Callable[[Request], Awaitable[Response]]:
    """What answers with the page of that name; it is told what day it is."""

    async def shown(request: Request) -> Response:
        asked = {each: request.query_params.getlist(each) for each in request.query_params}
        today = datetime.now(UTC).date().isoformat()
        wanted = {"/page": name, "/today": today, "/origin": origin(request)}
        response: Response = await request.app.state.readers.run(request, _PAGE, asked | wanted)
        return response

    return shown


_PAGES = {
    "/": "home",
    "/since": "since",
    "/query/sparql": "sparql",
    "/query/graphql": "graphql",
}
"""The addresses that are pages only, each with the name of its page."""

routes: list[BaseRoute] = [
    *(Route(address, _shown(name)) for address, name in _PAGES.items()),
    Route("/favicon.ico", icon),
    Route("/assets/site.css", style),
    Mount("/assets", StaticFiles(directory=render.ASSETS)),
]
