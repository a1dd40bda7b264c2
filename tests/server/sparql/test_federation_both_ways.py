"""SERVICE between two services of ours, and from another engine to ours; all on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib

from tests.conftest import Served, body_iri, serving

LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
CODE = "https://w3id.org/coterminous/def#odsCode"


@pytest.fixture(scope="module")
def allowing(tiny_release: Path) -> Iterator[Served]:
    """A service that may ask services of this machine."""
    with serving(tiny_release, deadline=20.0, allow_service="127.0.0.1") as service:
        yield service


def test_a_service_that_may_asks_another(allowing: Served, served: Served) -> None:
    query = f"""SELECT ?name WHERE {{
      ?body <{CODE}> "B2" .
      SERVICE <{served.url}/sparql> {{ ?body <{LABEL}> ?name }}
    }}"""

    response = allowing.client.get("/sparql", params={"query": query, "format": "csv"})

    assert (response.status_code, response.text) == (200, "name\r\nNHS Birch CCG\r\n")


def test_a_service_that_may_not_says_so_and_the_way_back_is_closed(
    allowing: Served, served: Served
) -> None:
    query = f"SELECT * WHERE {{ SERVICE <{allowing.url}/sparql> {{ ?s ?p ?o }} }}"

    response = served.client.get("/sparql", params={"query": query})

    assert (response.status_code, response.json()["code"]) == (403, "federation-refused")


def test_the_editor_says_what_is_true_of_both(allowing: Served, served: Served) -> None:
    told = "calls no other service but those that whoever runs this one allows"

    assert told in allowing.client.get("/query/sparql").text
    assert told in served.client.get("/query/sparql").text


def test_another_engine_asks_ours(served: Served) -> None:
    graph = rdflib.Graph()
    mine = rdflib.URIRef("urn:mine")
    graph.add((mine, rdflib.OWL.sameAs, rdflib.URIRef(body_iri("C3"))))
    query = f"""SELECT ?name WHERE {{
      ?mine <{rdflib.OWL.sameAs}> ?body .
      SERVICE <{served.url}/sparql> {{ ?body <{LABEL}> ?name }}
    }}"""

    assert [str(row[0]) for row in graph.query(query)] == ["NHS Cedar CCG"]  # type: ignore[index]
