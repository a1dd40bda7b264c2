"""What a connection may do before it has asked anything: take 10 s, and send 64 KiB of headers."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

SECONDS = 10.0
HEADERS = 64 * 1024


class Connection(HttpToolsProtocol):
    """uvicorn's connection, closed when its headers come too slowly or are too many."""

    _timer: asyncio.TimerHandle | None = None
    _taken = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A client has connected (asyncio)."""
        super().connection_made(transport)
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """The client has left (asyncio)."""
        self._stop()
        super().connection_lost(exc)

    def on_message_begin(self) -> None:
        """A request begins (httptools)."""
        self._taken = 0
        self._wait()
        super().on_message_begin()

    def on_url(self, url: bytes) -> None:
        """A part of its address has come (httptools)."""
        self._take(len(url))
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        """A header has come (httptools)."""
        self._take(len(name) + len(value))
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """Its headers are complete (httptools)."""
        self._stop()
        super().on_headers_complete()

    def _take(self, size: int) -> None:
        self._taken += size
        if self._taken > HEADERS:
            # uvicorn answers 400 to what the parser's callbacks raise, and closes.
            raise ValueError("The headers are too large.")

    def _wait(self) -> None:
        self._stop()
        self._timer = asyncio.get_running_loop().call_later(SECONDS, self._close)

    def _stop(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None

    def _close(self) -> None:
        self.transport.close()


def options() -> dict[str, Any]:
    """How uvicorn is to be run: its options for this service."""
    return {
        "http": Connection,
        "ws": "none",
        "log_config": None,
        "access_log": False,
        "server_header": False,
        "timeout_keep_alive": 30,
        "timeout_graceful_shutdown": 10,
        "backlog": 2048,
    }
