"""The schema as text, in the schema definition language (SDL).

Introspection leaves out which directives an element has. This is the only form of the schema that
says which term of the ontology a field or a code stands for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from graphql import (
    GraphQLArgument,
    GraphQLDirective,
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLScalarType,
    GraphQLSchema,
    GraphQLUnionType,
    StringValueNode,
    is_introspection_type,
    is_specified_directive,
    is_specified_scalar_type,
    print_ast,
)
from graphql.utilities.print_schema import (
    print_deprecated,
    print_description,
    print_implemented_interfaces,
    print_input_value,
    print_specified_by_url,
)

TERM: Final = "iri"
"""The key in an element's `extensions`, and the name of the directive that shows it."""


def printed(schema: GraphQLSchema, *, descriptions: bool = True) -> str:
    """The schema as SDL: directives, then types, both by name; fields as the ontology has them.

    Without `descriptions` it is what programs depend on and nothing else. Equal schemas give equal
    texts.

    >>> from graphql import build_schema
    >>> schema = build_schema("type Query { b: A } scalar A")
    >>> schema.type_map["A"].extensions = {"iri": "urn:a"}
    >>> print(printed(schema))
    scalar A @iri(value: "urn:a")
    <BLANKLINE>
    type Query {
      b: A
    }
    <BLANKLINE>
    """
    writer = _Writer(has_words=descriptions)
    directives = (each for each in schema.directives if not is_specified_directive(each))
    types = (each for each in schema.type_map.values() if _is_ours(each))
    parts = [writer.directive(each) for each in sorted(directives, key=lambda each: each.name)]
    parts += [writer.type(each) for each in sorted(types, key=lambda each: each.name)]
    return "\n\n".join(parts) + "\n"


class _Writer:
    """Writes as graphql-core does, which does not write the directives of an element."""

    def __init__(self, *, has_words: bool) -> None:
        self._has_words = has_words

    def directive(self, directive: GraphQLDirective) -> str:
        """The definition of a directive."""
        places = " | ".join(each.name for each in directive.locations)
        repeated = " repeatable" if directive.is_repeatable else ""
        head = f"directive @{directive.name}{self._args(directive.args, '')}{repeated}"
        return f"{self._words(directive)}{head} on {places}"

    def type(self, kind: GraphQLNamedType) -> str:
        """The definition of a type."""
        head, block = self._head(kind), "\n".join(self._members(kind))
        return f"{self._words(kind)}{head}" + (f" {{\n{block}\n}}" if block else "")

    def _head(self, kind: GraphQLNamedType) -> str:
        term = _term(kind)
        match kind:
            case GraphQLScalarType():
                return f"scalar {kind.name}{term}{print_specified_by_url(kind)}"
            case GraphQLUnionType():
                return f"union {kind.name}{term} = {' | '.join(each.name for each in kind.types)}"
            case GraphQLEnumType():
                return f"enum {kind.name}{term}"
            case GraphQLInputObjectType():
                return f"input {kind.name}{' @oneOf' if kind.is_one_of else ''}"
        fields: Any = kind
        word = "interface" if isinstance(kind, GraphQLInterfaceType) else "type"
        return f"{word} {kind.name}{print_implemented_interfaces(fields)}{term}"

    def _members(self, kind: GraphQLNamedType) -> Iterator[str]:
        """The fields of a type, or the values of an enum."""
        members: Mapping[str, Any] = getattr(kind, "fields", None) or getattr(kind, "values", {})
        for number, (name, each) in enumerate(members.items()):
            words = self._words(each, "  ", is_first=number == 0)
            if isinstance(kind, GraphQLInputObjectType):
                yield f"{words}  {print_input_value(name, each)}"
                continue
            typed = "" if isinstance(kind, GraphQLEnumType) else f": {each.type}"
            args = self._args(getattr(each, "args", {}), "  ")
            known = f"{_term(each)}{print_deprecated(each.deprecation_reason)}"
            yield f"{words}  {name}{args}{typed}{known}"

    def _args(self, args: Mapping[str, GraphQLArgument], indent: str) -> str:
        if not args:
            return ""
        if not self._has_words or not any(each.description for each in args.values()):
            return f"({', '.join(print_input_value(*each) for each in args.items())})"
        inner = f"{indent}  "
        lines = [
            f"{self._words(each, inner, is_first=not number)}{inner}{print_input_value(name, each)}"
            for number, (name, each) in enumerate(args.items())
        ]
        return "(\n" + "\n".join(lines) + f"\n{indent})"

    def _words(self, element: Any, indent: str = "", *, is_first: bool = True) -> str:
        return print_description(element, indent, is_first) if self._has_words else ""


def _is_ours(kind: GraphQLNamedType) -> bool:
    return not is_specified_scalar_type(kind) and not is_introspection_type(kind)


def _term(element: Any) -> str:
    iri = (element.extensions or {}).get(TERM)
    return f" @{TERM}(value: {print_ast(StringValueNode(value=str(iri)))})" if iri else ""
