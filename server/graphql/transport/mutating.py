"""Mutations in the front: who may send one, and what one writes into the graph."""

from __future__ import annotations

from typing import Any, Final

import orjson
from starlette.requests import Request
from starlette.responses import Response

from kg.errors import KgError
from kg.model.terms import Iri
from kg.release.writer.work import Done, Drop, Put
from server.graphql.mutations import MUTATOR, SHELF, WRITES, WRITTEN
from server.graphql.transport.operations import ANSWER
from server.readers.releases import asked_of

DOCUMENTS: Final = "documents"
"""The folder of a store that documents are in."""


def writer(request: Request) -> str:
    """The name of who sent a request, where a token says that they may write; else empty."""
    if request.method != "POST" or "authorization" not in request.headers:
        return ""
    try:
        who: str = request.app.state.tokens.check(request)
    except KgError:
        return ""
    return who


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
