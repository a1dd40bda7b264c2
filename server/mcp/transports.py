"""The service for assistants over stdin and stdout, and over HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

import uvicorn
from mcp.server.stdio import stdio_server
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.errors import KgError
from kg.release.catalogue import Catalogue
from server.errors import BodyTooLarge, problem_response
from server.handlers import HANDLERS
from server.layers import Whole
from server.limits import body
from server.limits.connection import bind, listen, options
from server.limits.rate import Rate
from server.limits.tokens import Tokens
from server.mcp.asking import Asking
from server.mcp.guard import Guarded, needs_token
from server.mcp.service import service
from server.mcp.unread import Heard
from server.operations import logs
from server.operations.ending import Server
from server.readers.releases import Readers
from server.settings import MIB, ServerSettings

PATH = "/mcp"
_THROWN = 16 * MIB
"""Bytes of a body that is too large that are still taken from the wire, and not kept."""


def serve(
    catalogue: Catalogue,
    settings: ServerSettings,
    tell: Callable[[str], None] | None,
    *,
    is_open: bool = False,
) -> None:
    """Answer until a signal or the end of stdin: over HTTP if somebody is to be told where.

    On an address that others reach only whoever has a token is answered, unless it `is_open`.
    Raises `Forbidden` where none is known.
    """
    logs.configure(settings.log_level, settings.log_format)
    if tell:
        tokens = Tokens.read(settings)
        asked = needs_token(settings.host, tokens, is_open=is_open)
        _over_http(catalogue, settings, tell, tokens if asked else None)
    else:
        asyncio.run(_over_stdio(catalogue, settings))


async def _over_stdio(catalogue: Catalogue, settings: ServerSettings) -> None:
    readers = _readers(catalogue, settings)
    # The readers start within it: what they might print is then led away from stdout.
    async with stdio_server() as (incoming, outgoing):
        await readers.start()
        try:
            server = service(Asking(readers, settings))
            heard = Heard(incoming, outgoing)
            await server.run(heard, outgoing, server.create_initialization_options())
        finally:
            await readers.close()


def _over_http(
    catalogue: Catalogue,
    settings: ServerSettings,
    tell: Callable[[str], None],
    tokens: Tokens | None,
) -> None:
    readers = _readers(catalogue, settings)
    listening = bind(settings.host, settings.port)
    address = listen(listening)
    tell(f"Listening on {address}{PATH[1:]}  (Ctrl-C ends it)")
    config = uvicorn.Config(http_app(readers, settings, tokens), **options(settings.trusted_proxy))
    Server(config, readers, settings.drain).run([listening])


def http_app(readers: Readers, settings: ServerSettings, tokens: Tokens | None = None) -> ASGIApp:
    """The same as an ASGI application, which starts and ends the readers.

    Each request is answered for itself, in JSON, if it is sent with one of the tokens, where there
    are some. A page of another site is never answered; on a loopback address only requests to it.
    """
    server = service(Asking(readers, settings))
    made = server.streamable_http_app(
        streamable_http_path=PATH,
        json_response=True,
        stateless_http=True,
        max_request_body_size=settings.body_bytes,
        host=settings.host,
    )

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await readers.start()
        try:
            async with server.session_manager.run():
                yield
        finally:
            await readers.close()

    within = [Middleware(_Taken, limit=settings.body_bytes)]
    app = Starlette(routes=made.routes, middleware=within, lifespan=lifespan)
    return Rate(_Waiting(Guarded(app, tokens)), settings.rate, settings.rate_burst)


def _readers(catalogue: Catalogue, settings: ServerSettings) -> Readers:
    return Readers(catalogue, settings, HANDLERS, Tokens.read(settings).redacted)


class _Taken:
    """Takes a request's body in first, as large and as slow as it may be everywhere here."""

    def __init__(self, app: ASGIApp, limit: int) -> None:
        self._app = app
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        try:
            sent = await body.read(request, self._limit)
        except KgError as error:
            if isinstance(error, BodyTooLarge):
                await _thrown_away(receive)
            await problem_response(request, error)(scope, receive, send)
            return
        waiting: list[Message] = [{"type": "http.request", "body": sent, "more_body": False}]

        async def taken() -> Message:
            return waiting.pop() if waiting else await receive()

        await self._app(scope, taken, send)


async def _thrown_away(receive: Receive) -> None:
    """Let the rest of a body come if it is not endless, for clients that read only after it."""
    left = _THROWN
    with suppress(TimeoutError):
        async with asyncio.timeout(body.SECONDS):
            while left > 0:
                message = await receive()
                left -= len(message.get("body", b""))
                if not message.get("more_body"):
                    return


class _Waiting:
    """The application as a layer that knows nothing at once."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    def at_once(self, _: Scope) -> Whole | None:
        """Nothing."""
        return None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request (ASGI)."""
        await self._app(scope, receive, send)
