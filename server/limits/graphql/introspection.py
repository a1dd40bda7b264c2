"""How many values introspection asks of a schema, counted without giving them.

A depth alone does not tell: the queries of tools follow `ofType` far, which is cheap, and grow with
each edition of the specification, while `types { fields { type { fields …` is dear at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    StringValueNode,
)


def _possible(schema: GraphQLSchema, kind: Any) -> Iterable[Any]:
    return schema.get_possible_types(kind) if hasattr(kind, "resolve_type") else ()


def _values(args: Any) -> Iterable[Any]:
    return args.values() if isinstance(args, Mapping) else args


_LED_TO: Final[Mapping[str, Callable[[GraphQLSchema, Any], Iterable[Any]]]] = {
    "types": lambda schema, _: schema.type_map.values(),
    "directives": lambda schema, _: schema.directives,
    "queryType": lambda schema, _: [schema.query_type],
    "subscriptionType": lambda schema, _: [schema.subscription_type],
    "fields": lambda _, kind: getattr(kind, "fields", {}).values(),
    "inputFields": lambda _, kind: getattr(kind, "fields", {}).values(),
    "interfaces": lambda _, kind: getattr(kind, "interfaces", ()),
    "possibleTypes": _possible,
    "enumValues": lambda _, kind: getattr(kind, "values", {}).values(),
    "ofType": lambda _, kind: [getattr(kind, "of_type", None)],
    "args": lambda _, field: _values(getattr(field, "args", {})),
    "type": lambda _, field: [getattr(field, "type", None)],
}


def introspected(
    operation: OperationDefinitionNode,
    fragments: Mapping[str, FragmentDefinitionNode],
    schema: GraphQLSchema,
    enough: int,
) -> int:
    """How many values an operation asks of a schema; where a type is named by a variable, as many
    as it would of the largest. Counting ends at the root field that makes it more than enough."""
    return _Count(fragments, schema).of_root(operation.selection_set, enough)


class _Count:
    def __init__(
        self, fragments: Mapping[str, FragmentDefinitionNode], schema: GraphQLSchema
    ) -> None:
        self._fragments = fragments
        self._schema = schema
        self._known: dict[tuple[int, int], int] = {}

    def of_root(self, selections: SelectionSetNode, enough: int) -> int:
        """The values below `__schema` and `__type`."""
        number = 0
        for each in selections.selections:
            if number > enough:
                break
            if not isinstance(each, FieldNode):
                inner = self._inner(each)
                number += self.of_root(inner, enough) if inner else 0
            elif each.name.value == "__schema":
                number += self._of(each.selection_set, self._schema)
            elif each.name.value == "__type":
                number += self._of(each.selection_set, self._named(each))
        return number

    def _of(self, selections: SelectionSetNode | None, thing: Any) -> int:
        if selections is None or thing is None:
            return 0
        known = self._known.get((id(selections), id(thing)))
        if known is None:
            known = sum(self._one(each, thing) for each in selections.selections)
            self._known[id(selections), id(thing)] = known
        return known

    def _one(self, selection: Any, thing: Any) -> int:
        if not isinstance(selection, FieldNode):
            return self._of(self._inner(selection), thing)
        if selection.selection_set is None:
            return 1
        leads = _LED_TO.get(selection.name.value)
        led = leads(self._schema, thing) if leads else ()
        return 1 + sum(self._of(selection.selection_set, each) for each in led)

    def _inner(self, selection: Any) -> SelectionSetNode | None:
        if isinstance(selection, InlineFragmentNode):
            return selection.selection_set
        assert isinstance(selection, FragmentSpreadNode)
        found = self._fragments.get(selection.name.value)
        return found.selection_set if found else None

    def _named(self, node: FieldNode) -> Any:
        value = node.arguments[0].value if node.arguments else None
        if isinstance(value, StringValueNode):
            return self._schema.type_map.get(value.value)
        return max(
            self._schema.type_map.values(), key=lambda kind: len(getattr(kind, "fields", ()))
        )
