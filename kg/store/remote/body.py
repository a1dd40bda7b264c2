"""The body of an answer, read as it comes; what is short is there before anything is made of it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Final

import httpx2

AHEAD: Final = 8 * 1024 * 1024
"""Bytes that are read before an answer counts as one: until then another endpoint may be asked."""


class Body:
    """A file of bytes to read; `status` and `media` are those of the answer."""

    def __init__(self, response: httpx2.Response, until: float) -> None:
        self.status = response.status_code
        self.media = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        self.limit = int(response.headers.get("x-sparql-maxrows") or 0)
        self.server = response.headers.get("server", "").lower()
        self._state = response.headers.get("x-sql-state", "")
        self._response = response
        self._until = until
        self._ahead = bytearray()
        self._at = 0
        self._rest: Iterator[bytes] = response.iter_bytes()
        self.is_whole = False
        try:
            self._read_ahead()
        except BaseException:
            response.close()
            raise

    @property
    def is_cut(self) -> bool:
        """Whether the engine says that it stopped before it had all of the answer."""
        return bool(self._state)

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most `size`; nothing at the end."""
        if self._at >= len(self._ahead):
            self._ahead, self._at = bytearray(next(self._rest, b"")), 0
        end = len(self._ahead) if size < 0 else self._at + size
        found = bytes(self._ahead[self._at : end])
        self._at += len(found)
        if size < 0:
            found += b"".join(self._rest)
        return found

    def head(self, size: int) -> str:
        """The first characters of what was read ahead."""
        return bytes(self._ahead[:size]).decode("utf-8", "replace")

    def close(self) -> None:
        """Whatever is left is not wanted."""
        self._response.close()

    def _read_ahead(self) -> None:
        for chunk in self._rest:
            self._ahead += chunk
            if len(self._ahead) >= AHEAD:
                return
            if time.monotonic() > self._until:
                raise TimeoutError
        self.is_whole = True
