"""Provenance: where a field is known from, and if it is empty, why."""

from typing import Any

import pytest

from kg.model.names import RDF_TYPE, cot, graph, mint
from kg.model.terms import Literal, Statement
from kg.store.oxigraph import OxigraphStore
from server.graphql.execution.execute import execute

Ask = Any
BODY = """query($id: ID!, $field: OrganisationField!, $on: Date, $by: Date) {
  organisation(id: $id) { provenance(field: $field, asOf: $on, publishedBy: $by) {
    status absence explanation } } }"""


def judged(ask: Ask, body: str, field: str, **days: str) -> tuple[str, str | None, str]:
    data = ask(BODY, id=f"organisation/{body}", field=field, **days)["organisation"]["provenance"]
    return data["status"], data["absence"], data["explanation"]


@pytest.mark.parametrize(
    ("body", "field", "days", "expected"),
    [
        (
            "N1/ccg", "ODS_CODE", {},
            ("STATED", None, "It is stated, and nothing that is known speaks against it."),
        ),
        (
            "N1/ccg", "TENURES", {"on": "2019-10-31"},
            ("STATED", None, "It is stated, and nothing that is known speaks against it."),
        ),
        (
            "N1/ccg", "GSS_CODE", {},
            ("ABSENT", "NO_CLAIM", "Nothing that was read says anything of it."),
        ),
        (
            "N1/ccg", "TENURES", {"on": "2018-04-30"},
            (
                "ABSENT", "NOT_VALID_THEN",
                "What is said of it did not surely hold on 2018-04-30.",
            ),
        ),
        (
            "N1/ccg", "TENURES", {"on": "2019-02-01", "by": "2018-05-31"},
            (
                "ABSENT", "NOT_PUBLISHED_THEN",
                "No document says so that was surely out by 2018-05-31.",
            ),
        ),
        (
            "N1/ccg", "TENURES", {"on": "2013-03-31"},
            (
                "ABSENT", "BEFORE_FOUNDATION",
                "On 2013-03-31 it had not begun; the first day was 2013-04-01.",
            ),
        ),
        (
            "N1/ccg", "TENURES", {"on": "2020-04-01"},
            (
                "ABSENT", "AFTER_CLOSING",
                "On 2020-04-01 it had ended; the last day was 2020-03-31.",
            ),
        ),
        (
            "N1/ccg", "CLAIMS", {},
            ("CONTESTED", None, "It is stated, and contested; `claims` has who says what."),
        ),
        (
            "N1/ccg", "CLAIMS", {"by": "1990-01-01"},
            (
                "ABSENT", "NOT_PUBLISHED_THEN",
                "No document says so that was surely out by 1990-01-01.",
            ),
        ),
    ],
)  # fmt: skip
def test_it_says_whether_something_is_stated_and_else_why_not(
    ask: Ask, body: str, field: str, days: dict[str, str], expected: tuple[str, str | None, str]
) -> None:
    assert judged(ask, body, field, **days) == expected


@pytest.mark.parametrize(
    ("root", "thing", "field", "explanation"),
    [
        (
            "organisation", "organisation/E1/stp", "START",
            "It is known only to lie between 2016-12-01 and 2016-12-31.",
        ),
        (
            "affiliation", "affiliation/n", "START",
            "It is known only to be no later than 2018-04-01.",
        ),
        (
            "affiliation", "affiliation/n", "END",
            "It is known only to be no earlier than 2020-03-31.",
        ),
        (
            "tenure", "tenure/ann-s", "END",
            "No day is stated, but its bounds leave 2020-03-31 only.",
        ),
    ],
)  # fmt: skip
def test_a_day_that_only_has_bounds_is_told_by_them(
    ask: Ask, root: str, thing: str, field: str, explanation: str
) -> None:
    document = f"""{{ {root}(id: "{thing}") {{ provenance(field: {field}) {{
      status absence explanation statedIn }} }} }}"""

    assert ask(document)[root]["provenance"] == {
        "status": "ABSENT",
        "absence": "NOT_TO_THE_DAY",
        "explanation": explanation,
        "statedIn": [],
    }


