"""The processes of one release: started, made ready, and ended so that it is known how."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
import time
from collections.abc import Callable, Coroutine
from contextlib import suppress
from pathlib import Path
from typing import Any

from server.errors import ReaderLost
from server.readers.processes.forks import Zygote
from server.readers.processes.wire import Reader
from server.readers.processes.zygote import DYING, REAP
from server.readers.processes.zygotes import Zygotes
from server.readers.work.endings import MemoryExceeded

LOG = logging.getLogger("coterminous")
AGAIN = 0.25
"""Seconds before a reader that could not be started is tried again."""
NICE = 10
"""How far a reader stands back whose work is long."""


class Crew:
    """Forks readers and buries them.

    `on_free` and `on_lost` are called as `Reader` says; `starting` is how many are on their way.
    """

    def __init__(
        self,
        folder: Path,
        zygotes: Zygotes,
        memory: int,
        on_free: Callable[[Reader], None],
        on_lost: Callable[[Reader], None],
    ) -> None:
        self.starting = 0
        self.zygote: Zygote | None = None
        self._folder = folder
        self._zygotes = zygotes
        self._memory = memory
        self._on_free, self._on_lost = on_free, on_lost
        self._tasks: set[asyncio.Task[None]] = set()
        self._turn = asyncio.Lock()

    async def revive(self) -> None:
        """Have a zygote that lives; raises `RuntimeError` and `OSError`."""
        async with self._turn:
            if self.zygote is None or self.zygote.ended:
                self.zygote = await self._zygotes.lease(self, self._folder)

    async def add(self) -> Reader:
        """A reader that can be asked; raises `RuntimeError` and `OSError`."""
        child, wire = await self._ours().fork(self._folder)
        loop = asyncio.get_running_loop()
        _, reader = await loop.create_unix_connection(
            lambda: Reader(child, self._on_free, self._on_lost), sock=wire
        )
        try:
            await reader.ready
        except BaseException:  # also where we are closed: nobody else knows of it yet
            reader.end()
            with suppress(RuntimeError, OSError):
                await self._ours().end(child)
            raise
        return reader

    def start(self, on_ready: Callable[[Reader], None]) -> None:
        """Have one more started, however often that takes."""
        self.starting += 1
        self._spawn(self._grow(on_ready))

    def bury(self, reader: Reader, on_buried: Callable[[Reader], None]) -> None:
        """Have the process ended, and whoever waits for its answer told how it was."""
        self._spawn(self._bury(reader, on_buried))

    async def close(self, readers: list[Reader]) -> None:
        """End these readers, and the zygote unless others fork from it."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for reader in readers:
            reader.stop(ReaderLost())
            with suppress(RuntimeError, OSError):
                await self._ours().end(reader.child)
        await self._zygotes.leave(self, self._folder)

    async def _grow(self, on_ready: Callable[[Reader], None]) -> None:
        try:
            while True:
                try:
                    await self.revive()
                    reader = await self.add()
                except (RuntimeError, OSError) as error:
                    name = self._folder.name
                    LOG.warning("A reader of release %s cannot be started: %s", name, error)
                    await asyncio.sleep(AGAIN)
                else:
                    break
        finally:
            self.starting -= 1
        on_ready(reader)

    async def _bury(self, reader: Reader, on_buried: Callable[[Reader], None]) -> None:
        status = 0
        try:
            with suppress(RuntimeError, OSError):
                status = await self._ending(reader)
        finally:
            # The engine aborts where memory is refused to it.
            exceeded = status == -signal.SIGABRT and not reader.ended
            if reader.answer:
                reader.answer.fail(MemoryExceeded(self._memory) if exceeded else ReaderLost())
            on_buried(reader)

    async def _ending(self, reader: Reader) -> int:
        """How a reader ended; of what ended by itself, however long that takes."""
        status = await self._ours().end(reader.child)
        while status == DYING and not reader.ended:
            await asyncio.sleep(REAP)
            status = await self._ours().end(reader.child)
        return status

    def _ours(self) -> Zygote:
        if self.zygote is None:
            raise RuntimeError("The process that readers are forked from was not started.")
        return self.zygote

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def worked(reader: Reader) -> float:
    """The seconds of a processor that a reader has had since it was forked; 0 where none tells."""
    if sys.platform != "linux":
        return 0.0
    try:
        return time.clock_gettime((~reader.child << 3) | 2)  # clock_getcpuclockid(3) of a process
    except OSError:
        return 0.0


def stand(reader: Reader, back: int) -> bool:
    """Let a reader stand back so far from us when processors are given out; whether it does."""
    try:
        ours = os.getpriority(os.PRIO_PROCESS, 0)
        os.setpriority(os.PRIO_PROCESS, reader.child, ours + back)
    except OSError:
        return False
    return True
