"""The steps of a SPARQL request in the front."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg.store.formats import TRIPLES
from server.limits import body
from server.negotiate import choose
from server.sparql.features import limit_parameters
from server.sparql.request import parse

ALLOWED = "allowed"
EDITOR = "/query/sparql"
UPDATES = "/update"
_DESCRIBED = [type_ for each in TRIPLES for type_ in each.media_types]


async def endpoint(request: Request) -> Response:
    """The answer to a query; where nothing was asked, what this service can do.

    A browser that asks nothing is sent to the editor.
    """
    settings = request.app.state.settings
    sent = b""
    if request.method == "POST":
        sent = await body.read(request, settings.body_bytes)
    asked = parse(
        request.method,
        request.scope["query_string"],
        request.headers.get("content-type", ""),
        sent,
    )
    params: dict[str, str | list[str]] = {
        "default-graph-uri": list(asked.default_graphs),
        "named-graph-uri": list(asked.named_graphs),
        "format": asked.format,
    }
    if asked.query is None:
        accept = request.headers.get("accept", "")
        if not asked.format and choose(accept, [*_DESCRIBED, "text/html"]) == "text/html":
            query = f"?{request.url.query}" if request.url.query else ""
            return RedirectResponse(EDITOR + query, 303, {"Vary": "Accept"})
        params["address"] = str(request.url.replace(query="", fragment=""))
        params |= limit_parameters(settings)
        if settings.write_token or settings.tokens:
            params["update"] = str(request.base_url.replace(path=UPDATES))
        handler = "server.sparql.description:describe"
    else:
        params[ALLOWED] = sorted(settings.allowed_hosts)
        handler = "server.sparql.answer:answer"
    readers = request.app.state.readers
    response: Response = await readers.run(
        request, handler, params, (asked.query or "").encode(), release=asked.release or None
    )
    return response
