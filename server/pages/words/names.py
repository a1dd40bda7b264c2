"""What things are called on a page, and where their names lead."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import NamedTuple
from urllib.parse import quote

from kg.model.names import GRAPH, ID, cot, shorten
from kg.model.ontology import Class, Property
from kg.model.terms import XSD, Iri, Literal, Term
from kg.questions.bind import bind
from kg.release.opened import OpenRelease
from server.pages.words.dates import day

_KEPT, _STATED = 20_000, 2_000
HIDDEN = frozenset({"corpus", "evidence", "derivedFrom", "note", "dateBasis", "knownFrom"})
"""Properties that say where something comes from; they have places of their own on a page."""


class Link(NamedTuple):
    """Text, where it leads (nowhere if empty), and what it means (shown on hover and in print)."""

    text: str
    href: str = ""
    hint: str = ""
    outside: bool = False


class Names:
    """The names of a release's things; each is asked for once and kept."""

    def __init__(self, release: OpenRelease) -> None:
        self._release = release
        self._ontology = release.ontology
        self._known: dict[Iri, tuple[str, tuple[Iri, ...]]] = {}
        self._said: dict[Iri, dict[Iri, list[Term]]] = {}

    @cached_property
    def dated(self) -> frozenset[Iri]:
        """The properties by which something that has days of its own may point at a thing."""
        return frozenset(
            each.iri
            for kind in self._ontology.classes.values()
            if {"latestStart", "effectiveDate"} & set(kind.by_name)
            for each in kind.properties
            if not each.inverse
        )

    def link(self, iri: Iri, besides: Iri | None = None) -> Link:
        """The name of a thing, a code, a graph or an address, and where it leads.

        A thing without a name is told by what it joins, `besides` left out. Only http and https
        addresses are ever links; every other IRI is text.
        """
        code = self._ontology.concept_by_iri.get(iri)
        if code:
            return Link(code.label, f"/glossary#{term_mark(iri)}", code.definition)
        if iri.startswith(ID):
            return Link(self._named(iri)[0] or self._told(iri, besides), local(iri))
        if iri.startswith(GRAPH):
            return Link(self._named(iri)[0] or shorten(iri), f"/about/data#{graph_mark(iri)}")
        if iri in self._ontology.class_by_iri:
            return Link(self._ontology.class_by_iri[iri].label)
        outside = iri.lower().startswith(("http://", "https://"))
        text = self._named(iri)[0] or shorten(iri)
        return Link(text, iri if outside else "", outside=outside)

    def value(self, term: Term, besides: Iri | None = None) -> Link:
        """A value in words: days, numbers and truths as people write them, addresses as links."""
        if isinstance(term, Iri):
            return self.link(term, besides)
        if not isinstance(term, Literal):
            return Link("something without a name")
        if term.datatype == XSD + "anyURI" and term.text.lower().startswith(
            ("http://", "https://")
        ):
            return Link(term.text, term.text, outside=True)
        return Link(written(term))

    def kind(self, iri: Iri) -> Class | None:
        """The most special class of the ontology that a thing has, if any."""
        return special(self._ontology.class_by_iri.get(each) for each in self._named(iri)[1])

    def known_from(self, iri: Iri) -> str:
        """Since which ISO day a thing, such as a document, is known; empty where none is known."""
        days = self._stated(iri).get(cot("knownFrom"), ())
        return min((each.text for each in days if isinstance(each, Literal)), default="")

    def _named(self, iri: Iri) -> tuple[str, tuple[Iri, ...]]:
        found = self._known.get(iri)
        if found is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            query = bind(self._release.library.inside("label"), {"thing": iri})
            rows = self._release.store.select(query).rows
            label = next((row[0].text for row in rows if isinstance(row[0], Literal)), "")
            classes = tuple(row[1] for row in rows if isinstance(row[1], Iri))
            found = self._known[iri] = (label, classes)
        return found

    def _told(self, iri: Iri, besides: Iri | None) -> str:
        kind = self.kind(iri)
        if not kind:
            return shorten(iri)
        return self.told(kind, self._stated(iri), besides) or shorten(iri)

    def _stated(self, iri: Iri) -> dict[Iri, list[Term]]:
        """What is stated of a thing that is asked for more than once, kept as names are."""
        said = self._said.get(iri)
        if said is None:
            if len(self._said) >= _STATED:
                self._said.clear()
            said = self._said[iri] = {}
            query = bind(self._release.library.inside("stated"), {"thing": iri})
            for predicate, value, _ in self._release.store.select(query).rows:
                if isinstance(predicate, Iri) and value is not None:
                    said.setdefault(predicate, []).append(value)
        return said

    def told(self, kind: Class, said: dict[Iri, list[Term]], besides: Iri | None = None) -> str:
        """A thing in a line, by its required properties: `A. Person · chief officer of B CCG`."""
        if "startOffset" in kind.by_name:
            return self._place(kind, said, besides)
        values = [
            value
            for each in identifying(kind)
            for value in dict.fromkeys(said.get(each.iri, ()))
            if value != besides
        ]
        words = [self._short(value) for value in values[:4]]
        return " · ".join(dict.fromkeys(word for word in words if word)) or kind.label

    def _place(self, kind: Class, said: dict[Iri, list[Term]], besides: Iri | None) -> str:
        """Where a span stands: its document, unless that is known already, and its characters."""
        names = ("inDocument", "startOffset", "endOffset")
        document, start, end = (said.get(kind.by_name[name].iri, [])[:1] for name in names)
        place = " to ".join(self.value(each).text for each in (*start, *end))
        told = [self._short(each) for each in document if each != besides]
        return ", ".join([*told, f"characters {place}"])

    def _short(self, value: Term) -> str:
        if isinstance(value, Iri) and value.startswith(ID):
            kind = self.kind(value)
            if kind and "startOffset" in kind.by_name:
                return self.link(value).text
            return self._named(value)[0] or (kind.label if kind else shorten(value))
        return self.value(value).text


