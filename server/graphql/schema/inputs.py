"""Input types: the filter of each class, and the order of its lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from server.graphql.projection import Field, Projection, Shown, constant
from server.graphql.schema import texts
from server.graphql.schema.parts import SCALARS, enum, graphene, make

_OPERATORS: Final = {
    "String": ("eq", "in", "contains", "startsWith"),
    "Url": ("eq", "in", "contains", "startsWith"),
    "Boolean": ("eq",),
    "Code": ("eq", "in"),
}
_RANGE: Final = ("eq", "in", "atLeast", "atMost")


def _constant(path: str) -> str:
    """A path to a value as a constant.

    >>> _constant("publisher.odsCode")
    'PUBLISHER__ODS_CODE'
    """
    return "__".join(constant(each) for each in path.split("."))


class Inputs:
    """The input types; `named` gives an output type, for the codes that are filtered by."""

    def __init__(self, shown: Projection, named: Callable[[str], Any]) -> None:
        self._shown = shown
        self._named = named
        self._made: dict[str, Any] = {}
        self.nulls = enum("Nulls", texts.NULLS, "Where things without a value stand in an order.")

    def where(self, target: str) -> Any:
        """The filter of an output type; one filter serves all unions and `Node`."""
        kind = self._shown.types.get(target)
        name = f"{target if kind else 'Node'}Where"
        if name not in self._made:
            self._made[name] = None  # reserved: filters hold each other, so those are made later
            every = self._shown.types.values()
            fields = self._logic(name) | (self._own(kind) if kind else self._by_class(every))
            self._made[name] = make(name, graphene.InputObjectType, fields, texts.WHERE)
        return self._made[name]

    def order(self, target: str) -> Any:
        """The order of a list of this output type."""
        kind = self._shown.types.get(target)
        name = f"{target if kind else 'Node'}Order"
        if name not in self._made:
            known = ("label", "id", *self._shown.orders(target if kind else "Node"))
            by = {_constant(each): (each, texts.order_by(each)) for each in known}
            told = texts.ORDERED
            made = {
                "field": graphene.InputField(
                    enum(f"{name}Field", by, told["field"]),
                    required=True,
                    description=told["field"],
                ),
                "descending": graphene.InputField(
                    graphene.Boolean, default_value=False, description=told["descending"]
                ),
                "nulls": graphene.InputField(
                    self.nulls, default_value="LAST", description=told["nulls"]
                ),
            }
            self._made[name] = make(name, graphene.InputObjectType, made, texts.ORDER)
        return self._made[name]

    def _logic(self, name: str) -> dict[str, Any]:
        many = graphene.List(graphene.NonNull(lambda: self._made[name]))
        text = self._operators("String", graphene.String, "String", is_null=True)
        identity = self._operators("ID", graphene.ID, "Code")
        return {
            "and": graphene.InputField(many, description="All of these hold."),
            "or": graphene.InputField(many, description="At least one of these holds."),
            "not": graphene.InputField(lambda: self._made[name], description="This does not hold."),
            "id": graphene.InputField(identity, description=texts.ARGS["id"]),
            "label": graphene.InputField(text, description=texts.BUILT_IN["label"]),
        }

    def _own(self, kind: Shown) -> dict[str, Any]:
        below = [each for each in self._shown.types.values() if kind.cls.name in each.cls.parents]
        own = {each.name: self._filter(each) for each in kind.fields.values()}
        return self._by_class(below) | own

    def _by_class(self, kinds: Iterable[Shown]) -> dict[str, Any]:
        return {
            each.cls.root_field: graphene.InputField(
                self._later(each.name), description=f"It is a `{each.name}`, such that this holds."
            )
            for each in kinds
            if each.cls.root_field
        }

    def _later(self, target: str) -> Callable[[], Any]:
        return lambda: self.where(target)

    def _filter(self, field: Field) -> Any:
        told = texts.filter_of(field)
        if field.kind == "node" and field.is_many:
            return graphene.InputField(lambda: self._quantified(field.target), description=told)
        if field.kind == "node":
            return graphene.InputField(self._later(field.target), description=told)
        if field.kind == "literal":
            kind = self._operators(field.target, SCALARS[field.target], field.target, is_null=True)
        elif field.kind == "enum":
            kind = self._operators(field.target, self._named(field.target), "Code", is_null=True)
        else:
            kind = self._operators("Concept", graphene.String, "Code", is_null=True)
        return graphene.InputField(kind, description=told)

    def _quantified(self, target: str) -> Any:
        stem = target if target in self._shown.types else "Node"
        name = f"{stem}ListWhere"
        if name not in self._made:
            of = self._later(target)
            count: dict[str, Any] = {"of": graphene.InputField(of, description=texts.COUNT["of"])}
            for each in ("eq", "atLeast", "atMost"):
                count[each] = graphene.InputField(graphene.Int, description=texts.COUNT[each])
            counted = make(f"{stem}Count", graphene.InputObjectType, count, texts.COUNT["count"])
            quantifiers = {
                each: graphene.InputField(counted if each == "count" else of, description=words)
                for each, words in texts.QUANTIFIERS.items()
            }
            told = texts.quantified(stem)
            self._made[name] = make(name, graphene.InputObjectType, quantifiers, told)
        return self._made[name]

    def _operators(self, name: str, of: Any, kind: str, *, is_null: bool = False) -> Any:
        full = f"{name}Filter"
        if full not in self._made:
            known = _OPERATORS.get(kind, _RANGE)
            fields: dict[str, Any] = {
                each: graphene.InputField(
                    graphene.List(graphene.NonNull(of)) if each == "in" else of,
                    description=texts.OPERATORS[each],
                )
                for each in known
            }
            if is_null:
                fields["isNull"] = graphene.InputField(
                    graphene.Boolean, description=texts.OPERATORS["isNull"]
                )
            told = texts.filter_on(name)
            self._made[full] = make(full, graphene.InputObjectType, fields, told)
        return self._made[full]
