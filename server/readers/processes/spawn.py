"""A zygote's process as it begins: with nothing but this, so that it can begin before all else.

One that was begun `ahead` imports what it needs while the front imports its own, and makes the
release ready from the moment that this is known.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_ENVIRONMENT = {
    "MALLOC_ARENA_MAX": "2",  # keeps readers' address space small
    "RUST_BACKTRACE": "0",  # where the engine ends for want of memory there is no more to say
}
_OURS = "COTERMINOUS_"


class Spawned:
    """A process that imports those modules; it tells whether it is isolated once it is ready."""

    def __init__(self, modules: Sequence[str]) -> None:
        self.modules = tuple(modules)
        self.folder: Path | None = None
        self.control, theirs = socket.socketpair()
        arguments = [str(theirs.fileno()), *modules]
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "server.readers.processes.zygote", *arguments],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for the front, which ends its readers in order
            env=os.environ | _ENVIRONMENT,
        )
        theirs.close()

    def open(self, folder: Path, memory: int, *, isolate: bool) -> None:
        """Have it make a release ready; the settings of now are those of its readers."""
        self.folder = folder
        ours = {name: value for name, value in os.environ.items() if name.startswith(_OURS)}
        order = ["open", str(folder), memory, isolate, ours]
        self.control.sendall(json.dumps(order).encode() + b"\n")

    def end(self) -> None:
        """End it at once."""
        self.control.close()
        self.process.kill()
        self.process.wait()


class Ahead:
    """The one that was begun before it was asked for, if any."""

    def __init__(self) -> None:
        self._spawned: Spawned | None = None

    def begin(self, modules: Sequence[str]) -> None:
        """Begin one now."""
        self._spawned = Spawned(modules)

    def open(self, folder: Path, memory: int, *, isolate: bool) -> None:
        """Let it know for which release it will be taken."""
        if self._spawned:
            self._spawned.open(folder, memory, isolate=isolate)

    def take(self, folder: Path, modules: Sequence[str]) -> Spawned | None:
        """That process, if it is one for this release and these modules; it is ended if not."""
        spawned, self._spawned = self._spawned, None
        if spawned and (spawned.folder, spawned.modules) != (folder, tuple(modules)):
            spawned.end()
            return None
        return spawned


AHEAD = Ahead()
