"""Asks and updates with SPARQLWrapper and with the stores of rdflib.

It runs in an environment of its own, which has these clients.
"""

import json
import sys
from typing import Any

from rdflib import ConjunctiveGraph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLUpdateStore
from SPARQLWrapper import BASIC, JSON, POST, TURTLE, SPARQLWrapper  # type: ignore[import-not-found]


def wrapper(told: dict[str, str]) -> dict[str, Any]:
    update = SPARQLWrapper(told["update"])
    update.setHTTPAuth(BASIC)
    update.setCredentials("anybody", told["token"])
    update.setMethod(POST)
    update.setQuery(told["insert"])
    update.query()
    asks = SPARQLWrapper(told["query"])
    asks.setReturnFormat(JSON)
    asks.setQuery(told["select"])
    rows = asks.queryAndConvert()["results"]["bindings"]
    asks.setQuery(told["ask"])
    truth = asks.queryAndConvert()["boolean"]
    asks.setReturnFormat(TURTLE)
    asks.setQuery(told["construct"])
    turtle = asks.queryAndConvert().decode()
    from rdflib import Graph

    triples = Graph().parse(data=turtle, format="turtle")
    return {
        "select": sorted(each["o"]["value"] for each in rows),
        "construct": sorted(str(each) for each in triples.objects()),
        "ask": truth,
    }


def store(told: dict[str, str]) -> dict[str, Any]:
    opened = SPARQLUpdateStore(told["query"], told["update"], auth=("anybody", told["token"]))
    graph = ConjunctiveGraph(store=opened)
    graph.update(told["insert"])
    rows: list[Any] = list(graph.query(told["select"]))
    triples = graph.query(told["construct"]).graph
    assert triples is not None
    named = graph.get_context(URIRef("http://example.org/of-the-store"))
    named.add((URIRef("urn:s"), URIRef("urn:p"), URIRef("urn:o")))
    assert list(named.objects(URIRef("urn:s"), URIRef("urn:p"))) == [URIRef("urn:o")]
    named.remove((None, None, None))
    assert len(named) == 0
    return {
        "select": sorted(str(each.o) for each in rows),
        "construct": sorted(str(each) for each in triples.objects()),
        "ask": graph.query(told["ask"]).askAnswer,
    }


def main() -> None:
    told = json.load(sys.stdin)
    json.dump({"wrapper": wrapper, "store": store}[told["client"]](told), sys.stdout)


main()
