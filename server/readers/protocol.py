"""What crosses the wire between the front and a reader: frames, requests and replies.

A frame is a byte for its kind, four bytes for the length of its payload, and the payload. A request
is one frame. A reply is one `WHOLE`, or a `HEAD`, `CHUNK`s and an `END`, or a `PROBLEM`.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, NamedTuple

import orjson

HEADER = struct.Struct("!BI")
FLUSH = 64 * 1024
"""A reply up to this many bytes is sent whole, so that a late failure is still a problem."""


class Kind(IntEnum):
    """The kinds of frames."""

    REQUEST = 1
    READY = 2  # the reader has opened its release
    WHOLE = 3  # status and headers, then the whole body
    HEAD = 4
    CHUNK = 5
    END = 6
    PROBLEM = 7  # instead of, or after, a head


class Frame(NamedTuple):
    """One frame."""

    kind: Kind
    payload: bytes

    def encode(self) -> bytes:
        """The frame as bytes."""
        return HEADER.pack(self.kind, len(self.payload)) + self.payload


@dataclass(frozen=True)
class Request:
    """What a handler is asked. Header names are in lower case; no credentials are passed on."""

    handler: str
    params: Mapping[str, str | list[str]] = field(default_factory=dict)
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    method: str = "GET"
    path: str = "/"
    request_id: str = ""

    def text(self, name: str, default: str = "") -> str:
        """The parameter's value, its first if there are several.

        >>> Request("h", {"q": ["a", "b"]}).text("q")
        'a'
        """
        value = self.params.get(name, default)
        return value if isinstance(value, str) else next(iter(value), default)

    def texts(self, name: str) -> list[str]:
        """All values of the parameter, in the order they were sent.

        >>> Request("h", {"q": "a"}).texts("q"), Request("h").texts("q")
        (['a'], [])
        """
        value = self.params.get(name, [])
        return [value] if isinstance(value, str) else list(value)

    def frame(self) -> Frame:
        """The request as a frame."""
        head = (self.handler, self.params, self.headers, self.method, self.path, self.request_id)
        return Frame(Kind.REQUEST, with_body(head, self.body))

    @classmethod
    def of(cls, frame: Frame) -> Request:
        """The request that a frame carries."""
        (handler, params, headers, method, path, request_id), body = head_and_body(frame.payload)
        return cls(handler, params, body, headers, method, path, request_id)


class Reply:
    """Where a handler puts its answer: first `head`, then any number of `write`s.

    A `KgError` raised by the handler becomes a problem; once more than 64 KiB were written it
    breaks the connection off instead, so that no reader takes half an answer for a whole one.
    Without `emit` everything is kept, for tests: `status`, `headers`, `body`.
    """

    def __init__(self, emit: Callable[[Frame], None] | None = None) -> None:
        self.status = 200
        self.headers: dict[str, str] = {}
        self.started = False
        self._emit = emit
        self._parts: list[bytes] = []
        self._size = 0

    @property
    def body(self) -> bytes:
        """What was written and not yet sent."""
        return b"".join(self._parts)

    def head(self, status: int = 200, headers: Mapping[str, str] | None = None) -> None:
        """Set the status and the headers; to be called before more than 64 KiB are written."""
        self.status = status
        self.headers = dict(headers or {})

    def write(self, data: bytes) -> int:
        """Add to the body; returns how many bytes were taken, which is all."""
        self._parts.append(bytes(data))
        self._size += len(data)
        if self._size > FLUSH and self._emit:
            if not self.started:
                self.started = True
                self._emit(Frame(Kind.HEAD, orjson.dumps((self.status, self.headers))))
            self._emit(Frame(Kind.CHUNK, self._take()))
        return len(data)

    def drop(self) -> None:
        """Forget what was written and not yet sent."""
        self._parts, self._size = [], 0

    def flush(self) -> None:
        """Nothing: bytes are sent when there are enough of them."""

    def finish(self) -> None:
        """Send what is left and say that the answer is complete."""
        if not self._emit:
            return
        if not self.started:
            head = (self.status, self.headers)
            self._emit(Frame(Kind.WHOLE, with_body(head, self._take())))
            return
        if self._parts:
            self._emit(Frame(Kind.CHUNK, self._take()))
        self._emit(Frame(Kind.END, b""))

    def _take(self) -> bytes:
        body = self.body
        self._parts, self._size = [], 0
        return body


class Frames:
    """Bytes in as they come, frames out."""

    def __init__(self) -> None:
        self._held = bytearray()

    def feed(self, data: bytes) -> Iterator[Frame]:
        """The frames that are complete with these bytes."""
        self._held += data
        while len(self._held) >= HEADER.size:
            kind, length = HEADER.unpack_from(self._held)
            end = HEADER.size + length
            if len(self._held) < end:
                return
            payload = bytes(memoryview(self._held)[HEADER.size : end])
            del self._held[:end]
            yield Frame(Kind(kind), payload)


def with_body(head: object, body: bytes) -> bytes:
    """A payload of a JSON head and a body.

    >>> with_body([200, {}], b"x")
    b'\\x00\\x00\\x00\\x08[200,{}]x'
    """
    text = orjson.dumps(head)
    return len(text).to_bytes(4, "big") + text + body


def head_and_body(payload: bytes) -> tuple[tuple[Any, ...], bytes]:
    """The JSON head and the body of a payload; the inverse of `with_body`."""
    end = 4 + int.from_bytes(payload[:4], "big")
    return tuple(orjson.loads(payload[4:end])), payload[end:]
