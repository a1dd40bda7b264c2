import asyncio
from collections.abc import AsyncIterator

import pytest
from starlette.requests import Request

from server.errors import BodyTooLarge, BodyTooSlow, UnsupportedType
from server.limits.body import BodyCut, read

GONE = b"the client leaves"


def request(parts: list[bytes | None], **headers: str) -> Request:
    """A request whose body comes in these parts; `None` never comes."""

    async def coming() -> AsyncIterator[bytes]:
        for part in parts:
            if part is None:
                await asyncio.Event().wait()
            yield part or b""

    stream = coming()

    async def receive() -> dict[str, object]:
        part = await anext(stream, None)
        if part == GONE:
            return {"type": "http.disconnect"}
        return {"type": "http.request", "body": part or b"", "more_body": part is not None}

    pairs = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "method": "POST", "headers": pairs}, receive)


def test_a_body_of_the_limit_is_read_whole() -> None:
    assert asyncio.run(read(request([b"ab", b"c"]), 3)) == b"abc"


def test_a_larger_one_is_refused_at_the_byte_that_is_too_many() -> None:
    with pytest.raises(BodyTooLarge, match=r"^The body is larger than 3 bytes, so it was not read"):
        asyncio.run(read(request([b"ab", b"cd", None]), 3))


def test_one_that_says_it_is_larger_is_refused_before_it_comes() -> None:
    with pytest.raises(BodyTooLarge):
        asyncio.run(read(request([None], content_length="4"), 3))


def test_one_that_does_not_come_is_not_waited_for() -> None:
    with pytest.raises(BodyTooSlow, match=r"^The body was not complete within 0\.01 s\.$"):
        asyncio.run(read(request([b"a", None]), 3, seconds=0.01))


def test_one_whose_client_leaves_is_no_failure_of_ours() -> None:
    with pytest.raises(BodyCut, match=r"^The client left before the body was complete\.$"):
        asyncio.run(read(request([b"a", GONE]), 3))


def test_a_compressed_one_is_refused() -> None:
    with pytest.raises(UnsupportedType, match=r"^A body of type 'gzip' is not read here"):
        asyncio.run(read(request([b"a"], content_encoding="gzip"), 3))
