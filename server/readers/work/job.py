"""A piece of work that was asked of the readers of a release, from its arrival to its end."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable
from typing import Any

import orjson

from server.readers.protocol import Request
from server.readers.work.caller import Caller

TEXT = 1000
"""Characters of a query that lists and logs show."""
PATIENCE = 0.5
"""The part of its time that work may wait for a reader; there must be some left to do it in."""
_NUMBERS = itertools.count(1)


def number() -> str:
    """A number that no other work of this service has."""
    return str(next(_NUMBERS))


class Again(Exception):
    """The work was stopped for the sake of others, and is to be begun again when there is room."""


class Job:
    """One request and its clock, in monotonic seconds: it must be answered by `until`.

    `is_slow` says that it is known to take long, `is_long` that it does so now, and `is_heavy` that
    it is no fault of others. `began` is when a reader took it, once one has. `stop` ends it, with
    the error that its client is told.
    """

    def __init__(self, request: Request, caller: Caller, now: float, deadline: float) -> None:
        self.number = number()
        self.request = request
        self.caller = caller
        self.since = now
        self.until = now + deadline
        self.patience = now + deadline * PATIENCE
        self.is_slow = self.is_long = self.is_heavy = False
        self.is_running = False
        self.size = 0
        self.began = 0.0
        self.stop: Callable[[Exception], None] = _nothing

    def begin_again(self) -> None:
        """It was stopped, and waits once more; its clock goes on."""
        self.is_slow = True
        self.is_long = self.is_heavy = self.is_running = False

    @property
    def digest(self) -> bytes:
        """Alike for work that is the same, whoever asks for it."""
        asked = self.request
        head = orjson.dumps((asked.handler, asked.path, asked.params), option=orjson.OPT_SORT_KEYS)
        return hashlib.blake2b(head + b"\0" + asked.body, digest_size=16).digest()

    @property
    def text(self) -> str:
        """What was asked, cut after `TEXT` characters."""
        return text_of(self.request)[:TEXT]


def text_of(request: Request) -> str:
    """The query of a request, or the address where that is all that was asked.

    >>> text_of(Request("server.rest.answer:questions", {"q": "a"}, path="/questions"))
    '/questions?q=a'
    """
    if request.handler == "server.sparql.answer:answer":
        return request.body[: 4 * TEXT].decode("utf-8", "replace")
    if request.handler == "server.graphql.answer:answer":
        return _document(request.body)
    asked = "&".join(
        f"{name}={value}"
        for name in request.params
        if not name.startswith("/")
        for value in request.texts(name)
    )
    return f"{request.path}?{asked}" if asked else request.path


def _document(body: bytes) -> str:
    try:
        asked: Any = orjson.loads(body)
    except ValueError:
        return ""
    return str(asked.get("query") or "") if isinstance(asked, dict) else ""


def _nothing(_: Exception) -> None:
    """Work that has ended is not stopped any more."""
