"""The addresses of the Explorer."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.assets.origin import origin


async def explore(request: Request) -> Response:
    """The page of a view."""
    return await _run(request, "server.explore.page:page", {"/origin": origin(request)})


async def part(request: Request) -> Response:
    """A view and what belongs to it, for programs: `view.json`, `view.graphml` and others."""
    wanted = {"/what": request.path_params["what"]}
    return await _run(request, "server.explore.answer:answer", wanted)


async def _run(request: Request, handler: str, wanted: Mapping[str, str]) -> Response:
    query: dict[str, str | list[str]] = {
        name: request.query_params.getlist(name) for name in request.query_params
    }
    # Whom a query of the log may call is settled here, whatever the address says.
    allowed = sorted(request.app.state.settings.allowed_hosts)
    response: Response = await request.app.state.readers.run(
        request, handler, {**query, "allowed": allowed, **wanted}
    )
    return response


routes = [
    Route("/explore", explore),
    Route("/explore/{what}", part),
]
