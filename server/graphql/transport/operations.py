"""An operation whose results are sent as they come: one, or of a subscription one an event."""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any, Final, NamedTuple

import orjson
from starlette.responses import Response

from kg.errors import KgError
from server.errors import PROBLEM, Problem, problem_of
from server.graphql.protocol import SUBSCRIBED
from server.graphql.subscriptions.differences import summary
from server.graphql.subscriptions.progress import Progress
from server.graphql.subscriptions.subscription import CHANGED, PROGRESS
from server.graphql.transport.front import Front, errors
from server.graphql.transport.request import GRAPHQL, GraphqlRequest
from server.limits.tokens import Unauthorized
from server.readers.feed import Listener, Move
from server.readers.processes.wire import ReaderFault
from server.readers.protocol import Request

LOG = logging.getLogger("coterminous")
ANSWER: Final = "server.graphql.answer:answer"
EVENT: Final = "server.graphql.subscriptions.subscription:event"


class Result(NamedTuple):
    """A GraphQL response as JSON; `begun` is false where the operation could not be begun."""

    body: bytes
    begun: bool


BEGUN: Final = Result(b"", begun=True)
"""Says of a subscription that it has begun; its results follow."""


async def results(
    front: Front, asked: GraphqlRequest, release: str = "", *, reads: bool = False
) -> AsyncGenerator[Result, None]:
    """The results of an operation: of a query one, of a subscription `BEGUN` and one an event.

    Nothing is raised for what goes wrong: it is the last result. `release` is asked unless the
    document names another. Of documents in review it is told to who `reads` them: whose token
    may.
    """
    # It listens before it asks, so that no release goes by in between.
    with front.readers.feed.listening() as listener:
        try:
            asked = front.documents.resolved(asked)
            response = await _asked(front, asked, release)
        except (KgError, ReaderFault) as error:
            problem = _problem(error)
            front.readers.history.refusals[problem.code] += 1
            yield Result(errors(problem), begun=False)
            return
        if PROBLEM in response.headers:
            front.readers.history.refusals[response.headers[PROBLEM]] += 1
        if SUBSCRIBED not in response.headers:
            yield Result(bytes(response.body), begun=response.status_code == 200)
            return
        wanted: dict[str, Any] = orjson.loads(response.body)
        if wanted["field"] == PROGRESS and not reads:
            yield Result(errors(problem_of(Unauthorized())), begun=False)
            return
        yield BEGUN
        async with aclosing(_events(front, asked, wanted, listener)) as events:
            async for each in events:
                yield each


async def _asked(front: Front, asked: GraphqlRequest, release: str) -> Response:
    async def call(params: dict[str, str | list[str]], body: bytes, other: str | None) -> Response:
        request = Request(ANSWER, params, body, method="POST", path="/graphql")
        return await front.readers.whole(request, other or release)

    return await front.answered(call, asked, media=GRAPHQL, streams="1")


async def _events(
    front: Front, asked: GraphqlRequest, wanted: dict[str, Any], listener: Listener
) -> AsyncGenerator[Result, None]:
    front.subscriptions += 1
    try:
        if wanted["field"] == PROGRESS:
            async for step in _steps(front, asked, wanted["document"], listener):
                yield step
            return
        async with aclosing(listener.moves()) as moves:
            async for move in moves:
                result = await _event(front, asked, wanted, move)
                if result:
                    yield result
                if result and not result.begun:
                    return
    finally:
        front.subscriptions -= 1


async def _steps(
    front: Front, asked: GraphqlRequest, document: str | None, listener: Listener
) -> AsyncGenerator[Result, None]:
    """What becomes of documents in review; the first thing that goes wrong is the last result."""
    try:
        async with aclosing(Progress(front.readers, document).steps(listener)) as steps:
            async for each in steps:
                body = asked.body(event={"field": PROGRESS, "value": each})
                request = Request(EVENT, {}, body, method="POST", path="/graphql")
                answer = await front.readers.whole(request)
                yield Result(bytes(answer.body), begun=answer.status_code == 200)
    except (KgError, ReaderFault) as error:
        yield Result(errors(_problem(error)), begun=False)


async def _event(
    front: Front, asked: GraphqlRequest, wanted: dict[str, Any], move: Move
) -> Result | None:
    """What a move is to a subscription; nothing if it is not about it."""
    try:
        event: dict[str, Any] = {"field": wanted["field"]}
        if wanted["field"] == CHANGED:
            found = await front.comparisons.of(move, wanted["ids"])
            if not found:
                return None
            before = move.before.name if move.before else None
            event["value"] = summary(found, move.after.name, before)
        request = Request(EVENT, {}, asked.body(event=event), method="POST", path="/graphql")
        answer = await move.after.whole(request)
    except (KgError, ReaderFault) as error:
        return Result(errors(_problem(error)), begun=False)
    return Result(answer.body(), begun=answer.status == 200)


def _problem(error: Exception) -> Problem:
    if isinstance(error, ReaderFault):
        LOG.error("a GraphQL operation failed", exc_info=error)
    return problem_of(error)
