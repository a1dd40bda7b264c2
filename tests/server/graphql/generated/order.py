"""Orders and pages of lists, made by sorting all of a list and cutting it."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from functools import cmp_to_key
from typing import Any, NamedTuple

from kg.model.names import RDFS_LABEL
from kg.model.terms import Iri, Literal, Term
from tests.server.graphql.generated.conditions import comparable
from tests.server.graphql.generated.facts import Facts
from tests.server.graphql.generated.force import chosen
from tests.server.graphql.generated.reading import Reading

CURSOR = "cursor of "
Place = tuple[tuple[Any, ...], Iri]


class By(NamedTuple):
    """A key of an order: what it reads, and which way."""

    name: str
    descending: bool
    nulls_first: bool


class Order:
    """The order of one list."""

    def __init__(
        self, facts: Facts, reading: Reading, target: str,
        given: Sequence[Mapping[str, Any]] | None, languages: Sequence[str],
    ) -> None:  # fmt: skip
        self._facts = facts
        self._reading = reading
        self._target = target
        self._languages = languages
        self._keys = [_by(each) for each in given or ()] or [By("label", False, False)]

    def sorted(self, things: Sequence[Iri]) -> list[Iri]:
        """The things in order; those that tie by their IRIs."""
        places = [
            (tuple(self._value(each, key.name) for key in self._keys), each) for each in things
        ]
        return [each for _, each in sorted(places, key=cmp_to_key(self._compared))]

    def after(self, things: Sequence[Iri], cursor: str) -> list[Iri]:
        """Those of the things that stand behind the place of a cursor."""
        _, _, values, iri = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        told = zip(self._keys, values, strict=True)
        place = tuple(iri if key.name == "id" else _unpacked(one) for key, one in told), Iri(iri)
        known = [
            (tuple(self._value(each, key.name) for key in self._keys), each) for each in things
        ]
        # The thing itself may not be in this list: one place serves the lists of all parents.
        return [each for each in things if self._compared(known[things.index(each)], place) > 0]

    def _compared(self, one: Place, other: Place) -> int:
        for key, left, right in zip(self._keys, one[0], other[0], strict=True):
            if left == right:
                continue
            if left is None or right is None:
                return -1 if (left is None) == key.nulls_first else 1
            return -1 if (left < right) != key.descending else 1
        return (one[1] > other[1]) - (one[1] < other[1])

    def _value(self, thing: Iri, path: str) -> Any:
        """What stands at the end of a path such as `holder.name`."""
        found: list[Term] = [thing]
        target = self._target
        for name in path.split("."):
            if name == "id":
                return str(thing)
            prop = None if name == "label" else self._reading.ontology.classes[target].by_name[name]
            predicate, inverse = (prop.iri, prop.inverse) if prop else (RDFS_LABEL, False)
            found = [
                one
                for each in found
                for one in self._facts.values(each, predicate, inverse=inverse)
            ]
            target = self._reading.target(prop) if prop and prop.kind == "node" else target
        # Of several texts one is chosen, and of anything else there is one.
        found = [*chosen(found, self._languages)] or found
        return _comparable(found[0]) if found else None


def _comparable(term: Term) -> Any:
    return comparable(term) if isinstance(term, Literal) else str(term)


def _by(given: Mapping[str, Any]) -> By:
    return By(_plain(given["field"]), bool(given["descending"]), _plain(given["nulls"]) == "FIRST")


def _plain(value: Any) -> str:
    return str(getattr(value, "value", value))


def _unpacked(packed: list[str] | None) -> Any:
    if packed is None:
        return None
    return _comparable(Literal(*packed) if len(packed) > 1 else Iri(packed[0]))


def same_place(shown: str, expected: str) -> bool:
    """Whether a cursor is that of the thing that is expected.

    >>> packed = base64.urlsafe_b64encode(b'["r", "mark", [], "urn:x"]').decode()
    >>> same_place(packed, CURSOR + "urn:x"), same_place(packed, CURSOR + "urn:y")
    (True, False)
    """
    told = json.loads(base64.urlsafe_b64decode(shown + "=" * (-len(shown) % 4)))
    return bool(CURSOR + told[-1] == expected)
