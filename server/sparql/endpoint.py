"""The steps of a SPARQL request in the front."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import Receive, Scope

from kg.store.formats import TRIPLES
from server.limits import body
from server.negotiate import choose
from server.readers import protocol
from server.readers.releases import asked_of
from server.sparql.features import limit_parameters
from server.sparql.request import SparqlRequest, parse

ALLOWED = "allowed"
EDITOR = "/query/sparql"
UPDATES = "/update"
RAISED = "coterminous.raised"
"""Is set in the scope of a request that has failed before it came here: the error."""
_DESCRIBED = [type_ for each in TRIPLES for type_ in each.media_types]


async def endpoint(request: Request) -> Response:
    """The answer to a query; where nothing was asked, what this service can do.

    A browser that asks nothing is sent to the editor.
    """
    if error := request.scope.get(RAISED):
        raise error
    state = request.app.state
    sent = b""
    if request.method == "POST":
        sent = await body.read(request, state.settings.body_bytes)
    asked = parse(
        request.method,
        request.scope["query_string"],
        request.headers.get("content-type", ""),
        sent,
    )
    if asked.query is None:
        return await _described(request, asked, state)
    return await answered(state, request.scope, request.receive, asked)


async def answered(state: Any, scope: Scope, receive: Receive, asked: SparqlRequest) -> Response:
    """The answer to a query; `state` is the application's. Raises what `Readers.run` raises."""
    sent = request_of(state, scope, asked)
    response: Response = await state.readers.answered(sent, receive, asked.release)
    return response


def request_of(state: Any, scope: Scope, asked: SparqlRequest) -> protocol.Request:
    """A query as a reader is asked it."""
    params = _params(asked) | {ALLOWED: sorted(state.settings.allowed_hosts)}
    return asked_of(scope, "server.sparql.answer:answer", params, (asked.query or "").encode())


async def _described(request: Request, asked: SparqlRequest, state: Any) -> Response:
    accept = request.headers.get("accept", "")
    if not asked.format and choose(accept, [*_DESCRIBED, "text/html"]) == "text/html":
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(EDITOR + query, 303, {"Vary": "Accept"})
    params = _params(asked) | limit_parameters(state.settings)
    params["address"] = str(request.url.replace(query="", fragment=""))
    if state.settings.write_token or state.settings.tokens:
        params["update"] = str(request.base_url.replace(path=UPDATES))
    response: Response = await state.readers.run(
        request, "server.sparql.description:describe", params, release=asked.release or None
    )
    return response


def _params(asked: SparqlRequest) -> dict[str, str | list[str]]:
    return {
        "default-graph-uri": list(asked.default_graphs),
        "named-graph-uri": list(asked.named_graphs),
        "format": asked.format,
    }
