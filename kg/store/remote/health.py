"""Which endpoints answer, as all processes that ask an engine know it together.

The counts stand in a small file that is mapped into memory; each process adds to them under the
file's lock. An endpoint that failed is left alone for a while, twice as long each time, and has to
answer a small question before it is asked others.
"""

from __future__ import annotations

import fcntl
import mmap
import os
import struct
import tempfile
import time
import weakref
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

FIRST, LONGEST = 0.5, 30.0
"""Seconds for which an endpoint is left alone after its first failure, and at most."""
_RECORD: Final = struct.Struct("<QQQQd")


class Record(NamedTuple):
    """What happened at an endpoint: answers, failures, requests that were then asked elsewhere,
    failures since its last answer, and the time on the machine's clock until it is left alone."""

    answered: int = 0
    failed: int = 0
    retried: int = 0
    row: int = 0
    until: float = 0.0

    @property
    def is_down(self) -> bool:
        """Whether it failed, and has not answered since."""
        return self.row > 0


class Health:
    """The health of an engine's endpoints, shared by way of a file, or of this process alone."""

    def __init__(
        self,
        endpoints: Sequence[str],
        path: Path | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.endpoints = tuple(endpoints)
        self._clock = clock
        self._file = _opened(path, _RECORD.size * len(self.endpoints))
        self._map = mmap.mmap(self._file, _RECORD.size * len(self.endpoints))
        weakref.finalize(self, os.close, self._file)

    def records(self) -> dict[str, Record]:
        """What happened at each endpoint."""
        return {each: self._read(at) for at, each in enumerate(self.endpoints)}

    def order(self, turn: int) -> list[str]:
        """The endpoints in the order to ask them: those that answer from `turn` on, then those that
        may answer again, then those that are left alone, the soonest first."""
        now, count = self._clock(), len(self.endpoints)
        known = [((turn + at) % count, self._read((turn + at) % count)) for at in range(count)]
        rank = [
            (0.0 if not each.is_down else 1.0 if each.until <= now else each.until + 2.0, place)
            for place, (_, each) in enumerate(known)
        ]
        return [self.endpoints[known[place][0]] for _, place in sorted(rank)]

    def is_down(self, endpoint: str) -> bool:
        """Whether it failed when it was last asked."""
        return self._read(self.endpoints.index(endpoint)).is_down

    def answered(self, endpoint: str) -> None:
        """It gave an answer."""
        with self._changing(endpoint) as (at, was):
            self._write(at, was._replace(answered=was.answered + 1, row=0, until=0.0))

    def failed(self, endpoint: str) -> None:
        """It gave none; it is left alone for longer than the last time."""
        with self._changing(endpoint) as (at, was):
            pause = min(LONGEST, FIRST * 2 ** min(was.row, 16))
            until = self._clock() + pause
            self._write(at, was._replace(failed=was.failed + 1, row=was.row + 1, until=until))

    def retried(self, endpoint: str) -> None:
        """What it did not answer is asked again."""
        with self._changing(endpoint) as (at, was):
            self._write(at, was._replace(retried=was.retried + 1))

    @contextmanager
    def _changing(self, endpoint: str) -> Iterator[tuple[int, Record]]:
        at = self.endpoints.index(endpoint)
        fcntl.flock(self._file, fcntl.LOCK_EX)
        try:
            yield at, self._read(at)
        finally:
            fcntl.flock(self._file, fcntl.LOCK_UN)

    def _read(self, at: int) -> Record:
        return Record(*_RECORD.unpack_from(self._map, at * _RECORD.size))

    def _write(self, at: int, record: Record) -> None:
        _RECORD.pack_into(self._map, at * _RECORD.size, *record)


def _opened(path: Path | None, size: int) -> int:
    """The descriptor of a file of that size at least; without a path, of one that has no name."""
    if path is None:
        descriptor, name = tempfile.mkstemp()
        Path(name).unlink()
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    if os.fstat(descriptor).st_size < size:
        os.ftruncate(descriptor, size)
    return descriptor
