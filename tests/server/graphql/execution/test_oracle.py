"""What answers is the same, byte for byte, as what graphql-core makes of the same rows."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import orjson
import pytest

from kg.model.names import RDF_TYPE, cot, cotv, graph, mint
from kg.model.terms import XSD, Iri, Literal, Statement
from kg.store.memory import RdflibStore
from kg.store.oxigraph import OxigraphStore
from server.graphql.execution.execute import oracle, respond
from server.graphql.planning.prepare import Operation

World = Any

LISTS = [
    "{ organisations { totalCount } }",
    "{ organisations { nodes { id iri label name odsCode inRegister start latestStart } } }",
    "{ organisations { nodes { altName type graphs organisationType { id notation label } } } }",
    "{ people(first: 1) { pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }",
    "{ organisations(first: 0) { totalCount pageInfo { endCursor } nodes { id } } }",
    "{ organisations { __typename edges { __typename cursor node { __typename id } } } }",
    "{ organisations { edges { node { name } } nodes { name } totalCount } }",
    "{ organisations { pageInfo { __typename more: hasNextPage } nodes { name } } }",
    '{ organisations(where: {name: {eq: "nobody"}}) { totalCount nodes { name } } }',
    '{ organisations(asOf: "2020-03-31") { nodes { name held } } }',
    '{ organisations { nodes { held(on: "2020-03-31") then: held(on: "2020-04-01") } } }',
    "{ organisations { nodes { name predecessor { nodes { name } } successor { totalCount } } } }",
    "{ people { nodes { tenures(first: 1) { totalCount nodes { organisation { name } } } } } }",
    "{ people { nodes { tenures { edges { node { holder { tenures { totalCount } } } } } } } }",
    "{ tenures { nodes { holder { name } organisation { name odsCode } chiefOfficer } } }",
    "{ tenures { nodes { roleType { notation label scheme definition } latestEnd } } }",
    "{ tenures(orderBy: [{field: LATEST_START, descending: true}]) { nodes { latestStart } } }",
    "{ figures { nodes { value valueText subject { __typename ... on Organisation { name } } } } }",
    "{ affiliations { nodes { interpolated edition start fromOrganisation { name } } } }",
    "{ changeEvents { nodes { changeType effectiveDate original { nodes { __typename } } } } }",
    "{ documents { nodes { title address issuedDate publisher { name } } } }",
    "{ claims { nodes { id text label claimType } } }",
    "{ claims { nodes { about { nodes { __typename id label type graphs } } } } }",
    "{ claims { nodes { asserter { nodes { __typename ... on Person { name } } } } } }",
    "{ claims { nodes { asserter { nodes { ... on Person { n: name }"
    " ... on Organisation { n: odsCode } } } } } }",
    "{ claims { nodes { evidence { nodes { __typename ... on TextSpan { startOffset endOffset }"
    " ... on Citation { recordedIn } inDocument { title } } } } } }",
    "{ claims { nodes { ... on Restatement { fidelity restates { ... on Provision { modality } } }"
    " text } } }",
    "{ claims { nodes { ... on OfficeClaim { roleText } ... on Restatement { t: text } id } } }",
    "{ claims { nodes { disputes { nodes { text disputes { totalCount } } } } } }",
    "{ claims { nodes { about { edges { cursor node { id ... on Organisation { name } } } } } } }",
    "{ agentGroups { nodes { enumerated groupQuantifier } } }",
    "{ provisions { nodes { modality name } } }",
    "{ people(last: 1) { nodes { name } pageInfo { hasNextPage hasPreviousPage } } }",
    "{ organisations { nodes { claims(last: 1) { totalCount edges { cursor node { id } }"
    " pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } } }",
]  # fmt: skip
TOLD = [
    "{ people { nodes { tenures { edges { cursor node { id } validity { latestStart earliestEnd"
    ' held then: held(on: "2019-10-31") } } } } } }',
    "{ people { nodes { tenures { edges { statedIn __typename validity { __typename } } } } } }",
    "{ organisations { nodes { claims { edges { statedIn evidence(first: 1) { totalCount"
    " nodes { __typename inDocument { title } } } } } } } }",
    "{ organisations { nodes { provenance(field: NAME) { status absence statedIn } } } }",
    '{ organisations(asOf: "2020-04-01") { nodes { provenance(field: NAME) { status } } } }',
    "{ organisations { nodes { provenance(field: END) { status absence explanation }"
    " s: provenance(field: START) { absence explanation } } } }",
    "{ affiliations { nodes { provenance(field: START) { absence explanation } } } }",
    "{ claims { nodes { labelText { value language isFallback } two: labelText { value } } } }",
]
ONES = [
    '{ organisation(id: "organisation/N1/ccg") { name } }',
    '{ organisation(id: "organisation/none/ccg") { name } }',
    '{ organisation(odsCode: "N1") { name } release { name } }',
    '{ node(id: "claim/5") { __typename ... on Claim { text } ... on Restatement { fidelity } } }',
    '{ node(id: "cotv:type-ccg") { __typename label ... on Concept { notation scheme } } }',
    '{ node(id: "cotv:type-ccg") { id iri type graphs } }',
    '{ node(id: "https://example.org/elsewhere") { __typename id label } }',
    '{ node(id: "urn:nothing") { id } }',
    '{ search(text: "north") { label matched kind node { __typename id } } }',
    "{ release { name built triples } __typename }",
    '{ concepts(scheme: "mod") { id notation label } }',
]
FORMS = [
    "{ a: people { nodes { name } } b: people { n: nodes { name called: name } } }",
    "{ people { nodes { ...p } } } fragment p on Person { name ...q } fragment q on Node { id }",
    "{ people { nodes { name ... { id } ... on Node { label } ... on Person { name } } } }",
    "{ people { ...c nodes { id } } } fragment c on PersonConnection { totalCount nodes { name } }",
    "query($no: Boolean = false) { people { nodes { name @include(if: $no) id } } }",
    "query($yes: Boolean = true) { people { nodes { name @skip(if: $yes) } } }",
    "query($yes: Boolean = true) { people { nodes @skip(if: $yes) { id } } }",
    "query($yes: Boolean = true) { people @skip(if: $yes) { nodes { id } } release { name } }",
    "query($yes: Boolean = true) { people { ... @include(if: $yes) { totalCount } } }",
    "{ __typename __schema { queryType { name } } }",
    '{ people { totalCount } __type(name: "Person") { kind name } release { name } }',
    '{ t: __type(name: "None") { name } people { totalCount } s: __schema { description } }',
    'query($name: String = "Claim") { __type(name: $name) { name ...f } people { totalCount } }'
    " fragment f on __Type { kind fields { name } }",
    "query A { people { totalCount } } query B { release { name } }",
    "{ people { nodes { __typename kind: __typename } __typename } q: __typename }",
]  # fmt: skip


@pytest.mark.parametrize("document", [*LISTS, *TOLD, *ONES, *FORMS])
def test_the_answer_is_that_of_graphql_core(world: World, document: str) -> None:
    name = "B" if "query B" in document else None

    assert_equal(world, Operation(document, {}, name, on_error="PROPAGATE"))
    told = respond(world, Operation(document, {}, name))

    assert {each["extensions"]["code"] for each in told.get("errors", [])} <= {"more-than-one"}
    assert_equal(world, Operation(document, {}, name))  # no error here spreads


def test_what_is_kept_of_an_operation_depends_on_its_variables(world: World) -> None:
    document = (
        "query($n: Int, $yes: Boolean!) { people(first: $n) { nodes { id @include(if: $yes) } } }"
    )
    asked = [(1, True), (2, True), (1, False), (1, True)]

    found = [respond(world, Operation(document, {"n": n, "yes": yes}))["data"] for n, yes in asked]

    ann, bob = {"id": "person/ann"}, {"id": "person/bob"}
    assert [each["people"]["nodes"] for each in found] == [[ann], [ann, bob], [{}], [ann]]


def broken() -> Iterator[Statement]:
    """Things that the shapes forbid: two values, values of other types, codes of other lists."""
    place = graph("register/broken")

    def told(
        kind: str, key: str, cls: str, *parts: tuple[str, Iri | Literal]
    ) -> Iterator[Statement]:
        thing = mint(kind, key)
        yield Statement(thing, RDF_TYPE, cot(cls), place)
        yield from (Statement(thing, cot(name), value, place) for name, value in parts)

    yield from told(
        "figure", "1", "Figure", ("value", Literal("lots", XSD + "decimal")),
        ("valueText", Literal("some")), ("valueText", Literal("many")),
    )  # fmt: skip
    yield from told(
        "figure", "2", "Figure", ("value", Literal("2", XSD + "decimal")),
        ("subject", mint("person", "a")), ("subject", mint("person", "b")),
    )  # fmt: skip
    yield from told("figure", "3", "Figure", ("subject", Literal("a body")))
    yield from told(
        "span", "1", "TextSpan", ("startOffset", Literal("x", XSD + "integer")),
        ("endOffset", Literal("9000000000", XSD + "integer")),
    )  # fmt: skip
    yield from told(
        "claim", "1", "Restatement", ("fidelity", cotv("fid-dropsQualifier")),
        ("fidelity", cotv("status-dropped")), ("about", Literal("nothing")),
        ("asserter", mint("span", "1")),
    )  # fmt: skip
    yield from told(
        "claim", "2", "Claim", ("claimType", cotv("status-dropped")), ("asserter", Iri("urn:x")),
        ("text", Literal('a "b"\\\n\tc\x01', lang="en")),
    )  # fmt: skip


BROKEN = [
    "{ figures { nodes { id value valueText } } }",
    "{ figures { nodes { id subject { __typename id label } } } }",
    '{ node(id: "span/1") { id ... on TextSpan { startOffset endOffset } } }',
    "{ claims { nodes { id text claimType } } release { name } }",
    "{ claims { nodes { ... on Restatement { fidelity } id } } release { name } }",
    "{ a: claims { nodes { about { nodes { id } } } } b: claims { totalCount } }",
    "{ claims { nodes { id asserter { nodes { __typename } } } } }",
    "{ claims { edges { node { asserter { edges { node { __typename } } } } } } }",
    '{ node(id: "claim/1") { id ... on Restatement { fidelity } } release { name } }',
    "{ figures { nodes { value } } __schema { queryType { name } } }",
]


@pytest.fixture(scope="module")
def faulty(world: World) -> World:
    is_rdflib = isinstance(world.store, RdflibStore)
    return replace(
        world, store=RdflibStore(broken()) if is_rdflib else OxigraphStore.memory(broken())
    )


@pytest.mark.parametrize("document", BROKEN)
def test_errors_are_those_of_graphql_core(faulty: World, document: str) -> None:
    assert "errors" in assert_equal(faulty, Operation(document, on_error="PROPAGATE"))


def test_an_error_is_null_where_it_is_and_nowhere_else(faulty: World) -> None:
    document = "{ claims { nodes { id ... on Restatement { fidelity } } } release { name } }"

    answer = respond(faulty, Operation(document))

    assert answer["data"] == {
        "claims": {
            "nodes": [
                {"id": "claim/1", "fidelity": ["DROPS_QUALIFIER", None]},
                {"id": "claim/2"},
            ]
        },
        "release": {"name": "r1"},
    }
    assert [each["path"] for each in answer["errors"]] == [["claims", "nodes", 0, "fidelity", 1]]


def test_an_error_spreads_or_halts_where_that_is_asked_for(faulty: World) -> None:
    document = "{ release { name } figures { nodes { id value valueText } }"
    document += " claims { nodes { ... on Restatement { fidelity } } } }"

    spread = respond(faulty, Operation(document, on_error="PROPAGATE"))
    halted = respond(faulty, Operation(document, on_error="HALT"))

    assert spread["data"] is None
    assert [each["path"] for each in spread["errors"]] == [
        ["figures", "nodes", 0, "value"],
        ["figures", "nodes", 0, "valueText"],
        ["claims", "nodes", 0, "fidelity", 1],
    ]
    assert halted["data"] is None
    assert [each["path"] for each in halted["errors"]] == [["figures", "nodes", 0, "value"]]


def assert_equal(world: World, asked: Operation) -> dict[str, Any]:
    """The answer, which is that of graphql-core in its order too."""
    found, told = respond(world, asked), oracle(world, asked)
    assert orjson.dumps(found) == orjson.dumps(told)
    return found
