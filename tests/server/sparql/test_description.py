"""What the endpoint says that it can do, and that it can do it."""

from __future__ import annotations

from pathlib import Path

import rdflib
from rdflib.namespace import RDF, RDFS

from kg.model.names import cot
from server.sparql.features import FUNCTIONS, LATERAL, SD
from tests.conftest import Served, serving

SDN = rdflib.Namespace(SD)
WKT = "^^<http://www.opengis.net/ont/geosparql#wktLiteral>"
METRE = "<http://www.opengis.net/def/uom/OGC/1.0/metre>"


def described(served: Served) -> tuple[rdflib.Graph, rdflib.URIRef]:
    response = served.client.get("/sparql", headers={"accept": "text/turtle"})
    graph = rdflib.Graph().parse(data=response.text, format="turtle")
    return graph, rdflib.URIRef(f"{served.url}/sparql")


def answered(served: Served, query: str) -> str:
    response = served.client.get("/sparql", params={"query": query, "format": "csv"})
    assert response.status_code == 200, response.text
    return response.text


def test_every_function_that_is_named_gives_a_value(served: Served) -> None:
    graph, service = described(served)
    named = {str(each) for each in graph.objects(service, SDN.extensionFunction)}
    point = f'"POINT(0 0)"{WKT}'

    values = {
        each: answered(
            served,
            f"SELECT (<{each}>({point}, {point}{f', {METRE}' if 'distance' in each else ''})"
            " AS ?v) {}",
        ).split()[1]
        for each in named
    }

    assert named == {str(each) for each in FUNCTIONS}
    assert all(values.values()), values


def test_the_extension_of_the_language_is_understood(served: Served) -> None:
    graph, service = described(served)

    told = list(graph.objects(service, SDN.languageExtension))
    query = "SELECT ?b WHERE { VALUES ?a { 1 2 } LATERAL { BIND(?a + 1 AS ?b) } } ORDER BY ?b"

    assert told == [rdflib.URIRef(LATERAL)]
    assert answered(served, query) == "b\r\n2\r\n3\r\n"


def test_the_search_is_a_property(served: Served) -> None:
    graph, service = described(served)

    assert list(graph.objects(service, SDN.propertyFeature)) == [rdflib.URIRef(cot("matches"))]


def test_the_limits_are_those_of_this_service(tiny_release: Path) -> None:
    with serving(tiny_release, deadline=2.5, memory=512) as served:
        graph, service = described(served)

    told = {
        str(graph.value(each, RDFS.label)): str(graph.value(each, RDF.value))
        for each in graph.objects(service, SDN.feature)
    }
    assert told == {
        "At most 2.5 seconds that a query may take": "2.5",
        "At most 512 MiB of memory that a query may take": "512",
        "At most 1 MiB that the body of a request may have": "1",
        "At most 262144 characters that a query may have": "262144",
        "At most 100 levels that brackets may nest in a query": "100",
        "At most 1000 operators and groups that may follow on each other": "1000",
    }


def test_where_updates_are_taken_is_told_only_where_they_are(
    served: Served, tiny_release: Path
) -> None:
    with serving(tiny_release, write_token="conformance") as writable:
        graph, service = described(writable)
        place = rdflib.URIRef(f"{writable.url}/update")

        assert list(graph.subjects(SDN.supportedLanguage, SDN.SPARQL11Update)) == [place]
        assert list(graph.subjects(SDN.endpoint, place)) == [place]
        assert (service, SDN.supportedLanguage, SDN.SPARQL11Query) in graph
    without, _ = described(served)
    assert list(without.subjects(SDN.supportedLanguage, SDN.SPARQL11Update)) == []


def test_where_answers_differ_from_the_standard_is_told_and_true(served: Served) -> None:
    graph, service = described(served)

    assert "Literals are kept by their value" in str(graph.value(service, RDFS.comment))
    insert = 'SELECT (01 AS ?a) ("1.50"^^xsd:decimal + 0 AS ?b) {}'
    prologue = "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "
    assert answered(served, prologue + insert) == "a,b\r\n1,1.5\r\n"
