"""The clean process that readers are forked from: exec'd, one thread, everything imported.

    python -m server.readers.zygote CONTROL_FD RELEASE_FOLDER MEMORY_BYTES ISOLATE MODULE…

It obeys one order at a time from its control socket, each a JSON array, and ends when that closes:
`["fork", folder]` with the reader's end of a socket -> `[pid]`; `["end", pid]` -> `[how it ended]`.
The folder is that of the release, or of one that writes have made of it.
"""

from __future__ import annotations

import gc
import importlib
import os
import signal
import socket
import sys
from importlib.util import find_spec
from pathlib import Path

import orjson

from kg.release.opened import OpenRelease
from server.readers import worker
from server.readers.isolate import leave_network


def main(arguments: list[str]) -> None:
    """Import the handlers' modules, warm them, then fork and end readers as told."""
    descriptor, folder, memory, isolate, *modules = arguments
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    control = socket.socket(fileno=int(descriptor))
    release = OpenRelease(Path(folder))
    for name in modules:
        _warm(name, release)
    if "store" in vars(release) or "search" in vars(release):
        raise RuntimeError("A `warm` has opened the store, which may not be shared by forks.")
    isolated = isolate == "1" and leave_network()
    gc.collect()
    gc.freeze()  # so that readers share these pages for as long as they can
    control.sendall(orjson.dumps([isolated]))
    _obey(control, release, int(memory))


def _warm(name: str, release: OpenRelease) -> None:
    if find_spec(name.rpartition(".")[0]) is None or find_spec(name) is None:
        return
    module = importlib.import_module(name)
    if hasattr(module, "warm"):
        module.warm(release)


def _obey(control: socket.socket, release: OpenRelease, memory: int) -> None:
    children: set[int] = set()
    while True:
        text, descriptors, _, _ = socket.recv_fds(control, 4096, 1)
        if not text:
            return
        order, *rest = orjson.loads(text)
        if order == "fork":
            folder = Path(rest[0])
            held = release if folder == release.folder else release.beside(folder)
            answer = _fork(control, descriptors[0], held, memory)
            children.add(answer)
        else:
            answer = _end(rest[0], children)
        control.sendall(orjson.dumps([answer]))


def _fork(control: socket.socket, descriptor: int, release: OpenRelease, memory: int) -> int:
    child = os.fork()
    if child == 0:
        control.close()
        worker.live(socket.socket(fileno=descriptor), release, memory)
    os.close(descriptor)
    return child


def _end(child: int, children: set[int]) -> int:
    # Only a child that was not waited for yet: its id cannot have gone to another process.
    if child not in children:
        return 0
    children.remove(child)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    main(sys.argv[1:])
