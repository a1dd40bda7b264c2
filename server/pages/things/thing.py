"""The page of a thing: facts in the order of its shape, who states them, and its evidence."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from kg.model.names import ID, PREFIXES, RDF_TYPE, RDFS_LABEL, cot, shorten
from kg.model.ontology import Class, Property
from kg.model.terms import Iri, Literal, Term
from kg.questions.bind import bind
from kg.release.things import check_known
from server.pages.bodies.audited import Dispute, disputes_of
from server.pages.things import listings
from server.pages.things.absences import absences
from server.pages.things.after import RECKONED, SHARED, Stated, parted
from server.pages.things.day import Day, day_of, is_dated
from server.pages.things.known import out_by
from server.pages.things.listings import Heading, Listing, Said, View
from server.pages.words.dates import BOUNDS
from server.pages.words.evidence import Item, items
from server.pages.words.names import HIDDEN, Link, term_mark

_HEADED = frozenset({"start", "end", "name", "title", "text", *BOUNDS})
_MIRRORED = RECKONED | {SHARED, cot("recordFor")}
"""What is said both ways, so that what points at a thing by it stands among its facts."""
_ORDER = ("tenures", "interlocks", "arrangements", "influences", "restatements", "claims",
          "claimsMade", "proposals", "outgoingChanges", "incomingChanges")  # fmt: skip
"""The lists that come first, as people ask for them most."""
_OTHERS = {Iri(PREFIXES["rdfs"] + "seeAlso"): "see also"}
"""What properties of others are called."""
_NAMING = frozenset({"name", "title", "text", "recordName"})


class Value(NamedTuple):
    """A value of a fact, and the marks of the graphs that state it."""

    link: Link
    marks: list[str]


class Fact(NamedTuple):
    """A property in the reader's words, with its values; the label leads to the glossary."""

    label: Link
    values: list[Value]


class Source(NamedTuple):
    """A graph that states something on the page, and the mark it has there."""

    mark: str
    link: Link


class Thing(NamedTuple):
    """Everything that the page of a thing says; `later` is of after the day that was asked for."""

    iri: str
    address: str
    name: str
    kind: str
    about_kind: str
    summary: list[Link]
    when: str
    day: Day
    dated: bool
    told_at: str
    facts: list[Fact]
    listings: list[Listing]
    notes: list[str]
    later: list[Fact]
    later_notes: list[str]
    absent: list[str]
    disputes: list[Dispute]
    evidence: list[Item]
    sources: list[Source]
    published: str

    @property
    def standing(self) -> str:
        """How it stood on the day of the page, empty where that means nothing."""
        return self.day.standing


def thing(view: View) -> Thing:
    """What is known of the thing in view, on the day asked for or on the one that tells most.

    Raises `UnknownThing` where nothing is known.
    """
    check_known(view.release, view.thing)
    stated = _stated(view)
    said: Said = {name: list(values) for name, values in stated.items()}
    shape = listings.kind_of(view.release, said)
    parts = parted(view, shape, stated)
    marks = _marks(parts.stated, parts.later)
    day = day_of(view, shape, said)
    view = replace(view, on=day.on, asked=view.on)
    lists = _lists(view, shape, said)
    return Thing(
        iri=view.thing,
        address="/doc/" + view.thing.removeprefix(ID),
        name=listings.label(said) or view.names.link(view.thing).text,
        kind=shape.label if shape else "thing",
        about_kind=shape.comment if shape else "",
        summary=[view.names.link(each) for each in dict.fromkeys(_codes(shape, said))],
        when=listings.when(shape, said) if shape else "",
        day=day,
        dated=is_dated(view.release.ontology, shape),
        told_at=_told_at(view.thing, said),
        facts=_facts(view, shape, parts.stated, marks),
        listings=lists,
        notes=parts.notes,
        later=_facts(view, shape, parts.later, marks),
        later_notes=parts.later_notes,
        absent=absences(shape, _codes(shape, said), {each.name for each in lists}),
        disputes=_disputes(view),
        evidence=out_by(view.names, items(view.release, view.thing), view.published),
        sources=[Source(mark, view.names.link(graph)) for graph, mark in marks.items()],
        published=view.published,
    )


def _told_at(thing: Iri, said: Said) -> str:
    """Where a document that was read is told claim by claim; empty for everything else."""
    if cot("textLength") not in said:
        return ""
    return f"/questions/documents/claim-by-claim?document=id:{thing.removeprefix(ID)}"


