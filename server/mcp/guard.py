"""Who may ask over HTTP: on a loopback address anybody here, elsewhere whoever has a token."""

from __future__ import annotations

import ipaddress
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from kg.errors import Forbidden, KgError
from server.errors import problem_response
from server.limits.tokens import Tokens, refuse_other_sites

ALIVE: Final = "/livez"


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches a service there.

    >>> is_loopback("127.0.0.1"), is_loopback("::1"), is_loopback("localhost")
    (True, True, True)
    >>> is_loopback("0.0.0.0"), is_loopback("example.org")
    (False, False)
    """
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def needs_token(host: str, tokens: Tokens, *, is_open: bool) -> bool:
    """Whether who asks there has to send a token; raises `Forbidden` where none is known."""
    if is_open or is_loopback(host):
        return False
    if not tokens.are_set:
        raise Forbidden(
            f"On {host} others reach the service for assistants, and no token is set.",
            "--tokens",
            "Name a file of tokens with --tokens, or let anybody ask with --anyone.",
        )
    return True


class Guarded:
    """Lets through only what may be asked: no page of another site, and, if so, with a token.

    That it lives is told to everybody, at `/livez`.
    """

    def __init__(self, app: ASGIApp, tokens: Tokens | None) -> None:
        self._app = app
        self._tokens = tokens

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request (ASGI)."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if scope["path"] == ALIVE and scope["method"] in ("GET", "HEAD"):
            await PlainTextResponse("alive\n")(scope, receive, send)
            return
        request = Request(scope, receive)
        try:
            self._check(request)
        except KgError as error:
            await problem_response(request, error)(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _check(self, request: Request) -> None:
        try:
            refuse_other_sites(request)
        except Forbidden:
            raise Forbidden("A page of another site may not ask here.") from None
        if self._tokens:
            self._tokens.check(request, "read")
