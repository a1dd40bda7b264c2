"""What cannot be answered, and what is told of it."""

from dataclasses import replace
from typing import Any

import pytest
from graphql import GraphQLError

from kg.model.names import RDF_TYPE, cot, cotv, graph, mint
from kg.model.terms import XSD, Literal, Statement
from kg.store.oxigraph import OxigraphStore
from server.graphql.execution.execute import execute, formatted

Ask = Any
World = Any
SCHEMA = " The schema tells what there is."


@pytest.mark.parametrize(
    ("document", "message", "extensions"),
    [
        (
            "{ organisation { name } }",
            "`organisation` was not told which one.",
            {
                "code": "bad-query",
                "hint": "Give one of id, name, odsCode, gssCode, or ask for `organisations`.",
            },
        ),
        (
            '{ node(id: "a b") { id } }',
            "'a b' is not an id.",
            {
                "code": "bad-query",
                "hint": "Write it as in 'organisation/26A/ccg', or as a whole IRI.",
            },
        ),
        (
            '{ organisations(where: {organisationType: {eq: "ccgs"}}) { totalCount } }',
            "Nothing is known by 'ccgs'.",
            {"code": "unknown-thing", "hint": "Did you mean 'ccg'?"},
        ),
        (
            "{ organisations(carryMonths: -1) { totalCount } }",
            "`carryMonths` is -1; it cannot be less than 0.",
            {"code": "bad-query", "hint": "Mend what is named, and send it again."},
        ),
        (
            "{ organisations(first: 1001) { totalCount } }",
            "`first` is 1001; a page holds 0 to 1000.",
            {
                "code": "query-too-large",
                "hint": "Ask for a smaller page, and for the next one with `after`.",
                "at": "organisations",
            },
        ),
        (
            "{ organisations(first: 100) { nodes { claims(first: 101) { nodes { id } } } } }",
            "The lists down to 'organisations.nodes.claims' may hold 10100 things; at most 10000"
            " are answered at once.",
            {
                "code": "query-too-large",
                "hint": "Give smaller values of `first`.",
                "at": "organisations.nodes.claims",
            },
        ),
        (
            '{ organisations(after: "%%%") { totalCount } }',
            "'%%%' is not a cursor.",
            {
                "code": "bad-query",
                "hint": "Give back an `endCursor` as it was.",
                "at": "organisations",
            },
        ),
        (
            '{ organisations(release: "r0") { totalCount } }',
            "No release is named 'r0'.",
            {
                "code": "unknown-release",
                "hint": "Kept here, newest first: r1.",
            },
        ),
        (
            '{ organisations(asOf: "2020-02-30") { totalCount } }',
            "Expected value of type 'Date', found \"2020-02-30\"; '2020-02-30' is not a day such"
            " as '2020-04-01'",
            {"code": "bad-query", "hint": f"Mend it at line 1, column 23.{SCHEMA}"},
        ),
        (
            "{ changeEvents(where: {changeType: {eq: MERGE}}) { totalCount } }",
            "Value 'MERGE' does not exist in 'ChangeType' enum. Did you mean the enum value"
            " 'MERGER'?",
            {"code": "bad-query", "hint": f"Mend it at line 1, column 41.{SCHEMA}"},
        ),
        (
            "{ organisations { nodes { nam } } }",
            "Cannot query field 'nam' on type 'Organisation'. Did you mean 'name'?",
            {"code": "bad-query", "hint": f"Mend it at line 1, column 27.{SCHEMA}"},
        ),
        (
            "{ organisations { nodes { name } }",
            "Syntax Error: Expected Name, found <EOF>.",
            {"code": "bad-query", "hint": "Mend it at line 1, column 35."},
        ),
        (
            "query A { release { name } } query B { release { name } }",
            "The document has several operations, and none was named.",
            {"code": "bad-query", "hint": "Name one in `operationName`."},
        ),
        (
            "query($on: Date!) { organisations(asOf: $on) { totalCount } }",
            "Variable '$on' of required type 'Date!' was not provided.",
            {"code": "bad-query", "hint": f"Mend it at line 1, column 7.{SCHEMA}"},
        ),
    ],
)
def test_a_request_that_cannot_be_begun(
    world: World, document: str, message: str, extensions: dict[str, str]
) -> None:
    answer = execute(world, document)

    assert "data" not in answer
    assert [(each["message"], each["extensions"]) for each in answer["errors"]] == [
        (message, extensions)
    ]
    assert answer["extensions"] == {"release": "r1"}


def test_an_error_says_where_in_the_document_it_is(refused: Ask) -> None:
    error = refused(
        '{ people {\n  nodes { tenures(where: {roleType: {eq: "boss"}}) { totalCount } } } }'
    )

    assert error["locations"] == [{"line": 2, "column": 11}]
    assert error["message"] == "Nothing is known by 'boss'."


def test_several_things_by_one_name_are_an_error_there_and_null(world: World) -> None:
    answer = execute(world, '{ organisation(odsCode: "N1") { name } release { name } }')

    assert answer["data"] == {"organisation": None, "release": {"name": "r1"}}
    assert answer["errors"] == [
        {
            "message": "There is more than one Organisation with odsCode 'N1'.",
            "locations": [{"line": 1, "column": 3}],
            "path": ["organisation"],
            "extensions": {
                "code": "more-than-one",
                "hint": "Among them are organisation/N1/ccg, organisation/N1/united: name one by"
                " `id`, add `asOf`, or ask for the list.",
            },
        }
    ]


