"""What follows a write: derived graphs, the whole index, and how wide the graph is.

A write that is told of is seen at once: in its graph, in the default graph and in the search. What
rules make of it follows as a commit of its own, and until then `behind` tells by how many commits.
"""

from __future__ import annotations

import asyncio
import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

from kg.errors import KgError, NoRelease
from kg.release.catalogue import Catalogue
from kg.release.live import EMPTY, Live
from kg.release.opened import ReleaseInfo
from kg.release.writer.work import Done, Follow
from server.settings import MIB, ServerSettings

LOG = logging.getLogger("coterminous.writes")
PAUSE = 1.0
"""Seconds between two times, so that many writes are followed together."""
AGAIN = 30.0
"""Seconds after which it is tried again."""
PATIENCE = 5
"""How many times as long as a write it may take."""


class Following:
    """Has a process make again what is made of the graph, whenever commits ask for it.

    `problem` is what went wrong the last time, and empty where nothing did.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        settings: ServerSettings,
        commit: Callable[[Follow], Awaitable[Done]],
    ) -> None:
        self.behind = 0
        self.problem = ""
        self._catalogue = catalogue
        self._settings = settings
        self._commit = commit
        self._news = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Be ready, and go on where the last service left off."""
        for left in self._folder.glob("following-*"):
            shutil.rmtree(left, ignore_errors=True)
        self._task = asyncio.get_running_loop().create_task(self._run())
        with suppress(NoRelease, OSError, ValueError):
            info = ReleaseInfo.read(self._catalogue.current())
            if info.base != EMPTY:
                self.look(info.sequence, info.derived)

    async def close(self) -> None:
        """End what runs."""
        if self._task:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    def look(self, sequence: int, derived: int) -> None:
        """Commits have come this far, and derived graphs as far as that."""
        self.behind = sequence - derived
        if self.behind:
            self._news.set()

    @property
    def _folder(self) -> Path:
        return Live(self._catalogue).folder

    async def _run(self) -> None:
        while True:
            await self._news.wait()
            self._news.clear()
            try:
                await self._follow(self._catalogue.current())
                self.problem = ""
            except (KgError, OSError, TimeoutError) as error:
                self.problem = str(error) or "it took too long"
                LOG.warning("What follows writes could not be made: %s", self.problem)
                asyncio.get_running_loop().call_later(AGAIN, self._news.set)
            await asyncio.sleep(PAUSE)

    async def _follow(self, release: Path) -> None:
        with tempfile.TemporaryDirectory(dir=self._folder, prefix="following-") as folder:
            await self._derived(release, folder)
            done = await self._commit(Follow(folder, who="the rules"))
            self.look(done.sequence, done.derived)

    async def _derived(self, release: Path, folder: str) -> None:
        memory = str(self._settings.write_memory * MIB)
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-P", "-m", "server.writes.derive", str(release), folder, memory,
            stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE, start_new_session=True,
            env=os.environ | {"MALLOC_ARENA_MAX": "2"},
        )  # fmt: skip
        try:
            async with asyncio.timeout(PATIENCE * self._settings.write_deadline):
                _, said = await process.communicate()
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        if process.returncode:
            last = said.decode(errors="replace").strip().rpartition("\n")[2]
            raise OSError(last or f"its process ended with {process.returncode}")
