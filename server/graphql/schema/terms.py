"""The terms behind the schema: IRIs in a directive, and what the ontology says is deprecated.

An element that stands for a term has it in `extensions["iri"]`, from which the schema is printed
with `@iri`. Descriptions stay prose, for whoever reads them in an editor.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from graphql import (
    DirectiveLocation,
    GraphQLArgument,
    GraphQLDirective,
    GraphQLEnumType,
    GraphQLNonNull,
    GraphQLSchema,
    GraphQLString,
)

from kg.model.names import PREFIXES, RDF_TYPE, RDFS_LABEL
from kg.model.terms import XSD, Iri
from server.graphql.projection import CONCEPT_CLASS, Field, Projection, Shown
from server.graphql.schema import texts

IRI: Final = GraphQLDirective(
    name="iri",
    locations=[
        DirectiveLocation.OBJECT,
        DirectiveLocation.INTERFACE,
        DirectiveLocation.UNION,
        DirectiveLocation.ENUM,
        DirectiveLocation.ENUM_VALUE,
        DirectiveLocation.FIELD_DEFINITION,
        DirectiveLocation.SCALAR,
    ],
    args={
        "value": GraphQLArgument(GraphQLNonNull(GraphQLString), description=texts.IRI["value"]),
    },
    description=texts.IRI["directive"],
)
_SCALARS: Final = {
    "Date": (XSD + "date", "https://www.rfc-editor.org/rfc/rfc3339#section-5.6"),
    "Decimal": (XSD + "decimal", "https://www.w3.org/TR/xmlschema11-2/#decimal"),
    "Url": (XSD + "anyURI", "https://www.rfc-editor.org/rfc/rfc3986"),
}
"""Scalars: the datatype, and who specifies how a value is written."""
_BUILT_IN: Final = {"label": RDFS_LABEL, "type": RDF_TYPE}
_SKOS: Final = PREFIXES["skos"]
_CONCEPT: Final = {
    "notation": f"{_SKOS}notation",
    "definition": f"{_SKOS}definition",
    "scheme": f"{_SKOS}inScheme",
}


def with_terms(schema: GraphQLSchema, shown: Projection) -> GraphQLSchema:
    """The schema, with the term of each element that stands for one, and deprecations."""
    schema.directives = (*schema.directives, IRI)
    for kind in (*shown.types.values(), *shown.plain.values()):
        _class(schema.type_map[kind.name], kind)
    for name in ("Node", "Concept", "Thing"):
        _fields(schema.type_map[name], {}, _CONCEPT if name == "Concept" else {})
    _named(schema.type_map["Concept"], CONCEPT_CLASS)
    for name in shown.enums.keys() & schema.type_map.keys():
        _codes(schema.type_map[name], shown, name)
    for name, (iri, url) in _SCALARS.items():
        scalar: Any = schema.type_map[name]
        _named(scalar, iri)
        scalar.specified_by_url = url
    _roots(schema, shown)
    return schema


def _class(kind: Any, shown: Shown) -> None:
    _named(kind, shown.cls.iri)
    _fields(kind, shown.fields, {})


def _fields(kind: Any, fields: Mapping[str, Field], more: Mapping[str, str]) -> None:
    for name, iri in (_BUILT_IN | dict(more)).items():
        _named(kind.fields[name], iri)
    for name, field in fields.items():
        _named(kind.fields[name], field.prop.iri, field.prop.deprecated)


def _codes(kind: Any, shown: Projection, name: str) -> None:
    assert isinstance(kind, GraphQLEnumType)
    scheme = shown.enums[name]
    _named(kind, scheme.iri)
    about = {str(code.iri): code for code in scheme.concepts}
    for value in kind.values.values():
        code = about[str(value.value)]
        _named(value, code.iri, code.deprecated)


def _roots(schema: GraphQLSchema, shown: Projection) -> None:
    assert schema.query_type is not None
    fields = schema.query_type.fields
    for kind in shown.types.values():
        for name in (kind.cls.root_field, kind.cls.root_list):
            if name:
                _named(fields[name], kind.cls.iri, kind.cls.deprecated)


def _named(element: Any, iri: Iri | str, deprecated: str = "") -> None:
    element.extensions = {**(element.extensions or {}), "iri": str(iri)}
    if deprecated:
        element.deprecation_reason = deprecated
