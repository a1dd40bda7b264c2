"""The response's tree into what the specification calls the completed value, with its errors.

The same as graphql-core's executor does it, so that errors read alike, but without a resolver for
each field, and with the choice that `onError` gives of what an error does to what is around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any, Final, cast

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    GraphQLEnumType,
    GraphQLError,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLScalarType,
    GraphQLSchema,
    GraphQLUnionType,
    SelectionSetNode,
    Undefined,
    located_error,
)
from graphql.execution.collect_fields import collect_fields, collect_sub_fields
from graphql.pyutils import inspect

Nodes = list[FieldNode]
Path = tuple[str | int, ...]
TYPENAME: Final = "__typename"


class OnError(Enum):
    """What an error does: null at its place alone, null as far up as the schema forbids one, or
    no data at all."""

    NULL = "NULL"
    PROPAGATE = "PROPAGATE"
    HALT = "HALT"


class Fields:
    """What an operation selects of each object type, by response key, in the document's order."""

    def __init__(
        self,
        schema: GraphQLSchema,
        fragments: dict[str, FragmentDefinitionNode],
        variables: dict[str, Any],
    ) -> None:
        self.schema = schema
        self._fragments = fragments
        self._variables = variables
        self._known: dict[tuple[object, ...], dict[str, Nodes]] = {}

    def root(self, selections: SelectionSetNode) -> dict[str, Nodes]:
        """What is selected of the root."""
        query = cast(GraphQLObjectType, self.schema.query_type)
        return collect_fields(self.schema, self._fragments, self._variables, query, selections)

    def of(self, kind: GraphQLObjectType, nodes: Nodes) -> dict[str, Nodes]:
        """What is selected of an object type below a field."""
        # The nodes are the document's, which outlives this, so they can be told apart by place.
        key = (kind.name, *map(id, nodes))
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = collect_sub_fields(
                self.schema, self._fragments, self._variables, kind, nodes
            )
        return found

    def below(self, parent: GraphQLObjectType, nodes: Nodes) -> GraphQLOutputType:
        """The type of a field that is selected of an object type."""
        return cast(GraphQLOutputType, parent.fields[nodes[0].name.value].type)

    def named(self, name: str) -> GraphQLObjectType:
        """The object type by that name."""
        return cast(GraphQLObjectType, self.schema.type_map[name])


class Completer:
    """Completes values; `errors` are those that were met, each where it is."""

    def __init__(self, fields: Fields, on_error: OnError = OnError.NULL) -> None:
        self.errors: list[GraphQLError] = []
        self._fields = fields
        self._on_error = on_error

    def data(self, selected: Mapping[str, Nodes], tree: Mapping[str, Any]) -> dict[str, Any] | None:
        """The data of an operation, nothing where an error has taken all of it."""
        query = cast(GraphQLObjectType, self._fields.schema.query_type)
        try:
            return self._object(query, selected, tree, ())
        except GraphQLError as error:
            self.errors = [error] if self._on_error is OnError.HALT else [*self.errors, error]
            return None

    def sorted_errors(self) -> list[GraphQLError]:
        """The errors by place in the document, then by place in the response."""
        return sorted(
            self.errors, key=lambda each: (each.locations or [], each.path or [], each.message)
        )

    def value(
        self, kind: GraphQLOutputType, nodes: Nodes, parent: GraphQLObjectType, found: Any,
        path: Path = (),
    ) -> Any:  # fmt: skip
        """A value of an output type as JSON has it; raises what stands in the way of it."""
        if isinstance(found, Exception):
            raise found
        if isinstance(kind, GraphQLNonNull):
            value = self.value(kind.of_type, nodes, parent, found, path)
            if value is None:
                where = f"{parent.name}.{nodes[0].name.value}"
                raise TypeError(f"Cannot return null for non-nullable field {where}.")
            return value
        if found is None or found is Undefined:
            return None
        if isinstance(kind, GraphQLList):
            return self._list(kind.of_type, nodes, parent, found, path)
        if isinstance(kind, GraphQLScalarType | GraphQLEnumType):
            return serialized(kind, found)
        runtime = self._runtime(kind, nodes, found)
        return self._object(runtime, self._fields.of(runtime, nodes), found, path)

    def _list(
        self, kind: GraphQLOutputType, nodes: Nodes, parent: GraphQLObjectType,
        found: Iterable[Any], path: Path,
    ) -> list[Any]:  # fmt: skip
        values: list[Any] = []
        for number, each in enumerate(found):
            here = (*path, number)
            try:
                values.append(self.value(kind, nodes, parent, each, here))
            except Exception as error:  # noqa: BLE001 - whatever it was is told at its place
                self._fail(error, kind, nodes, here)
                values.append(None)
        return values

    def _object(
        self, kind: GraphQLObjectType, selected: Mapping[str, Nodes], found: Any, path: Path
    ) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, nodes in selected.items():
            if nodes[0].name.value == TYPENAME:
                values[key] = kind.name
                continue
            below, here = self._fields.below(kind, nodes), (*path, key)
            try:
                values[key] = self.value(below, nodes, kind, found.get(key), here)
            except Exception as error:  # noqa: BLE001 - whatever it was is told at its place
                self._fail(error, below, nodes, here)
                values[key] = None
        return values

    def _fail(self, error: Exception, kind: GraphQLOutputType, nodes: Nodes, path: Path) -> None:
        told = located_error(error, nodes, list(path))
        propagates = self._on_error is OnError.PROPAGATE and isinstance(kind, GraphQLNonNull)
        if propagates or self._on_error is OnError.HALT:
            raise told
        self.errors.append(told)

    def _runtime(self, kind: GraphQLOutputType, nodes: Nodes, found: Any) -> GraphQLObjectType:
        if not isinstance(kind, GraphQLInterfaceType | GraphQLUnionType):
            return cast(GraphQLObjectType, kind)
        runtime = self._fields.named(found[TYPENAME])
        if not self._fields.schema.is_sub_type(kind, runtime):
            raise GraphQLError(
                f"Runtime Object type '{runtime.name}' is not a possible type for '{kind.name}'.",
                nodes,
            )
        return runtime


def serialized(kind: Any, found: Any) -> Any:
    """A value of a scalar or enum as JSON has it; raises where it cannot be one."""
    value = kind.serialize(found)
    if value is Undefined or value is None:
        raise TypeError(
            f"Expected `{inspect(kind)}.serialize({inspect(found)})` to return non-nullable"
            f" value, returned: {inspect(value)}"
        )
    return value
