"""Whole graphs by their names (SPARQL 1.1 Graph Store HTTP Protocol).

A graph is named by `?graph=` or `?default`, or it is named by the address itself.
"""

from __future__ import annotations

import asyncio
from urllib.parse import parse_qsl
from uuid import uuid4

from starlette.requests import Request
from starlette.responses import Response

from kg.errors import BadParameter
from kg.model.terms import Iri
from kg.release.writer.work import Done, Drop, Patch, Put
from server.errors import UnsupportedType
from server.limits import body
from server.limits.parts import parts
from server.sparql.load import read
from server.sparql.request import UPDATE, parse_update
from server.sparql.update import checked, commit, condition, noted, request_id

PLACE = "/rdf-graph-store"
FIELDS = 100


async def graph_store(request: Request) -> Response:
    """A graph given, put, added to, changed, or dropped."""
    if request.method in ("GET", "HEAD"):
        return await _given(request)
    who = request.app.state.tokens.check(request)
    if request.method == "POST" and not _is_named(request):
        return await _put(request, Iri(f"{_address(request)}/{uuid4()}"), who, replace=False)
    graph = named(request)
    if request.method == "DELETE":
        asked = {"who": who, "request_id": request_id(request), **condition(request)}
        done = await commit(request, Drop(graph, **asked))
        return Response(status_code=204, headers=noted(done))
    if request.method == "PATCH":
        return await _patch(request, graph, who)
    return await _put(request, graph, who, replace=request.method == "PUT")


def named(request: Request) -> Iri | None:
    """The graph that a request is about, nothing for the default graph; raises `BadParameter`."""
    fields = _fields(request)
    graphs = [value for name, value in fields if name == "graph"]
    defaults = [value for name, value in fields if name == "default"]
    direct = request.url.path.removeprefix(PLACE).strip("/")
    if len(graphs) + len(defaults) + bool(direct) != 1:
        raise BadParameter(
            "graph", "one graph is to be named", "Send either `graph` with its IRI or `default`."
        )
    if defaults:
        return None
    text = graphs[0] if graphs else _address(request)
    try:
        return Iri(text)
    except ValueError:
        raise BadParameter("graph", f"'{text}' is not an absolute IRI") from None


async def _given(request: Request) -> Response:
    graph = named(request)
    params: dict[str, str | list[str]] = {
        "graph": graph or "",
        "format": request.query_params.get("format", ""),
    }
    readers = request.app.state.readers
    response: Response = await readers.run(request, "server.sparql.contents:answer", params)
    return response


async def _put(request: Request, graph: Iri | None, who: str, *, replace: bool) -> Response:
    sent = await body.read(request, request.app.state.settings.upload_bytes, packed=True)
    told = request.headers.get("content-type", "")
    base = graph or str(request.url.replace(query="", fragment=""))
    documents = [await read(request, each, base) for each in parts(told, sent)]
    done = await commit(
        request,
        Put(
            graph,
            b"".join(documents),
            "application/n-triples",
            replace,
            base,
            who=who,
            request_id=request_id(request),
            **condition(request),
        ),
    )
    return _written(request, graph, done)


async def _patch(request: Request, graph: Iri | None, who: str) -> Response:
    """An update of this graph alone (SPARQL 1.1 Graph Store HTTP Protocol, 5.6)."""
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media != UPDATE:
        raise UnsupportedType(media or "nothing", [UPDATE])
    sent = await body.read(request, request.app.state.settings.body_bytes)
    text = parse_update(b"", UPDATE, sent).text
    text = await asyncio.to_thread(checked, text, request.app.state.settings.allowed_hosts)
    base = graph or str(request.url.replace(query="", fragment=""))
    asked = {"who": who, "request_id": request_id(request), **condition(request)}
    return _written(request, graph, await commit(request, Patch(graph, text, base, **asked)))


def _written(request: Request, graph: Iri | None, done: Done) -> Response:
    headers = noted(done)
    if done.created or not _is_named(request):
        headers["Location"] = _place(request, graph)
        return Response(status_code=201, headers=headers)
    return Response(status_code=204, headers=headers)


def _fields(request: Request) -> list[tuple[str, str]]:
    try:
        return parse_qsl(
            request.scope["query_string"].decode("ascii"),
            keep_blank_values=True, errors="strict", max_num_fields=FIELDS,
        )  # fmt: skip
    except ValueError:
        raise BadParameter("graph", "the address is not percent-encoded UTF-8") from None


def _is_named(request: Request) -> bool:
    path = request.url.path.removeprefix(PLACE).strip("/")
    return bool(path) or any(name in ("graph", "default") for name, _ in _fields(request))


def _address(request: Request) -> str:
    """The address as it was asked for; what is encoded in it stays so."""
    path = request.scope.get("raw_path") or request.url.path.encode()
    return f"{request.url.scheme}://{request.url.netloc}{path.decode('ascii')}".rstrip("/")


def _place(request: Request, graph: Iri | None) -> str:
    """Where the graph is to be had."""
    if graph and graph.startswith(str(request.base_url) + PLACE.strip("/") + "/"):
        return graph
    return str(request.url)
