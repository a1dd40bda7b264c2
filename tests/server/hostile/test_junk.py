"""Whatever is sent, the service answers, never by a failure of its own, and goes on.

1,000 requests; 10,000 where `COTERMINOUS_NIGHTLY` is set.
"""

from __future__ import annotations

import os
import socket
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPException, HTTPResponse
from pathlib import Path

import pytest

from kg.release.empty import ensure_empty
from tests.conftest import Served, serving, state_of
from tests.server.hostile.junk import Sent, requests

NUMBER = 10_000 if os.environ.get("COTERMINOUS_NIGHTLY") else 1_000
SEED = int(os.environ.get("COTERMINOUS_SEED", "1"))
SECONDS = 15.0
PLACE = "junkyard"
OURS = (503, 504)
"""What a service may say of itself without having failed: too busy, and out of time."""

pytestmark = pytest.mark.timeout(1200)


@pytest.fixture(scope="module")
def junkyard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service whose data may be written by the token that junk has."""
    place = tmp_path_factory.mktemp(PLACE)
    ensure_empty(place)
    with serving(place, data="none", write_token="conformance", deadline=2.0) as service:
        yield service


def test_no_junk_is_answered_by_a_failure(junkyard: Served) -> None:
    answered(junkyard, Sent(-1, "GET", b"GET /livez HTTP/1.1\r\nhost: a\r\n\r\n", True))
    for each in requests(SEED + 1, 60):  # which has all be open that will be
        answered(junkyard, each)
    before = open_files(junkyard)

    statuses = Counter[int]()
    failed: list[tuple[int, int, bytes]] = []
    for each in requests(SEED, NUMBER):
        status = answered(junkyard, each)
        statuses[status] += 1
        if (status >= 500 and status not in OURS) or (status == 0 and each.whole):
            failed.append((each.number, status, each.data[:2000]))

    assert failed == []
    assert statuses[200] > NUMBER // 20  # it is not all noise
    assert junkyard.client.get("/livez").status_code == 200
    assert junkyard.client.get("/sparql", params={"query": "ASK {}"}).json()["boolean"] is True
    assert lost(junkyard) == 0
    assert open_files(junkyard) <= before + 4
    assert open_releases() <= {junkyard.client.get("/readyz").json()["release"]}
    assert max(open_files_of_readers(junkyard)) <= 8


def answered(served: Served, sent: Sent) -> int:
    """The status of the answer, 0 where the connection was closed without one."""
    host, _, port = served.url.removeprefix("http://").partition(":")
    with socket.create_connection(
        (host, int(port)), timeout=SECONDS if sent.whole else 0.5
    ) as line:
        with suppress(ConnectionError):  # it may have answered all the same
            line.sendall(sent.data)
        response = HTTPResponse(line, method=sent.method)
        try:
            response.begin()
            if not response.headers.get("content-type", "").startswith("text/event-stream"):
                response.read()
        except (TimeoutError, ConnectionError, HTTPException, ValueError):
            return response.status if isinstance(response.status, int) else 0
        finally:
            response.close()
        return response.status


def lost(served: Served) -> int:
    """How many readers ended that nobody had ended."""
    return int(state_of(served.app).readers.history.processes["lost"])


def open_files(served: Served) -> int:
    """The open files of this process, in which the service is, but for those to its readers.

    Those of releases are left out: how many a release has comes from what was written to it.
    """
    readers = served.client.get("/readyz").json()["readers"]
    return sum("/releases/" not in each for each in opened()) - int(readers)


def opened() -> list[str]:
    """What the open files of this process are."""
    found = []
    for each in Path("/proc/self/fd").iterdir():
        with suppress(FileNotFoundError):  # that of this listing itself
            found.append(str(each.readlink()))
    return found


def open_releases() -> set[str]:
    """The releases of this service of which this process has files open.

    Other services of the test run are in this process too, and have theirs.
    """
    parts = (each.partition("/releases/")[2] for each in opened() if f"/{PLACE}" in each)
    return {each.partition("/")[0] for each in parts if each}


def open_files_of_readers(served: Served) -> list[int]:
    """How many files each reader has open, but for those of the release."""
    crew = state_of(served.app).readers.pools[0].children
    return [
        sum("/releases/" not in str(each.readlink()) for each in Path(f"/proc/{one}/fd").iterdir())
        for one in crew
    ]
