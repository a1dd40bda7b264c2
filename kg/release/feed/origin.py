"""Another machine that offers releases, asked over HTTP: one request at a time, each bounded."""

from __future__ import annotations

import base64
import http.client
import re
import ssl
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO, Final, NamedTuple
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from kg.release.feed.index import FILE
from kg.store.remote.place import shown

STALL: Final = 10.0
"""Seconds in which an origin has to send something, or to take a connection."""
SLOWEST: Final = 16 * 1024
"""Bytes a second below which, over a whole file, it is taken for dead."""
LARGEST: Final = 32 * 1024 * 1024
"""Bytes that an index or a manifest may have."""
_HOPS: Final = 3
_AT_ONCE: Final = 1 << 18
_AGENT: Final = "coterminous"
_RANGE: Final = re.compile(r"bytes (\d+)-(\d+)/(\d+|\*)")


class OriginFailed(Exception):
    """An origin did not give what was asked; `after` seconds it is to be asked again."""

    def __init__(self, address: str, reason: str, after: float = 0.0) -> None:
        super().__init__(f"{shown(address)}: {reason}")
        self.after = after


class Answered(NamedTuple):
    """A small answer: its bytes and its ETag; `body` is `None` where it is as it was."""

    body: bytes | None
    etag: str


class Origin:
    """The folder of releases at an address; a name and a password in it are sent as Basic.

    All methods raise `OriginFailed`.
    """

    def __init__(self, address: str, stall: float = STALL) -> None:
        self.address = address.rstrip("/") + "/"
        self._stall = stall
        self._until = 0.0
        self._open: dict[tuple[str, str], http.client.HTTPConnection] = {}

    def index(self, etag: str = "") -> Answered:
        """The index, unless it is still the one with that ETag."""
        headers = {"If-None-Match": etag} if etag else {}
        return self.small(FILE, headers)

    def small(self, name: str, headers: Mapping[str, str] | None = None) -> Answered:
        """A small file beside the index."""
        with self._asked(name, headers or {}, LARGEST) as (answer, address):
            if answer.status == 304:
                return Answered(None, answer.headers.get("ETag", ""))
            self._check(answer, address, 200)
            parts, total = [], 0
            for each in self._read(answer, address, LARGEST):
                parts.append(each)
                total += len(each)
                if total > LARGEST:
                    raise OriginFailed(address, f"it has more than {LARGEST} bytes")
            return Answered(b"".join(parts), answer.headers.get("ETag", ""))

    def continued(self, name: str, sink: IO[bytes], size: int, digest: str) -> int:
        """Write a file to the end of `sink`, from where that ends; how many bytes came.

        What has come before a failure is left in it. `size` is how many bytes it is to have then.
        """
        begin = sink.tell()
        headers = {"If-Range": f'"{digest}"', "Range": f"bytes={begin}-"} if begin else {}
        with self._asked(name, headers, size - begin) as (answer, address):
            if begin and answer.status == 200:  # it knows no ranges, or has another file by now
                sink.seek(0)
                sink.truncate()
                begin = 0
            self._check(answer, address, 206 if begin else 200)
            if begin and not _is_from(answer, begin):
                raise OriginFailed(address, "it sends another part than was asked")
            came = 0
            for each in self._read(answer, address, size - begin):
                came += len(each)
                if begin + came > size:
                    raise OriginFailed(address, f"it has more than {size} bytes")
                sink.write(each)
            if begin + came < size:
                raise OriginFailed(address, f"it ends after {begin + came} of {size} bytes")
            return came

    def close(self) -> None:
        """Let go of the connection that is kept between two requests."""
        for each in self._open.values():
            each.close()
        self._open.clear()

    @contextmanager
    def _asked(
        self, name: str, headers: Mapping[str, str], size: int
    ) -> Iterator[tuple[http.client.HTTPResponse, str]]:
        self._until = time.monotonic() + self._stall + size / SLOWEST
        address = self.address
        try:
            address = urljoin(self.address, name)
            for _ in range(_HOPS + 1):
                answer = self._sent(address, headers)
                if answer.status not in (301, 302, 303, 307, 308):
                    yield answer, address
                    if answer.length == 0:
                        answer.close()
                    elif not answer.isclosed():  # what is left of it would be in the way
                        self.close()
                    return
                answer.read(LARGEST)
                address = urljoin(address, answer.headers.get("Location", ""))
        except (OSError, http.client.HTTPException, ValueError) as error:
            self.close()
            raise OriginFailed(address, str(error) or type(error).__name__) from None
        except BaseException:
            self.close()
            raise
        raise OriginFailed(address, "it leads on and on")

    def _sent(self, address: str, headers: Mapping[str, str]) -> http.client.HTTPResponse:
        """The answer's head; a connection that was kept may have been closed at the other end."""
        place = urlsplit(address)
        asked = {**headers, **self._credentials(place)}
        if kept := self._open.get((place.scheme, place.netloc)):
            try:
                return _request(kept, place, asked)
            except (ConnectionError, http.client.HTTPException):
                self.close()
        made = self._connection(place)
        self._open[place.scheme, place.netloc] = made
        return _request(made, place, asked)

    def _connection(self, place: SplitResult) -> http.client.HTTPConnection:
        host = place.hostname or ""
        if place.scheme == "https":
            context = ssl.create_default_context()
            return http.client.HTTPSConnection(
                host, place.port, timeout=self._stall, context=context
            )
        if place.scheme != "http" or not host:
            raise OriginFailed(self.address, "it is no address of http or https")
        return http.client.HTTPConnection(host, place.port, timeout=self._stall)

    def _credentials(self, place: SplitResult) -> dict[str, str]:
        """Those in our own address; they are shown to no other host."""
        own = urlsplit(self.address)
        if own.username is None or (place.scheme, place.hostname) != (own.scheme, own.hostname):
            return {}
        told = f"{unquote(own.username)}:{unquote(own.password or '')}"
        return {"Authorization": "Basic " + base64.b64encode(told.encode()).decode()}

    def _read(self, answer: http.client.HTTPResponse, address: str, size: int) -> Iterator[bytes]:
        while part := answer.read1(_AT_ONCE):
            yield part
            if time.monotonic() > self._until:
                raise OriginFailed(address, f"it takes too long for {size} bytes")

    @staticmethod
    def _check(answer: http.client.HTTPResponse, address: str, status: int) -> None:
        if answer.status != status:
            later = answer.headers.get("Retry-After", "")
            after = float(later) if later.isdecimal() else 0.0
            raise OriginFailed(address, f"it answers with {answer.status}", after)


def _request(
    connection: http.client.HTTPConnection, place: SplitResult, headers: Mapping[str, str]
) -> http.client.HTTPResponse:
    path = (place.path or "/") + (f"?{place.query}" if place.query else "")
    known = {"User-Agent": _AGENT, "Accept-Encoding": "identity"}
    connection.request("GET", path, headers={**known, **headers})
    return connection.getresponse()


def _is_from(answer: http.client.HTTPResponse, begin: int) -> bool:
    told = _RANGE.fullmatch(answer.headers.get("Content-Range", ""))
    return bool(told) and told is not None and int(told[1]) == begin
