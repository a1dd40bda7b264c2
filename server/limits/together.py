"""The head of a response and the first of its body in one packet."""

from __future__ import annotations

import asyncio
from typing import TypeAlias

Data: TypeAlias = "bytes | bytearray | memoryview"


class Together(asyncio.Transport):
    """A transport that keeps what is written first until more is, or until others have their turn.

    So a client is woken once, not a first time for a head that is of no use to it alone.
    """

    def __init__(self, to: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__()
        self._to = to
        self._loop = loop
        self._first: bytes = b""
        self._later: asyncio.Handle | None = None

    def write(self, data: Data) -> None:
        """Send bytes (asyncio)."""
        if self._later is None:
            self._first = bytes(data)
            self._later = self._loop.call_soon(self._flush)
            return
        first, self._first = self._first, b""
        if first:
            self._later.cancel()
            self._to.writelines((first, data))
        else:
            self._to.write(data)

    def close(self) -> None:
        """Send what is kept, and close (asyncio)."""
        self._flush()
        self._to.close()

    def is_closing(self) -> bool:
        """Whether it is closed, or about to be (asyncio)."""
        return self._to.is_closing()

    def _flush(self) -> None:
        first, self._first = self._first, b""
        if first and not self._to.is_closing():
            self._to.write(first)
