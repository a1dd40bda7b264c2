"""Queries that are put so that they take less time: the answers, and what is told of mistakes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from kg.model.names import cot, graph, mint
from kg.model.terms import XSD, Literal, Statement
from kg.rewriting.faster import faster
from kg.store.census import FILE, Census
from kg.store.oxigraph import OxigraphStore
from kg.store.readmodel import since, writing
from kg.store.readmodel.model import ReadModel
from tests.conftest import Served, publish, serving

HEAD = f"PREFIX cot: <{cot('')}> PREFIX xsd: <{XSD}> "
RANGE = 'FILTER (?d >= "2015-01-02"^^xsd:date && ?d < "2015-01-05"^^xsd:date)'
QUERIES = (
    f"SELECT ?x ?d {{ ?x cot:latestStart ?d {RANGE} }}",
    f"SELECT ?x ?d {{ ?x cot:latestStart ?d {RANGE} OPTIONAL {{ ?x cot:odsCode ?c }} }}",
    "SELECT ?c (COUNT(?x) AS ?n) { ?x cot:odsCode ?c ; cot:latestStart ?d } GROUP BY ?c",
    'SELECT ?x { ?x cot:odsCode ?c ; cot:latestStart ?d FILTER CONTAINS(LCASE(?c), "c9-1") }',
    "SELECT ?p (COUNT(*) AS ?n) { ?x ?p ?o } GROUP BY ?p",
)
COUNTED = "SELECT ?c (COUNT(?x) AS ?n) { ?x cot:odsCode ?c } GROUP BY ?c"


def dated() -> list[Statement]:
    """Two thousand bodies, each of a day and one of nine codes."""
    found = []
    for number in range(2_000):
        body, place = mint("organisation", f"D{number}", "ccg"), graph("register/dated")
        day = date(2015, 1, 1) + timedelta(days=number % 12)
        zone = "+01:00" if number % 5 == 0 else ""
        found += [
            Statement(body, cot("latestStart"), Literal.date(f"{day}{zone}"), place),
            Statement(body, cot("odsCode"), Literal(f"C{number % 9}"), place),
        ]
        if number % 100 == 0:
            told = Literal(f"C9-{number // 100}")
            found.append(Statement(body, cot("odsCode"), told, graph("register/other")))
    return found


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    release = publish(tmp_path_factory.mktemp("dated"), "dated", dated())
    (release / FILE).write_text(Census.of(dated()).text(), encoding="utf-8")
    writing.write(release / writing.FILE, OxigraphStore.sealed(release / "store"))
    (release / since.FILE).write_text(since.Since().text(), encoding="utf-8")
    return release


@pytest.fixture(scope="module")
def served_with_census(release: Path) -> Iterator[Served]:
    with serving(release.parent.parent, deadline=20.0) as service:
        yield service


def put(query: str, release: Path) -> str:
    return faster(query, lambda: Census.of(dated()), lambda: ReadModel.read(release))


def ask(service: Served, query: str) -> tuple[int, str]:
    accept = {"accept": "text/tab-separated-values, application/problem+json"}
    response = service.client.post("/sparql", data={"query": query}, headers=accept)
    return response.status_code, response.text


@pytest.mark.parametrize("query", QUERIES)
def test_the_answer_is_that_of_the_query_as_it_was_sent(
    served_with_census: Served, release: Path, query: str
) -> None:
    assert put(HEAD + query, release) != HEAD + query
    plain = OxigraphStore.memory(dated()).cells(HEAD + query)

    status, text = ask(served_with_census, HEAD + query)

    assert status == 200
    rows = [line.split("\t") for line in text.split("\n")[1:-1]]
    assert sorted(rows) == sorted(plain)


def test_what_is_asked_of_one_graph_is_counted_in_that_graph(
    served_with_census: Served, release: Path
) -> None:
    # What is kept beside a release is of all graphs together.
    assert put(HEAD + COUNTED, release) != HEAD + COUNTED
    params = {"query": HEAD + COUNTED, "default-graph-uri": graph("register/other")}

    response = served_with_census.client.get(
        "/sparql", params=params, headers={"accept": "text/csv"}
    )

    rows = response.text.split("\r\n")[1:-1]
    assert sorted(rows) == sorted(f"C9-{number},1" for number in range(20))


def test_a_mistake_is_told_at_its_place_in_what_was_sent(
    served_with_census: Served, served: Served
) -> None:
    query = f"{HEAD}{QUERIES[0]} ORDER BY ASC ASC"
    assert faster(query, lambda: Census.of(dated())) != query

    status, text = ask(served_with_census, query)

    assert (status, text) == ask(served, query)
    assert status == 400
