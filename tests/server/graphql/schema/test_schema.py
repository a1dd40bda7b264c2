"""The schema: all of the ontology, and nothing that the ontology does not say."""

from collections.abc import Iterator
from typing import Any

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
    parse,
    print_schema,
    print_type,
    validate,
    validate_schema,
)

from kg.model.definitions import Ontology
from kg.model.ontology import load
from kg.questions.library import Library
from server.graphql.api import Api
from server.graphql.projection import constant, project
from server.graphql.schema import build

ONTOLOGY = load()
CLASSES = sorted(name for name, each in ONTOLOGY.classes.items() if not each.abstract)


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    return build(project(ONTOLOGY))


def test_it_is_valid_and_always_the_same(schema: GraphQLSchema) -> None:
    again = build(project(load()))

    assert validate_schema(schema) == []
    assert print_schema(again) == print_schema(schema)


@pytest.mark.parametrize("name", CLASSES)
def test_every_class_can_be_asked_for_one_by_one_and_as_a_list(
    schema: GraphQLSchema, name: str
) -> None:
    cls = ONTOLOGY.classes[name]
    query: Any = schema.query_type

    assert str(query.fields[cls.root_field].type) == name
    assert str(query.fields[cls.root_list].type) == f"{name}Connection!"
    assert set(query.fields[cls.root_list].args) >= {
        "first", "after", "where", "orderBy", "asOf", "carryMonths", "corpus", "release",
    }  # fmt: skip


@pytest.mark.parametrize("name", sorted(ONTOLOGY.classes))
def test_every_property_is_a_field_that_tells_its_term(schema: GraphQLSchema, name: str) -> None:
    shown: Any = schema.type_map[name]

    for each in ONTOLOGY.classes[name].properties:
        assert shown.fields[each.name].description == each.description
        assert shown.fields[each.name].extensions == {"iri": each.iri}
    assert shown.description == ONTOLOGY.classes[name].comment
    assert shown.extensions == {"iri": ONTOLOGY.classes[name].iri}


@pytest.mark.parametrize("name", sorted(ONTOLOGY.classes))
def test_lists_are_never_null_and_facts_always_may_be(schema: GraphQLSchema, name: str) -> None:
    # What the graph does not say is null; it must not take the rest of the answer with it.
    shown: Any = schema.type_map[name]

    for each in ONTOLOGY.classes[name].properties:
        assert str(shown.fields[each.name].type).endswith("!") != each.single


@pytest.mark.parametrize("name", sorted(each.name for each in ONTOLOGY.schemes.values()))
def test_a_closed_list_is_an_enum_and_an_open_one_is_not(schema: GraphQLSchema, name: str) -> None:
    scheme = ONTOLOGY.schemes[name]
    kind = schema.type_map.get(scheme.type_name)

    if not scheme.closed or kind is None:
        assert not isinstance(kind, GraphQLEnumType)
        return
    assert isinstance(kind, GraphQLEnumType)
    assert {key: value.description for key, value in kind.values.items()} == {
        constant(code.notation): code.definition for code in scheme.concepts
    }


def test_a_class_with_subclasses_is_an_interface(schema: GraphQLSchema) -> None:
    claim: Any = schema.type_map["Claim"]

    assert isinstance(claim, GraphQLInterfaceType)
    assert {each.name for each in schema.get_possible_types(claim)} == {
        "OfficeClaim", "PlainClaim", "Prediction", "Restatement",
    }  # fmt: skip
    dated: Any = schema.type_map["Dated"]
    assert {each.name for each in schema.get_possible_types(dated)} == set(
        ONTOLOGY.subclasses("Dated")
    )


def test_every_object_is_a_node_and_can_be_met(schema: GraphQLSchema) -> None:
    node: Any = schema.type_map["Node"]
    objects = {each.name for each in schema.get_possible_types(node)}

    assert objects == {
        *(name if name not in ("Claim", "Event") else f"Plain{name}" for name in CLASSES),
        "Concept",
        "Thing",
    }


