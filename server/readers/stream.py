"""An answer on its way to a client who may leave at any moment."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine, Mapping
from typing import Any

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from kg.errors import KgError
from server.readers.processes.wire import Answer, ClientGone

LOG = logging.getLogger("coterminous")
BROKEN = "coterminous.broken"
"""Is set in the scope of a request whose answer was broken off: the code of the error."""

BLINK = 0.02
"""Seconds in which most answers come."""


async def left(receive: Receive) -> None:
    """Return when the client has left; what remains of its body is thrown away."""
    while (await receive())["type"] != "http.disconnect":
        pass


async def gone(receive: Receive, work: Coroutine[Any, Any, Answer]) -> Answer | None:
    """What `work` gives, or nothing when the client left before; the work is cancelled then.

    In the first `BLINK` nobody looks whether the client is there: for an answer that comes at once
    the two tasks that this takes would be a tenth of its time.
    """
    watch = _Leaving(receive)
    try:
        return await work
    except asyncio.CancelledError:
        if not watch.has_left:
            raise
        watch.forgive()
        return None
    finally:
        watch.end()


class _Leaving:
    """Cancels the task that makes it when the client has left."""

    def __init__(self, receive: Receive) -> None:
        self.has_left = False
        self._receive = receive
        self._asking = asyncio.current_task()
        self._looking: asyncio.Task[None] | None = None
        self._timer = asyncio.get_running_loop().call_later(BLINK, self._look)

    def forgive(self) -> None:
        """The task goes on: it was cancelled for this reason alone (asyncio)."""
        assert self._asking
        self._asking.uncancel()

    def end(self) -> None:
        """Look no more."""
        self._timer.cancel()
        if self._looking:
            self._looking.remove_done_callback(self._cancel)
            self._looking.cancel()

    def _look(self) -> None:
        self._looking = asyncio.ensure_future(left(self._receive))
        self._looking.add_done_callback(self._cancel)

    def _cancel(self, looking: asyncio.Task[None]) -> None:
        if self._asking and not looking.cancelled():
            self.has_left = True
            self._asking.cancel()


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
        except KgError as error:
            # Nothing more can be told; that the end does not come says that this was not all.
            scope[BROKEN] = error.code
            LOG.warning("an answer was broken off: %s", error)
        finally:
            leaving.cancel()
            self.answer.abandon()
