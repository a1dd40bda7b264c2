"""What the register of a release has by now, by code: the bodies, their links, the successions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from kg.ingest.ods.kinds import folded
from kg.model.terms import Iri, Term
from kg.questions.library import Library
from kg.store.base import Store


class Link(NamedTuple):
    """A link to a wider body that has no end: its IRI, its type, that body's code, its start."""

    iri: Iri
    type: str
    code: str
    start: str


@dataclass
class Known:
    """A body of the register; `called` is the name it is shown by, `names` are all it had, folded.

    `is_listed` says that an official register lists it.

    Bounds are ISO days or empty; those of its records stand beside those of the body.
    """

    iri: Iri
    called: str = ""
    is_listed: bool = False
    codes: set[str] = field(default_factory=set)
    gss: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    days: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    links: list[Link] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The kind that its IRI names: `ccg` of `…/26A/ccg` and of `…/26A/ccg/2`."""
        parts = self.iri.rsplit("/", 2)
        return parts[1] if parts[2].isdigit() else parts[2]

    @property
    def starts(self) -> set[str]:
        """The days on which it may have begun, by the register and by its records."""
        return self.days["earliestStart"] | self.days["latestStart"] | self.days["recordStart"]

    @property
    def ends(self) -> set[str]:
        """The days on which it may have ended, likewise."""
        return self.days["earliestEnd"] | self.days["latestEnd"] | self.days["recordEnd"]

    @property
    def is_closed(self) -> bool:
        """Whether the register has an end for it."""
        return bool(self.days["earliestEnd"] or self.days["latestEnd"])

    def stood(self, day: str) -> bool:
        """Whether it may have stood on a day, or on the eve of it."""
        last = max(self.ends, default="")
        return min(self.starts, default="") <= day and (not last or day <= _next(last))


class Register:
    """The bodies of a release, by ODS code and by GSS code."""

    def __init__(self, store: Store, library: Library) -> None:
        self._bodies: dict[Iri, Known] = {}
        for body, what, text in _rows(store, library, "ods-bodies"):
            self._note(self._bodies.setdefault(Iri(body), Known(Iri(body))), what, text)
        for body, link, kind, code, start in _rows(store, library, "ods-links"):
            if known := self._bodies.get(Iri(body)):
                known.links.append(Link(Iri(link), kind.rpartition("-")[2], code, start))
        self._by_code: defaultdict[str, list[Known]] = defaultdict(list)
        self._by_gss: defaultdict[str, list[Known]] = defaultdict(list)
        self._by_name: defaultdict[tuple[str, str], list[Known]] = defaultdict(list)
        for iri in sorted(self._bodies):
            if self._bodies[iri].is_listed:
                self._place(self._bodies[iri])
        self.transfers: dict[tuple[str, str], set[str]] = defaultdict(set)
        for before, after, day in _rows(store, library, "ods-transfers"):
            self.transfers[before, after].add(day)

    def __contains__(self, code: str) -> bool:
        """Whether any body has had this ODS code."""
        return code in self._by_code

    def of_code(self, code: str) -> list[Known]:
        """The bodies that have had an ODS code, in the order of their IRIs."""
        return self._by_code.get(code, [])

    def of_gss(self, code: str) -> list[Known]:
        """The bodies that have had a GSS code."""
        return self._by_gss.get(code, [])

    def of_name(self, kind: str, name: str) -> list[Known]:
        """The bodies of a kind that have borne a name."""
        return self._by_name.get((kind, folded(name)), [])

    def _place(self, known: Known) -> None:
        for code in known.codes:
            self._by_code[code].append(known)
        for code in known.gss:
            self._by_gss[code].append(known)
        for name in known.names:
            self._by_name[known.kind, name].append(known)

    @staticmethod
    def _note(known: Known, what: str, text: str) -> None:
        if what == "ods":
            known.codes.add(text)
        elif what == "gss":
            known.gss.add(text)
        elif what == "listed":
            known.is_listed = True
        elif what in ("called", "name"):
            known.called = text if what == "called" else known.called
            known.names.add(folded(text))
        else:
            known.days[what].add(text)


def _rows(store: Store, library: Library, name: str) -> Iterator[list[str]]:
    for row in store.select(library.inside(name)).rows:
        yield [_text(each) for each in row]


def _text(term: Term | None) -> str:
    return "" if term is None else term if isinstance(term, str) else term.text


def _next(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
