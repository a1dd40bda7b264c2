"""The small parts that graphene types are made of, and the scalars of values."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal as Exact
from enum import Enum
from typing import Any

import graphene as untyped
from graphql import ValueNode
from graphql.utilities import value_from_ast_untyped

from kg.model.dates import bounds

graphene: Any = untyped  # it has no types, and what it makes has none either


def make(
    name: str, base: Any, fields: Mapping[str, Any], told: str | None = None, **meta: Any
) -> Any:
    """A graphene type of that name with these fields."""
    inner = type("Meta", (), {"name": name, "description": told, **meta})
    return type(name, (base,), {**fields, "Meta": inner})


def enum(name: str, values: Mapping[str, tuple[str, str]], told: str) -> Any:
    """An enum; each constant has the value that it stands for, and what it means."""
    words: dict[str, str] = dict(values.values())
    return graphene.Enum.from_enum(
        Enum(name, {constant: value for constant, (value, _) in values.items()}),
        description=lambda member: words[member.value] if member else told,
    )


def list_of(kind: Any) -> Any:
    """A list that is never null, of things that are never null."""
    return graphene.NonNull(graphene.List(graphene.NonNull(kind)))


def day(value: object) -> str:
    """The day that a client sent; raises `ValueError` for what is not one.

    >>> day("2020-04-01")
    '2020-04-01'
    """
    try:
        known = bounds(value).day if isinstance(value, str) else None
    except ValueError:
        known = None
    if known is None or known != value:
        raise ValueError(f"{value!r} is not a day such as '2020-04-01'")
    return known


def number(value: object) -> Exact:
    """The number that a client sent, digit by digit; raises `ValueError` for what is not one.

    >>> number("0.10"), number(3)
    (Decimal('0.10'), Decimal('3'))
    """
    try:
        exact = Exact(repr(value) if isinstance(value, float) else str(value))
    except ArithmeticError:
        raise ValueError(f"{value!r} is not a number") from None
    if isinstance(value, bool) or not exact.is_finite():
        raise ValueError(f"{value!r} is not a number")
    return exact


def _day_written(node: ValueNode, _variables: object = None) -> str:
    return day(value_from_ast_untyped(node))


def _number_written(node: ValueNode, _variables: object = None) -> Exact:
    return number(getattr(node, "value", None))


DATE = make(
    "Date",
    graphene.Scalar,
    {
        "serialize": staticmethod(str),
        "parse_value": staticmethod(day),
        "parse_literal": staticmethod(_day_written),
    },
    "A day, written as in `2020-04-01`.",
)
DECIMAL = make(
    "Decimal",
    graphene.Scalar,
    {
        "serialize": staticmethod(str),
        "parse_value": staticmethod(number),
        "parse_literal": staticmethod(_number_written),
    },
    'An exact number, always written as a string, as in `"0.25"`, because a floating point number'
    " would lose digits. Where one is asked for, a string and a number will both do.",
)
URL = make(
    "Url",
    graphene.Scalar,
    {
        "serialize": staticmethod(str),
        "parse_value": staticmethod(str),
        "parse_literal": staticmethod(lambda node, _variables=None: str(node.value)),
    },
    "An address on the web.",
)
SCALARS: Mapping[str, Any] = {
    "Boolean": graphene.Boolean,
    "Date": DATE,
    "Decimal": DECIMAL,
    "ID": graphene.ID,
    "Int": graphene.Int,
    "String": graphene.String,
    "Url": URL,
}
