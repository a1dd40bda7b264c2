"""The schema as text, in the schema definition language (SDL).

Introspection leaves out which directives an element has. This is the only form of the schema that
says which term of the ontology a field or a code stands for.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from graphql import (
    ArgumentNode,
    ConstDirectiveNode,
    DefinitionNode,
    DirectiveDefinitionNode,
    GraphQLSchema,
    NameNode,
    StringValueNode,
    parse,
    print_ast,
    print_schema,
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
    document = parse(print_schema(schema), no_location=True)
    for definition in document.definitions:
        _with_terms(definition, schema)
        if not descriptions:
            _undescribed(definition)
    document.definitions = tuple(sorted(document.definitions, key=_place))
    return print_ast(document) + "\n"


def _with_terms(definition: DefinitionNode, schema: GraphQLSchema) -> None:
    name = _name(definition)
    kind = None if isinstance(definition, DirectiveDefinitionNode) else schema.type_map.get(name)
    if kind is None:
        return
    _mark(definition, kind)
    members: Mapping[str, Any] = getattr(kind, "fields", None) or getattr(kind, "values", {})
    listed = getattr(definition, "fields", None) or getattr(definition, "values", None) or ()
    for each in listed:
        _mark(each, members[each.name.value])


def _mark(node: Any, element: Any) -> None:
    term = (element.extensions or {}).get(TERM)
    if term is None:
        return
    value = ArgumentNode(name=NameNode(value="value"), value=StringValueNode(value=str(term)))
    applied = ConstDirectiveNode(name=NameNode(value=TERM), arguments=(value,))
    node.directives = (applied, *(node.directives or ()))


def _place(definition: DefinitionNode) -> tuple[bool, str]:
    return not isinstance(definition, DirectiveDefinitionNode), _name(definition)


def _name(definition: DefinitionNode) -> str:
    name: NameNode | None = getattr(definition, "name", None)
    return name.value if name else ""


def _undescribed(definition: Any) -> None:
    definition.description = None
    for part in ("fields", "values", "arguments"):
        for each in getattr(definition, part, None) or ():
            _undescribed(each)