def test_several_classes_are_a_union_by_their_names(schema: GraphQLSchema) -> None:
    union: Any = schema.type_map["AgentGroupOrOrganisation"]

    assert isinstance(union, GraphQLUnionType)
    assert {each.name for each in union.types} == {"AgentGroup", "Organisation"}
    party: Any = schema.type_map["JointArrangement"]
    assert str(party.fields["party"].type) == "AgentGroupOrOrganisationConnection!"


def test_the_small_types_read_so(schema: GraphQLSchema) -> None:
    assert print_type(schema.type_map["Holding"]) == (
        '"""How sure it is that something held on a day."""\n'
        "enum Holding {\n"
        '  """It had surely begun by that day and had surely not ended."""\n'
        "  ATTESTED\n\n"
        '  """It is attested within the months given, and nothing speaks against it."""\n'
        "  CARRIED\n\n"
        '  """It may have held; the sources do not say."""\n'
        "  UNKNOWN\n\n"
        '  """It had surely not begun, or had surely ended."""\n'
        "  NOT_HELD\n"
        "}"
    )
    assert "LAST" in print_type(schema.type_map["OrganisationOrder"])
    orders: Any = schema.type_map["OrganisationOrderField"]
    assert set(orders.values) >= {"LABEL", "ID", "NAME", "START", "ODS_CODE"}
    assert "ALT_NAME" not in orders.values  # it may have several


def test_nothing_of_graphene_is_left_in_it(schema: GraphQLSchema) -> None:
    # A resolver left behind would be asked instead of the tree.
    for kind in schema.type_map.values():
        if isinstance(kind, GraphQLObjectType) and not kind.name.startswith("__"):
            assert all(each.resolve is None for each in kind.fields.values())


def test_everything_in_the_schema_is_described() -> None:
    # Types, fields, arguments, conditions and codes, the questions' among them.
    described = {name: each.description for name, each in elements(Api(ONTOLOGY, Library()).schema)}

    assert [name for name, words in described.items() if not words] == []
    assert len(described) > 10_000
    assert described["OrganisationConnection.nodes"] == "The things of the page, in its order."
    assert described["DateFilter"] == (
        "Conditions on a value of `Date`; all that are given must hold, and null asks nothing."
    )


def elements(schema: GraphQLSchema) -> Iterator[tuple[str, Any]]:
    """All elements of a schema that may have a description, by name."""
    for kind in schema.type_map.values():
        if kind.name.startswith("__"):
            continue
        yield kind.name, kind
        members: Any = getattr(kind, "fields", None) or getattr(kind, "values", {})
        for name, each in members.items():
            yield f"{kind.name}.{name}", each
            for argument, value in getattr(each, "args", {}).items():
                yield f"{kind.name}.{name}({argument})", value


def test_every_filter_leads_to_every_other(schema: GraphQLSchema) -> None:
    document = parse("""{ organisations(where: {tenures: {some: {holder: {claimsMade: {none: {
      restatements: {count: {of: {fidelity: {eq: FAITHFUL}}, atLeast: 1}}}}}}}}) {
        totalCount } }""")
    where: Any = schema.type_map["OrganisationWhere"]

    assert validate(schema, document) == []
    assert get_named_type(where.fields["tenures"].type).name == "TenureListWhere"


def test_a_class_that_is_added_is_shown() -> None:
    # The model is data: nothing here is written for a class by name.
    more = ONTOLOGY.classes["Area"]
    added = type(more)(
        **{**more.__dict__, "name": "Ward", "root_field": "ward", "root_list": "wards"}
    )
    bigger = Ontology(
        ONTOLOGY.version, {**ONTOLOGY.classes, "Ward": added}, ONTOLOGY.schemes, ONTOLOGY.predicates
    )

    schema = build(project(bigger))

    query: Any = schema.query_type
    assert str(query.fields["wards"].type) == "WardConnection!"
