"""Assistants' requests as readers are asked them, and their answers with a bound on each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import orjson
from starlette.responses import Response

from server.graphql.transport.front import Front
from server.graphql.transport.request import of_json
from server.limits.graphql.refusals import TooMuchAsked
from server.mcp.page import page
from server.mcp.wording import reworded
from server.readers.protocol import Request
from server.readers.releases import Readers
from server.settings import MIB, ServerSettings

TAKEN: Final = 4 * MIB
"""Bytes of an answer that are taken from a reader; then its work is ended."""
_HERE: Final = "server.mcp.answer:"
_TABLES: Final = "application/sparql-results+json, application/n-triples;q=0.9"
Given = Mapping[str, Any]
Told = dict[str, Any]


class Asking:
    """Asks the readers: with their deadline, their memory, their line and their refusals.

    All raise what `ReaderPool.ask` and the handlers raise, and `TooMuchAsked` for what is too long.
    """

    def __init__(self, readers: Readers, settings: ServerSettings) -> None:
        self.readers = readers
        self._front = Front(readers, settings)
        self._allowed = sorted(settings.allowed_hosts)

    async def here(self, handler: str, given: Given, params: Mapping[str, str | list[str]]) -> Told:
        """What a handler of this room answers; the page comes from `first` and `offset`."""
        cut = {"/first": str(given.get("first", 0)), "/offset": str(given.get("offset", 0))}
        return await self.json(_HERE + handler, {**params, **cut}, given.get("release", ""))

    async def json(
        self, handler: str, params: Mapping[str, str | list[str]], release: str = ""
    ) -> Told:
        """What any handler answers in JSON."""
        response = await self.taken(Request(handler, params), release)
        told: Told = orjson.loads(response.body)
        return told

    async def graphql(self, given: Given) -> Told:
        """The response to a GraphQL operation; mutations and subscriptions are refused."""
        named = {name: given.get(name) for name in ("query", "variables", "operationName")}

        async def call(
            params: dict[str, str | list[str]], body: bytes, other: str | None
        ) -> Response:
            asked = Request("server.graphql.answer:answer", params, body, method="POST")
            return await self.taken(asked, other or given.get("release", ""))

        response = await self._front.answered(call, of_json(named))
        told = orjson.loads(response.body)
        release = told.get("extensions", {}).get("release") or response.headers["x-release"]
        errors = reworded(told.get("errors", []))
        return {"release": release, "data": told.get("data"), "errors": errors}

    async def sparql(self, given: Given) -> Told:
        """The answer to a SPARQL query: `boolean`, a page of `bindings`, or a page of `triples`."""
        params: dict[str, str | list[str]] = {"allowed": self._allowed}
        asked = Request(
            "server.sparql.answer:answer", params, given["query"].encode(), {"accept": _TABLES}
        )
        response = await self.taken(asked, given.get("release", ""))
        told: Told = {"release": response.headers["x-release"]}
        if "n-triples" in response.headers["content-type"]:
            lines = bytes(response.body).decode().splitlines()
            found = page(lines, given["first"], given["offset"])
            return told | {"triples": found.items, "page": found.told}
        answer = orjson.loads(response.body)
        if "boolean" in answer:
            return told | {"boolean": answer["boolean"]}
        found = page(answer["results"]["bindings"], given["first"], given["offset"])
        columns = answer["head"].get("vars", [])
        return told | {"columns": columns, "bindings": found.items, "page": found.told}

    async def taken(self, asked: Request, release: str) -> Response:
        """A whole answer; what is longer than `TAKEN` is not waited for."""
        pool = await self.readers.pool(release)
        answer = await pool.ask(asked)
        parts: list[bytes] = []
        size = 0
        try:
            async for chunk in answer.chunks():
                size += len(chunk)
                if size > TAKEN:
                    raise TooMuchAsked(
                        f"The answer has more than {TAKEN} bytes.",
                        "Add LIMIT and OFFSET, or ask for fewer columns or fields.",
                    )
                parts.append(chunk)
        finally:
            answer.abandon()
        headers = {"x-release": pool.name} | answer.headers
        return Response(b"".join(parts), answer.status, headers)
