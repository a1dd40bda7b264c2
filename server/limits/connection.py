"""What a connection may do before it has asked anything: take 10 s, and send 64 KiB of headers."""

from __future__ import annotations

import asyncio
import os
import re
import socket
from collections import Counter
from typing import Any, cast

from uvicorn.protocols.http.httptools_impl import (
    STATUS_LINE,
    HttpToolsProtocol,
    RequestResponseCycle,
)

from server.errors import STATUS, CannotListen, Problem
from server.layers import Layer
from server.limits import sooner
from server.limits.together import Together

SECONDS = 10.0
HEADERS = 64 * 1024
LINGER = 16 * 1024 * 1024
"""Bytes of a refused request that are read and thrown away: who is cut off while sending is told
nothing of why."""
MESSAGE = 1024 * 1024
"""The largest message over WebSocket, in bytes; a larger one closes the connection (1009)."""
PING = 20.0
"""Seconds between two looks whether the client of a WebSocket is there, and to wait for it."""
BACKLOG = 2048
"""Connections that wait to be taken, at most."""
ENDLESS = "coterminous.endless"
"""Is set in the scope of a request whose response has no end of its own."""


CLOSED: Counter[str] = Counter({"malformed-request": 0, "headers-too-slow": 0})
"""Connections that were closed before they had asked anything that can be read, by why."""
_OFFER = re.compile(rb"\r\nupgrade:[ \t]*h2c[ \t]*(?=\r\n|\Z)", re.IGNORECASE)


