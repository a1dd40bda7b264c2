"""Whatever is sent is answered in the one shape, and never by a failure of ours."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect
from websockets.typing import Subprotocol

Served = Any
ALIVE = "{ __typename }"
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=20,
)
PARTS = ("query", "documentId", "operationName", "variables", "extensions", "onError")
DOCUMENTS = st.sampled_from(["{ __typename }", "{", "query A { a }", "subscription { a }", "\x00"])
REQUESTS = st.dictionaries(st.sampled_from(PARTS), JSON_VALUES | DOCUMENTS)
PERSISTED = st.fixed_dictionaries({"persistedQuery": JSON_VALUES})
EXAMPLES = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def check_shape(told: Any) -> None:
    assert told.status_code == 200 or 400 <= told.status_code < 500, told.text
    answer = told.json()
    assert "data" in answer or answer["errors"]
    for each in answer.get("errors", []):
        assert each["message"]
        assert each["extensions"]["code"] != "internal", each


@EXAMPLES
@given(st.binary(max_size=200))
def test_bytes_are_refused_or_answered(served: Served, body: bytes) -> None:
    headers = {"content-type": "application/json"}

    check_shape(served.client.post("/graphql", content=body, headers=headers))


@EXAMPLES
@given(JSON_VALUES | REQUESTS | st.builds(lambda each: {"extensions": each}, PERSISTED))
def test_json_is_refused_or_answered(served: Served, body: Any) -> None:
    content = json.dumps(body).encode()
    headers = {"content-type": "application/json"}

    check_shape(served.client.post("/graphql", content=content, headers=headers))


@EXAMPLES
@given(st.dictionaries(st.sampled_from((*PARTS, "release")), st.text(max_size=20), min_size=1))
def test_addresses_are_refused_or_answered(served: Served, params: dict[str, str]) -> None:
    check_shape(served.client.get("/graphql", params=params))


@settings(EXAMPLES, max_examples=60)
@given(st.text(max_size=50) | JSON_VALUES.map(json.dumps) | REQUESTS.map(json.dumps))
def test_messages_close_the_connection_by_the_protocol(served: Served, message: str) -> None:
    address = f"{served.url}/graphql".replace("http", "ws", 1)
    with connect(address, subprotocols=[Subprotocol("graphql-transport-ws")]) as line:
        line.send('{"type": "connection_init"}')
        line.recv()

        line.send(message)

        with pytest.raises(ConnectionClosed) as closed:
            line.recv()
    assert closed.value.rcvd
    assert closed.value.rcvd.code == 4400
    assert closed.value.rcvd.reason.startswith("Invalid message received: ")


def test_it_lives_on(served: Served) -> None:
    told = served.client.post("/graphql", json={"query": ALIVE})

    assert told.json()["data"] == {"__typename": "Query"}
