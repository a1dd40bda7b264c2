"""Handlers for the tests of the readers, found by name as those of the rooms are."""

import os

from kg.errors import BadParameter
from kg.release.opened import OpenRelease
from server.readers.protocol import FLUSH, Reply, Request


def echo(release: OpenRelease, request: Request, reply: Reply) -> None:
    reply.head(201, {"content-type": "text/plain", "x-pid": str(os.getpid())})
    reply.write(f"{release.name} {request.text('word')} ".encode() + request.body)


def refuse(release: OpenRelease, request: Request, reply: Reply) -> None:
    reply.head(200, {})
    reply.write(b"not to be seen")
    raise BadParameter("word", "it is refused", "Leave it out.")


def fail(release: OpenRelease, request: Request, reply: Reply) -> None:
    raise ZeroDivisionError("a secret of this house")


def run_away(release: OpenRelease, request: Request, reply: Reply) -> None:
    while True:
        pass


def end(release: OpenRelease, request: Request, reply: Reply) -> None:
    os._exit(3)


def eat(release: OpenRelease, request: Request, reply: Reply) -> None:
    eaten = [bytearray(1 << 20) for _ in range(1 << 14)]
    reply.write(str(len(eaten)).encode())


def large(release: OpenRelease, request: Request, reply: Reply) -> None:
    reply.head(200, {"content-type": "text/plain"})
    for _ in range(int(request.text("parts"))):
        reply.write(b"x" * FLUSH)
    if request.text("then") == "fail":
        raise ZeroDivisionError("too late for a problem")
    if request.text("then") == "run away":
        run_away(release, request, reply)


def call(release: OpenRelease, request: Request, reply: Reply) -> None:
    reply.write(str(release.store.select(request.body.decode())).encode())
