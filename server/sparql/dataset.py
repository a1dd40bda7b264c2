"""A release as a VoID dataset: its size, its parts, its vocabularies, and the ways to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.analysis.partitions import Partitions
from kg.model.names import BASE, ID, PREFIXES, RDF_TYPE
from kg.model.terms import Iri, Literal
from kg.questions.library import Library
from kg.release.opened import OpenRelease
from server.sparql.features import Said

DESCRIPTION = BASE + "void"
DATASET = Iri(DESCRIPTION + "#dataset")
EXAMPLES = 12
"""How many things are named as examples."""
FORMATS = "http://www.w3.org/ns/formats/"
_VOID, _DCT = PREFIXES["void"], PREFIXES["dct"]
_SPACE = re.compile(r"^.*[#/]")


def triples(release: OpenRelease, parts: Partitions, root: Iri) -> Iterator[Said]:
    """What VoID has to say of a release that is served under the address `root`."""
    yield (Iri(DESCRIPTION), RDF_TYPE, _void("DatasetDescription"))
    yield (Iri(DESCRIPTION), Iri(PREFIXES["foaf"] + "primaryTopic"), DATASET)
    yield (DATASET, RDF_TYPE, _void("Dataset"))
    yield from _sizes(parts)
    yield from _said("uriSpace", Literal(ID))
    yield from _said("sparqlEndpoint", Iri(f"{root}sparql"))
    yield from _said("dataDump", Iri(dump(root)))
    for name in ("Turtle", "N-Triples", "JSON-LD", "RDF_XML", "TriG", "N-Quads"):
        yield from _said("feature", Iri(FORMATS + name))
    spaces = {_SPACE.match(each) for each in (*parts.properties, *parts.classes)}
    for space in sorted({found.group() for found in spaces if found}):
        yield from _said("vocabulary", Iri(space))
    own = [thing for kind, thing in parts.examples.items() if kind.startswith(BASE)]
    for thing in own[:EXAMPLES]:
        yield from _said("exampleResource", thing)
    yield from _graphs(release, parts)
    yield from _properties(parts)
    yield from _classes(parts)
    yield from _links(parts)


def dump(root: str) -> str:
    """Where all of the default graph is to be had.

    >>> dump("https://example.org/")
    'https://example.org/rdf-graph-store?default&format=ntriples'
    """
    return f"{root}rdf-graph-store?default&format=ntriples"


def _sizes(parts: Partitions) -> Iterator[Said]:
    yield from _said("triples", Literal.of(parts.whole.triples))
    yield from _said("distinctSubjects", Literal.of(parts.whole.subjects))
    yield from _said("distinctObjects", Literal.of(parts.whole.objects))
    yield from _said("properties", Literal.of(len(parts.properties)))
    yield from _said("classes", Literal.of(len(parts.classes)))


def _graphs(release: OpenRelease, parts: Partitions) -> Iterator[Said]:
    """The named graphs, each a part that describes itself in the release."""
    for graph, count in sorted(parts.graphs.items()):
        yield from _said("subset", graph)
        yield (graph, RDF_TYPE, _void("Dataset"))
        yield (graph, _void("triples"), Literal.of(count))
    told = release.store.select(Library().inside("graphs"))
    for row in told.rows:
        found = dict(zip(told.variables, row, strict=True))
        named, title, licence = (found[each] for each in ("graph", "title", "licence"))
        if not isinstance(named, Iri) or named not in parts.graphs:
            continue
        if isinstance(title, Literal):
            yield (named, Iri(_DCT + "title"), title)
        if isinstance(licence, Iri):
            yield (named, Iri(_DCT + "license"), licence)
            yield (DATASET, Iri(_DCT + "license"), licence)


def _properties(parts: Partitions) -> Iterator[Said]:
    for place, (name, size) in enumerate(parts.properties.items(), 1):
        part = Iri(f"{DESCRIPTION}#property-{place}")
        yield from _said("propertyPartition", part)
        yield from _counts(part, "property", name, size.triples)
        yield (part, _void("distinctSubjects"), Literal.of(size.subjects))
        yield (part, _void("distinctObjects"), Literal.of(size.objects))


def _classes(parts: Partitions) -> Iterator[Said]:
    for place, (kind, uses) in enumerate(parts.classes.items(), 1):
        part = Iri(f"{DESCRIPTION}#class-{place}")
        yield from _said("classPartition", part)
        yield from _counts(part, "class", kind, sum(each.triples for each in uses.values()))
        yield (part, _void("entities"), Literal.of(parts.things(kind)))
        for number, (name, use) in enumerate(uses.items(), 1):
            inner = Iri(f"{part}-property-{number}")
            yield (part, _void("propertyPartition"), inner)
            yield from _counts(inner, "property", name, use.triples)
            yield (inner, _void("distinctSubjects"), Literal.of(use.things))


def _counts(part: Iri, what: str, of: Iri, count: int) -> Iterator[Said]:
    yield (part, RDF_TYPE, _void("Dataset"))
    yield (part, _void(what), of)
    yield (part, _void("triples"), Literal.of(count))


def _links(parts: Partitions) -> Iterator[Said]:
    for place, (link, count) in enumerate(parts.links.items(), 1):
        linkset, target = (Iri(f"{DESCRIPTION}#{name}-{place}") for name in ("links", "target"))
        yield from _said("subset", linkset)
        yield (linkset, RDF_TYPE, _void("Linkset"))
        yield (linkset, _void("linkPredicate"), link.property)
        yield (linkset, _void("subjectsTarget"), DATASET)
        yield (linkset, _void("objectsTarget"), target)
        yield (linkset, _void("triples"), Literal.of(count))
        yield (target, RDF_TYPE, _void("Dataset"))
        yield (target, _void("uriSpace"), Literal(link.space))


def _said(name: str, value: Iri | Literal) -> Iterator[Said]:
    yield (DATASET, _void(name), value)


def _void(name: str) -> Iri:
    return Iri(_VOID + name)
