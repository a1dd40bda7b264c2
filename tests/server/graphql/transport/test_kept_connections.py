"""Connections that are kept open: how many, how long, and what they leave behind."""

import json
import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest
import uvicorn
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from kg.release.catalogue import Catalogue
from server.app import create_app
from server.limits.connection import options
from server.settings import ServerSettings
from tests.conftest import Served, publish, serving, state_of, tiny_statements

QUERY = "{ organisations { totalCount } }"
WATCH = "subscription { releasePublished { name } }"
TOKEN = "x-graphql-event-stream-token"


@contextmanager
def connected(service: Served, query: str = "") -> Iterator[ClientConnection]:
    address = f"{service.url}/graphql{query}".replace("http", "ws", 1)
    with connect(address, subprotocols=[Subprotocol("graphql-transport-ws")]) as line:
        line.send('{"type": "connection_init"}')
        assert json.loads(line.recv()) == {"type": "connection_ack"}
        yield line


def subscribe(line: ClientConnection, identity: str, query: str) -> None:
    message = {"type": "subscribe", "id": identity, "payload": {"query": query}}
    line.send(json.dumps(message))


def until(met: Callable[[], bool]) -> None:
    """Return once it is met; a test that waits for ever is ended by its time-out."""
    while not met():
        time.sleep(0.01)


def error(told: Any) -> tuple[int, str, str]:
    (found,) = told.json()["errors"]
    return told.status_code, found["extensions"]["code"], found["message"]


@pytest.fixture(scope="module")
def narrow(tiny_release: Path) -> Iterator[Served]:
    """A service that keeps two connections, each with two operations, for half a second."""
    limits = {"connections": 2, "subscriptions": 2, "idle": 0.5}
    with serving(tiny_release, workers=1, **limits) as service:
        yield service


@pytest.fixture(autouse=True)
def left_alone(narrow: Served) -> Iterator[None]:
    yield
    # Whatever a test does, nothing is left of it.
    until(lambda: narrow.state.graphql.streams == narrow.state.graphql.subscriptions == 0)
    until(lambda: not narrow.state.graphql.reservations)


def test_one_connection_too_many_is_turned_away(narrow: Served) -> None:
    headers = {"accept": "text/event-stream"}
    with connected(narrow) as one, connected(narrow) as two:
        subscribe(one, "a", WATCH)
        subscribe(two, "a", WATCH)
        with pytest.raises(InvalidStatus) as refused, connected(narrow):
            pass
        stream = narrow.client.post("/graphql", json={"query": WATCH}, headers=headers)

        response = refused.value.response
        assert (response.status_code, response.headers["retry-after"]) == (503, "1")
        assert (
            json.loads(response.body)["errors"][0]["message"] == "2 connections are open already."
        )
        assert error(stream) == (503, "overloaded", "2 connections are open already.")
        # Ordinary requests go on.
        assert narrow.client.post("/graphql", json={"query": QUERY}).status_code == 200


def test_one_operation_too_many_is_an_error_and_the_others_go_on(narrow: Served) -> None:
    with connected(narrow) as line:
        for identity in "abc":
            subscribe(line, identity, WATCH)

        told = json.loads(line.recv())

        assert (told["type"], told["id"]) == ("error", "c")
        assert told["payload"][0]["extensions"]["code"] == "too-many-operations"
        until(lambda: narrow.state.graphql.subscriptions == 2)
        line.send('{"type": "complete", "id": "a"}')
        subscribe(line, "c", QUERY)
        assert json.loads(line.recv())["payload"]["data"]["organisations"] == {"totalCount": 3}


def test_a_stream_with_one_operation_too_many_refuses_it(narrow: Served) -> None:
    token = {TOKEN: narrow.client.put("/graphql").text}
    asked = [{"query": WATCH, "extensions": {"operationId": each}} for each in "abc"]

    told = [narrow.client.post("/graphql", json=each, headers=token) for each in asked]

    assert [each.status_code for each in told] == [202, 202, 429]
    assert error(told[2])[1] == "too-many-operations"


def test_a_connection_that_asks_nothing_is_closed(narrow: Served) -> None:
    with connected(narrow) as line, pytest.raises(ConnectionClosed) as closed:
        line.recv()

    assert closed.value.rcvd
    assert (closed.value.rcvd.code, closed.value.rcvd.reason) == (1000, "Nothing is asked")


