"""Where sources do not agree with each other, with the register, or two readers with each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kg.analysis.asking import Row, rows, rows_of, text
from kg.model.names import cotv
from kg.model.terms import Iri
from kg.questions.library import Library
from kg.store.base import Store

KINDS: Final = {
    "disputed-claim": "a claim that another one disputes",
    "figures": "numbers of different sources that cannot both be right",
    "against-register": "a number that differs from the register's",
    "dates-in-post": "days of an office that cannot both be right",
    "readings": "a coding of pressure on which two readers differ",
}
"""The kinds of contradiction; each has a query of its own."""


@dataclass(frozen=True)
class Side:
    """What one says: a claim, a number or a reading, in short, by whom and where (IRIs)."""

    thing: Iri
    says: tuple[str, ...]
    said_by: tuple[Iri, ...]
    documents: tuple[Iri, ...]


@dataclass(frozen=True)
class Contradiction:
    """Sides that do not go together, and what they are about."""

    kind: str
    sides: tuple[Side, ...]
    about: tuple[Iri, ...]


def contradictions(
    store: Store, library: Library, corpus: Iri | None = None
) -> list[Contradiction]:
    """All of them by kind, each once; the first side is of the corpus asked."""
    values = {"corpus": corpus or cotv("corpus-all")}
    found: list[tuple[str, frozenset[Iri], list[Iri]]] = []
    for kind in KINDS:
        about: dict[frozenset[Iri], list[Iri]] = defaultdict(list)
        for row in rows(store, library, f"disagreements-{kind}", values):
            pair = frozenset((Iri(text(row["one"])), Iri(text(row["two"]))))
            about[pair] += [row["about"]] if isinstance(row["about"], Iri) else []
        found += ((kind, pair, of) for pair, of in about.items())
    sides = _sides(store, library, {side for _, pair, _ in found for side in pair})
    return [
        Contradiction(kind, tuple(sides[each] for each in sorted(pair)), tuple(sorted(set(of))))
        for kind, pair, of in found
    ]


def _sides(store: Store, library: Library, things: Iterable[Iri]) -> dict[Iri, Side]:
    wanted = sorted(things)
    told: dict[Iri, list[Row]] = {each: [] for each in wanted}
    for row in rows_of(store, library, "disagreements-positions", "claim", wanted):
        told[Iri(text(row["claim"]))].append(row)
    return {
        thing: Side(
            thing,
            tuple(dict.fromkeys(text(row["value"]) for row in found if row["value"])),
            _iris(found, "saidBy"),
            _iris(found, "document"),
        )
        for thing, found in told.items()
    }


def _iris(found: Iterable[Row], column: str) -> tuple[Iri, ...]:
    terms = (row[column] for row in found)
    return tuple(dict.fromkeys(each for each in terms if isinstance(each, Iri)))
