"""What runs and waits now, and ending it; for whoever holds a token of the scope `admin`."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response

from kg.errors import KgError
from server.readers.work.endings import Cancelled
from server.readers.work.job import TEXT, Job
from server.writes import Update
from server.writes.queue import Waiting

_FRESH = {"Cache-Control": "no-store"}


class UnknownWork(KgError):
    """Nothing by that number runs or waits now."""

    code = "unknown-work"

    def __init__(self, number: str) -> None:
        super().__init__(f"Nothing numbered '{number}' runs or waits now.")
        self.hint = "`GET /admin/queries` lists what does."


async def queries(request: Request) -> Response:
    """All work as JSON, that which has come first at first; raises what `Tokens.check` raises."""
    state = request.app.state
    state.tokens.check(request, "admin")
    told = [_told(job, release, state.tokens.redacted) for job, release in _jobs(state)]
    told += [_told_write(each, state.tokens.redacted) for each in state.writes.works]
    told.sort(key=lambda each: -each["ms"])
    return Response(orjson.dumps({"queries": told}), 200, _FRESH, "application/json")


async def cancel(request: Request) -> Response:
    """End one: its client is told so, and its reader is replaced. 204, and `UnknownWork`."""
    state = request.app.state
    state.tokens.check(request, "admin")
    number = request.path_params["number"]
    for job, _ in _jobs(state):
        if job.number == number:
            job.stop(Cancelled())
            return Response(status_code=204, headers=_FRESH)
    for each in state.writes.works:
        if each.number == number:
            each.settle(Cancelled())
            return Response(status_code=204, headers=_FRESH)
    raise UnknownWork(number)


def _jobs(state: Any) -> list[tuple[Job, str]]:
    return [(job, each.name) for each in state.readers.all_pools for job in each.jobs]


def _told(job: Job, release: str, redacted: Callable[[str], str]) -> dict[str, Any]:
    return {
        **_known(job),
        "state": "running" if job.is_running else "waiting",
        "release": release,
        "text": redacted(job.text),
    }


def _told_write(waiting: Waiting, redacted: Callable[[str], str]) -> dict[str, Any]:
    work = waiting.work
    text = work.text if isinstance(work, Update) else f"{type(work).__name__}"
    return {
        **_known(waiting),
        "state": "waiting",
        "release": "",
        "text": redacted(text)[:TEXT],
    }


def _known(work: Job | Waiting) -> dict[str, Any]:
    return {
        "id": work.number,
        "request": work.caller.request_id,
        "door": work.caller.door,
        "address": work.caller.address,
        "ms": round(1e3 * (time.monotonic() - work.since), 1),
    }
