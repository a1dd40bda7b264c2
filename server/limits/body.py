"""The size of a request's body, and the time it may take to come."""

from __future__ import annotations

import asyncio
import zlib

from starlette.requests import ClientDisconnect, Request

from kg.errors import KgError
from server.errors import BodyTooLarge, BodyTooSlow, UnsupportedType
from server.limits.rdf import BadDocument

SECONDS = 10.0


class BodyCut(KgError):
    """The client left before its body had come."""

    code = "body-cut"

    def __init__(self) -> None:
        super().__init__("The client left before the body was complete.")


async def read(
    request: Request, limit: int, seconds: float = SECONDS, *, packed: bool = False
) -> bytes:
    """The body of a request, of `limit` bytes at most.

    Raises `BodyTooLarge` as soon as it is known to be larger, `BodyTooSlow` after `seconds`,
    `BodyCut` where the client leaves, and `UnsupportedType` for a compressed one, which could be a
    small way to send much. With `packed` gzip is taken, and the limit holds for what was in it.
    """
    encoding = request.headers.get("content-encoding", "identity").strip().lower()
    if encoding != "identity" and not (packed and encoding in ("gzip", "x-gzip")):
        known = ["it as gzip", "uncompressed"] if packed else ["it uncompressed"]
        raise UnsupportedType(request.headers["content-encoding"], known)
    sent = await _collected(request, limit, seconds)
    return sent if encoding == "identity" else await asyncio.to_thread(unpacked, sent, limit)


def unpacked(data: bytes, limit: int) -> bytes:
    """What is in a gzip, of `limit` bytes at most: no more of it is ever made.

    Raises `BodyTooLarge`, and `BadDocument` for what is not a whole gzip.

    >>> import gzip
    >>> unpacked(gzip.compress(b"x"), 1)
    b'x'
    """
    reading = zlib.decompressobj(31)
    try:
        found = reading.decompress(data, limit + 1)
    except zlib.error:
        raise BadDocument("it is not gzip") from None
    if len(found) > limit:
        raise BodyTooLarge(limit)
    if not reading.eof or reading.unused_data:
        raise BadDocument("its gzip is not whole, or more follows")
    return found


async def _collected(request: Request, limit: int, seconds: float) -> bytes:
    told = request.headers.get("content-length", "")
    if told.isdecimal() and int(told) > limit:
        raise BodyTooLarge(limit)
    parts, size = [], 0
    try:
        async with asyncio.timeout(seconds):
            async for part in request.stream():
                size += len(part)
                if size > limit:
                    raise BodyTooLarge(limit)
                parts.append(part)
    except TimeoutError:
        raise BodyTooSlow(seconds) from None
    except ClientDisconnect:
        raise BodyCut from None
    return b"".join(parts)
