"""A document before it is validated: what it applies, how deep it is and how wide.

All of it takes time that is linear in the document, whatever its fragments would be written out:
each is measured once, those that it spreads first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLSchema,
    Node,
    OperationDefinitionNode,
    SelectionSetNode,
    StringValueNode,
)

from server.limits.graphql.introspection import introspected
from server.limits.graphql.overlaps import overlapping
from server.limits.graphql.refusals import LIMITS, refusal
from server.settings import Limits

Fragments = Mapping[str, FragmentDefinitionNode]
_LISTS: Final = frozenset({"fields", "inputFields", "interfaces", "possibleTypes"})
"""What leads from a type of the schema to many others."""


@dataclass
class Measured:
    """How much a document asks of each limit, by its name, and the errors where that is too much.

    What is asked of each operation is told of the one that asks most.
    """

    limits: Limits
    asked: dict[str, int] = field(default_factory=dict)
    errors: list[GraphQLError] = field(default_factory=list)

    def tell(self, limit: str, number: int, node: Node | None = None) -> None:
        """So much is asked of a limit."""
        self.asked[limit] = max(number, self.asked.get(limit, 0))
        most = getattr(self.limits, limit)
        if number > most:
            error = refusal(limit, number, most)
            self.errors.append(GraphQLError(str(error), node, original_error=error))


def errors(
    document: DocumentNode, limits: Limits = LIMITS, schema: GraphQLSchema | None = None
) -> list[GraphQLError]:
    """What is wrong with the size of a document that was parsed."""
    return measured(document, limits, schema).errors


def measured(
    document: DocumentNode, limits: Limits = LIMITS, schema: GraphQLSchema | None = None
) -> Measured:
    """How much a document asks. Fragments that spread each other in a circle, and those that there
    are not, are taken for empty: other rules tell of them. Without a schema, introspection is not
    counted."""
    found = applied(document, limits)
    for look in (_sized, _written_out):
        if not found.errors:  # each is safe only within the limits of those before
            look(document, found, schema)
    return found


def applied(document: DocumentNode, limits: Limits) -> Measured:
    """How much a document asks, as far as its nodes tell one by one."""
    found = Measured(limits)
    directives = 0
    found.tell("definitions", len(document.definitions), document)
    for node in _nodes(document):
        here = len(getattr(node, "directives", None) or ())
        directives += here
        found.tell("directives_in_place", here, node)
        if isinstance(node, StringValueNode):
            found.tell("text", len(node.value), node)
        if found.errors:
            return found
    found.tell("directives", directives, document)
    return found


def _nodes(document: DocumentNode) -> Iterator[Node]:
    ahead: list[Any] = [document]
    while ahead:
        node = ahead.pop()
        if isinstance(node, list | tuple):
            ahead += node
        elif isinstance(node, Node):
            yield node
            ahead += [getattr(node, key) for key in node.keys if key != "loc"]


class Size(NamedTuple):
    """How large selections are: levels of fields, levels of selections of any kind, lists of the
    schema in each other; levels and lists below `__schema` and `__type` alone; how many selections
    in all; and aliases, without those of fragments."""

    depth: int = 0
    levels: int = 0
    lists: int = 0
    introspection: int = 0
    introspected_lists: int = 0
    selections: int = 0
    aliases: int = 0


def _sized(document: DocumentNode, found: Measured, _: object) -> None:
    fragments = fragments_of(document)
    below = {name: _spread(each) for name, each in fragments.items()}
    sizes: dict[str, Size] = {}
    for name in _inner_first(below):
        sizes[name] = _size(fragments[name].selection_set, sizes)
    for each in _operations(document):
        size = _size(each.selection_set, sizes)
        reached = _reached(_spread(each), below)
        found.tell("depth", size.depth, each)
        found.tell("nesting", size.levels, each)
        found.tell("introspection_depth", size.introspection, each)
        found.tell("introspection_lists", size.introspected_lists, each)
        found.tell("selections", size.selections, each)
        found.tell("aliases", size.aliases + sum(sizes[name].aliases for name in reached), each)


def _size(selections: SelectionSetNode | None, sizes: Mapping[str, Size]) -> Size:
    size = Size()
    for each in selections.selections if selections else ():
        if isinstance(each, FragmentSpreadNode):
            # Aliases are counted once a fragment, and not where it is spread.
            one = sizes.get(each.name.value, Size())._replace(aliases=0)
        else:
            one = _size(each.selection_set, sizes)  # type: ignore[attr-defined]
        if isinstance(each, FieldNode):
            one = _of_field(each, one)
        size = Size(
            max(size.depth, one.depth),
            max(size.levels, one.levels + 1),
            max(size.lists, one.lists),
            max(size.introspection, one.introspection),
            max(size.introspected_lists, one.introspected_lists),
            size.selections + one.selections + 1,
            size.aliases + one.aliases,
        )
    return size


def _of_field(node: FieldNode, below: Size) -> Size:
    if node.name.value.startswith("__"):
        return below._replace(
            depth=1,
            lists=0,
            introspection=below.levels + 1,
            introspected_lists=below.lists,
            aliases=0,
        )
    return below._replace(
        depth=below.depth + 1,
        lists=below.lists + (node.name.value in _LISTS),
        aliases=below.aliases + (node.alias is not None),
    )


def _written_out(document: DocumentNode, found: Measured, schema: GraphQLSchema | None) -> None:
    fragments = fragments_of(document)
    for each in _operations(document):
        roots, pairs = overlapping(each.selection_set, fragments)
        found.tell("root_fields", roots, each)
        found.tell("overlaps", pairs, each)
        if schema and found.asked["introspection_depth"]:
            number = introspected(each, fragments, schema, found.limits.introspection)
            found.tell("introspection", number, each)


def fragments_of(document: DocumentNode) -> Fragments:
    """The fragments of a document by name, without those that lead back to themselves."""
    known = {
        each.name.value: each
        for each in document.definitions
        if isinstance(each, FragmentDefinitionNode)
    }
    below = {name: _spread(each) for name, each in known.items()}
    return {name: known[name] for name in _inner_first(below)}


def _operations(document: DocumentNode) -> Iterator[OperationDefinitionNode]:
    return (each for each in document.definitions if isinstance(each, OperationDefinitionNode))


def _spread(definition: Any) -> list[str]:
    """The fragments that a definition spreads itself."""
    names: dict[str, None] = {}
    ahead: list[Any] = [definition]
    while ahead:
        node = ahead.pop()
        if isinstance(node, FragmentSpreadNode):
            names[node.name.value] = None
        elif node.selection_set:
            ahead += node.selection_set.selections
    return list(names)


def _inner_first(below: Mapping[str, list[str]]) -> list[str]:
    """The fragments, each behind those that it spreads; without those that it cannot stand behind.

    >>> _inner_first({"a": ["b"], "b": ["c"], "c": [], "d": ["e"], "e": ["d", "a"]})
    ['c', 'b', 'a']
    """
    order: list[str] = []
    done: set[str] = set()
    while True:
        ready = [
            name
            for name, inner in below.items()
            if name not in done and all(each in done or each not in below for each in inner)
        ]
        if not ready:
            return order
        order += ready
        done.update(ready)


def _reached(names: list[str], below: Mapping[str, list[str]]) -> set[str]:
    ahead, found = list(names), set[str]()
    while ahead:
        name = ahead.pop()
        if name in below and name not in found:
            found.add(name)
            ahead += below[name]
    return found
