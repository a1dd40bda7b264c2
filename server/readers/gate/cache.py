"""Whole answers kept in memory, in front of everything that would have to think.

A sealed release never changes, so an answer is good for as long as its release is the current one.
What is kept is found by release, method, path, query, body, `Accept`, `Accept-Encoding`, the host
and the body's type; that is all that an answer depends on. Nothing is kept, or found, for a request
with credentials.
"""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import re
import zlib
from collections.abc import Callable, Collection
from functools import lru_cache

from starlette.types import Message, Receive, Scope, Send

from server.layers import Layer, Pairs, Whole
from server.readers.gate.shelf import Asked, Kept, Shelf

LARGEST = 1024 * 1024
"""An answer of more bytes is passed on as it comes, and not kept."""
BODY = 64 * 1024
"""A request whose body has more bytes is passed on, and its answer is not kept."""
PATIENCE = 10.0
SMALL, SLOW = 1024, 32 * 1024  # not worth compressing; too much to compress between two requests
_LEVEL = 5
_PERSONAL = frozenset((b"authorization", b"x-graphql-event-stream-token"))
"""Headers of requests whose answers are for nobody else."""
_COMPRESSIBLE = re.compile(
    rb"text/|application/(?:[\w.+-]+\+)?(?:json|xml)|application/(?:javascript|n-|trig)|image/svg"
)
_FRESH = [
    (b"vary", b"Accept, Accept-Encoding"),
    (b"cache-control", b"public, max-age=0, must-revalidate"),
]


