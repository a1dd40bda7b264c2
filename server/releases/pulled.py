"""How far this service is behind the origin of its releases, and the process that catches up."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from kg.settings import KEEP, addresses_of
from server.settings import ServerSettings

LOG = logging.getLogger("coterminous.releases")
AGAIN = 5.0
"""Seconds after which the process is begun again, if it has ended."""


class Pulled:
    """What is known of an origin.

    `behind` is by how many releases what answers is older than what the origin has; `problem` is
    what went wrong the last time, empty where nothing did; `failures` and `fetches` count both
    outcomes, `came` and `linked` the bytes that were fetched and that were here already.
    """

    def __init__(self, folder: Path, settings: ServerSettings) -> None:
        self.origin = "" if addresses_of(folder) else settings.origin
        self.behind = self.failures = self.fetches = self.came = self.linked = 0
        self.problem = self.wanted = ""
        self._answered = time.monotonic()
        self._folder = folder
        self._settings = settings
        self._task: asyncio.Task[None] | None = None
        self._process: asyncio.subprocess.Process | None = None

    @property
    def silent(self) -> float:
        """Seconds since the origin last answered as it should, or since the service began."""
        return time.monotonic() - self._answered

    @property
    def process_id(self) -> int:
        """The id of the process, or 0 while there is none."""
        return self._process.pid if self._process and self._process.returncode is None else 0

    async def start(self) -> None:
        """Begin to ask, if there is an origin."""
        if self.origin:
            self._task = asyncio.get_running_loop().create_task(self._run())

    async def close(self) -> None:
        """Ask no more; what is half fetched is gone on with by whoever asks next."""
        if self._task:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    def note(self, line: bytes) -> None:
        """Take in a line that the process has told."""
        told: dict[str, Any] = json.loads(line)
        if "fetching" in told:
            LOG.info("Fetching %s", told["fetching"])
            return
        self.behind = told["behind"]
        self.problem = told["problem"]
        if self.problem:
            self.failures += 1
            LOG.warning("The origin of releases could not be followed: %s", self.problem)
            return
        self.fetches += 1
        self.wanted = told["wanted"]
        self.came += told["came"]
        self.linked += told["linked"]
        self._answered = time.monotonic()

    async def _run(self) -> None:
        while True:
            try:
                await self._follow()
            except (OSError, RuntimeError, ValueError) as error:  # it ended while it was told
                self.problem = str(error)
            LOG.warning("The process that fetches releases has ended; another is begun")
            await asyncio.sleep(AGAIN)

    async def _follow(self) -> None:
        settings = self._settings
        self._process = process = await asyncio.create_subprocess_exec(
            sys.executable, "-P", "-m", "server.releases.fetching", str(self._folder),
            str(KEEP.read()), str(settings.releases_every), settings.releases_pin,
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
            start_new_session=True, env=os.environ | {"MALLOC_ARENA_MAX": "2"},
        )  # fmt: skip
        assert process.stdin
        assert process.stdout
        try:
            process.stdin.write(f"{self.origin}\n".encode())
            process.stdin.close()
            async for line in process.stdout:
                self.note(line)
        finally:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
