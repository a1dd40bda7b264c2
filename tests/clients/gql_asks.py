"""Asks the operations of standard input with gql: over requests, aiohttp and WebSocket.

It runs in an environment of its own, because gql wants another graphql-core than the service.
"""

import asyncio
import json
import sys
from typing import Any

from gql import Client, gql  # type: ignore[import-not-found]
from gql.transport.aiohttp import AIOHTTPTransport  # type: ignore[import-not-found]
from gql.transport.requests import RequestsHTTPTransport  # type: ignore[import-not-found]
from gql.transport.websockets import WebsocketsTransport  # type: ignore[import-not-found]


def request(operation: dict[str, Any]) -> Any:
    asked = gql(operation["document"])
    asked.variable_values = operation["variables"]
    return asked


async def awaited(transport: Any, operations: list[dict[str, Any]], *, schema: bool) -> list[Any]:
    async with Client(transport=transport, fetch_schema_from_transport=schema) as session:
        return [await session.execute(request(each)) for each in operations]


def main() -> None:
    told = json.load(sys.stdin)
    url, operations = told["url"], told["operations"]
    # The schema is fetched by introspection, and the operations are validated against it.
    synchronous = Client(transport=RequestsHTTPTransport(url), fetch_schema_from_transport=True)
    socket = WebsocketsTransport(url.replace("http", "ws", 1))
    json.dump(
        {
            "requests": [synchronous.execute(request(each)) for each in operations],
            "aiohttp": asyncio.run(awaited(AIOHTTPTransport(url), operations, schema=True)),
            "websockets": asyncio.run(awaited(socket, operations, schema=False)),
        },
        sys.stdout,
    )


main()
