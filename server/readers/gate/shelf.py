"""Where whole answers are kept: by what they depend on, and so many bytes of them."""

from __future__ import annotations

from collections import OrderedDict
from typing import NamedTuple

from server.layers import Pairs

_OVERHEAD = 1024
"""About what keeping an answer takes beside its body."""


class Asked(NamedTuple):
    """What an answer depends on."""

    release: str
    method: str
    path: bytes
    query: bytes
    digest: bytes
    accept: bytes
    encoding: bytes
    content_type: bytes
    front: int = 0
    host: bytes = b""


class Kept(NamedTuple):
    """A whole answer of status 200."""

    headers: Pairs
    body: bytes
    etag: bytes


class Shelf:
    """Answers by what was asked, the least lately used given up first; bounded by bytes."""

    def __init__(self, size: int) -> None:
        self.hits = self.misses = self.bytes = 0
        self._size = size
        self._kept: OrderedDict[Asked, Kept] = OrderedDict()

    def find(self, asked: Asked, *, is_last: bool = True) -> Kept | None:
        """The answer, if it is kept; that it is not is counted when it is looked for last."""
        kept = self._kept.get(asked)
        if kept is None:
            self.misses += is_last
            return None
        self.hits += 1
        self._kept.move_to_end(asked)
        return kept

    def keep(self, asked: Asked, kept: Kept) -> None:
        """Keep an answer, at the cost of those that were not asked for longest."""
        if asked in self._kept:
            return
        self._kept[asked] = kept
        self.bytes += len(kept.body) + _OVERHEAD
        while self.bytes > self._size:
            _, gone = self._kept.popitem(last=False)
            self.bytes -= len(gone.body) + _OVERHEAD