@pytest.mark.parametrize(
    ("root", "thing", "field", "day", "expected"),
    [
        (
            "organisation", "organisation/E1/stp", "TENURES", "2016-11-30",
            (
                "BEFORE_FOUNDATION",
                "On 2016-11-30 it had not begun; it began no earlier than 2016-12-01.",
            ),
        ),
        (
            "tenure", "tenure/ann-n", "POST", "2020-04-01",
            ("AFTER_CLOSING", "On 2020-04-01 it had ended; it ended no later than 2020-03-31."),
        ),
    ],
)  # fmt: skip
def test_a_bound_of_a_life_is_not_told_as_if_it_were_the_day(
    ask: Ask, root: str, thing: str, field: str, day: str, expected: tuple[str, str]
) -> None:
    document = f"""{{ {root}(id: "{thing}") {{ provenance(field: {field}, asOf: "{day}") {{
      absence explanation }} }} }}"""

    assert tuple(ask(document)[root]["provenance"].values()) == expected


def test_a_day_without_bounds_has_no_claim_and_one_that_is_stated_is_no_bound(ask: Ask) -> None:
    data = ask("""{ united: organisation(id: "organisation/N1/united") {
      start: provenance(field: START) { status absence } end: provenance(field: END) { absence } }
      claimless: organisation(id: "organisation/E1/stp") {
        provenance(field: END) { absence explanation } } }""")

    assert data == {
        "united": {
            "start": {"status": "STATED", "absence": None},
            "end": {"absence": "NO_CLAIM"},
        },
        "claimless": {
            "provenance": {
                "absence": "NO_CLAIM",
                "explanation": "Nothing that was read says anything of it.",
            }
        },
    }


def test_bounds_are_told_whatever_day_is_asked(ask: Ask) -> None:
    # A start does not hold on a day: that the body had not begun is not why it is not known.
    assert judged(ask, "E1/stp", "START", on="2016-11-30") == (
        "ABSENT",
        "NOT_TO_THE_DAY",
        "It is known only to lie between 2016-12-01 and 2016-12-31.",
    )


def test_the_day_of_a_document_may_be_known_by_bounds_too(over: Any) -> None:
    paper, place = mint("document", "a"), graph("source/a")
    made = [
        Statement(paper, RDF_TYPE, cot("Document"), place),
        Statement(paper, cot("earliestIssued"), Literal.date("2019-06-01"), place),
        Statement(paper, cot("latestIssued"), Literal.date("2019-06-30"), place),
    ]
    document = '{ document(id: "document/a") { provenance(field: ISSUED_DATE) { explanation } } }'

    answer = execute(over(OxigraphStore.memory(made)), document)

    assert answer["data"]["document"]["provenance"] == {
        "explanation": "It is known only to lie between 2019-06-01 and 2019-06-30."
    }


def test_the_day_that_is_in_force_is_asked_unless_another_is_given(ask: Ask) -> None:
    data = ask("""{ person(id: "person/ann", asOf: "2019-02-01") {
      provenance(field: TENURES) { status }
      never: provenance(field: TENURES, asOf: "2013-04-01") { status absence }
      ever: provenance(field: TENURES, asOf: null) { status } } }""")

    assert data["person"] == {
        "provenance": {"status": "STATED"},
        "never": {"status": "ABSENT", "absence": "NOT_VALID_THEN"},
        "ever": {"status": "STATED"},
    }


