"""`disagreements` and `countAudit`: what does not go together, and what was counted again."""

from collections.abc import Callable
from typing import Any

import pytest

from server.graphql.execution.execute import execute

Ask = Callable[..., dict[str, Any]]

SIDES = """query($kind: [DisagreementKind!], $about: ID, $least: Int, $first: Int, $offset: Int,
  $corpus: ID, $known: Date) {
  disagreements(kind: $kind, about: $about, minSources: $least, first: $first, offset: $offset,
    corpus: $corpus, publishedBy: $known) {
    totalCount nodes { kind about { id } sources { title } sourceCount
      positions { claim { id } value saidBy { id } documents { title } } } } }"""
AUDITS = """query($of: ID, $verdict: [AuditVerdict!], $figure: ID, $quantity: String,
  $first: Int, $offset: Int, $corpus: ID, $known: Date) {
  countAudit(document: $of, verdict: $verdict, figure: $figure, quantity: $quantity,
    first: $first, offset: $offset, corpus: $corpus, publishedBy: $known) {
    totalCount counts { verdict count } nodes { figure { label } } } }"""


def brief(data: dict[str, Any]) -> list[tuple[str, list[str]]]:
    return [
        (each["kind"], [side["value"] for side in each["positions"]])
        for each in data["disagreements"]["nodes"]
    ]


def test_all_who_dispute_a_claim_stand_beside_it(ask: Ask) -> None:
    data = ask(SIDES, kind=["DISPUTED_CLAIM"])

    assert data["disagreements"] == {
        "totalCount": 1,
        "nodes": [
            {
                "kind": "DISPUTED_CLAIM",
                "about": [{"id": "change-event/merger"}],
                "sources": [{"title": "A report"}, {"title": "A letter"}],
                "sourceCount": 2,
                "positions": [
                    {
                        "claim": {"id": "claim/1"},
                        "value": "It will pay.",
                        "saidBy": [{"id": "person/ann"}],
                        "documents": [{"title": "A report"}],
                    },
                    {
                        "claim": {"id": "claim/2"},
                        "value": "It will not.",
                        "saidBy": [{"id": "person/bob"}],
                        "documents": [{"title": "A letter"}],
                    },
                    {
                        # Nobody is named: it is the publisher that says so.
                        "claim": {"id": "claim/3"},
                        "value": "Hardly.",
                        "saidBy": [{"id": "organisation/R1/region"}],
                        "documents": [{"title": "A report"}],
                    },
                ],
            }
        ],
    }


def test_every_kind_is_told_with_its_sides(ask: Ask) -> None:
    assert brief(ask(SIDES)) == [
        ("DISPUTED_CLAIM", ["It will pay.", "It will not.", "Hardly."]),
        ("FIGURES", ["3", "two"]),
        ("AGAINST_REGISTER", ["3", "2"]),
        ("DATES_IN_POST", ["Ann from May", "Ann from June"]),
        ("READINGS", ["directed", "imposed"]),
    ]


@pytest.mark.parametrize(
    ("given", "kinds"),
    [
        ({"kind": ["FIGURES", "READINGS"]}, ["FIGURES", "READINGS"]),
        ({"kind": []}, []),
        ({"about": "group/all"}, ["FIGURES", "AGAINST_REGISTER"]),
        ({"about": "person/ann"}, ["DATES_IN_POST"]),
        ({"least": 2}, ["DISPUTED_CLAIM", "FIGURES", "DATES_IN_POST"]),
        ({"least": 3}, []),
        ({"first": 1}, ["DISPUTED_CLAIM"]),
        ({"first": 1, "offset": 4}, ["READINGS"]),
        ({"corpus": "cited"}, ["DISPUTED_CLAIM"]),
        ({"known": "2019-06-01"}, ["DISPUTED_CLAIM"]),
        ({"known": "2019-05-31"}, []),
    ],
)
def test_each_argument_says_which_disagreements(
    ask: Ask, given: dict[str, Any], kinds: list[str]
) -> None:
    assert [kind for kind, _ in brief(ask(SIDES, **given))] == kinds


def test_what_was_said_later_is_not_told_yet(ask: Ask) -> None:
    data = ask(SIDES, known="2020-01-01", kind=["DISPUTED_CLAIM"])

    assert brief(data) == [("DISPUTED_CLAIM", ["It will pay.", "It will not."])]


def test_an_audit_tells_verdict_distance_and_reason(ask: Ask) -> None:
    data = ask(
        """{ countAudit(figure: "figure/f1") { nodes { audit { id } figure { label } verdict said
          counted differsBy day reason rule documents { title } } } }"""
    )

    assert data["countAudit"]["nodes"] == [
        {
            "audit": {"id": "figure-audit/f1"},
            "figure": {"label": "3 groups"},
            "verdict": "DIFFERS",
            "said": "3",
            "counted": "2",
            "differsBy": "1",
            "day": "2019-01-01",
            "reason": "The register counts 2.",
            "rule": "audits 1",
            "documents": [{"title": "A report"}],
        }
    ]


