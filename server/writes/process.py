"""The process that writes: exec'd, without a network, with so much memory and no more.

    python -m server.writes.process CONTROL_FD STORE_FOLDER MEMORY_BYTES FLUSH KEEP SHACL

It does one batch at a time, and ends when its control socket closes.
"""

from __future__ import annotations

import resource
import signal
import socket
import sys
import time
from pathlib import Path

import orjson

from kg.errors import Forbidden
from kg.release.writer.writer import Writer
from server.readers.processes.isolate import die_with_parent, leave_network
from server.writes.wire import LENGTH, outcome, works_of

INTERVAL = 1.0
"""Seconds between two moments at which what was written is forced to the disk, if not at once."""
PATIENCE = 5.0
"""Seconds that it waits for the one before it to let go of the folder."""
_STACK = 64 * 1024 * 1024


def main(arguments: list[str]) -> None:
    """Open the store and do as told."""
    descriptor, folder, memory, flush, keep, shacl = arguments
    control = socket.socket(fileno=int(descriptor))
    die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the front ends it in order
    isolated = leave_network()
    limit(int(memory))
    writer = _opened(Path(folder), int(keep), shacl, durable=flush == "commit")
    place = (writer.base, writer.sequence, writer.release.name, writer.derived)
    _say(control, "ready", *place, isolated)
    _obey(control, writer)
    writer.settle()


def _opened(folder: Path, keep: int, shacl: str, *, durable: bool) -> Writer:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return Writer(folder, durable=durable, keep=keep, shacl=shacl)
        except Forbidden:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)


def _obey(control: socket.socket, writer: Writer) -> None:
    while payload := _received(control, writer):
        outcomes = writer.commit(
            works_of(payload),
            lambda place: _say(control, "begins", place),
            lambda planned: _say(control, "planned", [outcome(each) for each in planned]),
        )
        _say(control, "done", [outcome(each) for each in outcomes], writer.release.name)


def _received(control: socket.socket, writer: Writer) -> bytes:
    control.settimeout(INTERVAL)
    while True:
        try:
            first = control.recv(LENGTH.size)
            break
        except TimeoutError:
            writer.settle()
    control.settimeout(None)
    head = first + _exactly(control, LENGTH.size - len(first)) if first else b""
    return _exactly(control, LENGTH.unpack(head)[0]) if len(head) == LENGTH.size else b""


def _exactly(control: socket.socket, size: int) -> bytes:
    data = bytearray()
    while len(data) < size:
        part = control.recv(min(size - len(data), 1 << 20))
        if not part:
            return b""
        data += part
    return bytes(data)


def _say(control: socket.socket, *told: object) -> None:
    control.sendall(orjson.dumps(told) + b"\n")


def limit(memory: int) -> None:
    """Let this process take no more than so many bytes of memory, and leave no core behind."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for kind, wanted in ((resource.RLIMIT_STACK, _STACK), (resource.RLIMIT_AS, memory)):
        _, hard = resource.getrlimit(kind)
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(kind, (soft, hard))


if __name__ == "__main__":
    main(sys.argv[1:])