def test_several_values_where_one_is_meant_are_a_contest_that_hides_them(over: Any) -> None:
    body, place = mint("organisation", "A", "ccg"), graph("register/a")
    made = [
        Statement(body, RDF_TYPE, cot("Organisation"), place),
        Statement(body, cot("odsCode"), Literal("A"), place),
        Statement(body, cot("odsCode"), Literal("B"), graph("register/b")),
    ]
    document = """{ organisation(id: "organisation/A/ccg") { odsCode
      provenance(field: ODS_CODE) { status absence explanation statedIn } } }"""

    answer = execute(over(OxigraphStore.memory(made)), document)

    assert answer["data"]["organisation"] == {
        "odsCode": None,
        "provenance": {
            "status": "CONTESTED",
            "absence": "CONTESTED",
            "explanation": "There are several values where one is meant, so none is shown.",
            "statedIn": ["graph:register/a", "graph:register/b"],
        },
    }
    assert [each["path"] for each in answer["errors"]] == [["organisation", "odsCode"]]


def test_what_was_disputed_is_contested_and_tells_by_whom(ask: Ask) -> None:
    data = ask("""{ claim(id: "claim/2") { ... on PlainClaim { provenance(field: TEXT) {
      status statedIn claims { totalCount nodes { id text } }
      evidence { nodes { id } } } } } }""")

    assert data["claim"]["provenance"] == {
        "status": "CONTESTED",
        "statedIn": ["graph:source/d1"],
        "claims": {"totalCount": 1, "nodes": [{"id": "claim/3", "text": "Beta again"}]},
        "evidence": {"nodes": [{"id": "citation/c"}]},
    }


def test_evidence_is_that_of_the_statements_which_a_field_leads_to_backwards(ask: Ask) -> None:
    data = ask("""{ organisation(id: "organisation/N1/ccg") {
      claims: provenance(field: CLAIMS) { statedIn evidence(first: 1) { totalCount nodes { id }
        pageInfo { hasNextPage } } claims { nodes { id } } }
      name: provenance(field: NAME) { statedIn evidence { totalCount } }
      none: provenance(field: GSS_CODE) { statedIn evidence { totalCount } } } }""")

    assert data["organisation"] == {
        "claims": {
            "statedIn": ["graph:source/d1"],
            "evidence": {
                "totalCount": 2,
                "nodes": [{"id": "citation/c"}],
                "pageInfo": {"hasNextPage": True},
            },
            "claims": {"nodes": [{"id": "claim/3"}]},
        },
        "name": {"statedIn": ["graph:register/world"], "evidence": {"totalCount": 0}},
        "none": {"statedIn": [], "evidence": {"totalCount": 0}},
    }


def test_evidence_that_several_statements_share_is_told_once(over: Any) -> None:
    body, place = mint("organisation", "A", "ccg"), graph("register/a")
    made = [
        Statement(body, RDF_TYPE, cot("Organisation"), place),
        Statement(mint("citation", "a"), RDF_TYPE, cot("Citation"), place),
        Statement(mint("citation", "b"), RDF_TYPE, cot("Citation"), place),
    ]
    for number in range(3):
        claim = mint("claim", str(number))
        made += [
            Statement(claim, RDF_TYPE, cot("Claim"), place),
            Statement(claim, cot("about"), body, place),
            Statement(claim, cot("evidence"), mint("citation", "a"), place),
            Statement(claim, cot("evidence"), mint("citation", "b"), place),
        ]
    document = """{ organisation(id: "organisation/A/ccg") { provenance(field: CLAIMS) {
      evidence(first: 1) { totalCount nodes { id } pageInfo { hasNextPage } }
      all: evidence { nodes { id } } } } }"""

    answer = execute(over(OxigraphStore.memory(made)), document)

    assert answer["data"]["organisation"]["provenance"] == {
        "evidence": {
            "totalCount": 2,
            "nodes": [{"id": "citation/a"}],
            "pageInfo": {"hasNextPage": True},
        },
        "all": {"nodes": [{"id": "citation/a"}, {"id": "citation/b"}]},
    }


def test_each_takes_one_query_and_one_for_each_of_its_lists(world: Any) -> None:
    document = """{ organisations { nodes { a: provenance(field: NAME) { status }
      b: provenance(field: CLAIMS) { status evidence { totalCount nodes { id } } } } } }"""

    answer = execute(world, document, explain=True)

    assert answer["extensions"]["kg"]["queries"] == 1 + 1 + 1 + 2
