"""The zygotes that pools fork from: one for a release and all that writes have made of it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from kg.release.catalogue import base_of
from server.readers.processes.forks import Zygote
from server.settings import ServerSettings


class Zygotes:
    """Running zygotes, each kept for as long as somebody forks from it."""

    def __init__(self, settings: ServerSettings, modules: Sequence[str]) -> None:
        self._settings = settings
        self._modules = modules
        self._running: dict[Path, Zygote] = {}
        self._users: dict[Path, set[object]] = {}
        self._turn = asyncio.Lock()

    async def lease(self, user: object, folder: Path) -> Zygote:
        """The zygote for the release in that folder; `RuntimeError` when it cannot start."""
        place = base_folder(folder)
        async with self._turn:
            running = self._running.get(place)
            if running and running.ended:
                await running.close()
                running = None
            if running is None:
                running = await Zygote.start(place, self._modules, self._settings)
                self._running[place] = running
            self._users.setdefault(place, set()).add(user)
            return running

    async def leave(self, user: object, folder: Path) -> None:
        """That user forks no more; a zygote that nobody else forks from is ended."""
        place = base_folder(folder)
        async with self._turn:
            users = self._users.get(place, set())
            users.discard(user)
            if not users and place in self._running:
                await self._running.pop(place).close()


def base_folder(folder: Path) -> Path:
    """The folder of the release that was built, whose model and questions all others have."""
    base = folder.with_name(base_of(folder.name))
    return base if (base / "release.json").exists() else folder