def test_a_cursor_is_good_for_its_own_list_only(world: World, ask: Ask, refused: Ask) -> None:
    document = (
        "query($after: String) { claims(first: 1, after: $after%s) { pageInfo { endCursor } } }"
    )
    cursor = ask(document % "")["claims"]["pageInfo"]["endCursor"]

    other = refused(document % ", orderBy: {field: TEXT}", after=cursor)
    filtered = refused(document % ', where: {label: {eq: "beta"}}', after=cursor)
    later = execute(replace(world, name="r2"), document % "", {"after": cursor})["errors"][0]

    assert other["message"] == "The cursor is of another list, filter or order."
    assert filtered["message"] == "The cursor is of another list, filter or order."
    assert later["message"] == "The cursor was made in release 'r1', and this is 'r2'."
    assert later["extensions"]["hint"] == "Ask with release 'r1', or begin again without `after`."


def test_text_is_never_read_as_a_query(ask: Ask) -> None:
    text = 'x" } } UNION { ?n ?p ?o } #\\\n'

    data = ask("query($t: String) { organisations(where: {name: {eq: $t}}) { totalCount } "
               "people(where: {name: {contains: $t}}) { totalCount } }", t=text)  # fmt: skip

    assert data == {"organisations": {"totalCount": 0}, "people": {"totalCount": 0}}


def broken(world: World, predicate: str, *values: Literal) -> Any:
    thing, place = mint("figure", "broken"), graph("register/world")
    statements = [Statement(thing, RDF_TYPE, cot("Figure"), place)]
    statements += [Statement(thing, cot(predicate), each, place) for each in values]
    return replace(world, store=OxigraphStore.memory(statements))


def test_two_values_where_one_is_meant_are_an_error_and_not_a_choice(world: World) -> None:
    # The shapes forbid it; if it happens all the same, nobody should be told one of the two.
    other = broken(world, "valueText", Literal("some"), Literal("many"))

    answer = execute(other, '{ figure(id: "figure/broken") { id valueText } }')

    assert answer["data"] == {"figure": {"id": "figure/broken", "valueText": None}}
    assert [(each["path"], each["message"]) for each in answer["errors"]] == [
        (
            ["figure", "valueText"],
            "The graph has more than one value here, where one is meant.",
        )
    ]


def test_a_literal_that_is_not_of_its_datatype_is_an_error_at_its_place(world: World) -> None:
    other = broken(world, "value", Literal("lots", XSD + "decimal"))

    answer = execute(other, '{ figure(id: "figure/broken") { id value } }')

    assert answer["data"] == {"figure": {"id": "figure/broken", "value": None}}
    assert answer["errors"][0]["message"] == "'lots' is not a value of Decimal."
    assert answer["errors"][0]["extensions"] == {
        "code": "bad-value",
        "hint": "Leave the field out, and report it: the graph is to be mended.",
    }


def test_a_code_of_another_list_is_an_error_at_its_place(world: World) -> None:
    thing, place = mint("claim", "broken"), graph("register/world")
    store = OxigraphStore.memory([
        Statement(thing, RDF_TYPE, cot("Claim"), place),
        Statement(thing, cot("claimType"), cotv("status-dropped"), place),
    ])  # fmt: skip

    answer = execute(replace(world, store=store), "{ claims { nodes { id claimType } } }")

    assert answer["data"] == {"claims": {"nodes": [{"id": "claim/broken", "claimType": None}]}}
    assert answer["errors"][0]["path"] == ["claims", "nodes", 0, "claimType"]
    assert answer["errors"][0]["extensions"] == {
        "code": "bad-value",
        "hint": "Leave the field out, and report it: the graph is to be mended.",
    }


def test_a_failure_of_ours_is_not_told_in_detail(caplog: pytest.LogCaptureFixture) -> None:
    failure = RuntimeError("no file secret.sqlite")

    told = formatted(GraphQLError(str(failure), path=["people"], original_error=failure))

    assert told == {
        "message": "The service failed; the failure is in its log.",
        "path": ["people"],
        "extensions": {
            "code": "internal",
            "hint": "Report it, with the time and what you asked; it is a fault of ours.",
        },
    }
    assert "secret.sqlite" in caplog.text


@pytest.mark.parametrize(
    ("document", "message", "hint"),
    [
        (
            '{ claims(corpus: "cite") { totalCount } }',
            "'cite' is neither a corpus nor a document.",
            "Give one of all, annotated, cited, register, or an id such as 'document/000'.",
        ),
        (
            '{ search(text: "Leeds", kind: "organisation") { label } }',
            "Nothing is known by 'organisation'.",
            "Did you mean 'Organisation'?",
        ),
        (
            '{ organisations(where: {organisationType: {eq: "CCG"}}) { totalCount } }',
            "Nothing is known by 'CCG'.",
            "Did you mean 'ccg'?",
        ),
        (
            '{ organisation(id: "http://[bad") { name } }',
            "'http://[bad' is not an id.",
            "Write it as in 'organisation/26A/ccg', or as a whole IRI.",
        ),
        (
            '{ organisations(where: {organisationType: {eq: "9"}}) { totalCount } }',
            "Nothing is known by '9'.",
            '`concepts(scheme: "type")` lists the codes.',
        ),
    ],
)
def test_a_slip_is_told_and_is_not_an_empty_answer(
    refused: Ask, document: str, message: str, hint: str
) -> None:
    error = refused(document)

    assert (error["message"], error["extensions"]["hint"]) == (message, hint)
