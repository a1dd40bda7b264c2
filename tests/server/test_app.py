"""The service as a whole: layers, addresses, faults, over real HTTP."""

import json
import os
import re
import signal
import socket
import threading
import time
from pathlib import Path

import pytest

from server.limits.connection import LINGER
from tests.conftest import Served, serving

# 11 triples to the sixth power, ordered: nothing comes before the deadline.
COSTLY = [
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o . ?q ?r ?s"
    " . ?t ?u ?v . ?w ?x ?y }",
    "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o . ?q ?r ?s } ORDER BY ?c ?f",
    "SELECT (COUNT(*) AS ?n) { ?a (!<urn:x>|^!<urn:x>)+ ?b . ?c (!<urn:x>|^!<urn:x>)+ ?d ."
    " ?e (!<urn:x>|^!<urn:x>)+ ?f . ?g (!<urn:x>|^!<urn:x>)+ ?h . ?i (!<urn:x>|^!<urn:x>)+ ?j"
    " . ?k ?l ?m . ?n1 ?o ?p }",
]
ALWAYS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "strict-origin-when-cross-origin",
    "access-control-allow-origin": "*",
    "x-release": "tiny",
}


@pytest.mark.parametrize(
    "path", ["/sparql", "/sparql?query=ASK+{}", "/sparql?query=x", "/livez", "/metrics", "/none"]
)
def test_every_response_is_safe_readable_and_named(served: Served, path: str) -> None:
    response = served.client.get(path, headers={"origin": "https://elsewhere.example"})

    assert ALWAYS.items() <= dict(response.headers).items()
    assert "default-src 'self'" in response.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in response.headers["content-security-policy"]
    assert re.fullmatch("[0-9a-f]{16}", response.headers["x-request-id"])
    assert "access-control-allow-credentials" not in response.headers
    assert "server" not in response.headers


def test_a_page_elsewhere_may_ask_but_not_with_credentials(served: Served) -> None:
    response = served.client.options(
        "/sparql",
        headers={
            "origin": "https://elsewhere.example",
            "access-control-request-method": "POST",
            "access-control-request-headers": "content-type",
        },
    )

    assert (response.status_code, response.content) == (204, b"")
    assert response.headers["access-control-allow-methods"] == "GET, HEAD, POST, OPTIONS"
    assert "authorization" not in response.headers["access-control-allow-headers"].lower()
    assert "access-control-allow-credentials" not in response.headers


def test_an_answer_is_kept_and_who_has_it_is_told_so(served: Served) -> None:
    address = "/sparql?query=SELECT+*+{+?s+?p+?o+}+LIMIT+5"
    hits = served.state.shelf.hits

    first = served.client.get(address)
    again = served.client.get(address)
    known = served.client.get(address, headers={"if-none-match": first.headers["etag"]})

    assert again.content == first.content
    assert (known.status_code, known.content) == (304, b"")
    assert served.state.shelf.hits == hits + 2


def test_the_same_query_is_kept_for_each_way_to_send_it(served: Served) -> None:
    query = "SELECT ?s { ?s ?p ?o } LIMIT 1 # kept"
    for _ in range(2):
        hits = served.state.shelf.hits
        answers = {
            served.client.get("/sparql", params={"query": query}).text,
            served.client.post("/sparql", data={"query": query}).text,
        }
        assert len(answers) == 1
    assert served.state.shelf.hits == hits + 2


def test_head_is_get_without_its_body(served: Served) -> None:
    get = served.client.get("/sparql?query=ASK+{}")
    head = served.client.head("/sparql?query=ASK+{}")

    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == get.headers["content-length"]
    assert head.headers["etag"] == get.headers["etag"]


def test_an_address_that_does_not_exist_is_a_problem_like_any_other(served: Served) -> None:
    response = served.client.get("/none")

    assert response.status_code == 404
    assert response.json()["code"] == "not-found"
    assert (
        served.client.get("/none", headers={"accept": "text/html"})
        .headers["content-type"]
        .startswith("text/html")
    )


def test_it_says_whether_it_lives_and_whether_it_is_ready(served: Served) -> None:
    assert served.client.get("/livez").text == "alive\n"
    ready = served.client.get("/readyz").json()
    assert (ready["release"], ready["readers"], ready["kept"]) == ("tiny", 2, ["tiny"])


@pytest.mark.parametrize("query", COSTLY)
def test_a_costly_query_is_ended_in_time_and_its_neighbours_are_answered(
    tiny_release: Path, query: str
) -> None:
    with serving(tiny_release, deadline=2.0) as service:
        answers = []

        def ask() -> None:
            answers.append(service.client.get("/sparql", params={"query": query}))

        costly = threading.Thread(target=ask)
        costly.start()
        neighbour = service.client.get("/sparql?query=ASK+{+?s+?p+?o+}")
        costly.join()

        assert neighbour.status_code == 200
        # whichever comes first, the deadline or the limit of memory
        told = answers[0].json()
        assert (answers[0].status_code, told["code"], told["detail"]) in (
            (504, "deadline-passed", "The answer was not ready within 2 s, so it was stopped."),
            (
                503,
                "memory-exceeded",
                "The answer took more than 1024 MiB of memory, so it was stopped.",
            ),
        )
        counts = service.state.readers.counts
        assert counts["deadline"] + counts["memory"] == 1


