"""What the service says of its data to machines that look for data: VoID and DCAT."""

from __future__ import annotations

import pytest
import rdflib
from rdflib.namespace import DCAT, DCTERMS, RDF, VOID

from tests.conftest import TINY, Served, body_iri

COT = rdflib.Namespace("https://w3id.org/coterminous/def#")
DATASET = rdflib.URIRef("https://w3id.org/coterminous/void#dataset")


def described(served: Served, path: str = "/void") -> rdflib.Graph:
    response = served.client.get(path, headers={"accept": "text/turtle"})
    assert response.status_code == 200
    return rdflib.Graph().parse(data=response.text, format="turtle")


def test_the_size_is_that_of_the_default_graph(served: Served) -> None:
    graph = described(served)

    told = {name: graph.value(DATASET, name) for name in (VOID.triples, VOID.distinctSubjects)}

    assert told == {VOID.triples: rdflib.Literal(11), VOID.distinctSubjects: rdflib.Literal(3)}
    assert (DATASET, RDF.type, DCAT.Dataset) in graph


def test_every_count_is_what_a_query_counts(served: Served) -> None:
    graph = described(served)
    query = "SELECT ?p (COUNT(*) AS ?n) WHERE { ?s a <%s> ; ?p ?o } GROUP BY ?p"
    response = served.client.get(
        "/sparql", params={"query": query % COT.Organisation}, headers={"accept": "text/csv"}
    )
    counted = dict(line.split(",") for line in response.text.splitlines()[1:])

    [part] = graph.subjects(VOID["class"], COT.Organisation)
    told = {
        str(graph.value(each, VOID.property)): str(graph.value(each, VOID.triples))
        for each in graph.objects(part, VOID.propertyPartition)
    }

    assert told == counted
    assert len(told) == 4
    assert graph.value(part, VOID.entities) == rdflib.Literal(3)


def test_each_named_graph_is_a_part_with_its_size(served: Served) -> None:
    graph = described(served)

    sizes = {
        str(each): graph.value(each, VOID.triples) for each in graph.objects(DATASET, VOID.subset)
    }

    assert sizes == {
        TINY: rdflib.Literal(9),
        TINY.replace("register", "derived"): rdflib.Literal(2),
    }


def test_an_example_is_named(served: Served) -> None:
    assert list(described(served).objects(DATASET, VOID.exampleResource)) == [
        rdflib.URIRef(body_iri("A1"))
    ]


def test_the_address_of_the_queries_answers_and_so_do_those_of_the_files(served: Served) -> None:
    graph = described(served)
    endpoint = graph.value(DATASET, VOID.sparqlEndpoint)
    files = {
        str(graph.value(each, DCAT.mediaType)).rpartition("/")[2]: str(
            graph.value(each, DCAT.downloadURL)
        )
        for each in graph.objects(DATASET, DCAT.distribution)
    }

    asked = served.client.get(str(endpoint), params={"query": "ASK {}", "format": "json"})
    taken = served.client.get(files["n-triples"])
    crosswalk = served.client.get(files["csv"])

    assert asked.json() == {"head": {}, "boolean": True}
    assert set(files) == {"n-triples", "csv"}
    assert taken.headers["content-type"] == "application/n-triples"
    assert len(taken.text.splitlines()) == 11
    assert crosswalk.headers["content-type"].startswith("text/csv")


def test_the_three_services_say_where_they_are_and_what_they_can_do(served: Served) -> None:
    graph = described(served)

    places = {
        str(graph.value(each, DCTERMS.title)): (
            str(graph.value(each, DCAT.endpointURL)),
            str(graph.value(each, DCAT.endpointDescription)),
        )
        for each in graph.subjects(RDF.type, DCAT.DataService)
    }

    assert places == {
        "SPARQL": (f"{served.url}/sparql", f"{served.url}/sparql"),
        "GraphQL": (f"{served.url}/graphql", f"{served.url}/graphql"),
        "Named questions": (f"{served.url}/questions", f"{served.url}/openapi.json"),
    }


def test_the_well_known_address_says_the_same(served: Served) -> None:
    assert set(described(served, "/.well-known/void")) == set(described(served))


def test_links_to_others_are_told_apart_by_where_they_lead(served: Served) -> None:
    # Nothing of the tiny release leads out of it.
    assert not list(described(served).subjects(RDF.type, VOID.Linkset))


def test_the_format_is_negotiated_and_the_answer_is_not_kept(served: Served) -> None:
    response = served.client.get("/void", headers={"accept": "application/ld+json"})
    refused = served.client.get("/void", headers={"accept": "image/png"})

    assert response.headers["content-type"] == "application/ld+json"
    assert response.headers["cache-control"] == "no-store"
    assert (refused.status_code, refused.json()["code"]) == (406, "not-acceptable")


BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize("accept", ["text/html", BROWSER])
def test_whoever_follows_a_link_to_it_in_a_browser_reads_it_as_text(
    served: Served, accept: str
) -> None:
    read = served.client.get("/void", headers={"accept": accept})
    turtle = served.client.get("/void", headers={"accept": "text/turtle"})

    assert (read.status_code, read.headers["content-type"]) == (200, "text/plain; charset=utf-8")
    assert sorted(read.text.splitlines()) == sorted(turtle.text.splitlines())
