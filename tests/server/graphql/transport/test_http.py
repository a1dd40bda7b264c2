"""GraphQL over HTTP: the ways in, the media types, the statuses."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from graphql import build_client_schema, get_introspection_query, validate_schema

from kg.release.catalogue import Catalogue
from kg.release.opened import OpenRelease
from server.graphql.answer import answer
from server.graphql.protocol import ELSEWHERE
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
        (f"{GRAPHQL}; charset=utf-8, application/json; charset=utf-8", GRAPHQL),
        (f"application/json, {GRAPHQL};q=0.9", "application/json"),
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
        (b'"{ __typename }"', "The body is not a JSON object."),
        (b"[]", "The body is a JSON array; operations are not answered in batches."),
        (b'[{"query": "{ __typename }"}]', "The body is a JSON array; operations are not "),
        (b'{"query": "\\ud800"}', "The body is not JSON: "),
        (b"[" * 100_000, "The body is not JSON: "),
        (b'\xef\xbb\xbf{"query": "{ __typename }"}', "The body is not JSON: "),
        (b'{"query": "{ __typename }", "onError": "BOTH"}', "'onError' is 'BOTH'."),
        (b'{"query": "{ __typename }", "extensions": "x"}', "'extensions' is not an object."),
        (
            b'{"query": "{ __typename }", "variables": {"a": ' + b"[" * 300 + b"]" * 300 + b"}}",
            "The variables are nested too deeply.",
        ),
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


@pytest.mark.parametrize(
    "kind",
    [
        "",
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=utf-16",
        "application/jsonp",
    ],
)
def test_what_a_foreign_page_could_post_is_not_read(served: Served, kind: str) -> None:
    # Pages of other sites may send these without asking; JSON they may not.
    body = json.dumps({"query": NAMES}).encode()

    told = served.client.post("/graphql", content=body, headers={"content-type": kind})

    assert told.status_code == 415
    assert told.json()["errors"][0]["extensions"]["hint"] == "Send application/json in UTF-8."


def test_a_body_that_is_large_or_compressed_is_not_read(served: Served) -> None:
    json_type = {"content-type": "application/json"}

    large = served.client.post("/graphql", content=b" " * 2**21, headers=json_type)
    bomb = gzip.compress(b" " * 2**28)
    packed = served.client.post(
        "/graphql", content=bomb, headers=json_type | {"content-encoding": "gzip"}
    )

    told = [(each.status_code, each.json()["errors"][0]["extensions"]) for each in (large, packed)]
    assert told == [
        (413, {"code": "body-too-large", "hint": "Send less at a time."}),
        (415, {"code": "unsupported-media-type", "hint": "Send it uncompressed."}),
    ]


@pytest.mark.parametrize("media", ["application/json", GRAPHQL])
def test_a_mutation_is_not_executed_by_get(served: Served, media: str) -> None:
    told = served.client.get(
        "/graphql", params={"query": "mutation { __typename }"}, headers={"accept": media}
    )

    assert (told.status_code, told.headers["allow"]) == (405, "POST")
    assert (
        told.json()["errors"][0]["message"]
        == "A mutation is sent by POST, with a token that may write."
    )


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("query={a}&query={b}", "The parameter 'query' is given more than once."),
        ("query={a}&variables={", "The parameter 'variables' is not JSON: "),
        ("query={a}&variables=[]", "'variables' is not an object."),
        ("operationName=A", "There is no 'query'."),
        ("query=", "There is no 'query'."),
    ],
)
def test_an_address_that_asks_nothing_is_a_400(served: Served, address: str, message: str) -> None:
    told = served.client.get(f"/graphql?{address}")

    assert told.status_code == 400
    assert told.json()["errors"][0]["message"].startswith(message)


def test_parameters_that_are_empty_were_not_given(served: Served) -> None:
    asked = {"query": NAMES, "operationName": "", "variables": "", "extensions": ""}

    assert served.client.get("/graphql", params=asked).json() == ANSWER


def test_any_page_may_read_and_is_given_no_credentials(served: Served) -> None:
    origin = {"origin": "https://a.example"}

    preflight = served.client.options(
        "/graphql",
        headers=origin
        | {
            "access-control-request-method": "POST",
            "access-control-request-headers": "content-type",
        },
    )
    told = served.client.post("/graphql", json={"query": NAMES}, headers=origin)

    assert preflight.status_code == 204
    assert "Content-Type" in preflight.headers["access-control-allow-headers"]
    assert preflight.headers["access-control-allow-methods"] == (
        "GET, HEAD, POST, PUT, DELETE, OPTIONS"
    )
    assert told.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in told.headers
    for name in ("ETag", "X-Release", "X-Request-Id"):
        assert name in told.headers["access-control-expose-headers"]
        assert name in told.headers


def test_other_methods_are_not_known(served: Served) -> None:
    told = served.client.patch("/graphql", json={"query": NAMES})

    assert told.status_code == 405
    assert set(told.headers["allow"].split(", ")) == {"GET", "HEAD", "POST", "PUT", "DELETE"}


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
    assert kg["asked"][0]["sparql"].startswith("SELECT ?n ")


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
