"""A request is read in two ways, and both find the same in it."""

from __future__ import annotations

import random

import httptools
import pytest

from server.layers import Whole
from server.limits.sooner import scope_of, written

HEADERS = (
    "Host: h",
    "Accept: text/csv",
    "ACCEPT: a, b;q=0.5",
    "User-Agent: curl/8",
    "X-Request-Id: one",
    'If-None-Match: "a"',
    "Content-Length: 3",
    "Transfer-Encoding: chunked",
    "Connection: close",
    "Upgrade: h2c",
    "Expect: 100-continue",
    "Authorization: Bearer x",
    "Cookie: a=b",
    "X-Other: 1",
    " folded: 1",
    "Accept : a",
    "Accept:",
    "Accept:a",
    "Accept: a ",
    "Accept: \x01",
    "Accept: \x80",
)
TARGETS = (
    "/sparql?query=ASK",
    "/sparql?query=a%20b+c",
    "/sparql?query=%",
    "/sparql",
    "/a?b?c",
    "*",
)
HARMFUL = ("content-length", "transfer-encoding", "connection", "upgrade", "expect", "cookie")


class Seen:
    """What the parser tells of a request."""

    def __init__(self) -> None:
        self.url, self.headers, self.complete = b"", list[tuple[bytes, bytes]](), 0

    def on_url(self, url: bytes) -> None:
        self.url += url

    def on_header(self, name: bytes, value: bytes) -> None:
        self.headers.append((name.lower(), value))

    def on_message_complete(self) -> None:
        self.complete += 1


def generated(chance: random.Random) -> bytes:
    method = chance.choice(("GET", "GET", "GET", "get", "POST", "HEAD"))
    version = chance.choice(("HTTP/1.1", "HTTP/1.1", "HTTP/1.1", "HTTP/1.0"))
    lines = chance.choices(HEADERS, k=chance.randrange(4))
    end = chance.choice(("\r\n", "\r\n", "\r\n", "\n"))
    tail = chance.choice(("", "", "", "", "abc", "GET / HTTP/1.1\r\n\r\n"))
    text = end.join((f"{method} {chance.choice(TARGETS)} {version}", *lines, "", tail))
    data = bytearray(text.encode("latin-1"))
    if data and not chance.randrange(4):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def test_what_is_read_here_is_what_the_parser_reads_and_ends_where_it_ends() -> None:
    chance, read = random.Random(7), 0
    for _ in range(40_000):
        data = generated(chance)
        found = scope_of(data, ("127.0.0.1", 1))
        if found is None:
            continue
        seen = Seen()
        parser = httptools.HttpRequestParser(seen)
        parser.feed_data(data)
        url = httptools.parse_url(seen.url)
        told = (seen.complete, url.path, url.query or b"", seen.headers)
        assert told == (1, found["raw_path"], found["query_string"], found["headers"]), data
        assert parser.should_keep_alive()
        assert parser.get_method() == b"GET"
        assert not {name.decode() for name, _ in found["headers"]} & set(HARMFUL)
        read += 1

    assert read > 1_000


@pytest.mark.parametrize("value", [b"a\r\nset-cookie: b", b"a\nb", b"a\x00", b"\x7f"])
def test_a_header_that_would_be_read_as_several_is_not_sent(value: bytes) -> None:
    with pytest.raises(ValueError, match="A header has characters that no header can have"):
        written(Whole([(b"a", value), (b"content-length", b"1")], b"x"))


def test_a_response_is_written_in_one_piece() -> None:
    whole = Whole([(b"a", b"b\tc"), (b"content-length", b"2")], b"xy")

    assert written(whole) == b"HTTP/1.1 200 OK\r\na: b\tc\r\ncontent-length: 2\r\n\r\nxy"
