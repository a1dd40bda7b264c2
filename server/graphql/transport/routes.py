"""The addresses of GraphQL: over HTTP, as event streams, over WebSocket, and of its schema."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route, WebSocketRoute

from server.graphql.transport import endpoint, websocket

SCHEMA: Final = "server.graphql.transport.published:answer"


async def schema(request: Request) -> Response:
    """The schema of a release as SDL."""
    response: Response = await request.app.state.readers.run(request, SCHEMA)
    return response


routes: list[BaseRoute] = [
    Route("/graphql", endpoint.endpoint, methods=["GET", "POST", "PUT", "DELETE"]),
    Route("/graphql/schema.graphql", schema),
    WebSocketRoute("/graphql", websocket.endpoint),
]