class Connection(HttpToolsProtocol):
    """uvicorn's connection, closed when its headers come too slowly or are too many."""

    _timer: asyncio.TimerHandle | None = None
    _taken = 0
    _refusal: Problem | None = None
    """Why the request is not read on, once it is not."""
    _left = LINGER
    _is_between = True
    """Whether no request has begun to come that is not complete."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A client has connected (asyncio)."""
        super().connection_made(transport)
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """The client has left (asyncio)."""
        self._stop()
        super().connection_lost(exc)

    def shutdown(self) -> None:
        """The service ends, and does not wait for a response that would go on (uvicorn)."""
        super().shutdown()
        if self.cycle and ENDLESS in self.cycle.scope:
            self.transport.close()

    def on_message_begin(self) -> None:
        """A request begins (httptools)."""
        self._taken = 0
        self._is_between = False
        self._wait()
        super().on_message_begin()

    def on_url(self, url: bytes) -> None:
        """A part of its address has come (httptools)."""
        self._take(len(url), 414, "address")
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        """A header has come (httptools)."""
        self._take(len(name) + len(value), 431, "headers")
        super().on_header(name, value)

    def data_received(self, data: bytes) -> None:
        """Bytes have come (asyncio)."""
        if self._refusal:
            self._left -= len(data)
            if self._left < 0:
                self.transport.close()
            return
        if self.cycle is None or self.cycle.response_complete:
            if self._is_between and self._is_answered(data):
                return
            data = without_offer(data)
        super().data_received(data)

    def on_message_complete(self) -> None:
        """All of a request has come (httptools)."""
        super().on_message_complete()
        self._is_between = True

    def _is_answered(self, data: bytes) -> bool:
        """Whether that is a whole request, which was answered at once."""
        if self.flow.write_paused or not hasattr(self.app, "at_once"):
            return False
        usual = self.server_state.default_headers
        found = sooner.answer(cast(Layer, self.app), data, self.client, usual)
        if found is None:
            return False
        self._stop()
        self._unset_keepalive_if_required()
        self.transport.write(found)
        self.on_response_complete()
        return True

    def send_400_response(self, msg: str) -> None:
        """What came is not HTTP (uvicorn)."""
        CLOSED["malformed-request"] += 1
        if self._refusal and (self.cycle is None or self.cycle.response_complete):
            self._refuse(self._refusal)
        else:
            super().send_400_response(msg)

    def on_headers_complete(self) -> None:
        """Its headers are complete (httptools)."""
        self._stop()
        if self.parser.should_upgrade() and not self._should_upgrade():
            raise ValueError("The body would be lost.")  # it is taken for another protocol's
        super().on_headers_complete()

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: Any) -> None:
        cycle.transport = Together(self.transport, self.loop)
        super()._start_asgi_task(cycle, app)

    def _take(self, size: int, status: int, what: str) -> None:
        self._taken += size
        if self._taken > HEADERS:
            told = f"More than {HEADERS} bytes of {what} are not read."
            self._refusal = Problem(
                status, "bad-request", STATUS["bad-request"].title, told, "Send less."
            )
            # uvicorn calls `send_400_response` for what the parser's callbacks raise.
            raise ValueError(told)

    def _refuse(self, problem: Problem) -> None:
        """Say why, and read on for a while, or the client might not see it (RFC 9112, 9.6)."""
        body = problem.json()
        headers = {
            b"content-type": b"application/problem+json",
            b"content-length": b"%d" % len(body),
            b"connection": b"close",
        }
        told = [*self.server_state.default_headers, *headers.items()]
        lines = [b"%b: %b\r\n" % each for each in told]
        self.transport.write(b"".join([STATUS_LINE[problem.status], *lines, b"\r\n", body]))
        self.transport.write_eof()
        self._taken = 0
        self._wait()

    def _wait(self) -> None:
        self._stop()
        self._timer = asyncio.get_running_loop().call_later(SECONDS, self._close)

    def _stop(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None

    def _close(self) -> None:
        CLOSED["headers-too-slow"] += self._taken > 0  # not a browser's spare connection
        self.transport.close()


def without_offer(data: bytes) -> bytes:
    """The beginning of a request without the offer to go on in HTTP/2, which Java's client makes.

    A server may ignore it (RFC 9110, 7.8); the parser would not, and would take no body.

    >>> without_offer(b"GET / HTTP/1.1\\r\\nUpgrade: h2c\\r\\nHost: h\\r\\n\\r\\n")
    b'GET / HTTP/1.1\\r\\nHost: h\\r\\n\\r\\n'
    """
    head, end, body = data.partition(b"\r\n\r\n")
    return _OFFER.sub(b"", head) + end + body if _OFFER.search(head) else data


def options(trusted_proxy: str = "") -> dict[str, Any]:
    """How uvicorn is to be run: its options for this service.

    Only those proxies are believed who it is that asks, and by which scheme.
    """
    return {
        "proxy_headers": bool(trusted_proxy),
        "forwarded_allow_ips": trusted_proxy,
        "http": Connection,
        "ws": "websockets-sansio",
        "ws_max_size": MESSAGE,
        "ws_ping_interval": PING,
        "ws_ping_timeout": PING,
        "ws_per_message_deflate": False,  # a small message could be a large one
        "log_config": None,
        "access_log": False,
        "server_header": False,
        "timeout_keep_alive": 30,
        "timeout_graceful_shutdown": 10,
        "backlog": BACKLOG,
    }


def bind(host: str, port: int) -> socket.socket:
    """A socket that has the address, and answers nobody until it listens; port 0 takes a free one.

    Raises `CannotListen` where somebody listens there, or where no socket can be had.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # or it could not be begun again at once
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
    except OSError as error:
        bound.close()
        raise CannotListen(host, port, error) from None
    return bound


def listen(bound: socket.socket) -> str:
    """Let a socket that has an address listen, and give it as `http` has it.

    Raises `CannotListen` where somebody else has come to listen there since.
    """
    name, port = bound.getsockname()[:2]
    try:
        bound.listen(BACKLOG)
    except OSError as error:
        bound.close()
        raise CannotListen(name, port, error) from None
    return f"http://[{name}]:{port}/" if ":" in name else f"http://{name}:{port}/"
