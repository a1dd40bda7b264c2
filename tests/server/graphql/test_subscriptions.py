"""What is told as it happens: releases, and what they change."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from kg.model.names import RDFS_LABEL
from kg.model.terms import Literal, Statement
from tests.conftest import TINY, Served, body_iri, publish, serving, tiny_statements

Data = dict[str, Any]
PUBLISHED = "subscription { releasePublished { name } }"
CHANGED = """subscription ($ids: [ID!], $first: Int) {
  changed(ids: $ids) {
    release previous totalCount added altered removed
    things(first: $first) { id iri change statements statementsBefore }
  }
}"""


@contextmanager
def connected(service: Served) -> Iterator[ClientConnection]:
    address = f"{service.url}/graphql".replace("http", "ws", 1)
    with connect(address, subprotocols=[Subprotocol("graphql-transport-ws")]) as socket:
        socket.send('{"type": "connection_init"}')
        assert json.loads(socket.recv()) == {"type": "connection_ack"}
        yield socket


def subscribe(
    service: Served, socket: ClientConnection, identity: str, query: str, **variables: Any
) -> None:
    """Returns as soon as the service listens for it."""
    before = service.state.graphql.subscriptions
    payload = {"query": query, "variables": variables}
    socket.send(json.dumps({"type": "subscribe", "id": identity, "payload": payload}))
    until(lambda: service.state.graphql.subscriptions == before + 1)


def until(met: Callable[[], bool]) -> None:
    """Return once it is met; a test that waits for ever is ended by its time-out."""
    while not met():
        time.sleep(0.01)


def told(socket: ClientConnection) -> tuple[str, Data]:
    message = json.loads(socket.recv())
    assert message["type"] == "next", message
    return message["id"], message["payload"]


def renamed() -> list[Statement]:
    """The tiny release, where A1 has another name, B2 is gone and D4 is new."""
    kept = [
        each
        for each in tiny_statements()
        if body_iri("B2") not in (each.subject, each.object)
        and (each.subject, each.predicate) != (body_iri("A1"), RDFS_LABEL)
    ]
    names = {"A1": "NHS Ash CCG", "D4": "NHS Dogwood CCG"}
    return kept + [
        Statement(body_iri(code), RDFS_LABEL, Literal(name), TINY) for code, name in names.items()
    ]


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Served]:
    publish(tmp_path, "one", tiny_statements())
    with serving(tmp_path, workers=1) as service:
        yield service


def thing(code: str, change: str, statements: int, before: int) -> Data:
    counts = {"statements": statements, "statementsBefore": before}
    identity = {"id": f"organisation/{code}/ccg", "iri": str(body_iri(code))}
    return {**identity, "change": change, **counts}


ALL = [
    thing("A1", "ALTERED", 4, 4),
    thing("B2", "REMOVED", 0, 4),
    thing("D4", "ADDED", 1, 0),
]


def test_a_release_is_told_to_all_who_wait_for_one(tmp_path: Path, service: Served) -> None:
    fragment = (
        "subscription S { ...F } fragment F on Subscription { now: releasePublished { name } }"
    )
    with connected(service) as socket:
        subscribe(service, socket, "a", PUBLISHED)
        subscribe(service, socket, "b", fragment)

        publish(tmp_path, "two", renamed())

        data = {
            "a": {"releasePublished": {"name": "two"}},
            "b": {"now": {"name": "two"}},
        }
        first, second = dict([told(socket)]), dict([told(socket)])
        assert {key: each["data"] for key, each in (first | second).items()} == data
        publish(tmp_path, "three", tiny_statements())
        assert {told(socket)[1]["data"].popitem()[1]["name"] for _ in range(2)} == {"three"}


def test_what_differs_is_told_thing_by_thing(tmp_path: Path, service: Served) -> None:
    with connected(service) as socket:
        subscribe(service, socket, "all", CHANGED)

        publish(tmp_path, "two", renamed())

        changed = {"release": "two", "previous": "one", "totalCount": 3}
        counts = {"added": 1, "altered": 1, "removed": 1}
        assert told(socket) == (
            "all",
            {
                "data": {"changed": changed | counts | {"things": ALL}},
                "extensions": {"release": "two"},
            },
        )


def test_only_the_things_that_are_watched_are_told(tmp_path: Path, service: Served) -> None:
    with connected(service) as socket:
        same = ["organisation/C3/ccg"]
        watched = ["organisation/A1/ccg", "organisation/C3/ccg", str(body_iri("D4"))]
        subscribe(service, socket, "same", CHANGED, ids=same)
        subscribe(service, socket, "none", CHANGED, ids=[])
        subscribe(service, socket, "some", CHANGED, ids=watched)
        subscribe(service, socket, "first", CHANGED, first=1)

        publish(tmp_path, "two", renamed())

        found = {
            key: each["data"]["changed"]["things"] for key, each in (told(socket), told(socket))
        }
        assert found == {"some": [ALL[0], ALL[2]], "first": ALL[:1]}
        publish(tmp_path, "three", [each for each in renamed() if each.subject != body_iri("C3")])
        later = dict([told(socket), told(socket), told(socket)])
        assert set(later) == {"same", "some", "first"}
        assert later["same"]["data"]["changed"]["things"] == [thing("C3", "REMOVED", 0, 3)]


def test_a_release_that_is_retired_at_once_is_still_compared(
    tmp_path: Path, service: Served
) -> None:
    with connected(service) as socket:
        subscribe(service, socket, "a", CHANGED)

        publish(tmp_path, "two", renamed(), keep=1)

        assert told(socket)[1]["data"]["changed"]["totalCount"] == 3


def test_the_first_release_is_told_as_well(tmp_path: Path) -> None:
    with serving(tmp_path, workers=1) as service, connected(service) as socket:
        payload = json.dumps({"type": "subscribe", "id": "a", "payload": {"query": PUBLISHED}})
        socket.send(payload)
        message = json.loads(socket.recv())

        # There is no schema yet to tell whether it may be asked.
        assert (message["type"], message["payload"][0]["extensions"]["code"]) == (
            "error",
            "no-release",
        )


def test_an_event_stream_tells_the_same(tmp_path: Path, service: Served) -> None:
    asked = {"query": PUBLISHED}
    headers = {"accept": "text/event-stream"}
    with service.client.stream("POST", "/graphql", json=asked, headers=headers) as stream:
        lines = stream.iter_lines()
        assert next(lines) == ":"
        until(lambda: service.state.graphql.subscriptions == 1)

        publish(tmp_path, "two", renamed())

        event = [next(lines) for _ in range(3)][1:]
        assert event[0] == "event: next"
        assert json.loads(event[1].removeprefix("data: ")) == {
            "data": {"releasePublished": {"name": "two"}},
            "extensions": {"release": "two"},
        }
    until(lambda: service.state.graphql.subscriptions == service.state.graphql.streams == 0)


@pytest.mark.parametrize(
    ("query", "variables", "message"),
    [
        (
            "subscription { releasePublished { x } }",
            {},
            "Cannot query field 'x' on type 'Release'.",
        ),
        (
            "subscription { releasePublished { name } changed { release } }",
            {},
            "Anonymous Subscription must select only one top level field.",
        ),
        (CHANGED, {"ids": [1, None]}, "Variable '$ids' got invalid value None at 'ids[1]'"),
        (CHANGED, {"ids": ["/x"]}, "'/x' is not an id."),
        (CHANGED, {"ids": ["x"] * 1001}, "`ids` has 1001 things; at most 1000 are watched."),
        (
            "subscription { releasePublished @skip(if: true) { name } }",
            {},
            "The subscription asks for nothing.",
        ),
        ("mutation { __typename }", {}, "A mutation is sent by POST, with a token that may write."),
    ],
)
def test_a_subscription_that_cannot_begin_is_an_error(
    served: Served, query: str, variables: Data, message: str
) -> None:
    with connected(served) as socket:
        payload = {"query": query, "variables": variables}
        socket.send(json.dumps({"type": "subscribe", "id": "a", "payload": payload}))

        answer = json.loads(socket.recv())
        assert (answer["type"], answer["id"]) == ("error", "a")
        assert answer["payload"][0]["message"].startswith(message)


def test_one_response_cannot_answer_a_subscription(served: Served) -> None:
    asked = {"query": PUBLISHED}

    told = served.client.post("/graphql", json=asked)

    (error,) = told.json()["errors"]
    assert (told.status_code, "data" in told.json()) == (200, False)
    assert error["message"] == (
        "A subscription is answered again and again, which one response cannot be."
    )
    assert error["extensions"]["hint"] == (
        "Accept text/event-stream, or connect by WebSocket (graphql-transport-ws)."
    )
