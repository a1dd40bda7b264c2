"""The terms behind the schema: in a directive, and what of them is deprecated."""

from dataclasses import replace
from typing import Any

import pytest
from graphql import GraphQLSchema
from graphql.utilities.print_schema import print_directive

from kg.model.definitions import Ontology
from kg.model.names import cot, cotv
from kg.model.ontology import load
from server.graphql.projection import project
from server.graphql.schema import build

ONTOLOGY = load()


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    return build(project(ONTOLOGY))


def test_the_directive_says_what_it_is_for(schema: GraphQLSchema) -> None:
    [directive] = [each for each in schema.directives if each.name == "iri"]

    assert print_directive(directive) == (
        '"""\nThe term of the ontology that this stands for; a field that is a plural noun may read'
        ' its property backwards.\n"""\n'
        'directive @iri(\n  """The term\'s IRI."""\n  value: String!\n'
        ") on OBJECT | INTERFACE | UNION | ENUM | ENUM_VALUE | FIELD_DEFINITION | SCALAR"
    )


def test_codes_and_lists_of_codes_have_their_terms(schema: GraphQLSchema) -> None:
    fidelity: Any = schema.type_map["Fidelity"]

    assert fidelity.extensions == {"iri": cotv("fid")}
    assert fidelity.values["DROPS_QUALIFIER"].extensions == {"iri": cotv("fid-dropsQualifier")}


def test_what_every_thing_has_stands_for_terms_of_others(schema: GraphQLSchema) -> None:
    node: Any = schema.type_map["Node"]
    concept: Any = schema.type_map["Concept"]

    assert node.fields["label"].extensions == {"iri": "http://www.w3.org/2000/01/rdf-schema#label"}
    assert concept.extensions == {"iri": "http://www.w3.org/2004/02/skos/core#Concept"}
    assert concept.fields["definition"].extensions == {
        "iri": "http://www.w3.org/2004/02/skos/core#definition"
    }


def test_a_root_field_stands_for_its_class(schema: GraphQLSchema) -> None:
    query: Any = schema.query_type

    assert query.fields["claims"].extensions == {"iri": cot("Claim")}
    assert query.fields["claim"].extensions == {"iri": cot("Claim")}


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("Date", "https://www.rfc-editor.org/rfc/rfc3339#section-5.6"),
        ("Decimal", "https://www.w3.org/TR/xmlschema11-2/#decimal"),
        ("Url", "https://www.rfc-editor.org/rfc/rfc3986"),
    ],
)
def test_scalars_say_who_specifies_them(schema: GraphQLSchema, name: str, url: str) -> None:
    scalar: Any = schema.type_map[name]

    assert scalar.specified_by_url == url


def test_no_description_has_an_address_in_it(schema: GraphQLSchema) -> None:
    told = [
        each.description or ""
        for kind in schema.type_map.values()
        if not kind.name.startswith("__")
        for each in (kind, *getattr(kind, "fields", {}).values())
    ]

    assert [each for each in told if "http" in each] == []


def test_what_the_ontology_deprecates_is_deprecated_and_says_why() -> None:
    why = "Use `successor`."
    body = ONTOLOGY.classes["Organisation"]
    fields = tuple(
        replace(each, deprecated=why) if each.name == "descendant" else each
        for each in body.properties
    )
    scheme = ONTOLOGY.schemes["fid"]
    codes = tuple(replace(each, deprecated=why) for each in scheme.concepts)
    older = Ontology(
        ONTOLOGY.version,
        {**ONTOLOGY.classes, "Organisation": replace(body, properties=fields, deprecated=why)},
        {**ONTOLOGY.schemes, "fid": replace(scheme, concepts=codes)},
        ONTOLOGY.predicates,
    )

    schema = build(project(older))

    shown: Any = schema.type_map["Organisation"]
    fidelity: Any = schema.type_map["Fidelity"]
    query: Any = schema.query_type
    assert shown.fields["descendant"].deprecation_reason == why
    assert shown.fields["ancestor"].deprecation_reason is None
    assert {each.deprecation_reason for each in fidelity.values.values()} == {why}
    assert query.fields["organisations"].deprecation_reason == why
