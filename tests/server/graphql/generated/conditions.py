"""Filters and orders of an operation, read one thing at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any

from kg.model.definitions import Property, Scheme
from kg.model.names import RDFS_LABEL, expand
from kg.model.terms import XSD, Iri, Literal, Term
from tests.server.graphql.generated.facts import Facts
from tests.server.graphql.generated.force import Force, Passing, identified
from tests.server.graphql.generated.reading import Reading

NUMERIC = (XSD + "integer", XSD + "decimal")


class Conditions:
    """Whether a thing is as a filter says."""

    def __init__(self, facts: Facts, reading: Reading) -> None:
        self._facts = facts
        self._reading = reading
        self._passing = Passing(facts, reading.ontology)

    def holds(self, thing: Iri, target: str, where: Mapping[str, Any] | None, force: Force) -> bool:
        """Whether all conditions hold; one that is null is none."""
        given = (each for each in (where or {}).items() if each[1] is not None)
        return all(self._one(thing, target, name, value, force) for name, value in given)

    def _one(self, thing: Iri, target: str, name: str, value: Any, force: Force) -> bool:
        if name in ("and", "or", "not"):
            return self._joined(thing, target, name, value, force)
        if name == "id":
            return _all(value, lambda operator, each: _is_named(thing, operator, each))
        if name == "label":
            return self._literal(self._facts.values(thing, RDFS_LABEL), value)
        cls = self._reading.ontology.classes.get(target)
        if cls is None or name not in cls.by_name:
            return self._of_class(thing, name, value, force)
        prop = cls.by_name[name]
        found = self._facts.values(thing, prop.iri, inverse=prop.inverse)
        if prop.kind == "literal":
            return self._literal(found, _in_capitals(value) if prop.in_capitals else value)
        if prop.kind == "concept":
            return _coded(found, self._reading.ontology.schemes[prop.scheme or ""], value)
        inside = force.nested(of_body=cls.is_enduring, timeless=prop.is_timeless)
        return self._led(prop, found, value, inside)

    def _joined(self, thing: Iri, target: str, name: str, value: Any, force: Force) -> bool:
        parts = [value] if name == "not" else value
        holds = (self.holds(thing, target, each, force) for each in parts)
        if name == "not":
            return not any(holds)
        return all(holds) if name == "and" else any(holds)

    def _of_class(self, thing: Iri, root: str, value: Mapping[str, Any], force: Force) -> bool:
        classes = self._reading.ontology.classes.values()
        cls = next(each for each in classes if each.root_field == root)
        inside = force.nested(of_body=False)
        return (
            self._passing.is_of(thing, [cls.name])
            and self._passing.passes(thing, self._reading.concrete([cls.name]), inside)
            and self.holds(thing, cls.name, value, inside)
        )

    def _literal(self, found: Sequence[Term], value: Mapping[str, Any]) -> bool:
        return _all(value, lambda operator, each: _compared(found, operator, each))

    def _led(
        self, prop: Property, found: Sequence[Term], value: Mapping[str, Any], force: Force
    ) -> bool:
        classes, target = self._reading.concrete(prop.ranges), self._reading.target(prop)
        there = [
            each
            for each in found
            if isinstance(each, Iri) and self._passing.passes(each, classes, force)
        ]
        if prop.inverse and classes:
            there = [each for each in there if self._passing.is_of(each, classes)]

        def like(where: Mapping[str, Any] | None) -> list[Iri]:
            return [each for each in there if self.holds(each, target, where, force)]

        if prop.single:
            return bool(like(value))
        tests: dict[str, Callable[[Any], bool]] = {
            "some": lambda each: bool(like(each)),
            "none": lambda each: not like(each),
            "every": lambda each: like(each) == there,
            "count": lambda each: _counted(len(like(each.get("of"))), each),
        }
        return all(tests[name](each) for name, each in value.items() if each is not None)


def _all(value: Mapping[str, Any], test: Callable[[str, Any], bool]) -> bool:
    return all(test(operator, each) for operator, each in value.items() if each is not None)


def _in_capitals(value: Mapping[str, Any]) -> dict[str, Any]:
    """What must be just so, in capitals."""

    def written(each: Any) -> Any:
        return [one.upper() for one in each] if isinstance(each, list) else each and each.upper()

    return {name: written(each) if name in ("eq", "in") else each for name, each in value.items()}


def _is_named(thing: Iri, operator: str, value: Any) -> bool:
    return thing in [identified(each) for each in (value if operator == "in" else [value])]


def _counted(number: int, wanted: Mapping[str, Any]) -> bool:
    eq, least, most = (wanted.get(each) for each in ("eq", "atLeast", "atMost"))
    return (
        (eq is None or number == eq)
        and (least is None or number >= least)
        and (most is None or number <= most)
    )


def _coded(found: Sequence[Term], scheme: Scheme, value: Mapping[str, Any]) -> bool:
    def test(operator: str, each: Any) -> bool:
        if operator == "isNull":
            return bool(each) is not bool(found)
        return any(_code(scheme, one) in found for one in (each if operator == "in" else [each]))

    return _all(value, test)


def _code(scheme: Scheme, value: object) -> Iri:
    if isinstance(value, Enum):
        return Iri(str(value.value))
    text = expand(str(value)) if str(value).startswith("cotv:") else str(value)
    return next(each.iri for each in scheme.concepts if text in (each.notation, each.iri))


def _compared(found: Sequence[Term], operator: str, value: Any) -> bool:
    if operator == "isNull":
        return bool(value) is not bool(found)
    return any(_test(each, operator, value) for each in found if isinstance(each, Literal))


def _test(literal: Literal, operator: str, value: Any) -> bool:
    if operator in ("contains", "startsWith"):
        text, part = literal.text.lower(), str(value).lower()
        return part in text if operator == "contains" else text.startswith(part)
    known = comparable(literal)
    if known is None:
        return False
    if operator == "in":
        return any(known == _plain(literal, each) for each in value)
    wanted = _plain(literal, value)
    if operator == "eq":
        return bool(known == wanted)
    return bool(known >= wanted) if operator == "atLeast" else bool(known <= wanted)


def _plain(literal: Literal, value: Any) -> Any:
    if literal.datatype in NUMERIC:
        return Decimal(str(value))
    return value if isinstance(value, bool) else str(value)


def comparable(literal: Literal) -> Any:
    """The value of a literal that another of its datatype can be compared with."""
    if literal.datatype in NUMERIC:
        try:
            return Decimal(literal.text)
        except InvalidOperation:
            return None
    if literal.datatype == XSD + "boolean":
        return literal.text in ("true", "1")
    return literal.text
