"""What the endpoint says of itself (SPARQL 1.1 Service Description)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.errors import BadParameter
from kg.model.names import RDF_TYPE
from kg.model.terms import Iri, Literal, Statement
from kg.release.opened import OpenRelease
from kg.store.formats import ROWS, TRIPLES, Format
from kg.store.oxigraph import OxigraphStore
from server.negotiate import pick
from server.readers.protocol import Reply, Request
from server.sparql import features
from server.sparql.answer import content_type

SD = "http://www.w3.org/ns/sparql-service-description#"
_HERE = Iri("urn:described")
FORMATS = "http://www.w3.org/ns/formats/"
_FORMAT_NAMES = {
    "json": "SPARQL_Results_JSON",
    "xml": "SPARQL_Results_XML",
    "csv": "SPARQL_Results_CSV",
    "tsv": "SPARQL_Results_TSV",
    "turtle": "Turtle",
    "ntriples": "N-Triples",
    "jsonld": "JSON-LD",
    "rdfxml": "RDF_XML",
    "nquads": "N-Quads",
    "trig": "TriG",
}


def describe(release: OpenRelease, request: Request, reply: Reply) -> None:
    """Write the description of this endpoint over this release."""
    accept = request.headers.get("accept", "")
    chosen = pick(accept, TRIPLES, request.text("format"))
    found = release.store.select("SELECT ?graph WHERE { GRAPH ?graph { } } ORDER BY ?graph")
    graphs = [graph for (graph,) in found.rows if isinstance(graph, Iri)]
    service = service_name(request.text("address"))
    told = [*_triples(service, graphs), *features.triples(service, request)]
    if request.text("update"):
        told += _update_triples(service_name(request.text("update")))
    send(told, reply, chosen)


def send(told: Iterable[features.Said], reply: Reply, chosen: Format, media_type: str = "") -> None:
    """Write a description that holds the address of this service; as its format's type, or this."""
    described = OxigraphStore.memory(Statement(*each, _HERE) for each in told)
    # The address is as the client used it, which is nothing to keep for others.
    reply.head(
        200, {"content-type": media_type or content_type(chosen), "cache-control": "no-store"}
    )
    described.write("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", reply, ROWS[0], chosen)


def service_name(address: str) -> Iri:
    """The address of this service as a name; raises `BadParameter` for what cannot be one."""
    try:
        return Iri(address)
    except ValueError:  # it is made of what the client says this host is called
        raise BadParameter("Host", f"'{address}' is not an address") from None


def _triples(service: Iri, graphs: Iterable[Iri]) -> Iterator[features.Said]:
    for subject, name, value in _named(service, graphs):
        yield (subject, RDF_TYPE if name == "type" else Iri(SD + name), value)


def _update_triples(service: Iri) -> Iterator[features.Said]:
    """The service that takes updates, of the same graphs."""
    yield (service, RDF_TYPE, Iri(SD + "Service"))
    yield (service, Iri(SD + "endpoint"), service)
    yield (service, Iri(SD + "supportedLanguage"), Iri(SD + "SPARQL11Update"))


def _named(service: Iri, graphs: Iterable[Iri]) -> Iterator[tuple[Iri, str, Iri | Literal]]:
    everything, default = Iri(f"{service}#dataset"), Iri(f"{service}#default-graph")
    yield service, "type", Iri(SD + "Service")
    yield service, "endpoint", service
    yield service, "supportedLanguage", Iri(SD + "SPARQL11Query")
    for name in _FORMAT_NAMES.values():
        yield service, "resultFormat", Iri(FORMATS + name)
    yield service, "defaultDataset", everything
    yield everything, "type", Iri(SD + "Dataset")
    yield everything, "defaultGraph", default
    yield default, "type", Iri(SD + "Graph")
    for place, graph in enumerate(graphs, 1):
        named = Iri(f"{service}#named-graph-{place}")
        yield everything, "namedGraph", named
        yield named, "type", Iri(SD + "NamedGraph")
        yield named, "name", graph
