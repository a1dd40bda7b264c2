"""How a document gets on is told as it happens, to who sends a token."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from kg.documents.record.shelf import FOLDER
from kg.documents.review.desk import Desk
from tests.conftest import Served
from tests.server.documents.conftest import TOKEN, Call

PROGRESS = """subscription ($document: ID) {
  documentProgress(document: $document) { document title stage isCommitted progress { done } }
}"""
BEARER = {"authorization": f"Bearer {TOKEN}"}
TITLE = "Two groups to share a chief"


@contextmanager
def subscribed(
    service: Served, document: str | None, payload: dict[str, str] = BEARER
) -> Iterator[ClientConnection]:
    address = f"{service.url}/graphql".replace("http", "ws", 1)
    with connect(address, subprotocols=[Subprotocol("graphql-transport-ws")]) as socket:
        socket.send(json.dumps({"type": "connection_init", "payload": payload}))
        assert json.loads(socket.recv()) == {"type": "connection_ack"}
        asked = {"query": PROGRESS, "variables": {"document": document}}
        socket.send(json.dumps({"type": "subscribe", "id": "1", "payload": asked}))
        yield socket


def step(socket: ClientConnection, document: str) -> tuple[str, bool, int | None]:
    """Its next step: the stage, whether the release has a graph of it, and how many are decided."""
    while (told := progress(socket))["document"] != document:
        pass
    done = told["progress"]["done"] if told["progress"] else None
    return told["stage"], told["isCommitted"], done


def progress(socket: ClientConnection) -> dict[str, Any]:
    """What is told next, of whichever document."""
    told: dict[str, Any] = json.loads(socket.recv())["payload"]["data"]["documentProgress"]
    return told


def test_a_document_is_told_of_from_when_it_is_added_until_it_is_gone(
    service: Served, call: Call, text: str
) -> None:
    other = call("POST", "/documents", json={"text": "NHS Slough CCG has met."})
    assert other.status_code == 201
    address = call("POST", "/documents", json={"text": text}).headers["location"]
    document = address.rpartition("/")[2]
    assert call("DELETE", address).status_code == 204

    with subscribed(service, None) as socket:
        progress(socket)  # of another: the shelf is looked at by now
        call("POST", "/documents", json={"text": text})
        assert [step(socket, document), step(socket, document)] == [
            ("ADDED", False, 0),
            ("READ", False, 0),
        ]

        # Not by way of the service, as `coterminous decide` does it.
        desk = Desk(service.state.readers.catalogue.folder / FOLDER)
        items = [each.id for each in desk.open(document).items]
        desk.decide(document, items[0], "accept", reviewer="ann")
        stage, is_committed, done = step(socket, document)
        assert (stage, is_committed, bool(done)) == ("DECIDED", False, True)
        for each in items[1:]:
            call("POST", f"{address}/decisions", json={"candidate": each, "verdict": "accept"})
        while done != len(items):
            stage, is_committed, done = step(socket, document)
            assert (stage, is_committed) == ("DECIDED", False)

        call("POST", f"{address}/commit")
        assert step(socket, document) == ("COMMITTED", True, len(items))
        call("POST", f"{address}/withdraw")
        assert step(socket, document) == ("WITHDRAWN", False, len(items))
        call("DELETE", address)
        assert step(socket, document) == ("REMOVED", False, None)


def test_who_begins_to_listen_is_told_how_each_document_is(service: Served, document: str) -> None:
    asked = {"query": PROGRESS, "variables": {"document": document}}
    headers = BEARER | {"accept": "text/event-stream"}
    with service.client.stream("POST", "/graphql", json=asked, headers=headers) as events:
        data = next(each for each in events.iter_lines() if each.startswith("data: "))

    told = json.loads(data.removeprefix("data: "))["data"]["documentProgress"]
    known = {"stage": "READ", "isCommitted": False, "progress": {"done": 0}}
    assert told == {"document": document, "title": TITLE, **known}


def test_nothing_is_told_without_a_token(service: Served, document: str) -> None:
    for payload in ({}, {"authorization": "Bearer another"}):
        with subscribed(service, document, payload) as socket:
            message = json.loads(socket.recv())
        assert (message["type"], message["payload"][0]["extensions"]["code"]) == (
            "error", "unauthorized",
        )  # fmt: skip
