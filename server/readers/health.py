"""Whether the service lives, whether it can answer, and how it has been doing."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.readers.watch import BOUNDS

_FRESH = {"Cache-Control": "no-store"}


async def live(_: Request) -> Response:
    """That the process answers; it asks nothing of a reader."""
    return Response("alive\n", headers=_FRESH, media_type="text/plain")


async def ready(request: Request) -> Response:
    """The current release and its readers as JSON; 503 while there is no reader to answer."""
    readers = request.app.state.readers
    pools = readers.pools
    state = {
        "release": readers.current,
        "readers": len(pools[0].children) if pools else 0,
        "isolated": pools[0].isolated if pools else False,
        "kept": readers.catalogue.names(),
    }
    status = 200 if state["readers"] else 503
    return Response(orjson.dumps(state), status, _FRESH, "application/json")


async def metrics(request: Request) -> Response:
    """Counters and gauges in the text format of Prometheus."""
    lines = "".join(f"{line}\n" for line in _lines(request.app.state))
    return Response(lines, 200, _FRESH, "text/plain; version=0.0.4; charset=utf-8")


ROUTES = [Route("/livez", live), Route("/readyz", ready), Route("/metrics", metrics)]


def _lines(state: Any) -> Iterator[str]:
    watch, readers, shelf = (getattr(state, name) for name in ("watch", "readers", "shelf"))
    yield from _family("requests_total", "counter", "status", watch.statuses)
    yield from _family("answers_total", "counter", "outcome", readers.counts)
    yield from _family("cache_total", "counter", "found", {"yes": shelf.hits, "no": shelf.misses})
    yield from _family("cache_bytes", "gauge", "", {"": shelf.bytes})
    for name, value in {
        "readers": sum(len(each.children) for each in readers.pools),
        "readers_busy": sum(each.busy for each in readers.pools),
        "queue_length": sum(each.waiting for each in readers.pools),
        "streams": getattr(state.graphql, "streams", 0),
        "subscriptions": getattr(state.graphql, "subscriptions", 0),
        "open_files": _open_files(),
    }.items():
        yield from _family(name, "gauge", "", {"": value})
    yield "# TYPE coterminous_request_seconds histogram"
    total = 0
    for bound in (*BOUNDS, float("inf")):
        total += watch.latencies[bound]
        edge = "+Inf" if bound == float("inf") else f"{bound:g}"
        yield f'coterminous_request_seconds_bucket{{le="{edge}"}} {total}'
    yield f"coterminous_request_seconds_sum {watch.seconds:.6f}"
    yield f"coterminous_request_seconds_count {total}"


def _family(
    name: str, kind: str, label: str, values: Mapping[str, int] | Mapping[int, int]
) -> Iterator[str]:
    yield f"# TYPE coterminous_{name} {kind}"
    for key, value in values.items():
        yield f"coterminous_{name}" + (f'{{{label}="{key}"}}' if label else "") + f" {value}"


def _open_files() -> int:
    try:
        return len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - not real files
    except OSError:
        return 0
