"""Mutations in the front: who may send one, and what one writes into the graph."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import orjson
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response

from kg.errors import KgError
from kg.model.terms import Iri
from kg.release.writer.work import Done, Drop, Put
from server.graphql.protocol import MUTATOR, SHELF, WRITES, WRITTEN
from server.graphql.subscriptions.progress import DOCUMENTS
from server.graphql.transport.operations import ANSWER
from server.limits.tokens import Tokens
from server.readers.releases import asked_of


def writer(request: Request) -> str:
    """The name of who sent a request, where a token says that they may write; else empty."""
    if request.method != "POST" or "authorization" not in request.headers:
        return ""
    try:
        who: str = request.app.state.tokens.check(request)
    except KgError:
        return ""
    return who


def reads(connection: HTTPConnection, sent: str = "") -> bool:
    """Whether whoever connects has a token, in a header or `sent`, that may read of documents."""
    tokens: Tokens = connection.app.state.tokens
    with suppress(KgError):
        if sent:
            tokens.known(sent).check("read")
        else:
            tokens.check(connection, "read")
        return True
    return False


async def mutated(
    request: Request, who: str, params: dict[str, str | list[str]], body: bytes, release: str
) -> Response:
    """The answer to who may write. What is to be written first is, and then it is asked again."""
    state: Any = request.app.state
    shelf = str(state.readers.catalogue.folder / DOCUMENTS)
    known = {**params, MUTATOR: who, SHELF: shelf}

    async def asked(more: dict[str, str | list[str]]) -> Response:
        told = asked_of(request.scope, ANSWER, more, body)
        response: Response = await state.readers.whole(told, release)
        return response

    first = await asked(known)
    if WRITES not in first.headers:
        return first
    graph, data = Iri(first.headers[WRITES]), bytes(first.body)
    number = str(request.scope.get("request_id", ""))
    done: Done = await state.writes.commit(_work(graph, data, who, number))
    written = {"release": done.release, "added": done.added, "removed": done.removed}
    return await asked({**known, WRITTEN: orjson.dumps(written).decode()})


def _work(graph: Iri, data: bytes, who: str, number: str) -> Put | Drop:
    if data:
        return Put(graph, data, "application/n-triples", who=who, request_id=number)
    return Drop(graph, who=who, request_id=number)
