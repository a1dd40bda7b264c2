"""Annotated documents, as statements: what each text says, with the corpus it belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from kg.errors import InvalidInput
from kg.model.names import PREFIXES, RDF_TYPE, cot, cotv, graph, mint
from kg.model.rdf import statements
from kg.model.source_graph import corpora as source_corpora
from kg.model.source_graph import description, in_corpora
from kg.model.terms import Iri, Literal, Statement

AUTHORITY: Final = "authority"
LICENSE: Final = Iri("https://www.apache.org/licenses/LICENSE-2.0")
_TITLE: Final = "People and bodies without a code"  # as the tables call this graph

Corpora = Mapping[Iri, frozenset[Iri]]


def read(folder: Path) -> list[Statement]:
    """The statements of a folder of annotations, file by file in the order of their names.

    `authority.ttl` and `authority-….ttl` become `graph/editorial/authority`; any other file becomes
    the source graph of the document that it is named after, and has to describe that document. To
    what stands in a file are added the `cot:corpus` of every thing that the file gives a type, and
    a description of the graph. A thing of an authority file belongs to the documents of its
    evidence, too, and to the annotated texts if a span of one is among it.

    Raises `InvalidInput` for a file that is not Turtle, has blank nodes or lacks its document.
    """
    graphs = {path: statements(path, _graph(path.stem)) for path in sorted(folder.glob("*.ttl"))}
    sources = _sources(each for found in graphs.values() for each in found)
    return [each for path, found in graphs.items() for each in _completed(path, found, sources)]


def _graph(name: str) -> Iri:
    return graph(f"editorial/{AUTHORITY}" if _is_authority(name) else f"source/{name}")


def _is_authority(name: str) -> bool:
    # One file of authority records for all documents, and one for what only a document names.
    return name.partition("-")[0] == AUTHORITY


def _completed(path: Path, found: list[Statement], sources: Corpora) -> Iterator[Statement]:
    typed = dict.fromkeys(each.subject for each in found if each.predicate == RDF_TYPE)
    yield from found
    ours = _is_authority(path.stem)
    corpora = _cited(typed, found, sources) if ours else _annotated(typed, path)
    name = _graph(path.stem)
    for thing in typed:
        yield from in_corpora([thing], corpora[thing], name)
    documents = {each for values in corpora.values() for each in values if not _is_code(each)}
    yield from _description(name, path.stem, sorted(documents), found)


def _annotated(typed: Iterable[Iri], path: Path) -> Corpora:
    document = mint("document", path.stem)
    if document not in typed:
        raise InvalidInput(
            path,
            None,
            f"it does not describe <{document}>, the document that it is named after",
            "Name the file after its document, or give the document a type in it.",
        )
    return dict.fromkeys(typed, source_corpora(document))


def _cited(typed: Iterable[Iri], found: list[Statement], sources: Corpora) -> Corpora:
    evidence: dict[Iri, set[Iri]] = defaultdict(set)
    for each in found:
        if each.predicate == cot("evidence") and isinstance(each.object, Iri):
            evidence[each.subject] |= sources.get(each.object, frozenset())
    base = {cotv("corpus-all"), cotv("corpus-cited")}
    return {
        thing: frozenset(base | evidence[thing] | sources.get(thing, frozenset()))
        for thing in typed
    }


def _sources(found: Iterable[Statement]) -> Corpora:
    """What each piece of evidence is taken from: its document; for a span, annotated texts too."""
    types: dict[Iri, Iri | Literal] = {}
    documents: dict[Iri, Iri] = {}
    for subject, predicate, value, _ in found:
        if predicate == RDF_TYPE:
            types[subject] = value
        elif predicate == cot("inDocument") and isinstance(value, Iri):
            documents[subject] = value
    spans = {cotv("corpus-annotated")}
    return {
        evidence: frozenset(
            {document} | (spans if types.get(evidence) == cot("TextSpan") else set())
        )
        for evidence, document in documents.items()
    }


def _is_code(corpus: Iri) -> bool:
    return corpus.startswith(PREFIXES["cotv"])


def _description(
    name: Iri, stem: str, documents: list[Iri], found: list[Statement]
) -> Iterator[Statement]:
    ours = _is_authority(stem)
    title = _TITLE if ours else f"What document {stem} says"
    kind = "editorial" if ours else "source"
    yield from description(name, kind, title, documents, found)
    yield Statement(name, Iri(PREFIXES["dct"] + "license"), LICENSE, name)
