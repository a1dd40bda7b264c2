"""What the layers are that every request passes: ASGI, and a short way for what need not wait."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from starlette.types import Receive, Scope, Send

Pairs = list[tuple[bytes, bytes]]


class Whole(NamedTuple):
    """A response of status 200: its headers, their names in lower case, and its body."""

    headers: Pairs
    body: bytes


class Layer(Protocol):
    """An ASGI application that may know an answer at once."""

    def at_once(self, scope: Scope) -> Whole | None:
        """The response to a GET without a body, the same that it would send, if it is there now.

        Where it is not, nothing has been done, and the request is to come by ASGI.
        """

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request (ASGI)."""
