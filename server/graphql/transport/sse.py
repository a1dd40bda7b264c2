"""GraphQL over server-sent events, in the protocol of `graphql-sse`, in both of its modes.

*Distinct connections*: an operation that is asked for as `text/event-stream` is answered as one.
*Single connection*: PUT reserves a stream, whose token the other requests bring along; GET opens
it, POST starts an operation in it, DELETE ends one.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing
from typing import Final

import orjson
from starlette.responses import Response, StreamingResponse

from kg.errors import BadQuery, KgError
from server.errors import NotAcceptable
from server.graphql.transport.front import Front, Reserved, TooManyOperations, TooManyStreams
from server.graphql.transport.operations import BEGUN, Result, results
from server.graphql.transport.request import EVENTS, JSON, GraphqlRequest
from server.negotiate import choose

Refusal = asyncio.Future[Result | None]

PING: Final = 12.0
"""Seconds of silence after which a comment is sent, so that nobody takes the stream for dead."""
AHEAD: Final = 64
"""How many events are held for a client that takes them more slowly than they come."""
_COMMENT: Final = b":\n\n"
_TEXT: Final = "text/plain"
_HEADERS: Final = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


class StreamNotFound(KgError):
    """An event stream was named that is not reserved here, or not any more."""

    code = "stream-not-found"

    def __init__(self) -> None:
        super().__init__("Stream not found")
        self.hint = "Reserve one by PUT, and open it before long."


class StreamConflict(KgError):
    """An event stream that is open, or an operation in it, was asked for a second time."""

    code = "stream-conflict"


class EventStream(Reserved):
    """Events on their way to a client, and the operations that they come from, by their ids.

    The id of the only operation of a distinct connection is empty.
    """

    def __init__(self, front: Front) -> None:
        self.is_open = False
        self._front = front
        self._events: asyncio.Queue[bytes | None] = asyncio.Queue(AHEAD)
        self._operations: dict[str, asyncio.Task[None]] = {}

    def start(
        self, asked: GraphqlRequest, release: str, identity: str = "", *, reads: bool = False
    ) -> Refusal:
        """Start an operation; what is given comes to be what is wrong if it cannot begin.

        Raises `StreamConflict` and `TooManyOperations`.
        """
        if identity in self._operations:
            raise StreamConflict(f"Operation with ID '{identity}' already exists")
        if len(self._operations) >= self._front.settings.subscriptions:
            raise TooManyOperations(self._front.settings.subscriptions)
        refusal: Refusal = asyncio.get_running_loop().create_future()
        work = self._carry(identity, results(self._front, asked, release, reads=reads), refusal)
        operation = self._operations[identity] = asyncio.ensure_future(work)
        # One that is completed before its first step never comes to `finally`.
        operation.add_done_callback(lambda _: _settle(refusal))
        return refusal

    def complete(self, identity: str) -> None:
        """End an operation, if it is still there; nothing more comes from it."""
        if operation := self._operations.pop(identity, None):
            operation.cancel()

    def close(self) -> None:
        """End all operations."""
        for each in list(self._operations):
            self.complete(each)

    async def chunks(self) -> AsyncIterator[bytes]:
        """The events as they come; a stream in which nothing is asked for long is ended."""
        silence = 0.0
        try:
            with self._front.stream():
                yield _COMMENT
                while self._operations or silence < self._front.settings.idle:
                    event = await self._next()
                    if event is None:
                        return
                    silence = silence + PING if event is _COMMENT else 0.0
                    yield event
        finally:
            self.close()

    async def _next(self) -> bytes | None:
        try:
            async with asyncio.timeout(PING):
                return await self._events.get()
        except TimeoutError:
            return _COMMENT

    async def _carry(
        self, identity: str, found: AsyncGenerator[Result, None], refusal: Refusal
    ) -> None:
        try:
            async with aclosing(found):
                async for each in found:
                    if not each.begun and identity and not refusal.done():
                        refusal.set_result(each)
                        return
                    _settle(refusal)
                    if each is not BEGUN:
                        await self._events.put(_event("next", identity, each.body))
            await self._events.put(_event("complete", identity))
            if not identity:
                await self._events.put(None)
        finally:
            # Its id may have been taken again since the client completed it.
            if self._operations.get(identity) is asyncio.current_task():
                del self._operations[identity]


def distinct(front: Front, asked: GraphqlRequest, release: str, *, reads: bool) -> Response:
    """The operation as an event stream of its own; raises `TooManyStreams`."""
    front.check_streams()
    stream = EventStream(front)
    stream.start(asked, release, reads=reads)
    return _response(stream)


def reserve(front: Front, accept: str) -> Response:
    """A new reservation; its token is the body. Raises `NotAcceptable` and `TooManyStreams`."""
    if choose(accept, [_TEXT]) is None:
        raise NotAcceptable(accept, [_TEXT])
    if len(front.reservations) >= front.settings.connections:
        raise TooManyStreams(front.settings.connections)
    token = secrets.token_urlsafe(24)
    stream = EventStream(front)
    front.reservations[token] = stream

    def expire() -> None:
        if not stream.is_open:
            front.reservations.pop(token, None)
            stream.close()

    asyncio.get_running_loop().call_later(front.settings.idle, expire)
    return Response(token, 201, _HEADERS, _TEXT)


def opened(front: Front, token: str) -> Response:
    """The reserved stream; raises `StreamNotFound`, `StreamConflict` and `TooManyStreams`."""
    stream = _reserved(front, token)
    if stream.is_open:
        raise StreamConflict("Stream already open")
    front.check_streams()
    stream.is_open = True
    return _response(stream, lambda: front.reservations.pop(token, None))


async def started(
    front: Front, token: str, asked: GraphqlRequest, release: str, *, reads: bool
) -> Response:
    """202 when the operation has begun in the reserved stream, else what is wrong with it.

    Raises `StreamNotFound`, and what `EventStream.start` raises.
    """
    stream = _reserved(front, token)
    identity = asked.extensions.get("operationId")
    if not isinstance(identity, str) or not identity:
        raise BadQuery("Operation ID is missing", "extensions.operationId")
    refusal = await stream.start(asked, release, identity, reads=reads)
    if refusal:
        return Response(refusal.body, 400, _HEADERS, JSON)
    return Response(status_code=202, headers=_HEADERS)


def completed(front: Front, token: str, identity: str) -> Response:
    """200 when the operation in the reserved stream is ended, whether or not it was there."""
    stream = _reserved(front, token)
    if not identity:
        raise BadQuery("Operation ID is missing", "operationId")
    stream.complete(identity)
    return Response(status_code=200, headers=_HEADERS)


def _reserved(front: Front, token: str) -> EventStream:
    stream = front.reservations.get(token)
    if not isinstance(stream, EventStream):
        raise StreamNotFound
    return stream


def _response(stream: EventStream, ended: Callable[[], object] = lambda: None) -> Response:
    async def chunks() -> AsyncIterator[bytes]:
        try:
            async for each in stream.chunks():
                yield each
        finally:
            stream.close()
            ended()

    return StreamingResponse(chunks(), 200, _HEADERS, f"{EVENTS}; charset=utf-8")


def _settle(refusal: Refusal) -> None:
    if not refusal.done():
        refusal.set_result(None)


def _event(kind: str, identity: str, body: bytes = b"") -> bytes:
    """An event as it is written.

    >>> _event("next", "", b'{"data":{}}')
    b'event: next\\ndata: {"data":{}}\\n\\n'
    """
    if identity:
        named = orjson.dumps({"id": identity})
        body = named[:-1] + b',"payload":' + body + b"}" if body else named
    return b"event: " + kind.encode() + b"\ndata: " + body + b"\n\n"
