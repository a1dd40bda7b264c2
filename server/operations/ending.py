"""How the service stops: it says so, lets what runs finish, and tells the rest."""

from __future__ import annotations

import asyncio
import signal
import socket
from types import FrameType

import uvicorn

from server.operations.notify import READY, STOPPING, every, go_on, notify
from server.readers.releases import Readers

LAST = 6.0
"""Seconds that what runs is given; whoever waits then is answered 503."""


class Server(uvicorn.Server):
    """uvicorn's server. At SIGTERM it says for `drain` seconds that it is not ready, and still
    answers; then it takes no more connections, and ends when all are answered.
    """

    def __init__(self, config: uvicorn.Config, readers: Readers, drain: float) -> None:
        super().__init__(config)
        self._readers = readers
        self._drain = drain
        self._loop: asyncio.AbstractEventLoop | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer (uvicorn)."""
        self._loop = asyncio.get_running_loop()
        await super().startup(sockets)
        if self.started:
            notify(READY)
            if seconds := every():
                go_on(self._loop, seconds)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """A signal has come (uvicorn); the second one is not waited for."""
        if sig != signal.SIGTERM or self._loop is None or self._readers.is_closing:
            super().handle_exit(sig, frame)
            return
        self._readers.is_closing = True
        notify(STOPPING)
        self._loop.call_soon_threadsafe(
            self._loop.call_later, self._drain, super().handle_exit, sig, frame
        )

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Take no more connections, and wait for those there are (uvicorn)."""
        self._readers.is_closing = True
        last = asyncio.get_running_loop().call_later(LAST, self._readers.stop)
        try:
            await super().shutdown(sockets)
        finally:
            last.cancel()