def test_a_reader_killed_from_outside_costs_one_answer_at_most(tiny_release: Path) -> None:
    with serving(tiny_release, workers=1, deadline=30.0) as service:
        answers = []

        def ask() -> None:
            answers.append(service.client.get("/sparql", params={"query": COSTLY[0]}))

        asking = threading.Thread(target=ask)
        asking.start()
        pool = service.state.readers.pools[0]
        while not pool.busy:
            time.sleep(0.01)
        os.kill(pool.children[0], signal.SIGKILL)
        asking.join()

        lost = answers[0]
        assert (lost.status_code, lost.json()["code"]) == (503, "reader-lost")
        assert lost.headers["retry-after"] == "1"
        assert service.client.get("/sparql?query=ASK+{}").status_code == 200


def test_more_queries_than_may_wait_are_turned_away(tiny_release: Path) -> None:
    with serving(tiny_release, workers=1, burst=0, queue=0, deadline=3.0) as service:
        asking = threading.Thread(
            target=service.client.get, args=("/sparql",), kwargs={"params": {"query": COSTLY[0]}}
        )
        asking.start()
        while not service.state.readers.pools[0].busy:
            time.sleep(0.01)
        response = service.client.get("/sparql?query=ASK+{}")
        asking.join()

        assert (response.status_code, response.json()["code"]) == (503, "overloaded")
        assert response.headers["retry-after"] == "1"


def test_work_ends_when_the_client_leaves(tiny_release: Path) -> None:
    with serving(tiny_release, workers=1, burst=0, deadline=60.0) as service:
        pool = service.state.readers.pools[0]
        port = int(service.url.rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port)) as client:
            query = COSTLY[0].replace(" ", "+").replace("?", "%3F")
            client.sendall(f"GET /sparql?query={query} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            while not pool.busy:
                time.sleep(0.01)
            working = pool.children
        response = service.client.get("/sparql?query=ASK+{}")

        assert response.status_code == 200
        assert set(pool.children).isdisjoint(working)


def test_an_answer_cut_at_its_deadline_is_broken_off_not_ended(tiny_release: Path) -> None:
    # Rows come at once, and for longer than the deadline lets them.
    query = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o . ?q ?r ?s }"
    with serving(tiny_release, workers=1, burst=0, deadline=2.0) as service:
        port = int(service.url.rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port), timeout=30) as client:
            asked = query.replace(" ", "+").replace("?", "%3F")
            client.sendall(
                f"GET /sparql?format=csv&query={asked} HTTP/1.1\r\nHost: x\r\n\r\n".encode()
            )
            parts = []
            while part := client.recv(1 << 20):
                parts.append(part)

        told = b"".join(parts[:1]) + parts[-1][-16:]
        assert b" 200 OK\r\n" in told
        assert b"transfer-encoding: chunked" in told
        assert not told.endswith(b"0\r\n\r\n")  # which would say that this was all
        assert service.client.get("/sparql?query=ASK+{}").status_code == 200


def test_half_open_connections_do_not_keep_others_waiting(served: Served) -> None:
    port = int(served.url.rpartition(":")[2])
    sockets = [socket.create_connection(("127.0.0.1", port)) for _ in range(200)]
    for each in sockets:
        each.sendall(b"GET /sparql HTTP/1.1\r\nHost: x\r\n")
    began = time.monotonic()

    assert served.client.get("/sparql?query=ASK+{}+%23half").status_code == 200
    assert time.monotonic() - began < 2
    for each in sockets:
        each.close()


@pytest.mark.parametrize(
    ("line", "status", "detail"),
    [
        (b"GET /sparql?query=" + b"x" * 10_000_000, 414,
         "More than 65536 bytes of address are not read."),
        (b"GET / HTTP/1.1\r\n" + b"X-A: %b\r\n" % (b"x" * 900) * 9_000, 431,
         "More than 65536 bytes of headers are not read."),
    ],
    ids=["address", "headers"],
)  # fmt: skip
def test_a_head_without_end_is_refused_and_whoever_sends_it_is_told(
    served: Served, line: bytes, status: int, detail: str
) -> None:
    # A connection that is closed while much is on its way is reset, and the answer with it.
    port = int(served.url.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=30) as client:
        client.sendall(line)
        head, _, body = b"".join(iter(lambda: client.recv(4096), b"")).partition(b"\r\n\r\n")

    assert head.startswith(f"HTTP/1.1 {status} ".encode())
    assert b"\r\nconnection: close" in head
    assert json.loads(body) == {
        "type": "https://w3id.org/coterminous/problem/bad-request",
        "title": "The request cannot be read",
        "status": status,
        "detail": detail,
        "code": "bad-request",
        "hint": "Send less.",
    }


def test_no_more_of_a_refused_request_is_read_than_is_needed_to_tell_so(served: Served) -> None:
    port = int(served.url.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=30) as client:
        client.sendall(b"GET /?" + b"x" * LINGER)

        with pytest.raises((BrokenPipeError, ConnectionResetError)):
            client.sendall(b"x" * LINGER * 4)  # more than lies in the buffers between them


def test_metrics_count_what_happened(served: Served) -> None:
    served.client.get("/sparql?query=SELECT")
    text = served.client.get("/metrics").text

    values = dict(line.rsplit(" ", 1) for line in text.splitlines() if not line.startswith("#"))
    assert int(values['coterminous_requests_total{door="sparql",status="400"}']) >= 1
    assert values["coterminous_readers"] == "2"
    assert int(values['coterminous_request_seconds_count{door="sparql"}']) >= 1
