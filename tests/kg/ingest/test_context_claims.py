"""What pages say about mergers stays a claim: whole, cited, about something that is there."""

from __future__ import annotations

import csv
import os
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.kg.ingest.conftest import Facts

Rows = Callable[[str], list[dict[str, str]]]


def claims(facts: Facts, table: str) -> list[str]:
    return [each for each in facts.all("Claim") if each.startswith(f"claim/{table}/")]


def test_every_row_is_one_claim_with_its_words_a_speaker_and_a_citation(
    facts: Facts, rows: Rows
) -> None:
    tables = {"context": 170, "reports": 68, "csu": 12, "icb-changes": 18}

    assert {table: len(claims(facts, table)) for table in tables} == tables
    for claim in (each for table in tables for each in claims(facts, table)):
        wanted = ("text", "asserter", "about", "claimType", "confidence", "dateBasis", "evidence")
        assert [name for name in wanted if not facts.of(claim, name)] == [], claim
        assert all(each.startswith("citation/") for each in facts.of(claim, "evidence"))
    said = {facts.one(f"claim/context/{row['fact']}", "text") for row in rows("editorial/context")}
    assert len(said) == 170  # no two rows say the same


def test_no_editorial_table_makes_a_change_event(facts: Facts) -> None:
    assert {facts.one(each, "recordedIn") for each in evidence(facts, "ChangeEvent")} == {
        f"kg/data/register/changes.csv, {each.removeprefix('change-event/')}"
        for each in facts.all("ChangeEvent")
    }


def test_a_stance_is_toward_a_merger_or_a_shared_officer_that_the_claim_is_about(
    facts: Facts,
) -> None:
    stances = [each for each in claims(facts, "context") if facts.of(each, "stance")]
    toward = {each: facts.of(each, "stanceTarget") for each in stances}

    assert len(stances) == 10
    assert [each for each, targets in toward.items() if len(targets) != 1] == []
    officers = [each for each, targets in toward.items() if targets == ["joint-sharedPost"]]
    assert officers == [f"claim/context/{each}" for each in ("M222", "M225", "M229", "M257")]
    for each in set(stances) - set(officers):
        assert toward[each][0] in facts.of(each, "about"), each


def evidence(facts: Facts, kind: str) -> list[str]:
    return [each for thing in facts.all(kind) for each in facts.of(thing, "evidence")]


def test_a_merger_that_took_place_is_the_event_of_the_register(facts: Facts, rows: Rows) -> None:
    for row in rows("editorial/context"):
        about = facts.of(f"claim/context/{row['fact']}", "about")
        if row["outcome"] == "merged":
            assert any(each.startswith("change-event/merger-into-") for each in about), row["fact"]
        assert about, row["fact"]


def test_every_plan_says_where_it_ended_and_only_a_completed_one_was_realised(
    facts: Facts,
) -> None:
    proposals = facts.all("ChangeProposal")
    ended = Counter(facts.one(each, "currentStatus") for each in proposals)

    assert len(proposals) == 62
    assert ended == {
        "status-completed": 41,
        "status-proposed": 6,
        "status-underDiscussion": 4,
        "status-dropped": 3,
        "status-rejected": 3,
        "status-deferred": 2,
        "status-agreed": 1,
        "status-idea": 1,
        "status-votedDown": 1,
    }
    for each in proposals:
        if facts.of(each, "realisedBy"):
            assert facts.one(each, "currentStatus") == "status-completed", each


def test_the_two_bids_for_shropshire_are_two_plans_the_second_because_of_the_first(
    facts: Facts,
) -> None:
    first, second = (f"proposal/context/shropshire-telford-{year}" for year in (2020, 2021))

    assert facts.one(first, "currentStatus") == "status-rejected"
    assert facts.of(first, "realisedBy") == []
    assert facts.one(second, "realisedBy") == "change-event/merger-into-m2l0m"
    assert facts.of(facts.one(second, "statusChange"), "becauseOf") == [
        "status-change/context/shropshire-telford-2020/2"
    ]


