"""A reader process: it opens a release, then answers request after request until it is ended."""

from __future__ import annotations

import importlib
import os
import resource
import signal
import socket
import sys
import traceback
from collections.abc import Callable
from functools import lru_cache

import orjson

from kg.errors import KgError
from kg.release.opened import OpenRelease
from server.readers.processes.isolate import die_with_parent
from server.readers.protocol import Frame, Frames, Kind, Reply, Request
from server.readers.work.endings import MemoryExceeded
from server.settings import MIB

STACK = 64 * 1024 * 1024
Handler = Callable[[OpenRelease, Request, Reply], None]


def live(wire: socket.socket, release: OpenRelease, memory: int) -> None:
    """Answer requests from `wire` until it is closed; the life of a process just forked.

    `memory` is in bytes, on top of what the process was born with. Never returns.
    """
    status = 1
    try:
        die_with_parent()
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the front ends its readers in order
        _limit(memory)
        _ = release.store
        wire.sendall(Frame(Kind.READY, b"").encode())
        _loop(wire, release, memory)
        status = 0
    except (BrokenPipeError, ConnectionResetError):
        status = 0  # the front has gone, and nobody is left to tell
    except BaseException:  # noqa: BLE001 - the process ends here, whatever it was
        traceback.print_exc(file=sys.stderr)
    finally:
        os._exit(status)


def respond(
    release: OpenRelease, request: Request, emit: Callable[[Frame], None], memory: int = 0
) -> bool:
    """Run the request's handler; every error that it raises becomes a problem frame.

    False when it took all the `memory` there is, after which the process is not to go on.
    """
    reply = Reply(emit)
    try:
        _handler(request.handler)(release, request, reply)
        reply.finish()
    except KgError as error:
        emit(_problem(error.code, str(error), error.hint, error.at))
    except (BrokenPipeError, ConnectionResetError):
        raise
    except MemoryError:
        reply.drop()
        told = MemoryExceeded(memory // MIB)
        emit(_problem(told.code, str(told), told.hint, ""))
        return False
    except Exception:  # noqa: BLE001 - told whole to the front, which logs it and leaks nothing
        emit(_problem("internal", traceback.format_exc(), "", ""))
    return True


def _loop(wire: socket.socket, release: OpenRelease, memory: int) -> None:
    frames = Frames()

    def emit(frame: Frame) -> None:
        wire.sendall(frame.encode())

    while data := wire.recv(1 << 18):
        for frame in frames.feed(data):
            if not respond(release, Request.of(frame), emit, memory):
                return


@lru_cache
def _handler(name: str) -> Handler:
    module, _, function = name.partition(":")
    handler: Handler = getattr(importlib.import_module(module), function)
    return handler


def _problem(code: str, detail: str, hint: str, at: str) -> Frame:
    return Frame(Kind.PROBLEM, orjson.dumps((code, detail, hint, at)))


def _limit(memory: int) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _, hard = resource.getrlimit(resource.RLIMIT_STACK)
    stack = STACK if hard == resource.RLIM_INFINITY else min(STACK, hard)
    resource.setrlimit(resource.RLIMIT_STACK, (stack, hard))  # the engine recurses on a query
    limit = _address_space() + memory
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        limit = min(limit, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _address_space() -> int:
    """The bytes that are mapped already, or nothing where the platform does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as told:  # noqa: PTH123 - not a real file
            return int(told.read().split()[0]) * resource.getpagesize()
    except OSError:
        return 0
