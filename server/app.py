"""The route table: what answers at which address, and the layers that every request passes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from kg.errors import KgError
from kg.release.catalogue import Catalogue
from kg.release.feed.offered import Offered
from server.assets.files import routes as built_files
from server.assets.tags import built_at
from server.errors import problem_response
from server.handlers import HANDLERS
from server.limits.headers import Headers
from server.limits.rate import Rate
from server.limits.tokens import Tokens
from server.operations.metrics import Disk
from server.operations.routes import routes as operations
from server.operations.spans import Spans
from server.readers.gate.cache import Cache
from server.readers.gate.watch import Watch
from server.readers.processes.wire import ReaderFault
from server.readers.releases import Readers
from server.releases.pulled import Pulled
from server.releases.routes import routes as releases
from server.settings import ServerSettings
from server.sparql.plain import Plain
from server.sparql.routes import routes as sparql
from server.writes import Writes

WRITER = 5.0
"""Seconds that the writer is given to end; it may be killed at any moment, and nothing is torn."""
POSTED = ("/sparql", "/graphql")
"""Where a POST only reads, so that its answer may be kept."""


def create_app(catalogue: Catalogue, settings: ServerSettings) -> Watch:
    """The service over the releases of a catalogue, as an ASGI application.

    Its readers start with its lifespan. Rooms that are not installed have no addresses.
    """
    tokens = Tokens.read(settings)
    readers = Readers(catalogue, settings, HANDLERS, tokens.redacted)
    writes = Writes(catalogue, settings, readers.publish)
    pulled = Pulled(catalogue.folder, settings)
    spans = Spans() if settings.otel else None

    app = Starlette(routes=routes(), lifespan=_lifespan(readers, writes, pulled, spans))
    for kind in (KgError, HTTPException, ReaderFault, Exception):
        app.add_exception_handler(kind, _problem)
    cache = Cache(Plain(app), lambda: readers.current, settings.cache_bytes, POSTED, built_at)
    rate = Rate(cache, settings.rate, settings.rate_burst)
    watch = Watch(Headers(rate), lambda: readers.current, tokens.redacted)
    watch.begin = spans.begin if spans else None

    front = _optional("server.graphql.transport.front", "Front", lambda *_: None)
    app.state.settings, app.state.tokens = settings, tokens
    app.state.readers, app.state.writes, app.state.pulled = readers, writes, pulled
    app.state.offered = Offered(catalogue, writes=settings.releases_from != "store")
    app.state.disk = Disk(catalogue.folder)
    app.state.graphql = front(readers, settings)
    app.state.shelf, app.state.watch = cache.shelf, watch
    app.state.problem_page = _optional("server.pages.routes", "problem_page", None)
    return watch


def _lifespan(
    readers: Readers, writes: Writes, pulled: Pulled, spans: Spans | None
) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    """What is started before the first request, and ended after the last."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await readers.start()
        await writes.start()
        await pulled.start()
        try:
            yield
        finally:
            await pulled.close()
            with suppress(TimeoutError):
                async with asyncio.timeout(WRITER):  # what it was told to do and has not, is lost
                    await writes.close()
            await readers.close()
            if spans:
                spans.close()

    return lifespan


def routes() -> list[BaseRoute]:
    """Every address there is."""
    return [
        *sparql,
        *_listed("server.graphql.transport.routes"),
        *_listed("server.rest.routes"),
        *_listed("server.feeds.routes"),
        *_listed("server.pages.routes"),
        *_listed("server.explore.routes"),
        *_listed("server.documents.routes"),
        *_listed("server.docs.routes"),
        *releases,
        *built_files,
        *operations,
    ]


def readers_of(service: Watch) -> Readers:
    """The readers of a service that `create_app` made."""
    inner: Any = service
    while not hasattr(inner, "state"):
        inner = inner.app
    readers: Readers = inner.state.readers
    return readers


async def _problem(request: Request, error: Exception) -> Response:
    return problem_response(request, error)


def _listed(module: str) -> Sequence[BaseRoute]:
    found: Sequence[BaseRoute] = _optional(module, "routes", ())
    return found


def _optional(module: str, name: str, otherwise: Any) -> Any:
    if find_spec(module.rpartition(".")[0]) is None or find_spec(module) is None:
        return otherwise
    return getattr(import_module(module), name, otherwise)
