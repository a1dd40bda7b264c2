"""Documents asked by their id: sent once and kept, or trusted beforehand."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from server.graphql.transport.persisted import BadManifest, Documents, identity, trusted
from server.graphql.transport.request import GraphqlRequest
from tests.conftest import serving

Served = Any
GRAPHQL = "application/graphql-response+json"
COUNT = "{ organisations { totalCount } }"
DATA = {"organisations": {"totalCount": 3}}


def automatic(text: str) -> dict[str, Any]:
    return {"persistedQuery": {"version": 1, "sha256Hash": sha256(text.encode()).hexdigest()}}


def error(told: Any) -> tuple[int, str, str]:
    (found,) = told.json()["errors"]
    return told.status_code, found["extensions"]["code"], found["message"]


def test_an_automatic_persisted_query_is_sent_once(served: Served) -> None:
    text = "query Once { organisations { totalCount } }"
    short = {"extensions": automatic(text)}

    before = served.client.post("/graphql", json=short)
    sent = served.client.post("/graphql", json={"query": text} | short)
    after = served.client.post("/graphql", json=short)
    got = served.client.get("/graphql", params={"extensions": json.dumps(short["extensions"])})

    # Clients look for these two words.
    assert error(before) == (200, "PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound")
    assert before.headers["cache-control"] == "no-store"
    for told in (sent, after, got):
        assert (told.status_code, told.json()["data"]) == (200, DATA)


def test_a_document_is_asked_by_its_id(served: Served) -> None:
    text = "query ById { organisations { totalCount } }"
    name = identity(text)

    json_told = served.client.post("/graphql", json={"documentId": name})
    graphql = served.client.get(
        "/graphql", params={"documentId": name}, headers={"accept": GRAPHQL}
    )
    sent = served.client.post("/graphql", json={"documentId": name, "query": text})
    got = served.client.get("/graphql", params={"documentId": name})
    again = served.client.get(
        "/graphql", params={"documentId": name}, headers={"if-none-match": got.headers["etag"]}
    )

    unknown = f"No document by the id '{name}' is known here."
    assert error(json_told) == (200, "unknown-document", unknown)
    assert error(graphql) == (404, "unknown-document", unknown)
    assert sent.json()["data"] == got.json()["data"] == DATA
    assert got.headers["cache-control"] == "public, max-age=0, must-revalidate"
    assert again.status_code == 304


@pytest.mark.parametrize(
    "asked",
    [{"documentId": "sha256:" + "0" * 64}, {"extensions": automatic("another")}],
    ids=["documentId", "persistedQuery"],
)
def test_a_text_with_the_id_of_another_is_refused(served: Served, asked: dict[str, Any]) -> None:
    told = served.client.post("/graphql", json={"query": COUNT} | asked)

    status, code, message = error(told)
    assert (status, code) == (400, "document-digest-mismatch")
    assert message.startswith(f"The document's id is '{identity(COUNT)}', not 'sha256:")


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ("x", "'persistedQuery' has no 'sha256Hash' that is a string."),
        ({"version": 1}, "'persistedQuery' has no 'sha256Hash' that is a string."),
        ({"version": 2, "sha256Hash": "0"}, "'persistedQuery' is not of version 1."),
    ],
)
def test_what_is_no_persisted_query_is_a_400(served: Served, told: Any, message: str) -> None:
    response = served.client.post("/graphql", json={"extensions": {"persistedQuery": told}})

    assert error(response) == (400, "bad-query", message)


def test_a_document_that_is_not_valid_is_not_kept(served: Served) -> None:
    text = "{ nothing }"

    sent = served.client.post("/graphql", json={"query": text, "documentId": identity(text)})
    asked = served.client.post("/graphql", json={"documentId": identity(text)})

    assert "errors" in sent.json()
    assert error(asked)[1] == "unknown-document"


def test_the_documents_least_lately_asked_are_given_up() -> None:
    documents = Documents(2 * (256 + 100))
    texts = [letter * 100 for letter in "abc"]
    for text in texts[:2]:
        documents.keep(GraphqlRequest(text, identity(text)))
    documents.resolved(GraphqlRequest(None, identity(texts[0])))

    documents.keep(GraphqlRequest(texts[2], identity(texts[2])))

    kept = [documents.awaits(GraphqlRequest(text, identity(text))) for text in texts]
    assert kept == [False, True, False]
    assert documents.bytes == 2 * (256 + 100)


def test_where_documents_are_trusted_others_are_refused(tiny_release: Path, tmp_path: Path) -> None:
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "count.graphql").write_text(COUNT + "\n", encoding="utf-8")
    other = "{ organisations { nodes { id } } }"

    with serving(tiny_release, trusted_documents=str(tmp_path), workers=1) as service:
        ask = service.client.post
        by_text = ask("/graphql", json={"query": COUNT})
        by_id = ask("/graphql", json={"documentId": identity(COUNT)})
        by_file = ask("/graphql", json={"documentId": identity(COUNT + "\n")})
        by_digest = ask("/graphql", json={"extensions": automatic(COUNT)})
        refused = [
            ask("/graphql", json={"query": other}),
            ask("/graphql", json={"query": other, "extensions": automatic(other)}),
            ask("/graphql", json={"documentId": identity(other)}),
            service.client.get("/graphql", params={"query": other}),
        ]

    for told in (by_text, by_id, by_file, by_digest):
        assert told.json()["data"] == DATA
    message = "Only documents that are trusted beforehand are answered here."
    assert [error(each) for each in refused] == [(403, "untrusted-document", message)] * 4


@pytest.mark.parametrize(
    "manifest",
    [
        {"count": COUNT},
        {
            "format": "apollo-persisted-query-manifest",
            "operations": [{"id": "count", "body": COUNT}],
        },
    ],
)
def test_a_manifest_names_its_documents(tmp_path: Path, manifest: dict[str, Any]) -> None:
    place = tmp_path / "manifest.json"
    place.write_text(json.dumps(manifest), encoding="utf-8")

    assert trusted(place) == {"count": COUNT, identity(COUNT): COUNT}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[]", "it is not a JSON object"),
        ("{", "unexpected end of data"),
        ("{}", "there is none"),
        ('{"a": 1}', "'a' is not the id of a text"),
        ('{"operations": [1]}', "None is not the id of a text"),
    ],
)
def test_a_manifest_that_cannot_be_read_is_told_at_the_start(
    tmp_path: Path, text: str, why: str
) -> None:
    place = tmp_path / "manifest.json"
    place.write_text(text, encoding="utf-8")

    with pytest.raises(BadManifest, match=why) as told:
        trusted(place)
    assert told.value.at == "COTERMINOUS_TRUSTED_DOCUMENTS"
