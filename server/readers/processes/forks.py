"""The zygote, seen from the front."""

from __future__ import annotations

import asyncio
import socket
import subprocess
from collections.abc import Sequence
from pathlib import Path

import orjson

from server.readers.processes.isolate import isolates
from server.readers.processes.spawn import AHEAD, Spawned
from server.settings import ServerSettings


class Zygote:
    """A running zygote; `isolated` says whether its readers have no way to a network."""

    def __init__(self, process: subprocess.Popen[bytes], control: socket.socket) -> None:
        self.isolated = False
        self._process = process
        self._control = control
        self._turn = asyncio.Lock()

    @classmethod
    async def start(cls, folder: Path, modules: Sequence[str], settings: ServerSettings) -> Zygote:
        """A zygote for the readers of a release; `RuntimeError` when it cannot start."""
        spawned = AHEAD.take(folder, modules)
        if spawned is None:
            spawned = Spawned(modules)
            spawned.open(folder, settings.memory_bytes, isolate=isolates(folder, settings))
        spawned.control.setblocking(False)
        zygote = cls(spawned.process, spawned.control)
        try:
            zygote.isolated = (await zygote._heard()) == [True]
        except BaseException:
            await zygote.close()
            raise
        return zygote

    @property
    def process_id(self) -> int:
        """The id of its process."""
        return self._process.pid

    @property
    def ended(self) -> bool:
        """Whether it has ended, and every reader with it."""
        return self._process.poll() is not None

    async def fork(self, folder: Path) -> tuple[int, socket.socket]:
        """A new reader of the release in that folder: its process id, and our end of its wire."""
        ours, theirs = socket.socketpair()
        try:
            return await self._obeyed(["fork", str(folder)], theirs), ours
        except BaseException:
            ours.close()
            raise

    async def end(self, child: int) -> int:
        """Kill a reader if it still lives; how it ended, or `zygote.DYING` while that takes."""
        return await self._obeyed(["end", child])

    async def close(self) -> None:
        """End the zygote, and with it every reader it forked."""
        self._control.close()
        self._process.kill()
        await asyncio.to_thread(self._process.wait)

    async def _obeyed(self, order: list[str | int], given: socket.socket | None = None) -> int:
        """What the zygote answers. Whoever is cancelled here leaves the exchange to its end."""
        return await asyncio.shield(self._exchange(order, given))

    async def _exchange(self, order: list[str | int], given: socket.socket | None) -> int:
        try:
            async with self._turn:
                descriptors = [given.fileno()] if given else []
                socket.send_fds(self._control, [orjson.dumps(order)], descriptors)
                (answer,) = await self._heard()
        finally:
            if given:
                given.close()
        return int(answer)

    async def _heard(self) -> list[int]:
        text = await asyncio.get_running_loop().sock_recv(self._control, 4096)
        if not text:
            raise RuntimeError("The process that readers are forked from has ended.")
        heard: list[int] = orjson.loads(text)
        return heard
