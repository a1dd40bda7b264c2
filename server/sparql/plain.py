"""The short way of what is asked most: a GET of `/sparql` with a query and nothing else."""

from __future__ import annotations

import time

from starlette.applications import Starlette
from starlette.types import Receive, Scope, Send

from kg.errors import KgError
from server.layers import Whole
from server.readers.releases import Readers
from server.readers.work.caller import CALLER
from server.readers.work.job import Job
from server.sparql.endpoint import RAISED, answered, request_of
from server.sparql.express.lane import Lane
from server.sparql.request import SparqlRequest, is_lone, lone, parse


class Plain:
    """An ASGI layer that goes through the endpoint's steps past routes and requests.

    What fails goes the long way, where the endpoint raises what was met here.
    """

    def __init__(self, app: Starlette) -> None:
        self.app = app
        self._lane: Lane | None = None

    def at_once(self, scope: Scope) -> Whole | None:
        """The answer where it is certain to come at once; it is what a reader would give."""
        readers: Readers = self.app.state.readers
        release = readers.near
        if release is None or not _is_plain(scope):
            return None
        if self._lane is None or self._lane.release is not release:
            self._lane = Lane(release)
        began = time.monotonic()
        try:
            query = lone(scope["query_string"])
        except KgError:
            return None
        quick = self._lane.answer(query, _accept(scope))
        if quick is None:
            return None
        readers.history.counts["answered"] += 1
        seconds = time.monotonic() - began
        if readers.history.is_told(seconds):
            asked = request_of(self.app.state, scope, SparqlRequest(query))
            job = Job(asked, CALLER.get(), began, seconds)
            job.size = len(quick.body)
            readers.history.finished(job, seconds, release.name, "answered")
        headers = [(b"x-release", release.name.encode()), (b"content-type", quick.media)]
        return Whole(headers, quick.body)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request (ASGI)."""
        if scope["type"] != "http" or not _is_plain(scope):
            await self.app(scope, receive, send)
            return
        try:
            asked = parse("GET", scope["query_string"], "", b"")
            response = await answered(self.app.state, scope, receive, asked)
        except Exception as error:  # noqa: BLE001 - the endpoint raises it again
            scope[RAISED] = error
            await self.app(scope, receive, send)
            return
        await response(scope, receive, send)


def _accept(scope: Scope) -> str:
    sent = [value.decode("latin-1") for name, value in scope["headers"] if name == b"accept"]
    return ", ".join(sent)


def _is_plain(scope: Scope) -> bool:
    is_read = scope["method"] == "GET" and scope["path"] == "/sparql"
    return is_read and is_lone(scope["query_string"])
