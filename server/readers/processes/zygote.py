"""The clean process that readers are forked from: exec'd, one thread, everything imported.

    python -m server.readers.processes.zygote CONTROL_FD MODULE…

It obeys one order at a time from its control socket, each a JSON array, and ends when that closes.
The first is `["open", folder, memory, isolate, settings]`, a line -> `[isolated]`; then come
`["fork", folder]` with the reader's end of a socket -> `[pid]`; `["end", pid]` -> `[how it ended]`,
and `[DYING]` while it lets go of its memory, which may take as long as many a query.
The folder is that of the release, or of one that writes have made of it.
"""

from __future__ import annotations

import gc
import os
import select
import signal
import socket
import sys
import time
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import orjson

from kg.release.opened import OpenRelease
from server.readers.processes import worker
from server.readers.processes.isolate import leave_network

DYING = 256
"""What is told of a process that is on its way out; no process ends like that."""
REAP = 0.01
"""Seconds between two looks at whether those that were killed are gone."""
_LOOK, _LOOKS = 0.001, 5
_REMEMBERED = 64
"""How many that are gone are remembered, for whoever asks again."""


def main(arguments: list[str]) -> None:
    """Import the handlers' modules, warm them, then fork and end readers as told."""
    descriptor, *modules = arguments
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # nothing of what is made here is ever garbage
    control = socket.socket(fileno=int(descriptor))
    handlers = [import_module(each) for each in modules if _is_installed(each)]
    if not (line := control.makefile("rb", buffering=0).readline()):
        return
    _, folder, memory, isolate, settings = orjson.loads(line)
    os.environ.update(settings)
    release = OpenRelease(Path(folder))
    for each in handlers:
        getattr(each, "warm", lambda _: None)(release)
    if "store" in vars(release) or "search" in vars(release):
        raise RuntimeError("A `warm` has opened the store, which may not be shared by forks.")
    isolated = isolate and leave_network()
    gc.freeze()  # so that readers share these pages for as long as they can
    gc.enable()
    if _tells(control, isolated):
        _obey(control, release, memory)


def _is_installed(module: str) -> bool:
    return find_spec(module.rpartition(".")[0]) is not None and find_spec(module) is not None


def _obey(control: socket.socket, release: OpenRelease, memory: int) -> None:
    children = _Children()
    while True:
        while children.dying and not select.select([control], [], [], REAP)[0]:
            children.reap()
        text, descriptors, _, _ = socket.recv_fds(control, 4096, 1)
        if not text:
            return
        order, *rest = orjson.loads(text)
        if order == "fork":
            folder = Path(rest[0])
            held = release if folder == release.folder else release.beside(folder)
            answer = _fork(control, descriptors[0], held, memory)
            children.living.add(answer)
        else:
            answer = children.end(rest[0])
        if not _tells(control, answer):
            return


def _tells(control: socket.socket, answer: object) -> bool:
    """Whether the front was there to be told; where it has ended, this ends too."""
    try:
        control.sendall(orjson.dumps([answer]))
    except ConnectionError:
        return False
    return True


class _Children:
    """Those that live, those that are not gone yet, and how those ended that went later."""

    def __init__(self) -> None:
        self.living: set[int] = set()
        self.dying: set[int] = set()
        self._gone: dict[int, int] = {}

    def end(self, child: int) -> int:
        """Kill it if it still lives; how it ended, `DYING` while that is not known, else 0."""
        # Only a child that was not waited for yet: its id cannot have gone to another process.
        if child in self.living:
            self.living.remove(child)
            self.dying.add(child)
            self._kill(child)
        return DYING if child in self.dying else self._gone.pop(child, 0)

    def reap(self) -> None:
        """Take note of those that are gone."""
        for child in list(self.dying):
            self._is_gone(child)

    def _kill(self, child: int) -> None:
        for _ in range(_LOOKS):
            # First as it is: what has ended by itself is to be told by its own signal.
            if self._is_gone(child):
                return
            os.kill(child, signal.SIGKILL)
            time.sleep(_LOOK)

    def _is_gone(self, child: int) -> bool:
        gone, status = os.waitpid(child, os.WNOHANG)
        if gone:
            self.dying.remove(child)
            while len(self._gone) >= _REMEMBERED:
                del self._gone[next(iter(self._gone))]
            self._gone[child] = os.waitstatus_to_exitcode(status)
        return bool(gone)


def _fork(control: socket.socket, descriptor: int, release: OpenRelease, memory: int) -> int:
    child = os.fork()
    if child == 0:
        control.close()
        worker.live(socket.socket(fileno=descriptor), release, memory)
    os.close(descriptor)
    return child


if __name__ == "__main__":
    main(sys.argv[1:])
