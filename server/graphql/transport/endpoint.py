"""GraphQL over HTTP: what comes in is read here, and answered in a reader process.

A POST must be JSON, which no page of another site can send without being allowed to, and a GET
only reads (so there is nothing to forge). `sse` and `websocket` are the other ways in.
"""

from __future__ import annotations

import logging
from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg.errors import KgError
from server.errors import STATUS, NotAcceptable, UnsupportedType, problem_of
from server.graphql.transport import sse
from server.graphql.transport.front import Front, errors
from server.graphql.transport.mutating import mutated, reads, writer
from server.graphql.transport.operations import ANSWER
from server.graphql.transport.persisted import UnknownDocument
from server.graphql.transport.request import (
    EVENTS,
    GRAPHQL,
    JSON,
    GraphqlRequest,
    loaded,
    of_json,
    of_query,
)
from server.limits.body import read
from server.limits.connection import ENDLESS
from server.negotiate import choose
from server.readers.processes.wire import ReaderFault

LOG = logging.getLogger("coterminous")
EDITOR: Final = "/query/graphql"
TOKEN: Final = "x-graphql-event-stream-token"  # noqa: S105 - the name of a header
_OFFERS: Final = (JSON, GRAPHQL, EVENTS)


async def endpoint(request: Request) -> Response:
    """Answer a GraphQL request by GET, or by POST as JSON; send a browser to the editor.

    PUT and DELETE, and all that brings a token along, are of event streams.
    """
    accept = request.headers.get("accept", "")
    media = media_type(accept)
    if request.method == "GET" and _is_page(request, media):
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(EDITOR + query, 303, {"Vary": "Accept"})
    try:
        return await _answered(request, media)
    except (KgError, ReaderFault) as error:
        return refused(request, error, JSON if media in (None, EVENTS) else media)


async def _answered(request: Request, media: str | None) -> Response:
    front: Front = request.app.state.graphql
    token = request.headers.get(TOKEN) or request.query_params.get("token", "")
    if request.method == "PUT":
        return sse.reserve(front, request.headers.get("accept", ""))
    if request.method == "DELETE":
        return sse.completed(front, token, request.query_params.get("operationId", ""))
    if media is None:
        raise NotAcceptable(request.headers["accept"], list(_OFFERS))
    if media == EVENTS:
        request.scope[ENDLESS] = True
        return sse.opened(front, token) if token else await _distinct(request, front)
    if token:
        asked = await _asked(request)
        return await sse.started(front, token, asked, _release(request), reads=reads(request))
    return await _once(request, front, media)


async def _distinct(request: Request, front: Front) -> Response:
    asked = await _asked(request)
    return sse.distinct(front, asked, _release(request), reads=reads(request))


async def _once(request: Request, front: Front, media: str) -> Response:
    who = writer(request)

    async def call(params: dict[str, str | list[str]], body: bytes, other: str | None) -> Response:
        if who:
            return await mutated(request, who, params, body, other or _release(request))
        response: Response = await front.readers.run(request, ANSWER, params, body, release=other)
        return response

    return await front.answered(call, await _asked(request), media=media)


def _release(request: Request) -> str:
    return request.query_params.get("release", "")


def media_type(accept: str) -> str | None:
    """The media type to answer in, or nothing if none of ours will do.

    Of equals it is `application/json`, unless the newer type is asked for by its name.

    >>> media_type("*/*"), media_type("application/graphql-response+json, application/json")
    ('application/json', 'application/graphql-response+json')
    """
    offers = (GRAPHQL, JSON, EVENTS) if GRAPHQL in accept.lower() else (JSON, GRAPHQL, EVENTS)
    return choose(accept, offers)


def refused(request: Request, error: Exception, media: str) -> Response:
    """The response for a request that could not be answered at all.

    A document that is not known is the answer to a sound request, so that in `application/json`
    its status is 200.
    """
    number = str(request.scope.get("request_id", ""))
    problem = problem_of(error, number)
    if problem.code == "internal":
        LOG.error("request %s failed", number, exc_info=error)
    row = STATUS[problem.code]
    headers = dict(row.headers) | {"Cache-Control": "no-store"}
    is_sound = isinstance(error, UnknownDocument) and media == JSON
    status = 200 if is_sound else problem.status
    return Response(errors(problem), status, headers, f"{media}; charset=utf-8")


def _is_page(request: Request, media: str | None) -> bool:
    """Whether a browser asks for a page rather than for an answer."""
    params = request.query_params
    asks = "query" in params or "documentId" in params or "extensions" in params
    best = choose(request.headers.get("accept", ""), [*_OFFERS, "text/html"])
    return best == "text/html" and (media is None or not asks)


async def _asked(request: Request) -> GraphqlRequest:
    if request.method != "POST":
        return of_query(request.query_params.multi_items())
    told = request.headers.get("content-type", "")
    kind, _, parameters = told.lower().partition(";")
    charset = parameters.partition("charset=")[2].strip(' "')
    if kind.strip() != JSON or charset not in ("", "utf-8", "utf8"):
        raise UnsupportedType(told, [f"{JSON} in UTF-8"])
    return of_json(loaded(await read(request, request.app.state.settings.body_bytes), "The body"))
