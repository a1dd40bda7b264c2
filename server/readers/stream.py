"""An answer on its way to a client who may leave at any moment."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Mapping
from typing import Any

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from server.readers.wire import Answer, ClientGone


async def left(receive: Receive) -> None:
    """Return when the client has left; what remains of its body is thrown away."""
    while (await receive())["type"] != "http.disconnect":
        pass


async def gone(receive: Receive, work: Coroutine[Any, Any, Answer]) -> Answer | None:
    """What `work` gives, or nothing when the client left before; the work is cancelled then."""
    doing = asyncio.ensure_future(work)
    leaving = asyncio.ensure_future(left(receive))
    try:
        await asyncio.wait({doing, leaving}, return_when=asyncio.FIRST_COMPLETED)
        return doing.result() if doing.done() else None
    finally:
        leaving.cancel()
        if not doing.done():
            doing.cancel()


class Stream(Response):
    """An answer sent as it comes. If it fails midway the connection is broken off, never ended."""

    def __init__(self, answer: Answer, headers: Mapping[str, str]) -> None:
        self.answer = answer
        self.status_code = answer.status
        self.background = None
        self.body = b""
        self.init_headers(headers)
        self.raw_headers = [each for each in self.raw_headers if each[0] != b"content-length"]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the answer (ASGI)."""
        leaving = asyncio.ensure_future(left(receive))
        leaving.add_done_callback(lambda _: self.answer.abandon())
        try:
            start = {"status": self.status_code, "headers": self.raw_headers}
            await send({"type": "http.response.start", **start})
            async for chunk in self.answer.chunks():
                await send({"type": "http.response.body", "body": chunk, "more_body": True})
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        except ClientGone:
            return
        finally:
            leaving.cancel()
            self.answer.abandon()
