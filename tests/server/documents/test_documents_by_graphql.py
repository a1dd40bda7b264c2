"""The same by mutations of GraphQL, for who sends the token."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import Served
from tests.server.documents.conftest import Call

_ADD = "mutation($text: String!) { addDocument(text: $text) { isNew review { id next { id } } } }"
_DECIDE = """mutation($document: ID!, $candidate: ID!, $verdict: CandidateVerdict!) {
  decide(document: $document, candidate: $candidate, verdict: $verdict, reviewer: "Ada") {
    progress { done accepted } next { id } candidates(first: 1) { id verdict by places { exact } }
  } }"""


def asked(call: Call, query: str, **variables: object) -> dict[str, Any]:
    """What GraphQL answers to who has the token."""
    answer = call("POST", "/graphql", json={"query": query, "variables": variables})
    told: dict[str, Any] = answer.json()
    return told


def test_a_document_goes_its_way_by_mutations(call: Call, service: Served, text: str) -> None:
    added = asked(call, _ADD, text=text)["data"]["addDocument"]
    document, following = added["review"]["id"], added["review"]["next"]
    first = following["id"]
    while following:
        told = asked(
            call, _DECIDE, document=document, candidate=following["id"], verdict="accept"
        )["data"]["decide"]  # fmt: skip
        following = told["next"]
    assert added["isNew"] is True
    assert told["progress"]["accepted"] == told["progress"]["done"]
    assert told["candidates"] == [
        {"id": first, "verdict": "accept", "by": "Ada", "places": told["candidates"][0]["places"]}
    ]

    committed = asked(
        call,
        "mutation($id: ID!) { commitDocument(document: $id) { graph release added removed } }",
        id=document,
    )["data"]["commitDocument"]
    found = service.client.get(
        "/sparql", params={"query": f"ASK {{ GRAPH <{committed['graph']}> {{ ?s ?p ?o }} }}"}
    ).json()
    assert (found["boolean"], committed["added"] > 50, committed["removed"]) == (True, True, 0)

    gone = asked(
        call, "mutation($id: ID!) { withdrawDocument(document: $id) { added removed } }",
        id=document,
    )["data"]["withdrawDocument"]  # fmt: skip
    assert gone == {"added": 0, "removed": committed["added"]}


def test_what_was_missed_is_added_and_a_decision_undone(call: Call, document: str) -> None:
    missed = asked(
        call,
        """mutation($id: ID!) { addMissed(document: $id, start: 0, end: 3, type: "Figure",
             value: "{\\"low\\": 2}") { progress { done } } }""",
        id=document,
    )["data"]["addMissed"]
    undone = asked(
        call, "mutation($id: ID!) { undoDecision(document: $id) { progress { done } } }",
        id=document,
    )["data"]["undoDecision"]  # fmt: skip

    assert (missed["progress"]["done"], undone["progress"]["done"]) == (1, 0)


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer no"}])
def test_nothing_is_changed_without_the_token(
    service: Served, headers: dict[str, str], text: str
) -> None:
    sent = {"query": _ADD, "variables": {"text": text}}
    told = service.client.post("/graphql", json=sent, headers=headers).json()

    assert "data" not in told
    assert told["errors"][0]["message"] == (
        "A mutation is sent by POST, with a token that may write."
    )


def test_faults_are_told_at_their_field(call: Call, document: str) -> None:
    unknown = asked(call, _DECIDE, document=document, candidate="c-0", verdict="accept")
    together = asked(
        call,
        "mutation($id: ID!) { commitDocument(document: $id) { added } "
        "undoDecision(document: $id) { id } }",
        id=document,
    )

    assert unknown["data"] is None
    error = unknown["errors"][0]
    assert (error["path"], error["extensions"]["code"]) == (["decide"], "unknown-thing")
    assert together["errors"][0]["message"] == "What writes the graph is to be the only field."


_REVIEW = """query($id: ID!) { review(document: $id) { id progress { total open }
  candidates { type sentence suggestions verdict } } reviews { id } }"""


def test_reviews_are_told_to_who_has_the_token(call: Call, document: str) -> None:
    told = asked(call, _REVIEW, id=document)["data"]

    candidates = told["review"]["candidates"]
    assert told["review"]["id"] == document
    assert told["review"]["progress"] == {"total": len(candidates), "open": len(candidates)}
    assert candidates[0] == {
        "type": "Organisation", "sentence": "NHS Slough CCG", "suggestions": [], "verdict": "open",
    }  # fmt: skip
    assert {"id": document} in told["reviews"]


def test_reviews_are_told_to_nobody_else_and_alone(
    call: Call, service: Served, document: str
) -> None:
    sent = {"query": _REVIEW, "variables": {"id": document}}
    without = service.client.post("/graphql", json=sent).json()
    mixed = asked(call, "{ reviews { id } release { name } }")
    unknown = asked(call, _REVIEW, id="none")

    message = "is told by POST, to who sends a token that may write."
    assert "data" not in without
    assert without["errors"][0]["message"].endswith(message)
    assert mixed["errors"][0]["message"] == f"`reviews` {message}"
    assert unknown["errors"][0]["extensions"]["code"] == "unknown-thing"
