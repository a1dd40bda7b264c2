"""What changed from one schema to another, how much it matters, and whether it was announced.

A name of the published schema may go once it was published as deprecated; nothing else that a
client depends on may change. Both schemas are SDL.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple, cast

from graphql import (
    BreakingChange,
    DangerousChange,
    DocumentNode,
    FieldDefinitionNode,
    GraphQLSchema,
    ListTypeNode,
    NamedTypeNode,
    NonNullTypeNode,
    TypeDefinitionNode,
    TypeNode,
    UnionTypeDefinitionNode,
    build_ast_schema,
    find_breaking_changes,
    find_dangerous_changes,
    parse,
)

LEVELS: Final = ("breaking", "dangerous", "safe")
"""What breaks operations; what may surprise programs; what is only more, or a notice."""
_ROOTS: Final = ("Query", "Mutation", "Subscription")


class Change(NamedTuple):
    """One change: its level, one of `LEVELS`, what the kind of change is called, and a sentence."""

    level: str
    kind: str
    sentence: str


def changes(before: str, after: str) -> list[Change]:
    """Every change that a client can notice, the worst first; descriptions do not count.

    >>> changes("type Query { a: Int }", "type Query { a: Int b: Int }")
    [Change(level='safe', kind='FIELD_ADDED', sentence='Query.b was added.')]
    """
    old, new = _schema(_parsed(before)), _schema(_parsed(after))
    found = [
        *_told("breaking", find_breaking_changes(old, new)),
        *_told("dangerous", find_dangerous_changes(old, new)),
        *_safe(old, new),
    ]
    return sorted(found, key=lambda each: (LEVELS.index(each.level), each.kind, each.sentence))


def unannounced(published: str, after: str) -> list[Change]:
    """The changes that break what was published and not deprecated; there should be none.

    GraphQL cannot deprecate a type. One may go when the fields that led to it were deprecated, and
    with it what could be reached only through it; being of an interface or a union holds neither.

    >>> old = "type Query { a: Int @deprecated b: Int }"
    >>> [each.sentence for each in unannounced(old, "type Query { c: Int }")]
    ['Query.b was removed.']
    """
    binding = _schema(_binding(_parsed(published)))
    return sorted(_told("breaking", find_breaking_changes(binding, _schema(_parsed(after)))))


def _parsed(sdl: str) -> DocumentNode:
    return parse(sdl, no_location=True)


def _schema(document: DocumentNode) -> GraphQLSchema:
    return build_ast_schema(document, assume_valid=True)


def _told(level: str, found: Iterable[BreakingChange | DangerousChange]) -> Iterator[Change]:
    return (Change(level, each.type.name, each.description) for each in found)


def _safe(old: GraphQLSchema, new: GraphQLSchema) -> Iterator[Change]:
    for name in sorted(new.type_map.keys() - old.type_map.keys()):
        yield Change("safe", "TYPE_ADDED", f"{name} was added.")
    before, after = _members(old), _members(new)
    for name in sorted(after.keys() - before.keys()):
        owner = new.type_map[name.partition(".")[0]]
        if owner.name in old.type_map and hasattr(owner, "interfaces"):
            yield Change("safe", "FIELD_ADDED", f"{name} was added.")
    for name in sorted(after.keys() & before.keys()):
        if after[name] and not before[name]:
            yield Change("safe", "DEPRECATED", f"{name} was deprecated: {after[name]}")
        elif before[name] and not after[name]:
            yield Change("safe", "NOT_DEPRECATED", f"{name} is not deprecated any more.")


def _members(schema: GraphQLSchema) -> Mapping[str, str | None]:
    """Why each field and each code is deprecated, if it is, by its name with that of its type."""
    found: dict[str, str | None] = {}
    for kind in schema.type_map.values():
        listed: Mapping[str, Any] = getattr(kind, "fields", None) or getattr(kind, "values", {})
        if not kind.name.startswith("__"):
            found |= {f"{kind.name}.{key}": each.deprecation_reason for key, each in listed.items()}
    return found


def _binding(document: DocumentNode) -> DocumentNode:
    """The part of a published schema that is promised to the next release."""
    let_go: set[str] = set()
    for definition in document.definitions:
        _sift(definition, let_go)
    types = {
        each.name.value: each
        for each in document.definitions
        if isinstance(each, TypeDefinitionNode)
    }
    reached = _reached(types, let_go)
    document.definitions = tuple(
        _narrowed(each, reached)
        for each in document.definitions
        if not isinstance(each, TypeDefinitionNode) or each.name.value in reached
    )
    return document


def _sift(node: Any, let_go: set[str]) -> None:
    """Take off what is deprecated below a node, and note the types that fields of it led to."""
    for part in ("fields", "values", "arguments"):
        listed = getattr(node, part, None) or ()
        gone = [each for each in listed if _is_deprecated(each)]
        let_go.update(_named(each.type) for each in gone if isinstance(each, FieldDefinitionNode))
        if gone:
            setattr(node, part, tuple(each for each in listed if each not in gone))
        for each in listed:
            _sift(each, let_go)


def _is_deprecated(node: Any) -> bool:
    return any(each.name.value == "deprecated" for each in node.directives or ())


def _reached(types: Mapping[str, TypeDefinitionNode], let_go: Collection[str]) -> set[str]:
    """The types that a client can come to, but for those which only an abstract type leads to."""
    members: dict[str, list[str]] = {}
    for name, kind in types.items():
        for above in getattr(kind, "interfaces", None) or ():
            members.setdefault(above.name.value, []).append(name)
        if isinstance(kind, UnionTypeDefinitionNode):
            members[name] = [each.name.value for each in kind.types]
    reached: set[str] = set()
    pending = [name for name in _ROOTS if name in types]
    while pending:
        name = pending.pop()
        if name in types and name not in reached:
            reached.add(name)
            pending += _referred(types[name])
            pending += (each for each in members.get(name, ()) if each not in let_go)
    return reached


def _referred(kind: TypeDefinitionNode) -> Iterator[str]:
    yield from (each.name.value for each in getattr(kind, "interfaces", None) or ())
    for field in getattr(kind, "fields", None) or ():
        yield _named(field.type)
        yield from (_named(each.type) for each in getattr(field, "arguments", None) or ())


def _named(kind: TypeNode) -> str:
    while not isinstance(kind, NamedTypeNode):
        kind = cast(ListTypeNode | NonNullTypeNode, kind).type
    return kind.name.value


def _narrowed(definition: Any, reached: Collection[str]) -> Any:
    for part in ("interfaces", "types"):
        listed = getattr(definition, part, None)
        if listed:
            setattr(definition, part, tuple(each for each in listed if each.name.value in reached))
    return definition
