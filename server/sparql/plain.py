"""The short way of what is asked most: a GET of `/sparql` with a query and nothing else."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.types import Receive, Scope, Send

from server.sparql.endpoint import RAISED, answered
from server.sparql.request import is_lone, parse


class Plain:
    """An ASGI layer that goes through the endpoint's steps past routes and requests.

    What fails goes the long way, where the endpoint raises what was met here.
    """

    def __init__(self, app: Starlette) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request (ASGI)."""
        if scope["type"] != "http" or not _is_plain(scope):
            await self.app(scope, receive, send)
            return
        try:
            asked = parse("GET", scope["query_string"], "", b"")
            response = await answered(self.app.state, scope, receive, asked)
        except Exception as error:  # noqa: BLE001 - the endpoint raises it again
            scope[RAISED] = error
            await self.app(scope, receive, send)
            return
        await response(scope, receive, send)


def _is_plain(scope: Scope) -> bool:
    is_read = scope["method"] == "GET" and scope["path"] == "/sparql"
    return is_read and is_lone(scope["query_string"])
