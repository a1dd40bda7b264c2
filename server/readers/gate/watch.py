"""Each request gets a number, is counted, and is logged; the outermost layer."""

from __future__ import annotations

import asyncio
import logging
import os
import re
import time
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from starlette.types import Message, Receive, Scope, Send

from server.errors import PROBLEM
from server.layers import Layer, Pairs, Whole
from server.readers.gate.doors import door_of, settled
from server.readers.stream import BROKEN
from server.readers.work.caller import CALLER, Caller

LOG = logging.getLogger("coterminous.requests")
BOUNDS = (0.005, 0.02, 0.1, 0.5, 2.0, 10.0)
"""Upper bounds of the latency histogram, in seconds."""
_TO_INFINITY = (*BOUNDS, float("inf"))
_NUMBER = re.compile(rb"[A-Za-z0-9._-]{1,64}")
_PROBLEM = PROBLEM.encode()
_LEFT = 499


class Latencies:
    """How long the requests at one door took: `counts` by the first of `BOUNDS` that they kept
    (infinity for the rest), and the sum of their seconds.
    """

    def __init__(self) -> None:
        self.counts: Counter[float] = Counter()
        self.seconds = 0.0

    def take(self, seconds: float) -> None:
        """Count one."""
        self.seconds += seconds
        self.counts[_TO_INFINITY[bisect_left(BOUNDS, seconds)]] += 1


class Watch:
    """An ASGI layer that numbers, counts and logs requests.

    Every response names its request, by the number that it brought along if that is a plain one,
    and a release: the one that answered, else `current`. `requests` counts responses by door and
    status, `refusals` those that tell a problem by its code, each once. In the log the words that
    `redacted` knows as secrets are blackened. Where spans are sent, `begin` begins one.
    """

    def __init__(
        self,
        app: Layer,
        current: Callable[[], str],
        redacted: Callable[[str], str] = lambda text: text,
    ) -> None:
        self.app = app
        self._current = current
        self._redacted = redacted
        self.began = time.time()
        self.begin: Callable[[Scope], Any] | None = None
        self.requests: Counter[tuple[str, int]] = Counter()
        self.refusals: Counter[str] = Counter()
        self.latencies: defaultdict[str, Latencies] = defaultdict(Latencies)

    def at_once(self, scope: Scope) -> Whole | None:
        """The response where it is there without waiting, counted as any other."""
        seen = self._seen(scope)
        found = self.app.at_once(scope)
        if found is None:
            return None
        headers = seen.headers(200, found.headers)
        seen.size = len(found.body)
        self._count(seen)
        return Whole(headers, found.body)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request (ASGI)."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        seen = self._seen(scope)
        try:
            await self.app(scope, receive, seen.passing(send))
        except asyncio.CancelledError:
            seen.status = _LEFT
            raise
        finally:
            self._count(seen)

    def _seen(self, scope: Scope) -> _Seen:
        seen = _Seen(scope, self._current)
        seen.way = self.begin(scope) if self.begin else None
        CALLER.set(Caller(seen.number, seen.door, seen.address, seen.way))
        return seen

    def _count(self, seen: _Seen) -> None:
        status = seen.status or (101 if seen.door == "graphql-ws" else 500)
        door = settled(seen.door, seen.kind)
        seconds = time.perf_counter() - seen.began
        self.requests[door, status] += 1
        if not door.endswith(("-ws", "-sse")):  # which last as long as their clients like
            self.latencies[door].take(seconds)
        seen.problem = seen.problem or seen.scope.get(BROKEN, "")
        if seen.problem or status >= 500:
            self.refusals[seen.problem or "internal"] += 1
        if seen.way:
            seen.way.end(self._told(seen, status, door, seconds))
        if LOG.isEnabledFor(logging.INFO):
            LOG.info("request", extra={"told": self._told(seen, status, door, seconds)})

    def _told(self, seen: _Seen, status: int, door: str, seconds: float) -> dict[str, Any]:
        return {
            "request": seen.number,
            "method": seen.method,
            # The path alone: a query may be long, and parameters may be private.
            "path": self._redacted(seen.path),
            "status": status,
            "ms": round(1e3 * seconds, 1),
            "bytes": seen.size,
            "door": door,
            "release": seen.release or self._current(),
            "address": seen.address,
        }


class _Seen:
    """One request, and what passes on its way back."""

    def __init__(self, scope: Scope, current: Callable[[], str]) -> None:
        self.began = time.perf_counter()
        self.number = scope["request_id"] = _number(scope)
        self.method = str(scope.get("method", "GET"))
        self.path = (scope.get("raw_path") or scope["path"].encode()).decode("ascii", "replace")
        self.address = str((scope.get("client") or ("",))[0])
        self.door = door_of(scope["type"], scope["path"])
        self.status = self.size = 0
        self.problem = self.release = self.kind = ""
        self.scope = scope
        self.way: Any = None
        self._current = current

    def passing(self, send: Send) -> Send:
        """What passes the parts of a response on, and takes note of them."""

        async def passed(message: Message) -> None:
            kind = message["type"]
            if kind in ("http.response.start", "websocket.http.response.start"):
                headers = self.headers(message["status"], message.get("headers", ()))
                message = {**message, "headers": headers}
            elif kind == "http.response.body":
                self.size += len(message.get("body", b""))
            await send(message)

        return passed

    def headers(self, status: int, pairs: Iterable[tuple[bytes, bytes]]) -> Pairs:
        """The headers of a response, with those that name the request and the release."""
        self.status = status
        headers = [*pairs, (b"x-request-id", self.number.encode())]
        for name, value in headers:
            if name == b"content-type":
                self.kind = value.decode("latin-1")
            elif name == b"x-release":
                self.release = value.decode("latin-1")
            elif name == _PROBLEM:
                self.problem = value.decode("latin-1")
        if not self.release:
            headers.append((b"x-release", self._current().encode()))
        return headers


def _number(scope: Scope) -> str:
    for name, value in scope["headers"]:
        if name == b"x-request-id" and _NUMBER.fullmatch(value):
            return str(value.decode("ascii"))
    return os.urandom(8).hex()
