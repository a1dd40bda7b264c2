"""A view in words and numbers, as the picture, the page without scripts and the exports need it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from kg.analysis.asking import rows_of, text
from kg.analysis.paths.adjacency import Adjacency, Link
from kg.model.names import ID, shorten
from kg.model.terms import Iri
from kg.release.opened import OpenRelease
from server.explore import around
from server.explore.log import written
from server.explore.times import is_lasting, sure_days
from server.explore.view import View
from server.pages.words.dates import day

TITLE: Final = 60
"""Characters of a thing's name in a title."""


class Thing(NamedTuple):
    """A thing of a view: the key of its IRI, what it is, its sure days, since when it is known, and
    where it stands. `links` is how many things it is joined to in all, shown or not; `lasting`
    whether it is known without a day."""

    id: str
    label: str
    kind: str
    type: str
    start: str
    end: str
    known: str
    lasting: bool
    x: float
    y: float
    links: int
    step: int


class Edge(NamedTuple):
    """A link of a view, between things by their keys; `by` are keys of the documents that say so.
    `words` tell it from its source to its target; `back` the other way."""

    source: str
    target: str
    term: str
    words: str
    back: str
    owner: str
    start: str
    end: str
    known: str
    lasting: bool
    by: Sequence[str]

    @property
    def when(self) -> str:
        """Its sure days in words, or those between which it held."""
        return sure_days(self.start, self.end)


class Document(NamedTuple):
    """A document that bears something out."""

    id: str
    title: str
    issued: str
    publisher: str


class Told(NamedTuple):
    """A view with everything that is said of it."""

    view: View
    things: Sequence[Thing]
    edges: Sequence[Edge]
    documents: Mapping[str, Document]
    release: str
    built: str

    @property
    def title(self) -> str:
        """What the view shows and of which days."""
        first = [_short(each.label) for each in self.things[:1]]
        others = len(self.things) - 1
        title = " and ".join(first + ([f"{others} more"] if others > 0 else [])) or "Nothing yet"
        on = f", on {day(self.view.on)}" if self.view.on else ""
        return title + on + (f", as published by {day(self.view.by)}" if self.view.by else "")

    @property
    def now(self) -> list[Edge]:
        """The links of the days that are asked, as far as those who are heard say so."""
        return self._heard(self.view.holds)

    @property
    def perhaps(self) -> list[Edge]:
        """The links that may have held on the day, but surely on none."""
        return self._heard(self.view.may_hold)

    def _heard(self, held: Callable[[Link], bool]) -> list[Edge]:
        said = self.view.said
        return [
            edge
            for edge, link in zip(self.edges, self.view.links, strict=True)
            if held(link) and (not said or not said.isdisjoint(edge.by))
        ]


def told(release: OpenRelease, view: View) -> Told:
    """A view with the names of its things and the sources of its links."""
    things = _things(release, view)
    said = _said(release, sorted({each.owner for each in view.links}))
    documents = _documents(release, sorted({each for found in said.values() for each in found}))
    order = {each: number for number, each in enumerate(documents)}
    edges = [
        _edge(release, view.graph, each, sorted(said.get(each.owner, ()), key=order.__getitem__))
        for each in view.links
    ]
    info = release.info
    return Told(view, things, edges, documents, release.name, info.built[:10])


def data(told: Told) -> dict[str, Any]:
    """A view as JSON for the picture."""
    view = told.view
    return {
        "title": told.title,
        "release": told.release,
        "built": told.built,
        "log": written([each.command for each in view.steps]),
        "things": [each._asdict() for each in told.things],
        "edges": [each._asdict() for each in told.edges],
        "documents": [each._asdict() for each in told.documents.values()],
        "steps": [
            {"do": str(each.command), "added": each.added, "of": each.of, "remark": each.remark}
            for each in view.steps
        ],
    }


def key(iri: str) -> str:
    """What follows `id/` in an IRI."""
    return iri.removeprefix(ID)


def _things(release: OpenRelease, view: View) -> list[Thing]:
    graph = view.graph
    asked = [graph.iri(each) for each in view.things]
    found = rows_of(release.store, release.library, "explore-things", "thing", asked)
    rows = {row["thing"]: {name: text(value) for name, value in row.items()} for row in found}
    return [
        _thing(release, view, number, rows.get(graph.iri(number), {})) for number in view.things
    ]


def _thing(release: OpenRelease, view: View, number: int, row: Mapping[str, str]) -> Thing:
    graph = view.graph
    name = graph.kind(number)
    x, y = view.places[number]
    return Thing(
        id=graph.keys[number],
        label=row.get("label") or shorten(graph.iri(number)),
        kind=name,
        type=row.get("type") or release.ontology.classes[name].label,
        start=row.get("start", ""),
        end=row.get("end", ""),
        known=row.get("known", ""),
        lasting=not row.get("known", ""),
        x=x,
        y=y,
        links=graph.degree(number),
        step=view.shown[number],
    )


def _edge(release: OpenRelease, graph: Adjacency, link: Link, by: Sequence[str]) -> Edge:
    ontology = release.ontology
    return Edge(
        source=key(link.source),
        target=key(link.target),
        term=link.term,
        words=around.words(ontology, link.term, "out"),
        back=around.words(ontology, link.term, "in"),
        owner=key(link.owner),
        start=link.start,
        end=link.end,
        known=link.known,
        lasting=is_lasting(graph, link),
        by=by,
    )


def _said(release: OpenRelease, owners: Sequence[Iri]) -> Mapping[str, set[str]]:
    """Of each link, by what bears it out, the keys of the documents that say so."""
    said: dict[str, set[str]] = defaultdict(set)
    for row in rows_of(release.store, release.library, "explore-sayers", "thing", owners):
        said[text(row["thing"])].add(key(text(row["document"])))
    return said


def _documents(release: OpenRelease, keys: Sequence[str]) -> dict[str, Document]:
    """What documents are by their keys, the earliest first."""
    asked = [Iri(ID + each) for each in keys]
    found = rows_of(release.store, release.library, "explore-documents", "document", asked)
    names = ("document", "title", "issued", "publisher")
    rows = [[text(row[name]) for name in names] for row in found]
    rows.sort(key=lambda row: (row[2], row[1], row[0]))
    return {key(iri): Document(key(iri), *said) for iri, *said in rows}


def _short(label: str) -> str:
    return label if len(label) <= TITLE else label[: TITLE - 1].rstrip() + "…"
