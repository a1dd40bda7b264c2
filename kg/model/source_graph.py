"""What every source graph has beside what its document says: corpora, and what the graph is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from kg.model.names import PREFIXES, RDF_TYPE, cot, cotv
from kg.model.terms import Iri, Literal, Statement

_DCT: Final = PREFIXES["dct"]
_PROV: Final = PREFIXES["prov"]


def corpora(document: Iri) -> frozenset[Iri]:
    """The corpora of what the annotation of a document gives a type."""
    return frozenset({cotv("corpus-all"), cotv("corpus-annotated"), document})


def in_corpora(things: Iterable[Iri], of: Iterable[Iri], graph: Iri) -> Iterator[Statement]:
    """That these things belong to these corpora, one statement each, the corpora in order."""
    ordered = sorted(of)
    for thing in things:
        for corpus in ordered:
            yield Statement(thing, cot("corpus"), corpus, graph)


def description(
    graph: Iri, kind: str, title: str, documents: Iterable[Iri], found: Iterable[Statement]
) -> Iterator[Statement]:
    """What a graph says of itself, but its licence; `kind` is `source`, `editorial` and so on.

    `found` is what it holds, among it the runs that it was made by.
    """
    yield Statement(graph, RDF_TYPE, cot("SourceGraph"), graph)
    yield Statement(graph, cot("graphKind"), cotv(f"graph-{kind}"), graph)
    yield Statement(graph, Iri(_DCT + "title"), Literal(title), graph)
    for document in documents:
        yield Statement(graph, Iri(_PROV + "wasDerivedFrom"), document, graph)
    for each in found:
        if each.predicate == RDF_TYPE and each.object == cot("Extraction"):
            yield Statement(graph, Iri(_PROV + "wasGeneratedBy"), each.subject, graph)