def _stated(view: View) -> Stated:
    stated: Stated = {}
    query = bind(view.release.library.inside("stated"), {"thing": view.thing})
    for predicate, value, graph in view.release.store.select(query).rows:
        if isinstance(predicate, Iri) and isinstance(graph, Iri) and value is not None:
            stated.setdefault(predicate, {}).setdefault(value, []).append(graph)
    return stated


def _disputes(view: View) -> list[Dispute]:
    """Where sources do not agree; nothing for a page as then known, as they have no such day."""
    return [] if view.published else disputes_of(view.release, view.names, view.thing)


def _marks(*parts: Stated) -> dict[Iri, str]:
    every = [values for stated in parts for values in stated.values()]
    graphs = {graph for values in every for found in values.values() for graph in found}
    return {graph: _letter(place) for place, graph in enumerate(sorted(graphs))}


def _letter(place: int) -> str:
    more, last = divmod(place, 26)
    return (_letter(more - 1) if more else "") + chr(ord("a") + last)


def _codes(shape: Class | None, said: Said) -> list[Iri]:
    """The codes that a thing must have, such as its kind."""
    return [
        value
        for each in (shape.properties if shape else ())
        if each.kind == "concept" and each.min_count and not each.inverse
        for value in said.get(each.iri, ())
        if isinstance(value, Iri)
    ]


def _facts(view: View, shape: Class | None, stated: Stated, marks: dict[Iri, str]) -> list[Fact]:
    known = {RDF_TYPE, RDFS_LABEL}
    facts = []
    for each in shape.properties if shape else ():
        if each.inverse:
            continue
        known.add(each.iri)
        if each.iri in stated and each.name not in HIDDEN | _HEADED and not _is_listed(view, each):
            label = Link(each.label, f"/glossary#{term_mark(each.iri)}", each.description)
            facts.append(_fact(view, label, stated[each.iri], marks))
    for iri in sorted(set(stated) - known):
        term = view.release.ontology.predicates.get(iri)
        label = Link(_OTHERS.get(iri, shorten(iri)))
        if term:
            label = Link(term.label, f"/glossary#{term_mark(iri)}", term.comment)
        facts.append(_fact(view, label, stated[iri], marks))
    return facts


def _fact(view: View, label: Link, values: dict[Term, list[Iri]], marks: dict[Iri, str]) -> Fact:
    told = [
        Value(view.names.value(value, view.thing), [marks[each] for each in graphs])
        for value, graphs in values.items()
    ]
    return Fact(label, sorted(told, key=lambda each: each.link.text.casefold()))


def _is_listed(view: View, each: Property) -> bool:
    """Whether its values say more in a list than by their names, which they mostly lack."""
    if each.kind != "node" or not each.ranges or each.name in HIDDEN | {"timeSpan"}:
        return False
    ontology = view.release.ontology
    classes = [name for found in each.ranges for name in ontology.subclasses(found)]
    nameless = all(not _NAMING & set(ontology.classes[name].by_name) for name in classes)
    return nameless or set(each.ranges) <= listings.UNINTERESTING


def _lists(view: View, shape: Class | None, said: Said) -> list[Listing]:
    lists = []
    counts = _counts(view)
    for each in shape.properties if shape else ():
        heading = Heading(each.name, each.label, each.description)
        if each.inverse and each.iri in counts:
            lists.append(listings.incoming(view, each.iri, heading, counts.pop(each.iri)))
        elif not each.inverse and each.iri in said and _is_listed(view, each):
            lists.append(listings.outgoing(view, each.iri, heading))
    for via, total in counts.items():
        if via in _MIRRORED:
            continue
        term = view.release.ontology.predicates.get(via)
        name = shorten(via).removeprefix("cot:")
        if term and name != "corpus":
            heading = Heading(name, term.inverse_label, term.comment)
            lists.append(listings.incoming(view, via, heading, total))
    return sorted(lists, key=lambda each: _place(each.name))


def _place(name: str) -> int:
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)


def _counts(view: View) -> dict[Iri, int]:
    query = bind(view.release.library.inside("incoming-counts"), {"thing": view.thing})
    return {
        via: int(count.text)
        for via, count in view.release.store.select(query).rows
        if isinstance(via, Iri) and isinstance(count, Literal)
    }
