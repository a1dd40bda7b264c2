"""A document for programs: added, read, decided on, committed, taken out again."""

from __future__ import annotations

from hashlib import sha256

import pytest

from tests.conftest import Served
from tests.server.documents.conftest import TEXT, Call


def test_a_document_is_told_with_its_text_and_added_once(call: Call, text: str) -> None:
    first = call("POST", "/documents", json={"text": text, "publisher": "A paper"})
    again = call("POST", "/documents", json={"text": text})
    digest = sha256(text.encode()).hexdigest()

    assert (first.status_code, again.status_code) == (201, 200)
    assert first.headers["location"] == f"/documents/{digest[:12]}"
    assert {**first.json(), "near": []} == {
        "id": digest[:12],
        "title": "Two groups to share a chief",
        "publisher": "A paper",
        "issued": "2018-07-03",
        "media": "text/plain",
        "digest": digest,
        "sourceDigest": digest,
        "length": len(text),
        "isNew": True,
        "near": [],
    }
    assert again.json()["isNew"] is False
    told = call("GET", f"/documents/{digest[:12]}").json()
    assert told["text"] == text
    assert told["bases"]["publisher"] == "givenByUser"
    listed = call("GET", "/documents").json()["documents"]
    assert [each["id"] for each in listed].count(digest[:12]) == 1


def test_a_file_is_added_by_form_and_by_itself(call: Call, text: str) -> None:
    form = call("POST", "/documents", files={"file": ("a.txt", text.encode())})
    whole = call(
        "POST", "/documents?title=Another+title", content=text.encode(),
        headers={"Content-Type": "text/plain"},
    )  # fmt: skip

    assert form.status_code == 201
    assert form.json()["length"] == len(text)
    assert (whole.status_code, whole.json()["id"]) == (200, form.json()["id"])


def test_one_that_has_most_words_of_another_names_it(call: Call, document: str, text: str) -> None:
    near = call("POST", "/documents", json={"text": text + "One sentence more.\n"}).json()["near"]

    assert document in near


def test_what_cannot_be_taken_is_refused_with_what_to_do(call: Call) -> None:
    empty = call("POST", "/documents", json={"text": ""})
    zeros = call("POST", "/documents", content=bytes(99), headers={"Content-Type": "text/plain"})
    no_day = call("POST", "/documents", json={"text": TEXT, "issued": "soon"})

    assert (empty.status_code, empty.json()["code"]) == (400, "bad-parameter")
    assert empty.json()["hint"] == "Choose a file, or paste its text."
    assert (zeros.status_code, zeros.json()["code"]) == (422, "invalid-input")
    assert zeros.headers["content-type"] == "application/problem+json"
    assert (no_day.status_code, no_day.json()["at"]) == (400, "date")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/documents"), ("POST", "/documents"), ("GET", "/documents/x"),
        ("DELETE", "/documents/x"), ("GET", "/documents/x/candidates"),
        ("POST", "/documents/x/decisions"), ("GET", "/documents/x/commit"),
        ("POST", "/documents/x/commit"), ("POST", "/documents/x/withdraw"),
        ("POST", "/documents/x/remove"), ("GET", "/documents/x/review"),
    ],
)  # fmt: skip
def test_nothing_is_told_or_done_without_the_token(service: Served, method: str, path: str) -> None:
    answer = service.client.request(method, path, headers={"Accept": "application/json"})

    assert (answer.status_code, answer.json()["code"]) == (401, "unauthorized")
    assert answer.headers["cache-control"] == "no-store"


def test_the_answers_are_kept_nowhere(call: Call, document: str) -> None:
    for path in ("/documents", f"/documents/{document}", f"/documents/{document}/candidates"):
        answer = call("GET", path)
        assert answer.headers["cache-control"] == "no-store, private"
        assert "etag" not in answer.headers


def test_decisions_are_kept_with_who_made_them_and_may_be_taken_back(
    call: Call, document: str
) -> None:
    place = f"/documents/{document}/decisions"
    first, second = call("GET", f"/documents/{document}/candidates").json()["candidates"][:2]

    accepted = call("POST", place, json={"candidate": first["id"], "verdict": "accept"})
    refused = call("POST", place, json={
        "candidate": second["id"], "verdict": "reject", "reason": "wrong", "reviewer": "Grace",
    })  # fmt: skip
    other = call("POST", place, json={
        "candidate": first["id"], "verdict": "unsure", "reviewer": "Grace",
    })  # fmt: skip

    assert accepted.json()["candidate"]["by"] == "operator"
    assert accepted.json()["next"] == second["id"]
    assert (refused.json()["candidate"]["verdict"], refused.json()["candidate"]["reason"]) == (
        "reject", "wrong",
    )  # fmt: skip
    assert other.json()["candidate"]["disagreement"] == [
        {"reviewer": "operator", "verdict": "accept"},
        {"reviewer": "Grace", "verdict": "unsure"},
    ]
    undone = call("POST", place, json={"verdict": "undo", "reviewer": "Grace"}).json()
    assert undone["candidate"]["verdict"] == "accept"
    assert undone["progress"]["done"] == 2


