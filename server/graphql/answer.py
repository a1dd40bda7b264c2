"""The handler that answers GraphQL in a reader process."""

from __future__ import annotations

from typing import Any, Final

import orjson

from kg.release.opened import OpenRelease
from server.graphql.api import api
from server.graphql.compile import AnotherRelease
from server.graphql.execute import Answer, Operation, respond
from server.readers.protocol import Reply, Request

JSON: Final = "application/json"
GRAPHQL: Final = "application/graphql-response+json"
ELSEWHERE: Final = "x-ask-release"
"""A header of the reply that names the release which the document asks instead of this one."""


def answer(release: OpenRelease, request: Request, reply: Reply) -> None:
    """Answer the operation in the body: `query`, `variables`, `operationName`, `extensions`.

    The parameter `media` is the media type to answer in. Of `application/json`, the status is 200
    whatever the response says; otherwise 400 where the operation could not be begun.
    """
    asked: dict[str, Any] = orjson.loads(request.body)
    media = request.text("media", JSON)
    extensions = asked.get("extensions") or {}
    operation = Operation(
        asked["query"],
        asked.get("variables") or {},
        asked.get("operationName"),
        explain=bool(extensions.get("explain")),
    )
    try:
        response = respond(release, operation)
    except AnotherRelease as other:
        reply.head(421, {ELSEWHERE: other.name})
        return
    reply.head(status(response, media), {"content-type": f"{media}; charset=utf-8"})
    reply.write(orjson.dumps(response))


def status(response: Answer, media: str) -> int:
    """The HTTP status of a response in that media type.

    >>> status({"errors": []}, JSON), status({"errors": []}, GRAPHQL), status({"data": {}}, GRAPHQL)
    (200, 400, 200)
    """
    return 200 if media == JSON or "data" in response else 400


def warm(release: OpenRelease) -> None:
    """Makes the schema before readers are forked, so that none has to."""
    _ = api(release.ontology).schema
