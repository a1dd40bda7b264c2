"""How the service has been doing since it began, for Prometheus."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from server.limits.connection import CLOSED
from server.operations.engines import engine
from server.operations.exposition import MEDIA_TYPE, Family, by, histogram, lines, one

STALE = 10.0
"""Seconds for which the size of the releases is not looked at again."""


class Disk:
    """How many bytes the folder of releases takes; a file linked twice counts once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._size, self._looked = 0, float("-inf")

    def size(self) -> int:
        """The bytes, as they were at most `STALE` seconds ago."""
        if time.monotonic() - self._looked > STALE:
            self._looked = time.monotonic()
            self._size = sum(_files(self._folder).values())
        return self._size


async def metrics(request: Request) -> Response:
    """Counters and gauges; nothing is asked of a reader."""
    state = request.app.state
    size = await run_in_threadpool(state.disk.size)
    told = [line for family in _families(state, size) for line in lines(family)]
    told += histogram("request_seconds", "How long requests took, by door.", state.watch.latencies)
    text = "".join(f"{line}\n" for line in told)
    return Response(text, 200, {"Cache-Control": "no-store", "Content-Type": MEDIA_TYPE})


def _families(state: Any, size: int) -> Iterator[Family]:
    yield from _requests(state)
    yield from _readers(state.readers)
    yield from _writer(state.writes)
    yield from engine(state.readers.catalogue.folder)
    yield from _kept(state)
    yield from _processes(state)
    folder = state.readers.catalogue.folder
    yield one("store_bytes", "gauge", "Bytes that the folder of releases takes.", size)
    free = shutil.disk_usage(folder).free if folder.exists() else 0
    yield one("disk_free_bytes", "gauge", "Bytes that are free on its disk.", free)
    uptime = time.time() - state.watch.began
    yield one("uptime_seconds", "gauge", "Seconds since the service began.", round(uptime, 3))


def _requests(state: Any) -> Iterator[Family]:
    counted = state.watch.requests.items()
    yield Family(
        "requests_total",
        "counter",
        "Responses, by door and status.",
        [({"door": door, "status": str(status)}, number) for (door, status), number in counted],
    )
    refused = state.watch.refusals + state.readers.history.refusals
    yield by("refusals_total", "Requests refused, by the code of the problem.", "code",
             {**refused, **CLOSED})  # fmt: skip


def _readers(readers: Any) -> Iterator[Family]:
    pools, history = readers.pools, readers.history
    yield by("answers_total", "What readers were asked, by outcome.", "outcome", history.counts)
    yield by("reader_events_total", "Readers started, and ended, by why.", "event",
             history.processes)  # fmt: skip
    alive = sum(len(each.children) for each in pools)
    yield one("readers", "gauge", "Reader processes.", alive)
    yield one("readers_busy", "gauge", "Readers at work.", sum(each.busy for each in pools))
    waiting = sum(each.waiting for each in pools)
    yield one("queue_length", "gauge", "Requests that wait for a reader.", waiting)
    yield Family("release_info", "gauge", "The release that answers unless another is asked.",
                 [({"release": readers.current}, 1)] if readers.current else [])  # fmt: skip


def _writer(writes: Any) -> Iterator[Family]:
    yield one("commits_total", "counter", "Commits that were made.", writes.commits)
    yield one("writer_starts_total", "counter", "Times the writer was started.", writes.restarts)
    behind = writes.following.behind
    yield one("derived_behind", "gauge", "Commits that derived graphs are behind.", behind)
    yield one("writes_waiting", "gauge", "Writes that wait for their commit.", writes.waiting)


def _kept(state: Any) -> Iterator[Family]:
    shelf, front = state.shelf, state.graphql
    found = {"yes": shelf.hits, "no": shelf.misses}
    yield by("cache_total", "Looks into the cache, by whether it was found.", "found", found)
    yield one("cache_bytes", "gauge", "Bytes of answers that are kept.", shelf.bytes)
    streams = getattr(front, "streams", 0)
    yield one("streams", "gauge", "WebSockets and event streams that are open.", streams)
    open_ = getattr(front, "subscriptions", 0)
    yield one("subscriptions", "gauge", "Subscriptions that are open.", open_)


def _processes(state: Any) -> Iterator[Family]:
    pools = state.readers.pools
    known = {
        "front": [os.getpid()],
        "readers": [child for each in pools for child in each.children],
        "zygotes": [*{each.zygote_id for each in pools} - {0}],
        "writer": [state.writes.process_id] if state.writes.process_id else [],
    }
    yield Family(
        "resident_bytes", "gauge", "Memory that processes hold; readers share much of theirs.",
        [({"process": name}, sum(map(_resident, ids))) for name, ids in known.items()],
    )  # fmt: skip
    yield one("open_files", "gauge", "Files that the front has open.", _open_files())


def _resident(process: int) -> int:
    try:
        told = Path(f"/proc/{process}/statm").read_text(encoding="ascii")
        return int(told.split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0


def _open_files() -> int:
    try:
        return len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - not real files
    except OSError:
        return 0


def _files(folder: Path) -> dict[tuple[int, int], int]:
    found = {}
    for place, _, names in os.walk(folder):
        for name in names:
            try:
                told = os.stat(os.path.join(place, name))  # noqa: PTH116, PTH118 - many files
            except OSError:
                continue  # retired meanwhile
            found[told.st_dev, told.st_ino] = told.st_size
    return found
