"""Where the data comes from: the release, its graphs, what they hold and lack, the licence."""

from __future__ import annotations

from typing import NamedTuple

from kg.analysis.coverage import Coverage, coverage, themes
from kg.model.ontology import Class
from kg.model.terms import Iri, Literal, Term
from kg.release.opened import OpenRelease
from server.pages.words.names import Link, Names, graph_mark


class Graph(NamedTuple):
    """A named graph as it describes itself, and how many statements it holds."""

    mark: str
    iri: str
    title: str
    kind: Link
    licence: Link
    attribution: str
    rule: str
    size: int


class Count(NamedTuple):
    """How many things there are of a class."""

    kind: Class
    things: int


def graphs(release: OpenRelease, names: Names) -> list[Graph]:
    """The named graphs of the release, by name."""
    sizes = _sizes(release, "graph-sizes")
    told: dict[Iri, dict[str, Term]] = {each: {} for each in sizes}
    answer = release.store.select(release.library.inside("graphs"))
    for row in answer.rows:
        if isinstance(row[0], Iri):
            named = dict(zip(answer.variables, row, strict=True))
            known = told.setdefault(row[0], {})
            known |= {name: value for name, value in named.items() if value is not None}
    return [_graph(names, iri, said, sizes.get(iri, 0)) for iri, said in sorted(told.items())]


def counts(release: OpenRelease) -> list[Count]:
    """How many things there are of each class of the ontology, most first."""
    sizes = _sizes(release, "class-sizes")
    found = [
        Count(kind, sizes[iri])
        for iri, kind in release.ontology.class_by_iri.items()
        if iri in sizes and not kind.abstract
    ]
    return sorted(found, key=lambda each: (-each.things, each.kind.name))


def covered(release: OpenRelease) -> list[tuple[str, list[Coverage]]]:
    """How complete the release is: the parts of each theme, with what is missing and why."""
    return themes(coverage(release.store, release.library))


_HEADLINES = {
    "Organisation": "bodies",
    "ChangeEvent": "changes that took effect",
    "Person": "people in public office",
    "Claim": "claims",
    "Document": "documents",
}


def headlines(release: OpenRelease) -> dict[str, int]:
    """How many things there are of the kinds that people ask for, in words."""
    sizes, ontology = _sizes(release, "class-sizes"), release.ontology
    return {
        words: sum(sizes.get(ontology.classes[each].iri, 0) for each in ontology.subclasses(name))
        for name, words in _HEADLINES.items()
        if name in ontology.classes
    }


def _graph(names: Names, iri: Iri, said: dict[str, Term], size: int) -> Graph:
    def text(name: str) -> str:
        value = said.get(name)
        return value.text if isinstance(value, Literal) else ""

    def link(name: str) -> Link:
        return names.value(said[name]) if name in said else Link("")

    return Graph(
        mark=graph_mark(iri),
        iri=iri,
        title=text("title") or iri,
        kind=link("kind"),
        licence=link("licence"),
        attribution=text("attribution"),
        rule=text("rule"),
        size=size,
    )


def _sizes(release: OpenRelease, name: str) -> dict[Iri, int]:
    return {
        iri: int(count.text)
        for iri, count in release.store.select(release.library.inside(name)).rows
        if isinstance(iri, Iri) and isinstance(count, Literal)
    }
