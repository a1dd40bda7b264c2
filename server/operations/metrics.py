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
from server.operations.exposition import MEDIA_TYPE, Family, by, family, histogram, lines, one

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
    told = [line for each in _families(state, size) for line in lines(each)]
    told += histogram("request_seconds", state.watch.latencies)
    text = "".join(f"{line}\n" for line in told)
    return Response(text, 200, {"Cache-Control": "no-store", "Content-Type": MEDIA_TYPE})


def _families(state: Any, size: int) -> Iterator[Family]:
    yield from _requests(state)
    yield from _readers(state.readers)
    yield from _writer(state.writes)
    yield from engine(state.readers.catalogue.folder)
    yield from _pulled(state.pulled)
    yield from _kept(state)
    yield from _processes(state)
    folder = state.readers.catalogue.folder
    yield one("store_bytes", size)
    free = shutil.disk_usage(folder).free if folder.exists() else 0
    yield one("disk_free_bytes", free)
    uptime = time.time() - state.watch.began
    yield one("uptime_seconds", round(uptime, 3))


def _requests(state: Any) -> Iterator[Family]:
    counted = state.watch.requests.items()
    yield family(
        "requests_total",
        [({"door": door, "status": str(status)}, number) for (door, status), number in counted],
    )
    refused = state.watch.refusals + state.readers.history.refusals
    yield by("refusals_total", {**refused, **CLOSED})


def _readers(readers: Any) -> Iterator[Family]:
    pools, history = readers.pools, readers.history
    yield by("answers_total", history.counts)
    yield by("reader_events_total", history.processes)
    alive = sum(len(each.children) for each in pools)
    yield one("readers", alive)
    yield one("readers_busy", sum(each.busy for each in pools))
    waiting = sum(each.waiting for each in pools)
    yield one("queue_length", waiting)
    yield family("release_info", [({"release": readers.current}, 1)] if readers.current else [])


def _writer(writes: Any) -> Iterator[Family]:
    yield one("commits_total", writes.commits)
    yield one("writer_starts_total", writes.restarts)
    behind = writes.following.behind
    yield one("derived_behind", behind)
    yield one("writes_waiting", writes.waiting)


def _pulled(pulled: Any) -> Iterator[Family]:
    if not pulled.origin:
        return
    asked = {"followed": pulled.fetches, "failed": pulled.failures}
    yield by("pulls_total", asked)
    came = {"fetched": pulled.came, "linked": pulled.linked}
    yield by("pulled_bytes_total", came)
    yield one("releases_behind", pulled.behind)
    silent = round(pulled.silent, 3)
    yield one("origin_silent_seconds", silent)


def _kept(state: Any) -> Iterator[Family]:
    shelf, front = state.shelf, state.graphql
    found = {"yes": shelf.hits, "no": shelf.misses}
    yield by("cache_total", found)
    yield one("cache_bytes", shelf.bytes)
    streams = getattr(front, "streams", 0)
    yield one("streams", streams)
    open_ = getattr(front, "subscriptions", 0)
    yield one("subscriptions", open_)


def _processes(state: Any) -> Iterator[Family]:
    pools = state.readers.pools
    known = {
        "front": [os.getpid()],
        "readers": [child for each in pools for child in each.children],
        "zygotes": [*{each.zygote_id for each in pools} - {0}],
        "writer": [state.writes.process_id] if state.writes.process_id else [],
        "puller": [state.pulled.process_id] if state.pulled.process_id else [],
    }
    yield family(
        "resident_bytes",
        [({"process": name}, sum(map(_resident, ids))) for name, ids in known.items()],
    )
    yield one("open_files", _open_files())


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
