"""A query and nothing else goes a short way, which nobody can tell from the long one."""

from __future__ import annotations

import random
import socket
from collections.abc import Iterator
from urllib.parse import quote

import httpx2
import pytest

from kg.errors import KgError
from server.sparql.request import parse
from tests.conftest import Served

ITS_OWN = ("date", "x-request-id")
"""Headers that differ between any two responses."""
QUERIES = (
    "ASK {}",
    "ASK { ?s ?p 'é + % & = ; \\u0041' }",
    "SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o",
    "SELECT (TRUE AS ?a) (GROUP_CONCAT(STR(?s)) AS ?b) { SELECT ?s { ?s a ?t } ORDER BY ?s }",
    "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(!isBlank(?s)) }",
    "DESCRIBE <https://w3id.org/coterminous/nobody>",
    "SELECT ?x { VALUES ?x { 1 2 3 } ?x ?release ?update }",
    "SELECT ?a { ?a <p> }",  # not SPARQL
    "SELECT * { SERVICE <http://a.example/> { ?s ?p ?o } }",
    "INSERT DATA { <a> <b> <c> }",
    "ASK " + "{" * 200 + "}" * 200,
    "ASK { ?s <https://w3id.org/coterminous/def#matches> ?o }",
    "",
)
ACCEPTED = (
    "*/*",
    "text/csv",
    "text/html",
    "application/sparql-results+xml;q=0.5, text/turtle",
    "application/n-triples",
    "image/png",
)
PIECES = ("%", "=", "+", "%20", "%3d", "%C3%A9", "%c3", "%zz", "%4", "é", ";", "_", "%00", "ASK")


def told(response: httpx2.Response) -> tuple[int, list[tuple[str, str]], bytes]:
    """A response without what is of its own."""
    kept = [each for each in response.headers.multi_items() if each[0] not in ITS_OWN]
    return response.status_code, sorted(kept), response.content


def requests() -> Iterator[tuple[str, dict[str, str]]]:
    """Queries as they are sent, plainly and as everything can be escaped, with what is accepted."""
    chance = random.Random(5)
    for query in QUERIES:
        for _ in range(8):
            headers = {"accept": chance.choice(ACCEPTED)}
            headers["accept-encoding"] = chance.choice(("gzip", "identity"))
            if chance.random() < 0.2:
                headers["if-none-match"] = "*"
            yield quote(query, safe=chance.choice(("", "/:?", "{}"))), headers
    for _ in range(40):
        yield "".join(chance.choices(PIECES[:9], k=3)), {"accept": "*/*"}


def test_every_answer_and_every_refusal_is_the_same_both_ways(served: Served) -> None:
    statuses = set()

    for query, headers in requests():
        short = served.client.get(f"/sparql?query={query}", headers=headers)
        long = served.client.get(f"/sparql?query={query}&other=", headers=headers)

        assert told(short) == told(long), query
        statuses.add(short.status_code)

    assert statuses == {200, 304, 400, 403, 406}


def test_a_release_is_the_current_one_where_only_the_query_names_it(served: Served) -> None:
    response = served.client.get("/sparql?query=ASK{?release%20?p%20'release=gone'}")

    assert (response.status_code, response.headers["x-release"]) == (200, "tiny")


def test_a_query_alone_is_read_as_it_is_among_others() -> None:
    chance = random.Random(7)

    for _ in range(5_000):
        sent = "".join(chance.choices(PIECES, k=chance.randrange(6))).encode()
        assert read(b"query=" + sent) == read(b"&query=" + sent), sent


def read(query_string: bytes) -> object:
    """What `parse` gives, or what it tells."""
    try:
        return parse("GET", query_string, "", b"")
    except KgError as error:
        return str(error), error.hint


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_head_and_body_come_in_one_packet(served: Served, method: str) -> None:
    port = int(served.url.rpartition(":")[2])

    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(f"{method} /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: h\r\n\r\n".encode())
        first = connection.recv(65536)

    head, _, body = first.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 OK\r\n")
    assert b"content-length: 26" in head
    assert body == (b'{"head":{},"boolean":true}' if method == "GET" else b"")
