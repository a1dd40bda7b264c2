"""What type a column of a question has: that of the place in its twin where the twin gives it.

The header says where, as a path of response keys (`kg.questions.twin`); here the twin's document is
walked along it, with the schema that the twin is written for.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    get_named_type,
    parse,
)

from kg.questions.header import Column
from kg.questions.library import Question
from kg.questions.twin import call

NODE: Final = "Node"
_IDENTITY: Final = ("id", "iri")


class _Place(NamedTuple):
    """A selection of things of a type."""

    kind: GraphQLNamedType
    selected: SelectionSetNode | None


class Twin:
    """The twin of a question, as typed by a schema."""

    def __init__(self, question: Question, schema: GraphQLSchema) -> None:
        document = parse(question.graphql, no_location=True)
        parts = document.definitions
        self._schema = schema
        self._fragments = {
            each.name.value: each for each in parts if isinstance(each, FragmentDefinitionNode)
        }
        operation = next(each for each in parts if isinstance(each, OperationDefinitionNode))
        assert schema.query_type is not None
        self._root = _Place(schema.query_type, operation.selection_set)

    def type_of(self, column: Column) -> str:
        """The name of the output type of a column: things by their class, numbers that are counted
        as `Int`, text for what the twin does not have."""
        function, path = call(column.path)
        if function == "count":
            return "Int"
        if not path or path.startswith('"'):
            return "String"
        return self._at([step.removesuffix("?") for step in path.split(".")])

    def _at(self, steps: list[str]) -> str:
        above = [self._root]
        for step in steps[:-1]:
            above = [below for place in above for below in self._below(place, step)]
        found = {
            (place.kind.name, name) for place in above for name in self._leaves(place, steps[-1])
        }
        if any(name in _IDENTITY for _, name in found):
            things = {kind for kind, _ in found}
            return things.pop() if len(things) == 1 else NODE
        kinds = {kind for place in above for kind in self._kinds(place, steps[-1])}
        return kinds.pop() if len(kinds) == 1 else "String"

    def _leaves(self, place: _Place, key: str) -> Iterator[str]:
        for field, _ in self._fields(place, key):
            yield field.name.value

    def _kinds(self, place: _Place, key: str) -> Iterator[str]:
        yield from (kind.name for _, kind in self._typed(place, key))

    def _below(self, place: _Place, key: str) -> Iterator[_Place]:
        for field, kind in self._typed(place, key):
            yield _Place(kind, field.selection_set)

    def _typed(self, place: _Place, key: str) -> Iterator[tuple[FieldNode, GraphQLNamedType]]:
        for field, kind in self._fields(place, key):
            if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
                yield field, get_named_type(kind.fields[field.name.value].type)

    def _fields(self, place: _Place, key: str) -> Iterator[tuple[FieldNode, GraphQLNamedType]]:
        """What is selected under a response key, each with the type that has it."""
        for selection in place.selected.selections if place.selected else ():
            if isinstance(selection, FieldNode):
                name = (selection.alias or selection.name).value
                if name == key:
                    yield selection, place.kind
                continue
            part = self._part(selection)
            condition = part.type_condition
            kind = self._schema.type_map[condition.name.value] if condition else place.kind
            yield from self._fields(_Place(kind, part.selection_set), key)

    def _part(self, selection: SelectionNode) -> FragmentDefinitionNode | InlineFragmentNode:
        if isinstance(selection, FragmentSpreadNode):
            return self._fragments[selection.name.value]
        assert isinstance(selection, InlineFragmentNode)
        return selection
