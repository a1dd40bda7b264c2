"""The service over a release whose graph is on `oxigraph serve`, next to the one on disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.release.build import ensure
from kg.release.card import ensure_card
from kg.settings import store_folder
from tests.conftest import Served, serving
from tests.kg.store.remote.engines import store_of

HTML = {"Accept": "text/html"}
PAGES = (
    "/",
    "/id/organisation/15N/ccg",
    "/questions",
    "/questions/bodies/count-on-day",
    "/search?q=devon",
    "/lineage",
    "/timeline",
    "/explore",
)
QUESTIONS = ("bodies/count-on-day", "people/chief-officers", "figures/audited")
GRAPHQL = "{ organisations(first: 3) { totalCount nodes { odsCode label successor(first: 2) { nodes { label } } } } }"  # noqa: E501 - one operation
SPARQL = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g"


@pytest.fixture(scope="module")
def here() -> Iterator[Served]:
    """The service over the release on disk."""
    place = store_folder()
    ensure(place)
    with serving(place, workers=1, deadline=30.0) as service:
        yield service


@pytest.fixture(scope="module")
def there(on_oxigraph: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The service over the same graph on the engine."""
    place: Path = store_of(tmp_path_factory.mktemp("engines"), on_oxigraph)
    ensure_card(place)
    with serving(place, workers=1, deadline=30.0) as service:
        yield service


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_served(there: Served, here: Served, address: str) -> None:
    pages = [
        each.client.get(address, headers=HTML, follow_redirects=True) for each in (there, here)
    ]

    assert [each.status_code for each in pages] == [200, 200]
    assert pages[0].headers["content-type"] == "text/html; charset=utf-8"
    assert pages[0].text.count("<li") == pages[1].text.count("<li")
    assert pages[0].text.count("<tr") == pages[1].text.count("<tr")


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("form", ["csv", "json"])
def test_a_question_has_the_same_bytes(
    there: Served, here: Served, question: str, form: str
) -> None:
    assert _without_name(there, f"/questions/{question}.{form}") == _without_name(
        here, f"/questions/{question}.{form}"
    )


def _without_name(service: Served, address: str) -> str:
    """What is answered there, with the same word for the release in whatever service."""
    answer = service.client.get(address)
    assert answer.status_code == 200
    return answer.text.replace(answer.headers["x-release"], "R")


def test_graphql_has_the_same_data(there: Served, here: Served) -> None:
    answers = [
        each.client.post("/graphql", json={"query": GRAPHQL}).json() for each in (there, here)
    ]

    assert answers[0]["data"] == answers[1]["data"]
    assert answers[0]["data"]["organisations"]["totalCount"] > 300


@pytest.mark.parametrize("accept", ["text/csv", "application/sparql-results+xml"])
def test_sparql_is_passed_on_with_its_guards(there: Served, here: Served, accept: str) -> None:
    def asked(service: Served, query: str) -> tuple[int, bytes]:
        answer = service.client.post("/sparql", data={"query": query}, headers={"Accept": accept})
        return answer.status_code, answer.content

    assert asked(there, SPARQL) == asked(here, SPARQL)
    assert asked(there, "SELECT x")[0] == 400
    assert asked(there, "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")[0] == 403


def test_what_is_on_an_engine_is_not_written_here(there: Served) -> None:
    served = there.client.post("/update", data={"update": "INSERT DATA { <urn:a> <urn:b> 1 }"})

    assert served.status_code in (401, 403)


def test_readers_of_an_engine_have_a_network_and_say_so(there: Served, here: Served) -> None:
    assert there.client.get("/readyz").json()["isolated"] is False
    assert "coterminous_engine_up" in there.client.get("/metrics").text
    assert "coterminous_engine_up" not in here.client.get("/metrics").text
