"""One client for all: a connection that is kept, and as little work of its own as can be."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import threading
import time
from typing import NamedTuple
from urllib.parse import quote, urlsplit

CONNECTIONS = 8
PATIENCE = 120.0
ROWS, TRIPLES = "application/sparql-results+json", "application/n-triples"
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_CHUNKED = re.compile(rb"\r\ntransfer-encoding: *chunked", re.IGNORECASE)


class Endpoint(NamedTuple):
    """Where queries are sent by GET: an address up to its parameters, and its N-Triples' name."""

    address: str
    triples: str = TRIPLES

    def url(self, query: str) -> str:
        """The address of a query."""
        joint = "&" if "?" in self.address else "?"
        return f"{self.address}{joint}query={quote(query, safe='')}"

    def accept(self, query: str) -> str:
        """What is asked for, by the form of a query."""
        return self.triples if "CONSTRUCT" in query or "DESCRIBE" in query else ROWS


class Line:
    """A connection to an endpoint, opened again where the server has closed it."""

    def __init__(self, endpoint: Endpoint) -> None:
        self.endpoint = endpoint
        place = urlsplit(endpoint.address)
        self._place = (str(place.hostname), place.port or 80)
        self._socket: socket.socket | None = None

    def request(self, query: str) -> bytes:
        """A request as it is sent."""
        place = urlsplit(self.endpoint.url(query))
        return (
            f"GET {place.path}?{place.query} HTTP/1.1\r\nHost: {place.netloc}\r\n"
            f"Accept: {self.endpoint.accept(query)}\r\n\r\n"
        ).encode()

    def ask(self, request: bytes) -> bytes:
        """The body of the answer; `AssertionError` where its status is not 200."""
        try:
            return self._asked(request)
        except ConnectionError:
            self.close()
            return self._asked(request)

    def close(self) -> None:
        """Let the connection go."""
        if self._socket:
            self._socket.close()
            self._socket = None

    def _asked(self, request: bytes) -> bytes:
        if self._socket is None:
            self._socket = socket.create_connection(self._place, timeout=PATIENCE)
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._socket.sendall(request)
        head, _, body = self._until(b"", b"\r\n\r\n").partition(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200"), (head, body)
        if length := _LENGTH.search(head):
            return self._filled(body, int(length.group(1)))
        assert _CHUNKED.search(head), head
        return self._chunked(body)

    def _chunked(self, data: bytes) -> bytes:
        parts: list[bytes] = []
        while True:
            data = self._until(data, b"\r\n")
            size, _, data = data.partition(b"\r\n")
            length = int(size.split(b";")[0], 16)
            data = self._filled(data, length + 2)
            if not length:
                return b"".join(parts)
            parts.append(data[:length])
            data = data[length + 2 :]

    def _until(self, data: bytes, mark: bytes) -> bytes:
        while mark not in data:
            data += self._more()
        return data

    def _filled(self, data: bytes, length: int) -> bytes:
        parts, size = [data], len(data)
        while size < length:
            parts.append(self._more())
            size += len(parts[-1])
        return b"".join(parts)

    def _more(self) -> bytes:
        assert self._socket
        data = self._socket.recv(1 << 18)
        if not data:
            raise ConnectionResetError("the server has closed the connection")
        return data


def throughput(endpoint: Endpoint, query: str, seconds: int) -> float:
    """Answers a second to one query asked over and over on a few connections.

    By wrk where it is installed, else by threads, which take most of the time themselves.
    """
    if not shutil.which("wrk"):
        return _by_threads(endpoint, query, seconds)
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "30s"]
    told = subprocess.run(
        [*command, "-H", f"Accept: {endpoint.accept(query)}", endpoint.url(query)],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert "Non-2xx" not in told, told
    found = re.search(r"Requests/sec:\s*([\d.]+)", told)
    assert found, told
    return float(found.group(1))


def _by_threads(endpoint: Endpoint, query: str, seconds: int) -> float:
    counts = [0] * CONNECTIONS
    end = time.monotonic() + seconds

    def ask(place: int) -> None:
        line = Line(endpoint)
        request = line.request(query)
        while time.monotonic() < end:
            line.ask(request)
            counts[place] += 1
        line.close()

    threads = [threading.Thread(target=ask, args=(place,)) for place in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / seconds
