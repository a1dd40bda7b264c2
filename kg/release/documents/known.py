"""What a release knows of bodies and people, for a document that is to speak of the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.documents.review.known import Known
from kg.model.names import GRAPH, cot
from kg.model.terms import Iri, Literal, Term
from kg.questions.library import Library
from kg.store.base import Store

_OURS: Final = re.compile(re.escape(GRAPH) + r"source/[0-9a-f]{12}")
Classes = dict[Iri, Iri]


@dataclass(frozen=True)
class Held:
    """What is `known`, and the class of each thing that another graph has."""

    known: Known
    classes: Classes


def read(store: Store, own: Iri) -> Held:
    """What the graphs of a release say, but its graph `own`, which is to be written anew.

    What only documents of users put there is known, but does not last.
    """
    classes: Classes = {}
    lasting: set[Iri] = set()
    named: dict[Iri, dict[str, set[Iri]]] = defaultdict(lambda: defaultdict(set))
    for graph, thing, kind, name in _rows(store, "document-names", own):
        if isinstance(thing, Iri) and isinstance(kind, Iri):
            classes[thing] = kind
            if isinstance(name, Literal):
                named[kind][name.text.casefold()].add(thing)
            if not _OURS.fullmatch(str(graph)):
                lasting.add(thing)
    offices: dict[Iri, set[Iri]] = defaultdict(set)
    for _, person, body in _rows(store, "document-offices", own):
        if isinstance(person, Iri) and isinstance(body, Iri):
            offices[person].add(body)
    changes = _changes(store, own)
    classes |= dict.fromkeys(changes.values(), cot("ChangeEvent"))
    known = Known(
        frozenset(lasting),
        {name: min(found) for name, found in named[cot("Organisation")].items() if len(found) == 1},
        {name: tuple(sorted(found)) for name, found in named[cot("Person")].items()},
        {person: frozenset(bodies) for person, bodies in offices.items()},
        changes,
    )
    return Held(known, classes)


def _changes(store: Store, own: Iri) -> dict[tuple[Iri, str, frozenset[Iri]], Iri]:
    told: dict[tuple[Iri, Iri, str], set[Iri]] = defaultdict(set)
    for graph, event, kind, day, original in _rows(store, "document-changes", own):
        is_told = isinstance(event, Iri) and isinstance(kind, Iri) and isinstance(original, Iri)
        if is_told and isinstance(day, Literal) and not _OURS.fullmatch(str(graph)):
            told[event, kind, day.text].add(original)  # type: ignore[index,arg-type]
    return {(kind, day, frozenset(them)): event for (event, kind, day), them in told.items()}


def _rows(store: Store, query: str, own: Iri) -> Iterator[tuple[Term | None, ...]]:
    """The rows of a query that other graphs tell, the graph first.

    The query is today's: a release that was built before it does not have it.
    """
    found = store.select(Library().inside(query)).rows
    return (row for row in found if row[0] != own)
