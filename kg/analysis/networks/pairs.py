"""Two bodies that one person led at once, as the graph's rule finds them."""

from __future__ import annotations

from dataclasses import dataclass

from kg.analysis.asking import Row, rows, text
from kg.analysis.networks.tenures import Bounds, bounds_of
from kg.model.terms import Iri
from kg.questions.library import Library
from kg.store.base import Store


@dataclass(frozen=True)
class Pair:
    """Two bodies that one person led at once: an interlock of the graph, or an undated claim."""

    iri: Iri
    person: Iri
    person_name: str
    bodies: tuple[Iri, Iri]
    names: tuple[str, str]
    bounds: Bounds


def pairs(store: Store, library: Library) -> list[Pair]:
    """The interlocks of the graph, whose reading is "attested"; then those that have no day at all,
    each of which is a claim that names both bodies."""
    names = ("interlocks-pairs", "interlocks-undated")
    return [_pair(row) for name in names for row in rows(store, library, name)]


def _pair(row: Row) -> Pair:
    return Pair(
        iri=Iri(text(row["interlock"])),
        person=Iri(text(row["person"])),
        person_name=text(row["personName"]),
        bodies=(Iri(text(row["one"])), Iri(text(row["two"]))),
        names=(text(row["oneName"]), text(row["twoName"])),
        bounds=bounds_of(row),
    )
