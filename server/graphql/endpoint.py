"""GraphQL over HTTP: what comes in is read here, and answered in a reader process."""

from __future__ import annotations

from typing import Any, Final

import orjson
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg.errors import BadQuery, KgError
from server.errors import STATUS, NotAcceptable, UnsupportedType
from server.graphql.answer import ELSEWHERE, GRAPHQL, JSON
from server.limits.body import read
from server.negotiate import choose

HANDLER: Final = "server.graphql.answer:answer"
EDITOR: Final = "/query/graphql"
_KINDS: Final = {
    "query": (str, "a string"),
    "operationName": (str, "a string"),
    "variables": (dict, "an object"),
    "extensions": (dict, "an object"),
}


async def endpoint(request: Request) -> Response:
    """Answer a GraphQL request by GET, or by POST as JSON; send a browser to the editor."""
    accept = request.headers.get("accept", "")
    media = choose(accept, [JSON, GRAPHQL])
    asks = request.method != "GET" or "query" in request.query_params
    best = choose(accept, [JSON, GRAPHQL, "text/html"])
    if request.method == "GET" and best == "text/html" and (media is None or not asks):
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(EDITOR + query, 303)
    try:
        if media is None:
            raise NotAcceptable(accept, [JSON, GRAPHQL])
        asked = checked(await _asked(request))
        return await _answered(request, orjson.dumps(asked), media)
    except KgError as error:
        return refused(error, media or JSON)


async def _answered(request: Request, body: bytes, media: str) -> Response:
    readers = request.app.state.readers
    response: Response = await readers.run(request, HANDLER, {"media": media}, body)
    other = response.headers.get(ELSEWHERE)
    if other is not None:
        response = await readers.run(request, HANDLER, {"media": media}, body, release=other)
    if response.headers.get(ELSEWHERE) is not None:
        raise BadQuery("The operation asks several releases.", hint="Ask them one by one.")
    return response


async def _asked(request: Request) -> dict[str, Any]:
    if request.method == "GET":
        params: dict[str, Any] = dict(request.query_params)
        for name in ("variables", "extensions"):
            if name in params:
                params[name] = _json(params[name].encode(), f"The parameter '{name}'")
        return params
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != JSON:
        raise UnsupportedType(kind, [JSON])
    asked = _json(await read(request, request.app.state.settings.body_bytes), "The body")
    if not isinstance(asked, dict):
        raise BadQuery("The body is not a JSON object.", hint='Send {"query": "…"}, one at a time.')
    return asked


def _json(text: bytes, what: str) -> Any:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise BadQuery(f"{what} is not JSON: {error}") from None


def checked(asked: dict[str, Any]) -> dict[str, Any]:
    """The parts of a request that GraphQL knows; raises `BadQuery` where one is not of its kind.

    >>> checked({"query": "{ __typename }", "variables": None, "id": 1})
    {'query': '{ __typename }'}
    """
    known = {name: asked[name] for name in _KINDS if asked.get(name) is not None}
    for name, value in known.items():
        kind, told = _KINDS[name]
        if not isinstance(value, kind):
            raise BadQuery(f"'{name}' is not {told}.", at=name)
    if "query" not in known:
        raise BadQuery("There is no 'query'.", at="query", hint="Send the document as 'query'.")
    return known


def refused(error: KgError, media: str) -> Response:
    """The response for a request that could not be answered at all."""
    row = STATUS.get(error.code, STATUS["internal"])
    told = {"code": error.code, "hint": error.hint, "at": error.at}
    extensions = {name: each for name, each in told.items() if each}
    body = orjson.dumps({"errors": [{"message": str(error), "extensions": extensions}]})
    return Response(body, row.status, dict(row.headers), f"{media}; charset=utf-8")