def test_the_staffordshire_plan_is_the_one_that_document_003_tells_of(facts: Facts) -> None:
    plan = "proposal/003/staffordshire-ccg-merger"
    vote = "event/vote/staffordshire/practices"

    assert all(plan in facts.of(f"claim/context/M05{n}", "about") for n in range(5))
    assert facts.one(vote, "onProposal") == plan
    assert (facts.one(vote, "votesFor"), facts.one(vote, "votesAgainst")) == ("24", "107")
    assert facts.one(vote, "voteOutcome") == "vote-rejected"


def test_what_contradicts_stays_and_one_page_is_one_document(facts: Facts) -> None:
    assert facts.of("claim/context/M019", "disputes") == ["claim/context/M015"]
    assert facts.of("claim/context/M250", "refinesClaim") == ["claim/context/M105"]
    assert {facts.one(f"claim/context/{each}", "confidence") for each in ("M105", "M250")} == {
        "confidence-low"
    }
    for one, other in (("M105", "M250"), ("M046", "M232"), ("M012", "M262")):
        pages = {facts.one(f"claim/context/{each}", "madeIn") for each in (one, other)}
        assert len(pages) == 1, pages
    reprint = facts.one("claim/context/M046", "madeIn")
    assert facts.of(reprint, "basedOn") == ["document/hsj-single-executive-2019"]


@pytest.mark.parametrize(
    ("report", "document"),
    [
        ("P11", "document/nhs-long-term-plan"),
        ("P53", "document/003"),
        ("P26", "document/health-and-care-act-2022"),
        ("P49", "document/health-and-care-act-2022"),
        ("P30", "document/ten-year-health-plan"),
        ("P45", "document/ten-year-health-plan"),
    ],
)
def test_a_document_that_is_known_already_is_not_made_again(
    facts: Facts, report: str, document: str
) -> None:
    assert facts.of(f"claim/reports/{report}", "about") == [document]


def test_every_document_of_the_tables_has_a_publisher_or_authors_and_a_basis(
    facts: Facts,
) -> None:
    for each in evidence(facts, "Claim"):
        document = facts.one(each, "inDocument")
        if document == "document/003":
            continue  # described by its own graph
        assert facts.of(document, "publisher") or facts.of(document, "author"), document
        assert facts.of(document, "issuedBasis"), document


def test_the_tables_hold_every_row_of_the_reference_tables(rows: Rows) -> None:
    place = os.environ.get("COTERMINOUS_SHARED")
    if not place:
        pytest.skip("COTERMINOUS_SHARED is not set, so there are no reference tables to compare")

    def shared(*names: str) -> list[Mapping[str, str]]:
        found: list[Mapping[str, str]] = []
        for name in names:
            path = Path(place) / "data" / f"{name}.csv"
            with path.open(encoding="utf-8-sig", newline="") as file:
                found += csv.DictReader(file)
        return found

    ours = {(row["fact"], row["kind"], row["text"]) for row in rows("editorial/context")}
    assert ours == {
        (row["fact_id"], row["claim_type"], row["claim"].rstrip(".") + ".")
        for row in shared("merger_context", "merger_context_2")
    }
    assert [row["kind"] for row in rows("editorial/reports")] == [
        row["kind"] for row in shared("policies_reports", "policies_reports_2")
    ]
    assert [row["text"] for row in rows("editorial/support_units")] == [
        row["event"] + "." for row in shared("csu_events")
    ]
    assert [row["old"] for row in rows("editorial/icb_changes")][:17] == [
        row["old_icb_code"] + "/icb" for row in shared("icb_changes_2026")
    ]
    # What took effect is the register's.
    took_effect = {
        (row["old_icb_code"] + "/icb", row["new_icb_code"] + "/icb")
        for row in shared("icb_changes_2026_2")
    }
    assert took_effect <= {
        (row["predecessor"], row["successor"]) for row in rows("register/successions")
    }
