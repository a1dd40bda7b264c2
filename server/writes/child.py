"""The process that writes, seen from the front."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import orjson

from kg.errors import KgError
from kg.release.writer.work import Work
from server.settings import MIB, ServerSettings
from server.writes.wire import batch

_LINE = 64 * MIB
START = 60.0
"""Seconds that it may take to open the store; it may have the graphs of users to take over."""


class WriterLost(KgError):
    """The process that writes ended before it could tell what became of a request."""

    code = "writer-lost"

    def __init__(self) -> None:
        super().__init__("The process that writes has ended, and nothing of the request was kept.")
        self.hint = "Send it again."


class Child:
    """A running writer; `base`, `sequence` and `release` are those that it began from."""

    def __init__(
        self,
        process: subprocess.Popen[bytes],
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> None:
        self.base, self.sequence, self.release, self.derived = "", 0, "", 0
        self.isolated = False
        self._process = process
        self._reader, self._writer = reader, writer

    @property
    def process_id(self) -> int:
        """The id of the process."""
        return self._process.pid

    @classmethod
    async def start(cls, folder: Path, settings: ServerSettings) -> Child:
        """A writer on that folder of releases; raises `WriterLost` when it cannot open it."""
        ours, theirs = socket.socketpair()
        process = subprocess.Popen(  # noqa: ASYNC220 - it returns as soon as the child runs
            [
                sys.executable, "-P", "-m", "server.writes.process", str(theirs.fileno()),
                str(folder), str(settings.write_memory * MIB), settings.flush,
                str(settings.keep_commits), settings.shacl,
            ],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for the front, which ends it in order
            env=os.environ | {"MALLOC_ARENA_MAX": "2"},
        )  # fmt: skip
        theirs.close()
        child = cls(process, *await asyncio.open_unix_connection(sock=ours, limit=_LINE))
        try:
            async with asyncio.timeout(START):
                (
                _, child.base, child.sequence, child.release, child.derived, child.isolated,
            ) = await child.told()  # fmt: skip
        except TimeoutError:
            await child.kill()
            raise WriterLost from None
        except BaseException:
            await child.kill()
            raise
        return child

    def send(self, works: Sequence[Work]) -> None:
        """Send a batch down."""
        self._writer.write(batch(works))

    async def told(self) -> list[Any]:
        """What it tells next; raises `WriterLost` when it has ended."""
        try:
            line = await self._reader.readline()
        except (ConnectionError, ValueError):
            line = b""
        if not line.endswith(b"\n"):
            raise WriterLost
        told: list[Any] = orjson.loads(line)
        return told

    async def close(self, patience: float) -> None:
        """Let it end by itself, so that everything is on disk; kill it when it takes too long."""
        self._writer.close()
        try:
            await asyncio.to_thread(self._process.wait, patience)
        except subprocess.TimeoutExpired:
            await self.kill()

    async def kill(self) -> None:
        """End it at once."""
        self._process.kill()
        self._writer.close()
        await asyncio.to_thread(self._process.wait)