@lru_cache(maxsize=4)
def names_of(release: OpenRelease) -> Names:
    """The names of a release, kept between requests."""
    return Names(release)


_TELLING = frozenset({"influencer", "sharedBy"})  # optional, but without them nothing is told


def special(classes: Iterable[Class | None]) -> Class | None:
    """The class with most ancestors; nothing for none."""
    found = [each for each in classes if each]
    return max(found, key=lambda each: (len(each.parents), each.name), default=None)


def identifying(kind: Class) -> list[Property]:
    """The properties that tell a nameless thing: required ones, digests and places left out."""
    skipped = HIDDEN | {"recordedIn", "spanDigest"}
    return [
        each
        for each in kind.properties
        if (each.min_count or each.name in _TELLING)
        and not each.inverse and each.name not in skipped
        and "Start" not in each.name and "End" not in each.name
    ]  # fmt: skip


def local(iri: str) -> str:
    """The address of a thing's page here; other IRIs as they are.

    >>> local("https://w3id.org/coterminous/id/organisation/26A/ccg")
    '/doc/organisation/26A/ccg'
    """
    return "/doc/" + quote(iri.removeprefix(ID), safe="/-._~%") if iri.startswith(ID) else iri


def graph_mark(iri: str) -> str:
    """What a graph is called within the page about the data.

    >>> graph_mark("https://w3id.org/coterminous/graph/register/ccgs")
    'register-ccgs'
    """
    return iri.removeprefix(GRAPH).replace("/", "-")


def term_mark(iri: str) -> str:
    """What a word of the model is called within the glossary.

    >>> term_mark("https://w3id.org/coterminous/def/v#type-ccg")
    'word-type-ccg'
    """
    return "word-" + iri.replace("/", "#").rpartition("#")[2]


def written(term: Literal) -> str:
    """A literal as people write it.

    >>> written(Literal.date("2020-04-01")), written(Literal.of(1234)), written(Literal.of(True))
    ('1 April 2020', '1,234', 'yes')
    """
    if term.datatype == XSD + "date":
        return day(term.text)
    if term.datatype == XSD + "integer" and term.text.lstrip("-").isdecimal():
        return f"{int(term.text):,}"
    if term.datatype == XSD + "boolean":
        return {"true": "yes", "1": "yes", "false": "no", "0": "no"}.get(term.text, term.text)
    return term.text
