"""A release as catalogues list it: DCAT 3, with the services that give access to it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model.names import BASE, PREFIXES, RDF_TYPE
from kg.model.terms import XSD, Iri, Literal
from kg.release.opened import OpenRelease
from server.sparql.dataset import DATASET, DESCRIPTION, dump
from server.sparql.features import Said

CATALOGUE = Iri(DESCRIPTION + "#catalogue")
_MEDIA = "https://www.iana.org/assignments/media-types/"
_FILES = {
    "dump": ("All triples of the default graph", "application/n-triples"),
    "crosswalk": ("Every code on the bodies of every day of change, with shares", "text/csv"),
}
"""By the mark of a file: its title and its media type."""
_SERVICES = {
    "sparql": ("SPARQL", "sparql", "https://www.w3.org/TR/sparql11-protocol/"),
    "graphql": ("GraphQL", "graphql", "https://spec.graphql.org/September2025/"),
    "rest": ("Named questions", "openapi.json", "https://spec.openapis.org/oas/v3.1.0"),
}
"""By the mark of a service: its title, where it says what it can do, and what it conforms to."""
_PLACES = {"sparql": "sparql", "graphql": "graphql", "rest": "questions"}


def triples(release: OpenRelease, root: Iri) -> Iterator[Said]:
    """What DCAT has to say of a release that is served under the address `root`."""
    yield from _one(CATALOGUE, "Catalog", title="What this service holds")
    yield (CATALOGUE, _dcat("dataset"), DATASET)
    info = release.info
    yield from _one(DATASET, "Dataset", title=f"coterminous, release {info.name}")
    yield (DATASET, _dct("identifier"), Literal(info.name))
    yield (DATASET, _dcat("version"), Literal(info.name))
    yield (DATASET, _dct("issued"), Literal(info.built, XSD + "date"))
    yield (DATASET, _dct("conformsTo"), Iri(BASE + "def"))
    yield (DATASET, _dcat("landingPage"), Iri(f"{root}about/data"))
    yield from _files(root)
    yield from _services(root)


def _files(root: Iri) -> Iterator[Said]:
    for mark, (title, media) in _FILES.items():
        file = Iri(f"{DESCRIPTION}#{mark}")
        address = Iri(dump(root) if mark == "dump" else f"{root}crosswalk.csv")
        yield (DATASET, _dcat("distribution"), file)
        yield from _one(file, "Distribution", title=title)
        yield (file, _dcat("accessURL"), address)
        yield (file, _dcat("downloadURL"), address)
        yield (file, _dcat("mediaType"), Iri(_MEDIA + media))


def _services(root: Iri) -> Iterator[Said]:
    for mark, (title, told, standard) in _SERVICES.items():
        service = Iri(f"{DESCRIPTION}#{mark}")
        yield from _one(service, "DataService", title=title)
        yield (CATALOGUE, _dcat("service"), service)
        yield (service, _dcat("servesDataset"), DATASET)
        yield (service, _dcat("endpointURL"), Iri(f"{root}{_PLACES[mark]}"))
        yield (service, _dcat("endpointDescription"), Iri(f"{root}{told}"))
        yield (service, _dct("conformsTo"), Iri(standard))


def _one(thing: Iri, kind: str, title: str) -> Iterator[Said]:
    yield (thing, RDF_TYPE, _dcat(kind))
    yield (thing, _dct("title"), Literal(title, lang="en"))


def _dcat(name: str) -> Iri:
    return Iri(PREFIXES["dcat"] + name)


def _dct(name: str) -> Iri:
    return Iri(PREFIXES["dct"] + name)
