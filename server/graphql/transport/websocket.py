"""GraphQL over WebSocket, in the protocol `graphql-transport-ws`.

A message that the protocol does not have, or not then, closes the connection with the code that
it has for that.
"""

from __future__ import annotations

import asyncio
from contextlib import aclosing, suppress
from typing import Any, Final, NamedTuple

import orjson
from starlette.responses import Response
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketDisconnected

from kg.errors import BadQuery
from server.errors import problem_of
from server.graphql.transport.front import Front, TooManyOperations, TooManyStreams, errors
from server.graphql.transport.mutating import reads
from server.graphql.transport.operations import BEGUN, Result, results
from server.graphql.transport.request import JSON, GraphqlRequest, loaded, of_json

PROTOCOL: Final = "graphql-transport-ws"
INITIATION: Final = 3.0
"""Seconds that a client may take until it says `connection_init`."""
_REASON: Final = 123  # bytes of the reason of a close frame (RFC 6455, 5.5)
_LATER: Final = {"Retry-After": "1", "Cache-Control": "no-store"}


class Close(NamedTuple):
    """Why a connection is closed; a client that has left needs no code."""

    code: int
    reason: str


LEFT: Final = Close(0, "")
IDLE: Final = Close(1000, "Nothing is asked")
LATE: Final = Close(4408, "Connection initialisation timeout")
UNKNOWN_PROTOCOL: Final = Close(4406, "Subprotocol not acceptable")


async def endpoint(websocket: WebSocket) -> None:
    """Answer a connection until it is closed; one too many is refused with 503."""
    front: Front = websocket.app.state.graphql
    try:
        with front.stream():
            await _Connection(websocket, front).live()
    except TooManyStreams as error:
        denial = Response(errors(problem_of(error)), 503, _LATER, JSON)
        await websocket.send_denial_response(denial)


class _Connection:
    """One connection, and the operations that it has open, by their ids."""

    def __init__(self, websocket: WebSocket, front: Front) -> None:
        self._socket = websocket
        self._front = front
        self._release = websocket.query_params.get("release", "")
        self._operations: dict[str, asyncio.Task[None]] = {}
        self._is_initiated = self._reads = False

    async def live(self) -> None:
        """Take message after message, until one side has closed the connection."""
        if PROTOCOL not in self._socket.scope["subprotocols"]:
            await self._socket.accept()
            await self._close(UNKNOWN_PROTOCOL)
            return
        await self._socket.accept(PROTOCOL)
        self._initiation = asyncio.get_running_loop().time() + INITIATION
        async with asyncio.TaskGroup() as group:
            self._group = group
            closing = None
            while closing is None:
                closing = await self._next()
            for each in self._operations.values():
                each.cancel()
        await self._close(closing)

    async def _next(self) -> Close | None:
        try:
            async with asyncio.timeout_at(self._patience()):
                message = await self._socket.receive()
        except TimeoutError:
            if not self._is_initiated:
                return LATE
            return None if self._operations else IDLE
        if message["type"] == "websocket.disconnect":
            return LEFT
        try:
            return await self._take(_read(message))
        except BadQuery as error:
            return Close(4400, f"Invalid message received: {error}")

    def _patience(self) -> float:
        """When a client that says nothing has been waited for long enough."""
        if not self._is_initiated:
            return self._initiation
        return asyncio.get_running_loop().time() + self._front.settings.idle

    async def _take(self, message: dict[str, Any]) -> Close | None:
        match message["type"]:
            case "connection_init":
                return await self._initiate(message.get("payload") or {})
            case "ping":
                payload = message.get("payload")
                await self._send({"type": "pong"} | ({"payload": payload} if payload else {}))
            case "subscribe":
                return await self._subscribe(message["id"], of_json(message.get("payload")))
            case "complete":
                if operation := self._operations.pop(message["id"], None):
                    operation.cancel()
        return None

    async def _initiate(self, payload: dict[str, Any]) -> Close | None:
        """Begin; a browser, which can set no header, may send its token in the payload."""
        if self._is_initiated:
            return Close(4429, "Too many initialisation requests")
        scheme, _, sent = str(payload.get("authorization", "")).partition(" ")
        told = sent.strip() if scheme.lower() == "bearer" else ""
        self._reads = reads(self._socket, told)
        self._is_initiated = True
        await self._send({"type": "connection_ack"})
        return None

    async def _subscribe(self, identity: str, asked: GraphqlRequest) -> Close | None:
        if not self._is_initiated:
            return Close(4401, "Unauthorized")
        if identity in self._operations:
            return Close(4409, f"Subscriber for {identity} already exists")
        limit = self._front.settings.subscriptions
        if len(self._operations) >= limit:
            error = TooManyOperations(limit)
            told = orjson.loads(errors(problem_of(error)))["errors"]
            await self._send({"type": "error", "id": identity, "payload": told})
            return None
        work = self._operate(identity, asked)
        self._operations[identity] = self._group.create_task(work)
        return None

    async def _operate(self, identity: str, asked: GraphqlRequest) -> None:
        try:
            async with aclosing(
                results(self._front, asked, self._release, reads=self._reads)
            ) as found:
                async for each in found:
                    if not each.begun:
                        await self._tell_errors(identity, each)
                        return
                    if each is not BEGUN:
                        await self._send_text(_next_message(identity, each.body))
            await self._send({"type": "complete", "id": identity})
        finally:
            # Its id may have been taken again since the client completed it.
            if self._operations.get(identity) is asyncio.current_task():
                del self._operations[identity]

    async def _tell_errors(self, identity: str, result: Result) -> None:
        told = orjson.loads(result.body)["errors"]
        await self._send({"type": "error", "id": identity, "payload": told})

    async def _send(self, message: dict[str, Any]) -> None:
        await self._send_text(orjson.dumps(message).decode())

    async def _send_text(self, text: str) -> None:
        with suppress(WebSocketDisconnect, WebSocketDisconnected):
            await self._socket.send_text(text)

    async def _close(self, why: Close) -> None:
        if why is not LEFT:
            reason = why.reason.encode()[:_REASON].decode(errors="ignore")
            with suppress(WebSocketDisconnect, WebSocketDisconnected):
                await self._socket.close(why.code, reason)


def _next_message(identity: str, body: bytes) -> str:
    head = orjson.dumps({"type": "next", "id": identity})
    return f'{head[:-1].decode()},"payload":{body.decode()}}}'


def _read(message: Any) -> dict[str, Any]:
    """A message of the protocol; raises `BadQuery` for what is none."""
    text = message.get("text")
    if text is None:
        raise BadQuery("It is not text.")
    told = loaded(text.encode(), "It")
    if not isinstance(told, dict):
        raise BadQuery("It is not a JSON object.")
    kind = told.get("type")
    if kind in ("connection_init", "ping", "pong"):
        if not isinstance(told.get("payload"), dict | None):
            raise BadQuery("Its 'payload' is not an object.")
    elif kind in ("subscribe", "complete"):
        if not isinstance(told.get("id"), str) or not told["id"]:
            raise BadQuery("Its 'id' is not a string of some length.")
    else:
        raise BadQuery(f"'{kind}' is not its type.")
    return told
