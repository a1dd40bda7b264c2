"""How often one address may ask: so many requests a second, and so many at once."""

from __future__ import annotations

import ipaddress
import math
import time
from collections import OrderedDict
from collections.abc import Callable

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from kg.errors import KgError
from server.errors import STATUS, problem_of
from server.layers import Layer, Whole

ADDRESSES = 10_000
"""How many addresses are remembered; who has not asked for longest is forgotten first."""
_FREE = ("/livez", "/readyz", "/metrics")


class TooManyRequests(KgError):
    """One address asks more often than it may."""

    code = "too-many-requests"

    def __init__(self, rate: float) -> None:
        super().__init__(f"This address asks more than {rate:g} times a second.")
        self.hint = "Wait as long as Retry-After says."


class Buckets:
    """For each address a bucket that holds `burst` requests and fills again at `rate` a second.

    >>> buckets = Buckets(1.0, 2, lambda: 0.0)
    >>> [buckets.wait("a") for _ in range(3)], buckets.wait("b")
    ([0.0, 0.0, 1.0], 0.0)
    """

    def __init__(
        self, rate: float, burst: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._rate = rate
        self._burst = float(max(burst, 1))
        self._clock = clock
        self._held: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._held)

    def wait(self, address: str) -> float:
        """Take a request of that address in, and give 0; or the seconds until one may come."""
        now = self._clock()
        left, at = self._held.pop(address, (self._burst, now))
        left = min(self._burst, left + (now - at) * self._rate)
        allowed = left >= 1
        self._held[address] = (left - 1 if allowed else left, now)
        while len(self._held) > ADDRESSES:
            self._held.popitem(last=False)
        return 0.0 if allowed else (1 - left) / self._rate


class Rate:
    """An ASGI layer that refuses who asks too often; without a rate it is not in the way.

    What watches the service is let through. Whoever stands behind one address asks as one; of
    IPv6 that is a network of 64 bits, which one subscriber has whole.
    """

    def __init__(self, app: Layer, rate: float, burst: int) -> None:
        self.app = app
        self._rate = rate
        self._buckets = Buckets(rate, burst) if rate > 0 else None

    def at_once(self, scope: Scope) -> Whole | None:
        """The response where it is there without waiting, and nothing is counted."""
        return None if self._buckets else self.app.at_once(scope)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request (ASGI)."""
        asks = scope["type"] in ("http", "websocket") and scope["path"] not in _FREE
        if self._buckets is None or not asks:
            await self.app(scope, receive, send)
            return
        wait = self._buckets.wait(network_of(str((scope.get("client") or ("",))[0])))
        if not wait:
            await self.app(scope, receive, send)
            return
        problem = problem_of(TooManyRequests(self._rate))
        headers = dict(STATUS[problem.code].headers)
        headers |= {"Retry-After": str(math.ceil(wait)), "Cache-Control": "no-store"}
        refusal = Response(problem.json(), problem.status, headers, "application/problem+json")
        await refusal(scope, receive, send)


def network_of(address: str) -> str:
    """What counts as one address.

    >>> network_of("10.0.0.1"), network_of("2001:db8:1:2:3::4"), network_of("::ffff:10.0.0.1")
    ('10.0.0.1', '2001:db8:1:2::', '10.0.0.1')
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv4Address):
        return str(found)
    if found.ipv4_mapped:
        return str(found.ipv4_mapped)
    return str(ipaddress.IPv6Network((found, 64), strict=False).network_address)
