"""The addresses of the feeds."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

_ROOM = "server.feeds.answer:"
KINDS = ("body", "area", "question")
"""What feeds are of."""


def _feed(kind: str) -> Callable[[Request], Awaitable[Response]]:
    async def fed(request: Request) -> Response:
        asked = {each: request.query_params.getlist(each) for each in request.query_params}
        wanted = {"/key": request.path_params["key"]}
        response: Response = await request.app.state.readers.run(
            request, _ROOM + kind, asked | wanted
        )
        return response

    return fed


routes: list[BaseRoute] = [Route(f"/feeds/{each}/{{key:path}}.atom", _feed(each)) for each in KINDS]
