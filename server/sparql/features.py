"""What the endpoint can do beyond SPARQL 1.1 and where it stops, for the service description."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model.names import PREFIXES, RDF_TYPE, RDFS_LABEL, cot
from kg.model.terms import Iri, Literal
from server.limits import sparql as limits
from server.readers.protocol import Request
from server.settings import ServerSettings

Said = tuple[Iri, Iri, Iri | Literal]
"""A triple without blank nodes."""
SD = "http://www.w3.org/ns/sparql-service-description#"
LATERAL = "https://github.com/w3c/sparql-dev/blob/main/SEP/SEP-0006/sep-0006.md"
_FUNCTIONS = "http://www.opengis.net/def/function/geosparql/"
FUNCTIONS = tuple(
    Iri(_FUNCTIONS + name)
    for name in ("distance", "sfContains", "sfDisjoint", "sfEquals", "sfIntersects", "sfWithin")
)
"""Functions of the engine that are no part of SPARQL 1.1; a test calls each."""
DIFFERS = (
    "Literals are kept by their value, in the shortest spelling: 01 is given as 1, 1.50 as 1.5, "
    "+00:00 as Z. BNODE of a text gives one node for all rows. SERVICE is followed to hosts that "
    "the operator allows; SERVICE SILENT of another gives one empty solution."
)
"""Where the answers differ from SPARQL 1.1."""
_UNITS = {
    "deadline": "seconds that a query may take",
    "memory": "MiB of memory that a query may take",
    "body": "MiB that the body of a request may have",
}


def limit_parameters(settings: ServerSettings) -> dict[str, str | list[str]]:
    """The limits of a service as parameters of a request for its description."""
    return {name: f"{getattr(settings, name):g}" for name in _UNITS}


def triples(service: Iri, request: Request) -> Iterator[Said]:
    """The functions and the search of a service, and the limits that the request tells of it."""
    for function in FUNCTIONS:
        yield (service, _sd("extensionFunction"), function)
        yield (function, RDF_TYPE, _sd("Function"))
    yield (service, _sd("propertyFeature"), cot("matches"))
    yield (service, _sd("languageExtension"), Iri(LATERAL))
    yield (service, Iri(PREFIXES["rdfs"] + "comment"), Literal(DIFFERS, lang="en"))
    said = {
        name: f"{request.text(name)} {unit}" for name, unit in _UNITS.items() if request.text(name)
    }
    said["length"] = f"{limits.LENGTH} characters that a query may have"
    said["depth"] = f"{limits.DEPTH} levels that brackets may nest in a query"
    said["chain"] = f"{limits.CHAIN} operators and groups that may follow on each other"
    for name, sentence in sorted(said.items()):
        limit = Iri(f"{service}#limit-{name}")
        yield (service, _sd("feature"), limit)
        yield (limit, RDF_TYPE, _sd("Feature"))
        yield (limit, RDFS_LABEL, Literal(f"At most {sentence}", lang="en"))
        value = sentence.partition(" ")[0]
        yield (limit, Iri(PREFIXES["rdf"] + "value"), Literal(value, _type(value)))


def _type(value: str) -> str:
    return PREFIXES["xsd"] + ("integer" if value.isdigit() else "decimal")


def _sd(name: str) -> Iri:
    return Iri(SD + name)