class Cache:
    """An ASGI layer that keeps answers, compresses them, and tells who has them already (304).

    `current` names the release that answers; `posted` are the paths whose POSTs only read; `front`
    is another number once the front end, which pages name the files of, was built again. A response
    with `no-store` or `immutable` in its `Cache-Control` is passed on as it is.
    """

    def __init__(
        self, app: Layer, current: Callable[[], str], size: int, posted: Collection[str] = (),
        front: Callable[[], int] = int,
    ) -> None:  # fmt: skip
        self.app = app
        self.shelf = Shelf(size)
        self._current = current
        self._posted = frozenset(posted)
        self._front = front

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request (ASGI)."""
        method = str(scope.get("method", ""))
        reads = method in ("GET", "HEAD") or (method == "POST" and scope["path"] in self._posted)
        if scope["type"] != "http" or not reads:
            await self.app(scope, receive, send)
            return
        headers = _joined(scope["headers"])
        body: bytes | None = b""
        if method == "POST":
            body, receive = await _collected(receive)
        if body is None or not _PERSONAL.isdisjoint(headers):
            await self.app(scope, receive, send)
            return
        asked = self._asked(scope, headers, body)
        known = headers.get(b"if-none-match", b"")
        if kept := self.shelf.find(asked):
            await _send(kept, known, send)
            return
        await self.app(scope, receive, _Taking(self.shelf, asked, known, send))

    def at_once(self, scope: Scope) -> Whole | None:
        """The response where it is there without waiting."""
        headers = _joined(scope["headers"])
        if b"if-none-match" in headers or not _PERSONAL.isdisjoint(headers):
            return None
        asked = self._asked(scope, headers, b"")
        kept = self.shelf.find(asked, is_last=False)
        if kept is None:
            found = self.app.at_once(scope)
            if found is None:
                return None
            packs = _packs(dict(found.headers), asked.encoding) and len(found.body) > SMALL
            body = gzip.compress(found.body, _LEVEL, mtime=0) if packs else found.body
            kept = _kept(found.headers, body, packs=packs)
            self.shelf.misses += 1
            self.shelf.keep(asked, kept)
        return Whole(kept.headers, kept.body)

    def _asked(self, scope: Scope, headers: dict[bytes, bytes], body: bytes) -> Asked:
        method = scope["method"]
        return Asked(
            self._current(),
            method,
            scope.get("raw_path") or scope["path"].encode(),
            scope["query_string"],
            hashlib.sha256(body).digest() if body else b"",
            headers.get(b"accept", b""),
            headers.get(b"accept-encoding", b""),
            headers.get(b"content-type", b"") if method == "POST" else b"",
            self._front(),
            headers.get(b"host", b""),  # a page and VoID tell where they are
        )


class _Taking:
    """Takes a response in; passes it on whole, or as it comes once it is too large to keep."""

    def __init__(self, shelf: Shelf, asked: Asked, known: bytes, send: Send) -> None:
        self._shelf, self._asked, self._known, self._send = shelf, asked, known, send
        self._start: Message = {}
        self._parts: list[bytes] = []
        self._size = 0
        self._through = False
        self._packer: zlib._Compress | None = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
            self._headers = dict(message.get("headers", ()))
            if message["status"] != 200 or not _may_be_kept(self._headers):
                self._through = True
                await self._send(message)
        elif self._through:
            await self._send(message)
        elif self._packer:
            await self._pack(message)
        else:
            await self._take(message)

    async def _take(self, message: Message) -> None:
        part = message.get("body", b"")
        self._parts.append(part)
        self._size += len(part)
        if not message.get("more_body"):
            await self._finish()
        elif self._size > LARGEST:
            await self._let_go()

    async def _finish(self) -> None:
        body = b"".join(self._parts)
        packs = _packs(self._headers, self._asked.encoding) and len(body) > SMALL
        if packs:
            body = await _packed(body)
        kept = _kept(self._start["headers"], body, packs=packs)
        release = self._headers.get(b"x-release", b"")
        # The release may have changed while the answer was made.
        if release.decode() in ("", self._asked.release) or b"release=" in self._asked.query:
            self._shelf.keep(self._asked, kept)
        await _send(kept, self._known, self._send)

    async def _let_go(self) -> None:
        headers = _without(self._start["headers"]) + _FRESH
        packs = _packs(self._headers, self._asked.encoding)
        if etag := _tag(self._headers, packs=packs):
            headers.append((b"etag", etag))
        if packs:
            self._packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, 31)
            headers.append((b"content-encoding", b"gzip"))
        await self._send({**self._start, "headers": headers})
        message = {"type": "http.response.body", "body": b"".join(self._parts), "more_body": True}
        self._parts, self._through = [], not packs
        await self(message)

    async def _pack(self, message: Message) -> None:
        assert self._packer
        part = await asyncio.to_thread(self._packer.compress, message.get("body", b""))
        if not message.get("more_body"):
            part += self._packer.flush()
        if part or not message.get("more_body"):
            await self._send({**message, "body": part})


def _kept(pairs: Pairs, body: bytes, *, packs: bool) -> Kept:
    """A response as it is kept and sent; its body is compressed already if that `packs`."""
    known, headers = dict(pairs), _without(pairs)
    if packs:
        headers.append((b"content-encoding", b"gzip"))
    release, kind = known.get(b"x-release", b""), known.get(b"content-type", b"")
    digest = hashlib.sha256(b"\0".join((release, kind, body))).hexdigest()[:32]
    etag = _tag(known, packs=packs) or f'"{digest}"'.encode()
    headers += [*_FRESH, (b"etag", etag), (b"content-length", str(len(body)).encode())]
    return Kept(headers, body, etag)


def _joined(pairs: Pairs) -> dict[bytes, bytes]:
    """Headers by name; those sent more than once with all their values (RFC 9110, 5.3)."""
    headers: dict[bytes, bytes] = {}
    for name, value in pairs:
        headers[name] = headers[name] + b", " + value if name in headers else value
    return headers


async def _send(kept: Kept, known: bytes, send: Send) -> None:
    if known and _has(known, kept.etag):
        headers = [each for each in kept.headers if each[0] != b"content-length"]
        await send({"type": "http.response.start", "status": 304, "headers": headers})
        await send({"type": "http.response.body", "body": b""})
        return
    await send({"type": "http.response.start", "status": 200, "headers": kept.headers})
    await send({"type": "http.response.body", "body": kept.body})


async def _collected(receive: Receive) -> tuple[bytes | None, Receive]:
    """The body, nothing if it is too large or too slow, and a `receive` that gives it again."""
    taken: list[Message] = []
    size, more = 0, True
    try:
        async with asyncio.timeout(PATIENCE):
            while more and size <= BODY:
                message = await receive()
                taken.append(message)
                size += len(message.get("body", b""))
                more = message.get("more_body", False)
    except TimeoutError:
        pass

    async def again() -> Message:
        return taken.pop(0) if taken else await receive()

    whole = not more and size <= BODY and taken[-1]["type"] == "http.request"
    return b"".join(each.get("body", b"") for each in taken) if whole else None, again


def _may_be_kept(headers: dict[bytes, bytes]) -> bool:
    return (
        not any(each in headers.get(b"cache-control", b"") for each in (b"no-store", b"immutable"))
        and b"set-cookie" not in headers
        and not headers.get(b"content-type", b"").startswith(b"text/event-stream")
    )


def _without(headers: Pairs) -> Pairs:
    """Headers but for those that are set here."""
    ours = (b"content-length", b"etag", b"vary", b"cache-control")
    return [(name, value) for name, value in headers if name not in ours]


def _tag(headers: dict[bytes, bytes], *, packs: bool) -> bytes:
    """The ETag that a response came with, made another one where it is compressed here."""
    etag = headers.get(b"etag", b"")
    return etag[:-1] + b'.gzip"' if etag and packs else etag


def _packs(headers: dict[bytes, bytes], accepted: bytes) -> bool:
    kind = headers.get(b"content-type", b"")
    return (
        b"content-encoding" not in headers
        and accepts_gzip(accepted)
        and bool(_COMPRESSIBLE.match(kind))
    )


async def _packed(body: bytes) -> bytes:
    if len(body) < SLOW:
        return gzip.compress(body, _LEVEL, mtime=0)
    return await asyncio.to_thread(gzip.compress, body, _LEVEL, mtime=0)


@lru_cache(maxsize=256)
def accepts_gzip(accepted: bytes) -> bool:
    """Whether an `Accept-Encoding` header takes gzip.

    >>> accepts_gzip(b"gzip, br"), accepts_gzip(b"gzip;q=0"), accepts_gzip(b"")
    (True, False, False)
    """
    for each in accepted.lower().split(b","):
        name, _, quality = each.replace(b" ", b"").partition(b";q=")
        if name in (b"gzip", b"x-gzip"):
            return not quality or quality.strip(b"0.") != b""
    return False


def _has(known: bytes, etag: bytes) -> bool:
    tags = [each.strip().removeprefix(b"W/") for each in known.split(b",")]
    return etag in tags or tags == [b"*"]
