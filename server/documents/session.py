"""Who asks for documents: by a token in the request, or by the cookie of whoever signed in.

The cookie holds a name, how far the token reaches and when it ends, under a signature that only
this process can make: it ends with the service. No script may read it, and no browser sends it
along for a page of another site; what changes anything is refused for such pages besides.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import secrets
import time
from typing import Final, NamedTuple

import orjson
from starlette.requests import Request
from starlette.responses import Response

from server.limits.tokens import Token, Tokens, Unauthorized, refuse_other_sites

COOKIE: Final = "coterminous-session"
SECONDS: Final = 12 * 60 * 60
"""How long somebody stays signed in."""
NAME: Final = 80
"""The longest name of a reviewer."""
_READING: Final = ("GET", "HEAD")


class Session(NamedTuple):
    """Who asks: the name of the token, how far it reaches, and the name decisions are under."""

    token: str
    scope: str
    reviewer: str


class Sessions:
    """Makes cookies, and knows its own again."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)

    def begin(self, response: Response, request: Request, session: Session) -> None:
        """Put the cookie of a session on a response."""
        until = int(time.time()) + SECONDS
        response.set_cookie(
            COOKIE, self._signed(orjson.dumps([*session, until])), max_age=SECONDS, path="/",
            httponly=True, samesite="strict", secure=request.url.scheme == "https",
        )  # fmt: skip

    def of(self, request: Request) -> Session | None:
        """The session that a request's cookie tells of, unless it has ended or is not ours."""
        text, _, mark = request.cookies.get(COOKIE, "").partition(".")
        if not hmac.compare_digest(self._mark(text).encode(), mark.encode("utf-8", "replace")):
            return None
        try:
            token, scope, reviewer, until = orjson.loads(base64.urlsafe_b64decode(text))
        except (ValueError, binascii.Error):
            return None
        return Session(token, scope, reviewer) if time.time() < until else None

    def _signed(self, data: bytes) -> str:
        text = base64.urlsafe_b64encode(data).decode()
        return f"{text}.{self._mark(text)}"

    def _mark(self, text: str) -> str:
        return hmac.digest(self._key, text.encode("utf-8", "replace"), "sha256").hex()


SESSIONS: Final = Sessions()


def admitted(request: Request, scope: str) -> Session:
    """Who sent a request, if that is somebody whose token reaches as far as `scope`.

    Raises as `Tokens.check` does.
    """
    tokens: Tokens = request.app.state.tokens
    session = SESSIONS.of(request) if tokens.are_set else None
    if "authorization" in request.headers or session is None:
        name = tokens.check(request, scope)
        return Session(name, scope, name)
    if request.method not in _READING:
        refuse_other_sites(request)
    Token(session.token, session.scope, b"").check(scope)
    return session


def signed_in(request: Request, token: str, reviewer: str) -> Session:
    """The session of whoever signs in with a token; `Unauthorized` for one that is not known."""
    refuse_other_sites(request)
    tokens: Tokens = request.app.state.tokens
    if not tokens.are_set:
        raise Unauthorized
    found = tokens.known(token)
    name = " ".join(reviewer.split())[:NAME]
    return Session(found.name, found.scope, name or found.name)