def test_both_queries_of_an_audit_give_what_it_tells(ask: Ask, world: Any) -> None:
    (audit,) = ask(
        """{ countAudit(figure: "figure/f1") { nodes { statedSparql countedSparql } } }"""
    )["countAudit"]["nodes"]

    stated = world.store.select(audit["statedSparql"])
    counted = world.store.select(audit["countedSparql"])

    assert dict(zip(stated.variables, stated.rows[0], strict=True))["said"].text == "3"
    assert [each.text for each in counted.rows[0]] == ["2"]


def test_what_cannot_be_counted_has_no_query_that_counts(ask: Ask) -> None:
    data = ask('{ countAudit(figure: "figure/f3") { nodes { reason countedSparql } } }')

    assert data["countAudit"]["nodes"] == [{"reason": "It names no number.", "countedSparql": None}]


@pytest.mark.parametrize(
    ("given", "figures"),
    [
        ({}, ["two groups", "3 groups", "many"]),
        ({"of": "document/d2"}, ["two groups", "many"]),
        ({"verdict": ["DIFFERS", "NOT_COMPARABLE"]}, ["3 groups", "many"]),
        ({"verdict": []}, []),
        ({"figure": "figure/f2"}, ["two groups"]),
        ({"quantity": "population"}, ["many"]),
        ({"first": 1}, ["two groups"]),
        ({"offset": 2}, ["many"]),
        ({"corpus": "cited"}, ["3 groups"]),
        ({"known": "2019-12-31"}, ["3 groups"]),
    ],
)
def test_each_argument_says_which_numbers(
    ask: Ask, given: dict[str, Any], figures: list[str]
) -> None:
    data = ask(AUDITS, **given)["countAudit"]

    assert [each["figure"]["label"] for each in data["nodes"]] == figures


def test_verdicts_are_counted_on_all_pages_together(ask: Ask) -> None:
    data = ask(AUDITS, first=0)["countAudit"]

    assert data["counts"] == [
        {"verdict": each, "count": 1} for each in ("AGREES", "DIFFERS", "NOT_COMPARABLE")
    ]


def test_every_audit_of_the_release_is_found_again_by_its_queries(
    asked_of: Ask, release: Any
) -> None:
    data = asked_of(
        """{ countAudit(first: 500) { totalCount nodes {
          said counted verdict reason figure { value } statedSparql countedSparql } } }"""
    )["countAudit"]

    assert data["totalCount"] == len(data["nodes"]) > 40
    for each in data["nodes"]:
        stated = release.store.select(each["statedSparql"])
        said = stated.variables.index("said")
        assert {row[said].text for row in stated.rows} == {each["said"]}
        if each["countedSparql"]:
            (found,) = (row[0].text for row in release.store.select(each["countedSparql"]).rows)
            # A sum has no count of the register: it is told by the number that it agrees with; what
            # is beside a share in per cent is told in the reason.
            if each["counted"] or each["verdict"] == "AGREES":
                assert found == (each["counted"] or each["figure"]["value"])
            else:
                assert f" {found} (" in each["reason"]
        else:
            assert each["verdict"] == "NOT_COMPARABLE"


def test_the_release_tells_who_disputes_whom(release: Any) -> None:
    answer = execute(release, SIDES, {"first": 100})

    kinds = {each["kind"] for each in answer["data"]["disagreements"]["nodes"]}
    assert {"DISPUTED_CLAIM", "AGAINST_REGISTER"} <= kinds
    assert all(len(each["positions"]) > 1 for each in answer["data"]["disagreements"]["nodes"])


def test_what_was_counted_again_is_said_by_nobody_in_no_document(ask: Ask) -> None:
    data = ask(
        """{ disagreements(kind: [AGAINST_REGISTER]) { nodes { sources { id } positions {
          value saidBy { id } documents { id } } } } }"""
    )

    (found,) = data["disagreements"]["nodes"]
    stated, counted = found["positions"]
    assert stated["value"] == "3"
    assert stated["documents"] == found["sources"] != []
    assert counted == {"value": "2", "saidBy": [], "documents": []}


def test_a_reading_is_said_by_nobody_of_the_documents_that_were_read(ask: Ask) -> None:
    data = ask(
        """{ disagreements(kind: [READINGS]) { nodes { positions { value saidBy { id } } } } }"""
    )

    assert data["disagreements"]["nodes"] == [
        {
            "positions": [
                {"value": "directed", "saidBy": []},
                {"value": "imposed", "saidBy": []},
            ]
        }
    ]


@pytest.mark.parametrize(
    "asked",
    [
        'disagreements(about: "person/nobody")',
        'countAudit(figure: "person/nobody")',
        'countAudit(document: "person/nobody", figure: "figure/f1")',
    ],
)
def test_an_id_that_names_nothing_is_refused(refused: Ask, asked: str) -> None:
    # None at all would look as if everybody agreed.
    error = refused(f"{{ {asked} {{ totalCount }} }}")

    assert error["message"] == "Nothing is known by 'person/nobody'."
    assert error["extensions"]["code"] == "unknown-thing"


def test_what_is_there_may_have_nothing_to_disagree_on(ask: Ask) -> None:
    assert brief(ask(SIDES, about="organisation/Q9/icb")) == []
    assert ask(AUDITS, of="document/d1", figure="figure/f2")["countAudit"]["totalCount"] == 0
