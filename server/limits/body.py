"""The size of a request's body, and the time it may take to come."""

from __future__ import annotations

import asyncio

from starlette.requests import Request

from server.errors import BodyTooLarge, BodyTooSlow, UnsupportedType

SECONDS = 10.0


async def read(request: Request, limit: int, seconds: float = SECONDS) -> bytes:
    """The body of a request, of `limit` bytes at most.

    Raises `BodyTooLarge` as soon as it is known to be larger, `BodyTooSlow` after `seconds`, and
    `UnsupportedType` for a compressed one, which could be a small way to send much.
    """
    if request.headers.get("content-encoding", "identity") != "identity":
        raise UnsupportedType(request.headers["content-encoding"], ["it uncompressed"])
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
    return b"".join(parts)
