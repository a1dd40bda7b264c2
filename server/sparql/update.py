"""The steps of an update (SPARQL 1.1 Protocol, 2.2), all but the writing itself."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Collection
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response

from kg.errors import BadParameter, Forbidden
from kg.model.names import mint
from kg.release.writer.history import FINDINGS
from kg.release.writer.work import Done, Update, Work
from server.limits import body
from server.limits.update import check
from server.sparql.load import loaded
from server.sparql.request import parse_update
from server.sparql.wording import reworded, silenced


async def update(request: Request) -> Response:
    """What became of an update, as soon as every later request sees it."""
    state = request.app.state
    who = state.tokens.check(request)
    sent = await body.read(request, state.settings.body_bytes)
    asked = parse_update(
        request.scope["query_string"], request.headers.get("content-type", ""), sent
    )
    text = await asyncio.to_thread(checked, asked.text, state.settings.allowed_hosts)
    base = str(request.url.replace(query="", fragment=""))
    brought = await loaded(request, text, base)
    done = await commit(
        request,
        Update(
            text, asked.using, base, brought,
            who=who, request_id=request_id(request), **condition(request),
        ),
    )  # fmt: skip
    known = done.added >= 0
    told = {
        "sequence": done.sequence,
        "release": done.release,
        "added": done.added if known else None,
        "removed": done.removed if known else None,
        "derived": done.derived,
        "violations": list(done.findings[:FINDINGS]),
    }
    return Response(orjson.dumps(told), 200, noted(done), "application/json")


def checked(text: str, allowed: Collection[str]) -> str:
    """The text as an engine may see it; raises what `limits.update.check` does.

    No service is followed in an update. What is asked of one that may not be asked at all with
    SILENT is one empty solution, as in a query; all else that calls one is refused.
    """
    worded = silenced(reworded(text), allowed)
    check(worded, may_load=True)
    return worded


async def commit(request: Request, work: Work) -> Done:
    """Have it written; raises what the writer raises, `Forbidden` where there is no writer."""
    writes: Any = getattr(request.app.state, "writes", None)
    if writes is None:
        raise Forbidden("This service only reads.")
    done: Done = await writes.commit(work)
    return done


def noted(done: Done) -> dict[str, str]:
    """The headers that tell which release shows what was written, and whether it breaks shapes."""
    headers = {"X-Release": done.release, "Cache-Control": "no-store"}
    if done.findings:
        commit = mint("commit", str(done.sequence))
        headers["X-Violations"] = str(len(done.findings))
        headers["Link"] = f'<{commit}>; rel="describedby"'
    return headers


def condition(request: Request) -> dict[str, Any]:
    """The tags of `If-Match` and `If-None-Match`, as work has them; raises `BadParameter`."""
    found = {}
    for name, field in (("match", "If-Match"), ("none_match", "If-None-Match")):
        text = ", ".join(request.headers.getlist(field))
        found[name] = tuple(_TAG.findall(text))
        if text and not found[name]:
            raise BadParameter(field, f"'{text}' has no ETag in it", "Send it in its quotes.")
    return found


_TAG = re.compile(r'(?:W/)?"[^"]*"|\*')


def request_id(request: Request) -> str:
    """The number of a request, as the log has it."""
    return str(request.scope.get("request_id", ""))
