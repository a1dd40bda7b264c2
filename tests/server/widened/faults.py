"""A network between two services that can be had to fail: a small TCP proxy."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

FINE = ("fine", 0)


class Network:
    """Passes on what comes, but for `fault`: a way to fail, and the byte of an answer at which.

    `refuse` takes no connection, `cut` breaks one off, `truncate` ends it as if all had come,
    `stall` sends no more, and `flip` turns one bit in every so many bytes and goes on.
    """

    def __init__(self, target: int) -> None:
        self.fault = FINE
        self.broken = 0
        self._target = target
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self._calm = threading.Event()
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self._calm.set()
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listening.accept()
            except OSError:
                return
            if self.fault[0] == "refuse":
                self.broken += 1
                reset(near)
                continue
            far = socket.create_connection(("127.0.0.1", self._target))
            for each in (near, far):
                each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self._pass_on, args=(near, far), daemon=True).start()
            threading.Thread(target=self._pass_back, args=(far, near), daemon=True).start()

    def _pass_on(self, near: socket.socket, far: socket.socket) -> None:
        with suppress(OSError):
            while data := near.recv(1 << 16):
                far.sendall(data)
        with suppress(OSError):
            far.shutdown(socket.SHUT_WR)

    def _pass_back(self, far: socket.socket, near: socket.socket) -> None:
        came = 0
        with suppress(OSError), far, near:
            while data := far.recv(1 << 16):
                way, at = self.fault
                place = at - came
                came += len(data)
                if way == "flip":
                    data = self._flipped(data, came - len(data), at)
                elif way != "fine" and 0 <= place < len(data):
                    self.broken += 1
                    near.sendall(data[:place])
                    if way == "stall":
                        self._calm.wait()
                    elif way == "cut":
                        reset(near)
                    return
                near.sendall(data)

    def _flipped(self, data: bytes, begins: int, at: int) -> bytes:
        turned = bytearray(data)
        for place in range(-begins % at, len(data), at):
            self.broken += 1
            turned[place] ^= 1
        return bytes(turned)


def reset(connection: socket.socket) -> None:
    """Close it as a machine does that has lost it."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


@contextmanager
def network(target: int) -> Iterator[Network]:
    """A network that leads to a port."""
    made = Network(target)
    try:
        yield made
    finally:
        made.close()
