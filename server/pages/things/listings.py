"""Lists of things on a page: what points at a thing, or belongs to it, with dates and evidence."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from kg.model.names import ID, RDF_TYPE, RDFS_LABEL
from kg.model.ontology import Class
from kg.model.terms import Iri, Literal, Term
from kg.questions.bind import bind
from kg.release.opened import OpenRelease
from server.pages.things.known import is_borne_out, is_judged, out_by
from server.pages.words.dates import BOUNDS, Period, between
from server.pages.words.evidence import Item, items_of
from server.pages.words.names import HIDDEN, Link, Names, identifying, local, special

Said = dict[Iri, list[Term]]
_FIRST = 20
UNINTERESTING = frozenset({"NamePeriod", "RegisterRecord"})
"""Classes whose things have names, but are better told by what they say."""


@dataclass(frozen=True)
class View:
    """How a reader looks at a thing: `on` a day, one list shown `whole`.

    Without `on`, at its last day, or else `today`; without that too, at all times. With
    `published`, only by what is known to have been published by that day. `asked` is the day that
    was asked for, empty where the page chose its own.
    """

    release: OpenRelease
    names: Names
    thing: Iri
    on: str = ""
    whole: str = ""
    today: str = ""
    published: str = ""
    asked: str = ""


class Told(NamedTuple):
    """A property and its values in words."""

    label: str
    values: list[Link]


class Card(NamedTuple):
    """One thing in a list: its name, when, a few facts, and its evidence."""

    link: Link
    when: str
    facts: list[Told]
    notes: list[str]
    evidence: list[Item]


class Listing(NamedTuple):
    """A list: how many there are in all; those of the day; those of other times, and their number.

    Of each, as many as the view shows. `later` came out later than the view looks, or without a
    day, and is not among them.
    """

    name: str
    label: str
    description: str
    total: int
    cards: list[Card]
    left_out: int
    others: list[Card]
    later: int = 0

    @property
    def held(self) -> int:
        """How many are not of other times."""
        return self.total - self.left_out

    @property
    def shown(self) -> int:
        """How many are shown, of whatever time."""
        return len(self.cards) + len(self.others)


class Heading(NamedTuple):
    """What a list is called."""

    name: str
    label: str
    description: str


def incoming(view: View, via: Iri, heading: Heading, total: int) -> Listing:
    """The things that point at the thing, earliest first, as many as the view shows."""
    whole = heading.name == view.whole or bool(
        view.published or (view.on and via in view.names.dated)
    )
    query = view.release.library.inside("incoming-all" if whole else "incoming-first")
    found = _grouped(view, bind(query, {"thing": view.thing, "via": via}))
    return _listing(view, heading, found, total)


def outgoing(view: View, via: Iri, heading: Heading) -> Listing:
    """The things that the thing points at, earliest first."""
    found = pointed_at(view, via)
    return _listing(view, heading, found, len(found))


def pointed_at(view: View, via: Iri) -> dict[Iri, Said]:
    """What is said of the things that the thing points at by a property."""
    query = view.release.library.inside("outgoing")
    return _grouped(view, bind(query, {"thing": view.thing, "via": via}))


def period(kind: Class, said: Said) -> Period:
    """When something dated held."""
    return Period.of({name: _first(kind, said, name) for name in BOUNDS})


def when(kind: Class, said: Said) -> str:
    """When a thing held, took effect or was issued, in words; empty where nothing is known."""
    if "latestStart" in kind.by_name:
        return str(period(kind, said))
    if "earliestIssued" in kind.by_name:
        earliest, latest = (_first(kind, said, name) for name in ("earliestIssued", "latestIssued"))
        return between(earliest, latest)
    for name in ("effectiveDate", "date", "asOf"):
        day = _first(kind, said, name)
        if day:
            return between(day, day)
    return ""


def texts(kind: Class, said: Said, name: str) -> list[str]:
    """The texts of a property, by its name in the ontology."""
    each = kind.by_name.get(name)
    values = said.get(each.iri, ()) if each else ()
    return [value.text for value in values if isinstance(value, Literal)]


def label(said: Said) -> str:
    """The display name of a thing, or nothing."""
    return next((each.text for each in said.get(RDFS_LABEL, ()) if isinstance(each, Literal)), "")


def kind_of(release: OpenRelease, said: Said) -> Class | None:
    """The most special class of a thing."""
    known = release.ontology.class_by_iri
    types = (each for each in said.get(RDF_TYPE, ()) if isinstance(each, Iri))
    return special(known.get(each) for each in types)


def _listing(view: View, heading: Heading, found: dict[Iri, Said], total: int) -> Listing:
    known = _known(view, found)
    later, found = len(found) - len(known), known
    total -= later
    held = {each: said for each, said in found.items() if _holds(view, said)}
    others = {each: said for each, said in found.items() if each not in held}
    most = None if heading.name == view.whole else _FIRST
    parts = [dict(islice(part.items(), most)) for part in (held, others)]
    evidence = items_of(view.release, [each for part in parts for each in part])
    shown, besides = (
        [_card(view, each, said, evidence[each]) for each, said in part.items()] for part in parts
    )
    return Listing(*heading, total, shown, len(others), besides, later)


def _card(view: View, subject: Iri, said: Said, evidence: list[Item]) -> Card:
    kind = kind_of(view.release, said)
    if not kind:
        return Card(view.names.link(subject, view.thing), "", [], [], [])
    is_told = kind.name in UNINTERESTING
    # what is told by what it joins need not be looked up by its name
    found = Link("", local(subject)) if is_told and subject.startswith(ID) else None
    link = found or view.names.link(subject, view.thing)
    if is_told:
        link = link._replace(text=view.names.told(kind, said, view.thing))
    return Card(
        link=link,
        when=when(kind, said),
        facts=_facts(view, kind, said),
        notes=texts(kind, said, "note"),
        evidence=out_by(view.names, evidence, view.published),
    )


def _facts(view: View, kind: Class, said: Said) -> list[Told]:
    bare = not label(said) or kind.name in UNINTERESTING
    shown = {each.name for each in identifying(kind)} if bare else set()
    shown |= HIDDEN | _NAMING | _DATES
    told = []
    for each in kind.properties:
        if each.inverse or each.name in shown or not (each.single or each.min_count):
            continue
        values = [value for value in said.get(each.iri, ()) if value not in (view.thing, _NO)]
        if values:
            words = [view.names.value(value, view.thing) for value in values[:6]]
            told.append(Told(each.label, words))
    return told[:6]


_NAMING = {
    "name",
    "title",
    "text",
    "recordName",
    "nameBasis",
    "titleBasis",
    "inRegister",
    "code",
    "spanDigest",
}
_NO = Literal.of(False)
_DATES = {*BOUNDS, "start", "end", "effectiveDate", "issuedDate", "earliestIssued", "latestIssued"}


def _known(view: View, found: dict[Iri, Said]) -> dict[Iri, Said]:
    """Those that were published by the day that the view looks from, if it looks from one."""
    if not view.published:
        return found
    kinds = {each: kind_of(view.release, said) for each, said in found.items()}
    evidence = items_of(view.release, [each for each, kind in kinds.items() if is_judged(kind)])

    def is_known(each: Iri) -> bool:
        kind = kinds[each]
        if not kind or "Published" not in kind.parents:
            return is_borne_out(view.names, evidence.get(each, ()), view.published)
        known = _first(kind, found[each], "knownFrom")
        return bool(known) and known <= view.published

    return {each: said for each, said in found.items() if is_known(each)}


def _holds(view: View, said: Said) -> bool:
    kind = kind_of(view.release, said) if view.on else None
    if not kind or "latestStart" not in kind.by_name:
        return not kind or not view.asked or _first(kind, said, "effectiveDate") <= view.asked
    return period(kind, said).holds(view.on)


def _first(kind: Class, said: Said, name: str) -> str:
    return next(iter(texts(kind, said, name)), "")


def _grouped(view: View, query: str) -> dict[Iri, Said]:
    found: dict[Iri, Said] = {}
    for subject, predicate, value in view.release.store.select(query).rows:
        if isinstance(subject, Iri) and isinstance(predicate, Iri) and value is not None:
            found.setdefault(subject, {}).setdefault(predicate, []).append(value)
    return found
