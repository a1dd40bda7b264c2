"""Each request gets an id, is counted, and is logged; the outermost layer."""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from collections import Counter
from collections.abc import Callable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOG = logging.getLogger("coterminous.requests")
BOUNDS = (0.005, 0.02, 0.1, 0.5, 2.0, 10.0)
"""Upper bounds of the latency histogram, in seconds."""


class Watch:
    """An ASGI layer that numbers, counts and logs requests.

    Every response names its request, and a release: the one that answered, else `current`.
    `statuses` counts responses by status, `latencies` by the first of `BOUNDS` that they kept
    (infinity for the rest), `seconds` is their sum.
    """

    def __init__(self, app: ASGIApp, current: Callable[[], str]) -> None:
        self.app = app
        self._current = current
        self.statuses: Counter[int] = Counter()
        self.latencies: Counter[float] = Counter()
        self.seconds = 0.0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request (ASGI)."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began = time.perf_counter()
        number = secrets.token_hex(8)
        scope["request_id"] = number
        status = 0

        async def count(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = [*message.get("headers", ()), (b"x-request-id", number.encode())]
                if all(name != b"x-release" for name, _ in headers):
                    headers.append((b"x-release", self._current().encode()))
                message = {**message, "headers": headers}
            await send(message)

        try:
            await self.app(scope, receive, count)
        except asyncio.CancelledError:
            status = 499
            raise
        finally:
            self._count(scope, number, status or 500, time.perf_counter() - began)

    def _count(self, scope: Scope, number: str, status: int, seconds: float) -> None:
        self.statuses[status] += 1
        self.seconds += seconds
        self.latencies[next((each for each in BOUNDS if seconds <= each), float("inf"))] += 1
        if LOG.isEnabledFor(logging.INFO):
            # The path alone: a query may be long, and parameters may be private.
            LOG.info(
                "%s %s %s %d %.1f ms", number, scope["method"], scope["path"], status, 1e3 * seconds
            )
