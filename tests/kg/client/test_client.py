"""Both clients ask a service that runs, over HTTP."""

from pathlib import Path

import pytest

from kg.client import AsyncClient, Client, Patience, Refused, Unreachable
from kg.questions.library import Library
from tests.conftest import Served, serving
from tests.kg.client.conftest import Asked

CCG = "https://w3id.org/coterminous/id/organisation/26A/ccg"
NAMES = """query ($after: String) {
  organisations(first: 500, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } }
}"""


def test_a_question_is_answered_with_what_a_citation_needs(
    asked: Asked, shipped_service: Served
) -> None:
    answer = asked("ask", "bodies/count-on-day", on="2020-03-31")

    told = shipped_service.client.get("/questions/bodies/count-on-day.json?on=2020-03-31")
    assert list(answer) == [{"count": 191}]
    assert answer.columns == {"count": "how many"}
    assert answer.release == told.headers["x-release"]
    assert answer.latest_source == told.json()["latestSource"]


def test_all_questions_can_be_told(asked: Asked) -> None:
    assert sorted(each["name"] for each in asked("questions")) == sorted(Library())


def test_a_thing_is_found_shown_and_borne_out_by_its_code(asked: Asked) -> None:
    hits = asked("search", "26A", kind="Organisation")
    shown = asked("show", "26A", on="2021-01-01")
    places = asked("evidence", "26A", on="2021-01-01")

    assert hits[0]["iri"] == shown["iri"] == CCG
    told = {each["property"].rpartition("#")[2]: each for each in shown["statements"]}
    assert told["odsCode"]["value"] == "26A"
    assert {each["evidence"] for each in places} >= set(told["odsCode"]["evidence"].split("; "))
    assert all(each["document"] and each["title"] for each in places)


def test_what_became_of_a_body_is_told(asked: Asked) -> None:
    replaced = asked("replaced", "10G")
    lineage = asked("lineage", "15D", direction="forward")

    assert [each["body"]["code"] for each in replaced["successors"]] == ["S0E4D"]
    assert lineage["of"] == "https://w3id.org/coterminous/id/organisation/15D/ccg"
    kinds = [lineage["steps"][each]["kind"] for each in lineage["forward"][0]]
    assert kinds == ["merger", "succession", "merger"]


def test_graphql_and_sparql_give_values_as_python_has_them(asked: Asked) -> None:
    data = asked("graphql", "query ($n: Int) { organisations(first: $n) { totalCount } }", {"n": 1})
    rows = asked("sparql", "SELECT (1 AS ?a) (0.5 AS ?b) (true AS ?c) ?d { }")

    assert data["organisations"]["totalCount"] > 1000
    assert list(rows) == [{"a": 1, "b": 0.5, "c": True, "d": None}]
    assert asked("sparql", "ASK {}") is True
    assert asked("sparql", "CONSTRUCT { <urn:a> <urn:b> 1 } WHERE {}").startswith("<urn:a> <urn:b>")


def test_pages_are_walked_to_the_end(asked: Asked) -> None:
    told = asked("graphql", "{ organisations(first: 1) { totalCount } }")

    nodes = asked.pages(NAMES, "organisations")
    assert len({each["id"] for each in nodes}) == told["organisations"]["totalCount"]


def test_a_release_can_be_kept_to(asked: Asked, kind: str, shipped_service: Served) -> None:
    (current,) = [each for each in asked("releases") if each["current"]]
    pinned = Asked(kind, shipped_service.url, release=current["name"])

    assert pinned("ask", "bodies/count-on-day", on="2020-03-31").release == current["name"]
    assert asked("pinned").release == current["name"]
    with pytest.raises(Refused) as refused:
        Asked(kind, shipped_service.url, release="never")("sparql", "ASK {}")
    assert (refused.value.code, refused.value.status) == ("unknown-release", 404)


def test_a_refusal_has_the_code_and_the_hint_of_the_service(asked: Asked) -> None:
    with pytest.raises(Refused) as refused:
        asked("ask", "bodies/count-on-dy")

    assert refused.value.code == "unknown-question"
    assert refused.value.hint.startswith("Did you mean 'bodies/count-on-day'")
    assert refused.value.request
    with pytest.raises(Refused) as refused:
        asked("graphql", "{ organisations(first: 1) { totalCount } nothing }")
    assert refused.value.code == "bad-query"
    assert len(refused.value.errors) == 1


def test_an_address_where_nobody_answers_is_told(kind: str) -> None:
    with pytest.raises(Unreachable) as unreachable:
        Asked(kind, "http://127.0.0.1:9", patience=Patience(2, 0.001))("questions")

    assert unreachable.value.at == "http://127.0.0.1:9"


def test_what_is_refused_for_a_moment_is_asked_again(kind: str, tiny_release: Path) -> None:
    with serving(tiny_release, rate=1.0, rate_burst=1, workers=1) as service:
        calm = Asked(kind, service.url)
        for _ in range(2):  # the second is told to wait a second first
            assert calm("sparql", "ASK {}") is True
        with pytest.raises(Refused) as refused:
            Asked(kind, service.url, patience=Patience(attempts=1))("sparql", "ASK {}")

    assert (refused.value.code, refused.value.status) == ("too-many-requests", 429)


def test_both_clients_can_be_asked_the_same() -> None:
    assert {each for each in vars(Client) if not each.startswith("_")} == {
        each for each in vars(AsyncClient) if not each.startswith("_")
    }
