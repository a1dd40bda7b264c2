"""Whether the service lives, and whether it is to be asked."""

from __future__ import annotations

import shutil
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response

from server.settings import MIB

_FRESH = {"Cache-Control": "no-store"}


async def live(_: Request) -> Response:
    """That the process answers; it asks nothing of a reader."""
    return Response("alive\n", headers=_FRESH, media_type="text/plain")


async def ready(request: Request) -> Response:
    """The current release and its readers as JSON, and 503 with the reasons why not to ask it.

    It is not ready without a reader, while it is being stopped, and where less of the disk is free
    than `disk-floor` says. `behind` is by how many commits derived graphs are, and `following` why
    they did not follow the last time, if they did not. Where releases are pulled, `pulled` has by
    how many the service is `behind` their origin, the `problem` when that was last asked, and for
    how many seconds it has been `silent`; the service is to be asked all the same.
    """
    state = request.app.state
    pools = state.readers.pools
    reasons = _against(state)
    told: dict[str, Any] = {
        "release": state.readers.current,
        "readers": len(pools[0].children) if pools else 0,
        "isolated": pools[0].isolated if pools else False,
        "kept": state.readers.catalogue.names(),
        "behind": state.writes.following.behind,
        "following": state.writes.following.problem,
        "reasons": reasons,
    }
    if state.pulled.origin:
        told["pulled"] = {
            "behind": state.pulled.behind,
            "problem": state.pulled.problem,
            "silent": round(state.pulled.silent, 1),
        }
    return Response(orjson.dumps(told), 503 if reasons else 200, _FRESH, "application/json")


def _against(state: Any) -> list[str]:
    reasons = []
    pools = state.readers.pools
    if not pools or not pools[0].children:
        reasons.append("no reader")
    if state.readers.is_closing:
        reasons.append("being stopped")
    floor = state.settings.disk_floor * MIB
    if floor and shutil.disk_usage(state.readers.catalogue.folder).free < floor:
        reasons.append("too little room on the disk")
    return reasons
