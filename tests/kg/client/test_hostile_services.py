"""What answers may be anything: both clients stay within bounds, and say what is wrong."""

import gzip
import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from kg.client import Patience, Refused, Unreachable, Unreadable, taken
from tests.kg.client.conftest import Asked

JSON = b"content-type: application/json\r\n"
NAMES = "query ($after: String) { a(after: $after) { nodes { id } pageInfo { hasNextPage } } }"
Sending = Callable[[socket.socket], None]


@contextmanager
def answering(send: Sending) -> Iterator[str]:
    """The address of what does this with every connection, once something was asked."""
    listening = socket.create_server(("127.0.0.1", 0))

    def listen() -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            with connection:
                try:
                    connection.recv(65536)
                    send(connection)
                except OSError:  # the client has gone
                    continue

    thread = threading.Thread(target=listen)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join()


def whole(body: bytes, headers: bytes = JSON, status: bytes = b"200 OK") -> Sending:
    length = b"content-length: %d\r\nconnection: close\r\n\r\n" % len(body)
    return lambda connection: connection.sendall(
        b"HTTP/1.1 " + status + b"\r\n" + headers + length + body
    )


def endless(part: bytes, headers: bytes = JSON, wait: float = 0.0) -> Sending:
    never = threading.Event()

    def send(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n" + headers + b"\r\n")
        while not never.wait(wait):
            connection.sendall(part)

    return send


@pytest.mark.parametrize("packed", [False, True])
def test_an_answer_without_end_is_not_taken_in(
    kind: str, packed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taken, "LARGEST", 1_000_000)
    part = gzip.compress(bytes(10_000_000)) if packed else b"[" * 65536
    headers = JSON + (b"content-encoding: gzip\r\n" if packed else b"")
    with answering(endless(part, headers)) as address, pytest.raises(Unreadable) as unreadable:
        Asked(kind, address)("questions")

    told = f"The answer of {address} cannot be read: it has more than 1000000 bytes"
    assert str(unreadable.value) == told


def test_an_answer_that_drips_is_given_up_in_time(kind: str) -> None:
    with (
        answering(endless(b" ", wait=0.01)) as address,
        pytest.raises(Unreachable, match=r"it was not whole within 0\.3 s"),
    ):
        Asked(kind, address, timeout=0.3)("questions")


@pytest.mark.parametrize("name", ["questions", "ask", "graphql", "sparql"])
@pytest.mark.parametrize(
    "body",
    [b"", b"null", b"[]", b'"a"', b"[" * 100_000,
     json.dumps({"questions": "a", "data": 1, "errors": 5, "columns": [None]}).encode()],
    ids=["nothing", "null", "list", "text", "deep", "object"],
)  # fmt: skip
def test_an_answer_of_another_shape_is_told(kind: str, name: str, body: bytes) -> None:
    given = () if name == "questions" else ("a",)
    with answering(whole(body)) as address, pytest.raises(Unreadable) as unreadable:
        Asked(kind, address)(name, *given)

    assert str(unreadable.value).startswith(f"The answer of {address} cannot be read: it is no")
    assert unreadable.value.hint == "Is it a service, and of the same version?"


def test_a_page_of_another_server_is_no_answer(kind: str) -> None:
    page = whole(b"<h1>It works!</h1>", b"content-type: text/html\r\n")
    with answering(page) as address, pytest.raises(Unreadable):
        Asked(kind, address)("show", "26A")


@pytest.mark.parametrize("encoding", [b"gzip", b"br", b"zstd"])
def test_what_cannot_be_unpacked_is_no_answer(kind: str, encoding: bytes) -> None:
    junk = whole(b"junk", JSON + b"content-encoding: " + encoding + b"\r\n")
    with answering(junk) as address, pytest.raises((Unreachable, Unreadable)):
        Asked(kind, address)("questions")


def test_nobody_is_followed_to_another_address(kind: str) -> None:
    loop = whole(b"", b"location: http://127.0.0.1:9/x\r\n", b"302 Found")
    with answering(loop) as address, pytest.raises(Refused) as refused:
        Asked(kind, address, token="secret")("questions")

    assert (str(refused.value), refused.value.status) == ("The service answered 302.", 302)
    told = "It leads to http://127.0.0.1:9/x: give that address, if you trust it."
    assert refused.value.hint == told


def test_a_service_that_asks_to_wait_for_ever_is_not_waited_for(kind: str) -> None:
    for later in (b"9" * 400, b"-1", b"1e9", b"tomorrow"):
        busy = whole(b"{}", JSON + b"retry-after: " + later + b"\r\n", b"503 Busy")
        with answering(busy) as address, pytest.raises(Refused) as refused:
            Asked(kind, address)("questions")
        assert refused.value.status == 503


def test_pages_that_never_end_are_not_walked_for_ever(kind: str) -> None:
    page = {"nodes": [], "pageInfo": {"hasNextPage": True, "endCursor": "same"}}
    same = whole(json.dumps({"data": {"a": page}}).encode())
    with answering(same) as address, pytest.raises(Unreadable):
        Asked(kind, address).pages(NAMES, "a")


@pytest.mark.parametrize("address", ["http://[bad", "nonsense", "http://a:b:c", "ftp://host"])
def test_what_is_no_address_is_told(kind: str, address: str) -> None:
    with pytest.raises(Unreachable) as unreachable:
        Asked(kind, address, patience=Patience(1))("questions")

    assert unreachable.value.at == address


@pytest.mark.parametrize("head", [b"junk\r\n\r\n", b"HTTP/1.1 200 OK\r\n" + b"x" * 200_000, b""])
def test_what_does_not_speak_http_is_told(kind: str, head: bytes) -> None:
    with (
        answering(lambda connection: connection.sendall(head)) as address,
        pytest.raises(Unreachable),
    ):
        Asked(kind, address)("questions")
