"""Headers that keep browsers safe, and let any page read what is public (CORS, no credentials)."""

from __future__ import annotations

from starlette.types import Message, Receive, Scope, Send

from server.layers import Layer, Whole

_SAFE = {
    "content-security-policy": "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "form-action 'self'; object-src 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "ETag, Link, Location, Recode-Summary, Retry-After, "
    "X-Problem, X-Release, X-Request-Id",
}
_PREFLIGHT = {
    "access-control-allow-methods": "GET, HEAD, POST, OPTIONS",
    "access-control-allow-headers": "Accept, Content-Type, If-None-Match",
    "access-control-max-age": "86400",
    "content-length": "0",
}
# Event streams of GraphQL are reserved by PUT; clients of GraphQL have headers of their own.
_GRAPHQL = {
    "access-control-allow-methods": "GET, HEAD, POST, PUT, DELETE, OPTIONS",
    "access-control-allow-headers": "Accept, Content-Type, If-None-Match, "
    "X-GraphQL-Event-Stream-Token, Apollo-Require-Preflight, X-Apollo-Operation-Name",
}
# The editor of GraphQL writes its colours and places into style elements as one types, and draws
# its marks as pictures in its styles; neither can run anything.
_EDITOR = {"/query/graphql": "style-src 'self' 'unsafe-inline'; img-src 'self' data:"}
SAFE = [(name.encode(), value.encode()) for name, value in _SAFE.items()]
WIDER = {
    path: [
        (name, value + f"; {more}".encode())
        if name == b"content-security-policy"
        else (name, value)
        for name, value in SAFE
    ]
    for path, more in _EDITOR.items()
}
PREFLIGHT = [(name.encode(), value.encode()) for name, value in _PREFLIGHT.items()]
GRAPHQL = [(name.encode(), value.encode()) for name, value in (_PREFLIGHT | _GRAPHQL).items()]


class Headers:
    """An ASGI layer that adds these headers to every response and answers every OPTIONS.

    One page has a policy that is wider by what its editor needs.
    """

    def __init__(self, app: Layer) -> None:
        self.app = app

    def at_once(self, scope: Scope) -> Whole | None:
        """The response where it is there without waiting."""
        found = self.app.at_once(scope)
        if found is None:
            return None
        return Whole([*found.headers, *WIDER.get(scope["path"], SAFE)], found.body)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request (ASGI)."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        safe = WIDER.get(scope["path"], SAFE)

        async def add(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", ()), *safe]}
            await send(message)

        if scope["method"] == "OPTIONS":
            allowed = GRAPHQL if scope["path"] == "/graphql" else PREFLIGHT
            start = {"type": "http.response.start", "status": 204, "headers": allowed}
            await add(start)
            await send({"type": "http.response.body", "body": b""})
            return
        await self.app(scope, receive, add)
