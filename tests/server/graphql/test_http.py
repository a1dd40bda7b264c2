"""GraphQL over HTTP: the ways in, the media types, the statuses."""

import json
from pathlib import Path
from typing import Any

import pytest
from graphql import build_client_schema, get_introspection_query, validate_schema

from kg.release.catalogue import Catalogue
from kg.release.opened import OpenRelease
from server.graphql.answer import ELSEWHERE, answer
from server.readers.protocol import Reply, Request

Served = Any
NAMES = "{ organisations { nodes { label } } }"
ANSWER = {
    "data": {
        "organisations": {
            "nodes": [
                {"label": "NHS Alder CCG"},
                {"label": "NHS Birch CCG"},
                {"label": "NHS Cedar CCG"},
            ]
        }
    },
    "extensions": {"release": "tiny"},
}
GRAPHQL = "application/graphql-response+json"


def test_it_is_asked_by_get_and_by_post(served: Served) -> None:
    got = served.client.get("/graphql", params={"query": NAMES})
    posted = served.client.post("/graphql", json={"query": NAMES})

    assert (got.status_code, got.json()) == (200, ANSWER)
    assert (posted.status_code, posted.json()) == (200, ANSWER)
    assert got.headers["x-release"] == "tiny"
    assert got.headers["content-type"] == "application/json; charset=utf-8"


def test_variables_and_the_operation_come_along(served: Served) -> None:
    document = "query A($c: String) { organisation(odsCode: $c) { id } } query B { __typename }"
    asked = {"query": document, "operationName": "A", "variables": {"c": "C3"}}

    posted = served.client.post("/graphql", json=asked)
    got = served.client.get("/graphql", params={**asked, "variables": json.dumps({"c": "C3"})})

    assert posted.json()["data"] == {"organisation": {"id": "organisation/C3/ccg"}}
    assert got.json() == posted.json()


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("*/*", "application/json"),
        ("application/json", "application/json"),
        (GRAPHQL, GRAPHQL),
        (f"{GRAPHQL}, application/json;q=0.9", GRAPHQL),
    ],
)
def test_the_media_type_is_the_one_that_was_asked_for(
    served: Served, accept: str, media: str
) -> None:
    told = served.client.post("/graphql", json={"query": NAMES}, headers={"accept": accept})

    assert told.headers["content-type"] == f"{media}; charset=utf-8"
    assert told.json() == ANSWER


def test_the_status_tells_only_in_the_new_media_type_that_nothing_was_begun(
    served: Served,
) -> None:
    def status(query: str, accept: str) -> tuple[int, bool]:
        told = served.client.post("/graphql", json={"query": query}, headers={"accept": accept})
        return told.status_code, "data" in told.json()

    assert status("{ nothing }", "application/json") == (200, False)
    assert status("{ nothing }", GRAPHQL) == (400, False)
    assert status("{", GRAPHQL) == (400, False)
    assert status('{ organisation(name: "x") { id } }', GRAPHQL) == (200, True)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"", "The body is not JSON: "),
        (b"\xff\xfe", "The body is not JSON: "),
        (b"null", "The body is not a JSON object."),
        (b"[]", "The body is not a JSON object."),
        (b"{}", "There is no 'query'."),
        (b'{"query": 1}', "'query' is not a string."),
        (b'{"query": "{ __typename }", "variables": []}', "'variables' is not an object."),
        (b'{"query": "{ __typename }", "operationName": {}}', "'operationName' is not a string."),
    ],
)
def test_a_request_that_is_none_is_a_400(served: Served, body: bytes, message: str) -> None:
    told = served.client.post(
        "/graphql", content=body, headers={"content-type": "application/json"}
    )

    assert told.status_code == 400
    (error,) = told.json()["errors"]
    assert error["message"].startswith(message)
    assert error["extensions"]["code"] == "bad-query"


def test_other_bodies_and_other_answers_are_not_known(served: Served) -> None:
    form = served.client.post("/graphql", data={"query": NAMES})
    image = served.client.post("/graphql", json={"query": NAMES}, headers={"accept": "image/png"})

    assert (form.status_code, form.json()["errors"][0]["extensions"]["code"]) == (
        415,
        "unsupported-media-type",
    )
    assert (image.status_code, image.json()["errors"][0]["extensions"]["code"]) == (
        406,
        "not-acceptable",
    )


def test_a_browser_is_sent_to_the_editor_with_its_query(served: Served) -> None:
    told = served.client.get("/graphql", params={"query": "{a}"}, headers={"accept": "text/html"})

    assert told.status_code == 303
    assert told.headers["location"] == "/query/graphql?query=%7Ba%7D"


def test_a_release_may_be_named_in_the_address_or_in_the_document(served: Served) -> None:
    asked = '{ organisations(release: "%s") { totalCount } }'

    here = served.client.post("/graphql", json={"query": asked % "tiny"})
    gone = served.client.post("/graphql", json={"query": asked % "huge"})
    address = served.client.get("/graphql", params={"query": NAMES, "release": "huge"})

    assert here.json()["data"] == {"organisations": {"totalCount": 3}}
    for told in (gone, address):
        assert told.status_code == 404
        assert told.json()["errors"][0]["message"] == "No release is named 'huge'."


def test_introspection_gives_the_whole_schema(served: Served) -> None:
    told = served.client.post("/graphql", json={"query": get_introspection_query()})

    schema = build_client_schema(told.json()["data"])
    assert validate_schema(schema) == []
    assert schema.type_map["Organisation"].description is not None


def test_explain_tells_the_queries(served: Served) -> None:
    told = served.client.post("/graphql", json={"query": NAMES, "extensions": {"explain": True}})

    kg = told.json()["extensions"]["kg"]
    assert kg["queries"] == 1
    assert [(each["at"], each["rows"]) for each in kg["asked"]] == [("organisations", 3)]
    assert kg["asked"][0]["sparql"].startswith("SELECT ?n ?k0 ?c0 WHERE {")


@pytest.mark.parametrize(
    ("asked", "status"), [("tiny", 200), ("older", 421)], ids=["this", "another"]
)
def test_a_reader_says_which_release_it_should_have_been(
    tiny_release: Path, asked: str, status: int
) -> None:
    # A reader holds one release; the front asks another reader when it is told to.
    query = f'{{ organisations(release: "{asked}") {{ totalCount }} }}'
    request, reply = Request("x", body=json.dumps({"query": query}).encode()), Reply()

    answer(OpenRelease(Catalogue(tiny_release).current()), request, reply)

    assert reply.status == status
    assert reply.headers.get(ELSEWHERE) == (asked if status == 421 else None)
