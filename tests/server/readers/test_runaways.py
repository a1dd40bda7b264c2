"""Queries without end: each is ended in time, and those beside it are answered meanwhile."""

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from tests.conftest import Served, serving

TRIPLES = " . ".join(f"?s{each} ?p{each} ?o{each}" for each in range(9))
NUMBERS = " ".join(map(str, range(30)))
RUNAWAYS = {
    "product": f"SELECT (COUNT(*) AS ?n) {{ {TRIPLES} }}",
    "order": f"SELECT * {{ {TRIPLES} }} ORDER BY ?o0 ?o8",
    "grouping": f"SELECT (GROUP_CONCAT(STR(?o8)) AS ?all) {{ {TRIPLES} }}",
    "doubling": "SELECT (STRLEN(?z) AS ?n) { BIND('0123456789abcdef' AS ?a) "
    + " ".join(
        f"BIND(CONCAT({', '.join(['?' + before] * 8)}) AS ?{after})"
        for before, after in zip("abcdefghi", "bcdefghiz", strict=True)
    )
    + " }",
    "path": "SELECT (COUNT(*) AS ?n) { "
    + " . ".join(f"?a{each} ((!<urn:x>|^!<urn:x>)+/(!<urn:y>)*)+ ?b{each}" for each in range(6))
    + " }",
    "values": "SELECT (COUNT(*) AS ?n) { "
    + " ".join(f"VALUES ?v{each} {{ {NUMBERS} }}" for each in range(12))
    + " }",
    "rows": f"SELECT * {{ {TRIPLES} }}",
}
ENDED = {(504, "deadline-passed"), (503, "memory-exceeded")}


@pytest.fixture(scope="module")
def service(tiny_release: Path) -> Iterator[Served]:
    with serving(tiny_release, deadline=2.0, memory=256) as served:
        yield served


def told(address: str, query: str) -> tuple[int, str]:
    """The status and the problem of an answer; 0 where it was broken off."""
    try:
        answer = httpx2.post(f"{address}/sparql", data={"query": query}, timeout=60)
    except httpx2.RemoteProtocolError:
        return 0, ""
    return answer.status_code, answer.headers.get("x-problem", "")


@pytest.mark.parametrize("name", RUNAWAYS)
def test_it_is_ended_and_its_neighbours_are_answered(service: Served, name: str) -> None:
    # As many at once as there are workers, and one more.
    pool = service.state.readers.pools[0]
    found: list[tuple[int, str]] = []

    def ask(number: int) -> None:
        found.append(told(service.url, f"{RUNAWAYS[name]} # {number}"))

    threads = [threading.Thread(target=ask, args=(each,)) for each in range(3)]
    for each in threads:
        each.start()
    statuses = set()
    while any(each.is_alive() for each in threads):
        query = f"ASK {{ ?s ?p ?o }} # {time.monotonic_ns()}"
        statuses.add(service.client.post("/sparql", data={"query": query}).status_code)

    assert statuses == {200}
    expected = {(0, "")} if name == "rows" else ENDED
    # The third may have waited in vain for one of the two that take long.
    assert set(found) <= expected | {(503, "overloaded")}
    assert set(found) & expected
    while len(pool.children) < 2 or pool.busy:
        time.sleep(0.01)


def test_what_takes_more_memory_than_there_is_is_told_so_and_the_reader_replaced(
    service: Served,
) -> None:
    pool = service.state.readers.pools[0]
    lost = service.state.readers.history.processes["memory"]
    answer = service.client.post("/sparql", data={"query": RUNAWAYS["doubling"]})

    assert (answer.status_code, answer.json()["code"]) == (503, "memory-exceeded")
    assert answer.json()["detail"] == (
        "The answer took more than 256 MiB of memory, so it was stopped."
    )
    assert answer.json()["hint"].startswith("Ask for less")
    while service.state.readers.history.processes["memory"] == lost or len(pool.children) < 2:
        time.sleep(0.01)
    assert service.client.post("/sparql", data={"query": "ASK {}"}).status_code == 200


def test_no_files_stay_open(service: Served) -> None:
    def held() -> int:
        return len(list(Path("/proc/self/fd").iterdir()))

    pool = service.state.readers.pools[0]
    before = held()
    for each in range(12):
        assert told(service.url, f"{RUNAWAYS['doubling']} # {each} files")[0] == 503
    while len(pool.children) < 2 or pool.busy:
        time.sleep(0.01)

    assert held() <= before + 4  # readers that are started beside the two


def test_work_in_excess_is_begun_again_when_there_is_room(tiny_release: Path) -> None:
    # One reader may be held for long; the second that takes long gives way, and is answered later.
    middling = f"SELECT (COUNT(*) AS ?n) {{ {' . '.join(TRIPLES.split(' . ')[:6])} }}"
    with serving(tiny_release, workers=1, burst=1, deadline=30.0) as service:
        found: list[tuple[int, str]] = []

        def ask(number: int) -> None:
            found.append(told(service.url, f"{middling} # {number}"))

        threads = [threading.Thread(target=ask, args=(each,)) for each in range(3)]
        for each in threads:
            each.start()
        statuses = []
        while any(each.is_alive() for each in threads):
            query = f"ASK {{ ?s ?p ?o }} # {time.monotonic_ns()}"
            statuses.append(service.client.post("/sparql", data={"query": query}).status_code)

        assert found == [(200, "")] * 3
        assert set(statuses) == {200}
        assert service.state.readers.history.processes["others"] >= 1


def test_a_query_whose_client_has_left_is_ended(tiny_release: Path) -> None:
    with serving(tiny_release, workers=1, burst=0, deadline=60.0) as service:
        pool = service.state.readers.pools[0]
        (child,) = pool.children
        with socket.create_connection(("127.0.0.1", int(service.url.rpartition(":")[2]))) as client:
            body = f"query={RUNAWAYS['product'].replace(' ', '+')}".encode()
            client.sendall(
                b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n"
                b"Content-Type: application/x-www-form-urlencoded\r\n\r\n%s" % (len(body), body)
            )
            while not pool.busy:
                time.sleep(0.01)
        ended = service.state.readers.history.processes
        while Path(f"/proc/{child}").exists() or not ended["client"] or not pool.children:
            time.sleep(0.01)

        assert dict(ended) == {"started": 2, "client": 1}
        assert pool.busy == 0
