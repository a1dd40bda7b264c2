"""The root fields that people write, `roots.graphql`, added to what graphene made."""

from __future__ import annotations

from enum import Enum
from functools import cache
from pathlib import Path
from typing import Final

from graphql import (
    DocumentNode,
    GraphQLEnumType,
    GraphQLEnumValue,
    GraphQLSchema,
    extend_schema,
    parse,
)

from server.graphql.schema import texts

_OFFSET: Final = (
    "How many to leave out at the beginning. In a release the order is always the same."
)
_OF_LISTS: Final = ("first", "after", "last", "before", "where", "orderBy")
_SCOPED: Final = (
    "bridges", "changes", "changesSince", "coterminosity", "countAudit",
    "disagreements", "interlockGroups", "lineage", "measures", "mergerInterlocks", "middleTier",
    "path", "replaced", "search", "sharedTenures",
)  # fmt: skip
"""Fields that lead to things, so that what is in force there can be given as for any other."""


def extended(schema: GraphQLSchema) -> GraphQLSchema:
    """The schema with these root fields, and enums that have plain values."""
    whole = extend_schema(schema, _written(), assume_valid=True)
    for kind in whole.type_map.values():
        if isinstance(kind, GraphQLEnumType) and not kind.name.startswith("__"):
            _unwrap(kind)
    query = whole.query_type
    assert query is not None
    lists = (each.args for each in query.fields.values() if "orderBy" in each.args)
    scope = {name: each for name, each in next(lists).items() if name not in _OF_LISTS}
    for name in _SCOPED:
        own = query.fields[name].args
        own.update({each: scope[each] for each in scope if each not in own})
    for name in ("audits", "concepts", "differences", "release"):
        query.fields[name].args["release"] = scope["release"]
    for field in query.fields.values():
        for name, argument in field.args.items():
            argument.description = argument.description or told(name) or None
    return whole


def told(name: str) -> str:
    """The description of an argument that means the same wherever it stands."""
    return _OFFSET if name == "offset" else texts.ARGS.get(name, "")


@cache
def _written() -> DocumentNode:
    return parse(Path(__file__).with_name("roots.graphql").read_text(encoding="utf-8"))


def _unwrap(kind: GraphQLEnumType) -> None:
    """graphene keeps members of an Enum, which neither a tree nor a filter has a use for."""
    for value in kind.values.values():
        assert isinstance(value, GraphQLEnumValue)
        if isinstance(value.value, Enum):
            value.value = value.value.value
    kind.__dict__.pop("_value_lookup", None)
