"""The handler that answers GraphQL in a reader process."""

from __future__ import annotations

from contextlib import suppress

import orjson
from graphql import GraphQLError, OperationType, get_operation_ast, parse

from kg.release.opened import OpenRelease
from server.errors import PROBLEM
from server.graphql.api import Invalid, OlderModel, api
from server.graphql.execution.execute import Answer, Operation, formatted, respond
from server.graphql.mutations import mutated
from server.graphql.planning.compile import AnotherRelease
from server.graphql.protocol import ELSEWHERE, SUBSCRIBED, VALID
from server.graphql.subscriptions.subscription import operation_of, subscribed
from server.graphql.transport.request import JSON
from server.readers.protocol import Reply, Request


def answer(release: OpenRelease, request: Request, reply: Reply) -> None:
    """Answer the operation in the body, a `GraphqlRequest` as JSON.

    The parameter `media` is the media type to answer in. Of `application/json`, the status is 200
    whatever the response says; otherwise 400 where the operation could not be begun. With the
    parameter `streams`, what a subscription is about is told as JSON; without it is refused.
    """
    operation = operation_of(orjson.loads(request.body))
    try:
        wanted = subscribed(api(release.ontology, release.library), operation)
        if wanted and request.text("streams"):
            reply.head(200, {SUBSCRIBED: wanted["field"], VALID: "1"})
            reply.write(orjson.dumps(wanted))
            return
        done = mutated(release, operation, request, reply)
        if done is None:
            return
        response = done or respond(release, operation)
    except AnotherRelease as other:
        reply.head(421, {ELSEWHERE: other.name})
        return
    except Invalid as invalid:
        response = refused(invalid.errors, release)
    except GraphQLError as error:
        response = refused([error], release)
    media = request.text("media", JSON)
    code, headers = status(response, media), {"content-type": f"{media}; charset=utf-8"}
    if "data" in response:
        headers[VALID] = "1"
    else:
        headers[PROBLEM] = str(response["errors"][0]["extensions"]["code"])
        if request.method == "GET" and _is_mutation(operation):
            code, headers["allow"] = 405, "POST"  # GraphQL over HTTP, 5.3
    reply.head(code, headers)
    reply.write(orjson.dumps(response))


def refused(found: list[GraphQLError], release: OpenRelease) -> Answer:
    """The response to what could not be begun."""
    return {
        "errors": [formatted(each) for each in found],
        "extensions": {"release": release.name},
    }


def status(response: Answer, media: str) -> int:
    """The HTTP status of a response in that media type.

    >>> status({"errors": []}, JSON), status({"errors": []}, "application/graphql-response+json")
    (200, 400)
    """
    return 200 if media == JSON or "data" in response else 400


def warm(release: OpenRelease) -> None:
    """Makes the schema, and its text, before readers are forked, so that none has to.

    A release whose model is too old for it is answered from at the other doors.
    """
    here = api(release.ontology, release.library)
    with suppress(OlderModel):
        _ = here.schema, here.sdl


def _is_mutation(asked: Operation) -> bool:
    try:
        operation = get_operation_ast(parse(asked.document, max_tokens=1000), asked.name)
    except GraphQLError:
        return False
    return operation is not None and operation.operation == OperationType.MUTATION