def test_a_reservation_that_nobody_opens_is_given_up(narrow: Served) -> None:
    token = narrow.client.put("/graphql").text
    started = {"query": WATCH, "extensions": {"operationId": "a"}}
    assert narrow.client.post("/graphql", json=started, headers={TOKEN: token}).status_code == 202

    until(lambda: token not in narrow.state.graphql.reservations)

    late = narrow.client.post("/graphql", json=started, headers={TOKEN: token})
    assert error(late) == (404, "stream-not-found", "Stream not found")


def test_reservations_are_counted_as_well(narrow: Served) -> None:
    told = [narrow.client.put("/graphql") for _ in range(3)]

    assert [each.status_code for each in told] == [201, 201, 503]


def test_an_answer_for_a_stream_is_not_given_from_the_cache(narrow: Served) -> None:
    asked = {"query": QUERY, "extensions": {"operationId": "a"}}
    plain = narrow.client.post("/graphql", json=asked)
    token = {TOKEN: narrow.client.put("/graphql").text}

    streamed = narrow.client.post("/graphql", json=asked, headers=token)

    assert (plain.status_code, streamed.status_code, streamed.content) == (200, 202, b"")


def test_open_connections_are_told_in_the_metrics(narrow: Served) -> None:
    with connected(narrow) as line:
        subscribe(line, "a", WATCH)
        until(lambda: narrow.state.graphql.subscriptions == 1)

        lines = narrow.client.get("/metrics").text.splitlines()

    assert "coterminous_streams 1" in lines
    assert "coterminous_subscriptions 1" in lines


def test_the_release_of_a_connection_is_in_its_address(tmp_path: Path) -> None:
    publish(tmp_path, "one", tiny_statements())
    publish(tmp_path, "two", tiny_statements()[:3])
    with serving(tmp_path, workers=1) as service:
        for address, release, count in (("", "two", 1), ("?release=one", "one", 3)):
            with connected(service, address) as line:
                subscribe(line, "a", QUERY)

                told = json.loads(line.recv())["payload"]
                assert told == {
                    "data": {"organisations": {"totalCount": count}},
                    "extensions": {"release": release},
                }


def test_an_operation_over_its_deadline_is_an_error_and_the_connection_lives(
    tmp_path: Path,
) -> None:
    publish(tmp_path, "one", tiny_statements())
    with serving(tmp_path, workers=1, deadline=0.3) as service, connected(service) as line:
        (reader,) = service.state.readers.pools[0].children
        os.kill(reader, signal.SIGSTOP)  # a query that goes nowhere
        subscribe(line, "a", QUERY)

        told = json.loads(line.recv())

        assert (told["type"], told["payload"][0]["extensions"]["code"]) == (
            "error",
            "deadline-passed",
        )
        line.send('{"type": "ping"}')
        assert json.loads(line.recv()) == {"type": "pong"}


def test_a_service_that_ends_does_not_wait_for_its_streams(tmp_path: Path) -> None:
    publish(tmp_path, "one", tiny_statements())
    app = create_app(Catalogue(tmp_path), ServerSettings(workers=1))
    listening = socket.create_server(("127.0.0.1", 0))
    # Without a time-out of its own it would wait for ever.
    patient = options() | {"timeout_graceful_shutdown": None}
    server = uvicorn.Server(uvicorn.Config(app, **patient))
    thread = threading.Thread(target=server.run, args=([listening],))
    thread.start()
    url = f"http://127.0.0.1:{listening.getsockname()[1]}"
    service = Served(url, httpx2.Client(base_url=url, timeout=30), app, state_of(app))
    asked, headers = {"query": WATCH}, {"accept": "text/event-stream"}
    with (
        service.client.stream("POST", "/graphql", json=asked, headers=headers) as stream,
        connected(service) as line,
    ):
        lines = stream.iter_lines()
        assert next(lines) == ":"
        subscribe(line, "a", WATCH)
        until(lambda: service.state.graphql.subscriptions == 2)

        server.should_exit = True
        thread.join()

        with pytest.raises(ConnectionClosed) as closed:
            line.recv()
        assert closed.value.rcvd
        assert closed.value.rcvd.code == 1012
    service.client.close()