def test_an_undo_that_is_sent_twice_is_done_once(call: Call, document: str) -> None:
    place = f"/documents/{document}/decisions"
    names = [each["id"] for each in call("GET", f"/documents/{document}/candidates").json()[
        "candidates"
    ][:2]]  # fmt: skip
    for name in names:
        call("POST", place, json={"candidate": name, "verdict": "accept"})

    for _ in range(2):
        told = call("POST", place, json={"verdict": "undo", "sequence": 2}).json()

    assert told["progress"]["done"] == 1


def test_what_was_missed_is_added_by_its_place(call: Call, document: str) -> None:
    start = TEXT.index("12 staff")
    told = call("POST", f"/documents/{document}/decisions", json={
        "verdict": "missed", "type": "Figure", "start": start, "end": start + 8,
        "value": {"low": 12.0, "high": 12.0, "unit": "staff"},
    }).json()["candidate"]  # fmt: skip

    assert told["evidence"] == [
        {"start": start, "end": start + 8, "exact": "12 staff", "role": "fact"}
    ]
    assert told["verdict"] == "accept"
    assert (told["value"]["low"], told["value"]["unit"]) == (12.0, "staff")


@pytest.mark.parametrize(
    ("sent", "code", "at"),
    [
        ({"verdict": "maybe"}, "bad-parameter", "verdict"),
        ({"verdict": "accept", "candidate": "c-0"}, "unknown-thing", ""),
        ({"verdict": "missed", "type": "Figure", "start": 5, "end": 2}, "bad-parameter", "start"),
        ({"verdict": "missed", "type": "Figure", "start": -1, "end": 2}, "bad-parameter", "start"),
        ({"verdict": "missed", "type": "Ship", "start": 1, "end": 2}, "bad-parameter", "type"),
        ({"verdict": 7}, "bad-parameter", "verdict"),
        ([1], "bad-parameter", "body"),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(
    call: Call, document: str, sent: object, code: str, at: str
) -> None:
    answer = call("POST", f"/documents/{document}/decisions", json=sent)

    assert answer.json()["code"] == code
    assert answer.json().get("at", "") == at
    assert call("GET", f"/documents/{document}").json()["progress"]["done"] == 0


def test_what_is_accepted_is_served_with_its_evidence_until_it_is_withdrawn(
    call: Call, service: Served, document: str, text: str
) -> None:
    for each in call("GET", f"/documents/{document}/candidates").json()["candidates"]:
        call("POST", f"/documents/{document}/decisions", json={
            "candidate": each["id"], "verdict": "accept",
        })  # fmt: skip
    before = call("GET", f"/documents/{document}/commit").json()
    asked = (
        "PREFIX cot: <https://w3id.org/coterminous/def#> SELECT ?from ?to WHERE "
        f"{{ GRAPH <{before['graph']}> {{ ?claim a cot:Claim ; cot:evidence ?span . "
        "?span cot:startOffset ?from ; cot:endOffset ?to } }"
    )

    done = call("POST", f"/documents/{document}/commit", json={}).json()
    found = service.client.get("/sparql", params={"query": asked}).json()["results"]["bindings"]
    gone = call("POST", f"/documents/{document}/withdraw", json={}).json()
    after = service.client.get("/sparql", params={"query": asked}).json()["results"]["bindings"]

    assert before["violations"] == []
    assert before["added"] > 50
    assert done["added"] == before["added"]
    assert "We work as one already," in [
        text[int(each["from"]["value"]) : int(each["to"]["value"])] for each in found
    ]
    assert gone["sequence"] > done["sequence"]
    assert gone["removed"] == done["added"]
    assert after == []


def test_a_removed_document_takes_its_graph_along(
    call: Call, service: Served, document: str
) -> None:
    first = call("GET", f"/documents/{document}/candidates").json()["candidates"][0]
    decision = {"candidate": first["id"], "verdict": "accept"}
    call("POST", f"/documents/{document}/decisions", json=decision)
    graph = call("POST", f"/documents/{document}/commit", json={}).json()["graph"]

    removed = call("DELETE", f"/documents/{document}")

    assert removed.status_code == 204
    assert call("GET", f"/documents/{document}").status_code == 404
    asked = f"ASK {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
    assert service.client.get("/sparql", params={"query": asked}).json()["boolean"] is False


def test_pages_of_other_sites_decide_nothing(call: Call, document: str) -> None:
    answer = call(
        "POST", f"/documents/{document}/commit", json={}, headers={"Origin": "https://example.org"}
    )

    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
