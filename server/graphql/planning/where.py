"""Filters of a document into conditions of a plan: every value a typed term, never text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from enum import Enum
from typing import Any

from kg.errors import UnknownThing
from kg.model.definitions import Scheme
from kg.model.names import RDFS_LABEL, expand
from kg.model.terms import XSD, Iri, Literal, Term
from server.graphql.identity import thing
from server.graphql.planning.conditions import (
    All,
    Amount,
    AnyOf,
    Condition,
    Group,
    Held,
    Is,
    Known,
    Not,
    Same,
    Some,
    Step,
    Value,
)
from server.graphql.projection import DATED, PUBLISHED, Field, Projection, Shown

LABEL = Step(RDFS_LABEL)
_DATATYPES = {"Date": "date", "Int": "integer", "Decimal": "decimal", "Url": "anyURI"}


def code(scheme: Scheme, text: str) -> Iri:
    """The code of a list by its notation, its prefixed name or its IRI; else `UnknownThing`."""
    for each in scheme.concepts:
        if text == each.notation or text == each.iri:
            return each.iri
    if text.startswith("cotv:"):
        return code(scheme, expand(text))
    raise UnknownThing(
        text,
        [each.notation for each in scheme.concepts],
        f'`concepts(scheme: "{scheme.name}")` lists the codes.',
    )


def term(kind: str, value: object) -> Term:
    """A value of a scalar, as a client gave it, as a term."""
    if isinstance(value, Enum):
        return Iri(str(value.value))
    if isinstance(value, Decimal):
        return Literal(format(value, "f"), XSD + "decimal")
    if isinstance(value, bool | int):
        return Literal.of(value)
    return Literal(str(value), XSD + _DATATYPES.get(kind, "string"))


class Filters:
    """Conditions from filters, under the days and months that are in force."""

    def __init__(
        self, shown: Projection, day: str | None, months: int, published: str | None = None
    ) -> None:
        self._shown = shown
        self._day = day
        self._months = months
        self._published = published

    def held(self, classes: tuple[str, ...], *, is_own: bool, of_body: bool = False) -> Held | None:
        """What the day in force asks of things of these concrete classes; of any, if none.

        A day that was not given for these things themselves does not ask whether a body stood,
        unless another body leads to it: who says something is named whether or not it stood on
        the day that is told of. Even then bodies without dates pass.
        """
        dated = self._shown.below(DATED, classes)
        if self._day is None or not dated:
            return None
        about = self._shown.ontology.classes
        if not is_own and not of_body and all(about[each].is_enduring for each in dated):
            return None
        strict = tuple(each for each in dated if is_own or not about[each].is_enduring)
        is_all = set(strict) == set(classes)
        return Held(self._day, self._months, None if is_all else self._shown.class_iris(strict))

    def known(self, classes: tuple[str, ...]) -> Known | None:
        """What the day of publication in force asks of things of these classes; of any, if none."""
        strict = self._shown.below(PUBLISHED, classes)
        if self._published is None or not strict:
            return None
        is_all = set(strict) == set(classes)
        return Known(self._published, None if is_all else self._shown.class_iris(strict))

    def of(self, target: str, given: Mapping[str, Any] | None) -> Condition | None:
        """The condition of a filter on things of this output type, if it asks anything."""
        if not given:
            return None
        kind = self._shown.types.get(target)
        parts = [self._part(kind, target, *each) for each in given.items() if each[1] is not None]
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _part(self, kind: Shown | None, target: str, name: str, value: Any) -> Condition:
        if name in ("and", "or"):
            parts = tuple(self.of(target, each) or All(()) for each in value)
            return All(parts) if name == "and" else AnyOf(parts)
        if name == "not":
            return Not(self.of(target, value) or All(()))
        if name == "id":
            return _all([Same(_ids(operator, each)) for operator, each in _given(value)])
        if name == "label":
            return self._literal(LABEL, "String", True, value)
        if kind is None or name not in kind.fields:
            return self._of_class(name, value)
        field = kind.fields[name]
        step = Step(field.prop.iri, field.prop.inverse)
        if field.kind == "literal":
            given = _written(field, value) if field.prop.in_capitals else value
            return self._literal(step, field.target, not field.is_many, given)
        if field.kind == "node":
            return self._node(field, step, value, of_body=kind.cls.is_enduring)
        return self._code(field, step, value)

    def _of_class(self, root: str, value: Mapping[str, Any]) -> Condition:
        kind = next(each for each in self._shown.types.values() if each.cls.root_field == root)
        group = self._group((kind.name,), kind.name, value)
        return Is(replace(group, classes=self._shown.class_iris((kind.name,))))

    def _literal(
        self, step: Step, kind: str, is_single: bool, value: Mapping[str, Any]
    ) -> Condition:
        numeric = kind in ("Int", "Decimal")
        parts: list[Condition] = []
        for operator, each in _given(value):
            if operator == "isNull":
                parts.append(_null(step, each))
                continue
            terms = tuple(term(kind, one) for one in (each if operator == "in" else [each]))
            parts.append(Value(step, operator, terms, is_single, numeric))  # type: ignore[arg-type]
        return _all(parts)

    def _code(self, field: Field, step: Step, value: Mapping[str, Any]) -> Condition:
        parts: list[Condition] = []
        for operator, each in _given(value):
            if operator == "isNull":
                parts.append(_null(step, each))
                continue
            codes = tuple(self._iri(field, one) for one in (each if operator == "in" else [each]))
            parts.append(Value(step, operator, codes, not field.is_many))  # type: ignore[arg-type]
        return _all(parts)

    def _iri(self, field: Field, value: object) -> Iri:
        if isinstance(value, Enum):
            return Iri(str(value.value))
        return code(self._shown.ontology.schemes[field.prop.scheme or ""], str(value))

    def _node(
        self, field: Field, step: Step, value: Mapping[str, Any], *, of_body: bool
    ) -> Condition:
        def group(where: Mapping[str, Any] | None) -> Group:
            made = self._group(field.classes, field.target, where, of_body=of_body)
            return replace(made, held=None) if field.prop.is_timeless else made

        if not field.is_many:
            return Some(step, group(value), is_single=True)
        parts: list[Condition] = []
        for quantifier, each in _given(value):
            if quantifier == "count":
                parts += _counts(step, group(each.get("of")), each)
                continue
            if quantifier == "every":
                inner = Not(self.of(field.target, each) or All(()))
                parts.append(Not(Some(step, replace(group(None), where=inner))))
                continue
            some = Some(step, group(each))
            parts.append(Not(some) if quantifier == "none" else some)
        return _all(parts)

    def _group(
        self,
        classes: tuple[str, ...],
        target: str,
        where: Mapping[str, Any] | None,
        *,
        of_body: bool = False,
    ) -> Group:
        found = (each for name in classes for each in self._shown.members[name])
        concrete = tuple(dict.fromkeys(found))
        return Group(
            (),
            self.held(concrete, is_own=False, of_body=of_body),
            None,
            self.of(target, where),
            self.known(concrete),
        )


def _counts(step: Step, group: Group, value: Mapping[str, Any]) -> list[Condition]:
    return [
        Amount(step, group, operator, number)
        for operator in ("eq", "atLeast", "atMost")
        if (number := value.get(operator)) is not None
    ]


def _given(value: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return [each for each in value.items() if each[1] is not None]


def _ids(operator: str, value: Any) -> tuple[Iri, ...]:
    return tuple(thing(each) for each in (value if operator == "in" else [value]))


def _written(field: Field, value: Mapping[str, Any]) -> dict[str, Any]:
    """A condition on texts, as the graph has them: those that must be just so."""
    given = dict(value)
    for operator in given.keys() & {"eq", "in"}:
        found = given[operator]
        given[operator] = (
            [field.written(each) for each in found]
            if isinstance(found, list)
            else found and field.written(found)
        )
    return given


def _null(step: Step, is_null: bool) -> Condition:
    return Not(Some(step)) if is_null else Some(step)


def _all(parts: list[Any]) -> Condition:
    return parts[0] if len(parts) == 1 else All(tuple(parts))
