"""A client that offers to go on in another protocol is answered in this one, its body read."""

from __future__ import annotations

import socket

import pytest

from tests.conftest import Served

HEAD = (
    b"POST /sparql HTTP/1.1\r\nHost: h\r\nContent-Type: application/sparql-query\r\n"
    b"Content-Length: 6\r\nConnection: Upgrade, HTTP2-Settings, close\r\n"
)


def answered(served: Served, *pieces: bytes) -> bytes:
    """What comes back on a connection that sends these pieces."""
    port = int(served.url.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for each in pieces:
            connection.sendall(each)
        found = b""
        while part := connection.recv(65536):
            found += part
    return found


@pytest.mark.parametrize(
    "offer", [b"Upgrade: h2c\r\nHTTP2-Settings: AAEAAEAA\r\n", b"UPGRADE:h2c\r\n"]
)
def test_the_body_is_read_where_http_2_is_offered(served: Served, offer: bytes) -> None:
    found = answered(served, HEAD + offer + b"\r\nASK {}")

    assert found.startswith(b"HTTP/1.1 200 ")
    assert found.endswith(b'{"head":{},"boolean":true}')


def test_what_else_is_offered_is_refused_before_a_body_is_lost(served: Served) -> None:
    found = answered(served, HEAD + b"Upgrade: other\r\n\r\nASK {}")

    assert found.startswith(b"HTTP/1.1 400 ")
