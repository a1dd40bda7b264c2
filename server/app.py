"""The route table: what answers at which address, and the layers that every request passes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
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
from server.assets.files import routes as built_files
from server.assets.tags import built_at
from server.errors import problem_response
from server.handlers import HANDLERS
from server.limits.headers import Headers
from server.limits.rate import Rate
from server.limits.tokens import Tokens
from server.operations.metrics import Disk
from server.operations.routes import routes as operations
from server.readers.cache import Cache
from server.readers.releases import Readers
from server.readers.watch import Watch
from server.readers.wire import ReaderFault
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

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await readers.start()
        await writes.start()
        try:
            yield
        finally:
            with suppress(TimeoutError):
                async with asyncio.timeout(WRITER):  # what it was told to do and has not, is lost
                    await writes.close()
            await readers.close()

    app = Starlette(routes=routes(), lifespan=lifespan)
    for kind in (KgError, HTTPException, ReaderFault, Exception):
        app.add_exception_handler(kind, _problem)
    plain = Plain(app)
    cache = Cache(plain, lambda: readers.current, settings.cache_bytes, POSTED, built_at)
    rate = Rate(cache, settings.rate, settings.rate_burst)
    watch = Watch(Headers(rate), lambda: readers.current, tokens.redacted)
    app.state.readers, app.state.settings = readers, settings
    app.state.writes = writes
    app.state.tokens = tokens
    app.state.disk = Disk(catalogue.folder)
    app.state.graphql = _optional("server.graphql.transport.front", "Front", lambda *_: None)(
        readers, settings
    )
    app.state.shelf, app.state.watch = cache.shelf, watch
    app.state.problem_page = _optional("server.pages.routes", "problem_page", None)
    return watch


def routes() -> list[BaseRoute]:
    """Every address there is."""
    return [
        *sparql,
        *_listed("server.graphql.transport.routes"),
        *_listed("server.rest.routes"),
        *_listed("server.pages.routes"),
        *_listed("server.explore.routes"),
        *_listed("server.documents.routes"),
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
