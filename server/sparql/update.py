"""The steps of an update (SPARQL 1.1 Protocol, 2.2), all but the writing itself."""

from __future__ import annotations

import asyncio
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response

from kg.errors import Forbidden
from kg.release.writer.work import Done, Update, Work
from server.limits import body
from server.limits.update import check
from server.sparql.request import parse_update


async def update(request: Request) -> Response:
    """What became of an update, as soon as every later request sees it."""
    state = request.app.state
    who = state.tokens.check(request)
    sent = await body.read(request, state.settings.body_bytes)
    asked = parse_update(
        request.scope["query_string"], request.headers.get("content-type", ""), sent
    )
    await asyncio.to_thread(check, asked.text)
    base = str(request.url.replace(query="", fragment=""))
    done = await commit(
        request,
        Update(asked.text, asked.using, base, who=who, request_id=request_id(request)),
    )
    told = {
        "sequence": done.sequence,
        "release": done.release,
        "added": done.added,
        "removed": done.removed,
    }
    return Response(orjson.dumps(told), 200, noted(done), "application/json")


async def commit(request: Request, work: Work) -> Done:
    """Have it written; raises what the writer raises, `Forbidden` where there is no writer."""
    writes: Any = getattr(request.app.state, "writes", None)
    if writes is None:
        raise Forbidden("This service only reads.")
    done: Done = await writes.commit(work)
    return done


def noted(done: Done) -> dict[str, str]:
    """The headers that tell which release shows what was written."""
    return {"X-Release": done.release, "Cache-Control": "no-store"}


def request_id(request: Request) -> str:
    """The number of a request, as the log has it."""
    return str(request.scope.get("request_id", ""))
