"""The three cases that the W3C lists for the SPARQL 1.1 Service Description, by its names."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from rdflib import RDF, Graph, Namespace, URIRef

from kg.store.formats import TRIPLES
from tests.conftest import Served

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
VALUES: dict[URIRef, tuple[URIRef | None, URIRef | None]] = {
    SD.endpoint: (SD.Service, None),
    SD.supportedLanguage: (SD.Service, SD.Language),
    SD.languageExtension: (SD.Service, None),
    SD.propertyFeature: (SD.Service, None),
    SD.extensionFunction: (SD.Service, SD.Function),
    SD.feature: (SD.Service, SD.Feature),
    SD.resultFormat: (SD.Service, None),
    SD.inputFormat: (SD.Service, None),
    SD.defaultDataset: (SD.Service, SD.Dataset),
    SD.defaultGraph: (SD.Dataset, SD.Graph),
    SD.namedGraph: (SD.Dataset, SD.NamedGraph),
    SD.name: (SD.NamedGraph, None),
    SD.graph: (SD.NamedGraph, SD.Graph),
}
"""The properties of the vocabulary, with the classes of their subjects and of their values."""
KNOWN = {SD.SPARQL10Query, SD.SPARQL11Query, SD.SPARQL11Update, SD.DereferencesURIs,
         SD.UnionDefaultGraph, SD.RequiresDataset, SD.EmptyGraphs,
         SD.BasicFederatedQuery}  # fmt: skip
"""What the vocabulary itself describes."""


def described(served: Served, accept: str) -> Graph:
    """What the service says of itself in that media type, whatever graph it says it in."""
    response = served.client.get("/sparql", headers={"accept": accept})
    assert response.status_code == 200, response.text
    assert response.headers["content-type"].partition(";")[0] == accept
    syntax = ox.RdfFormat.from_media_type(accept)
    assert syntax is not None
    triples = (f"{each.triple} ." for each in ox.parse(response.content, syntax))
    return Graph().parse(data="\n".join(triples), format="nt")


@pytest.fixture(scope="module")
def told(served: Served) -> Graph:
    """What the service says of itself."""
    return described(served, "text/turtle")


@pytest.mark.parametrize("accept", [each.media_type for each in TRIPLES])
def test_returns_rdf(served: Served, told: Graph, accept: str) -> None:
    assert set(described(served, accept)) == set(told) != set()


def test_has_endpoint_triple(served: Served, told: Graph) -> None:
    endpoint = URIRef(f"{served.url}/sparql")

    assert list(told.subjects(SD.endpoint, endpoint)) == [endpoint]


def test_conforms_to_schema(told: Graph) -> None:
    assert list(told.subjects(RDF.type, SD.Service)) != []
    faults = []
    for subject, predicate, value in told:
        if str(predicate).startswith(SD):
            of, to = VALUES[URIRef(str(predicate))]  # a property that is not there is a fault, too
            if of and (subject, RDF.type, of) not in told:
                faults.append((subject, predicate, value))
            if to and value not in KNOWN and (value, RDF.type, to) not in told:
                faults.append((subject, predicate, value))
        if predicate == RDF.type and str(value).startswith(SD):
            known = {each for pair in VALUES.values() for each in pair}
            faults += [] if value in known else [(subject, predicate, value)]

    assert faults == []
