"""The addresses that are pages only, the files that pages need, and the page of a problem."""

from __future__ import annotations

import re

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from kg.model.names import expand
from server.errors import Problem
from server.pages import render
from server.pages.names import Link, local

_NEAR = re.compile(r"'(id:[^']+)'")
_PAGE = "server.pages.answer:page"


async def home(request: Request) -> Response:
    """The first page."""
    return await _page(request, "home")


async def about(request: Request) -> Response:
    """Where the data comes from."""
    return await _page(request, "about")


async def sparql(request: Request) -> Response:
    """A place to write SPARQL."""
    return await _page(request, "sparql")


async def graphql(request: Request) -> Response:
    """A place to write GraphQL."""
    return await _page(request, "graphql")


async def icon(request: Request) -> Response:
    """The picture that browsers ask for by themselves."""
    return RedirectResponse("/assets/icon.svg", 301)


def problem_page(problem: Problem, release: str = "") -> str:
    """A problem as a page, for browsers; it needs no release, but its links may keep one."""
    # Near names are given as 'id:…'; here they lead there.
    hint = [
        Link(part, local(expand(part)) if place % 2 else "")
        for place, part in enumerate(_NEAR.split(problem.hint))
    ]
    page = render.html("problem.html", release=None, problem=problem, hint=hint)
    return render.pinned(page, release)


async def _page(request: Request, name: str) -> Response:
    asked = {each: request.query_params.getlist(each) for each in request.query_params}
    response: Response = await request.app.state.readers.run(
        request, _PAGE, asked | {"/page": name}
    )
    return response


routes: list[BaseRoute] = [
    Route("/", home),
    Route("/about/data", about),
    Route("/query/sparql", sparql),
    Route("/query/graphql", graphql),
    Route("/favicon.ico", icon),
    Mount("/assets", StaticFiles(directory=render.ASSETS)),
]
