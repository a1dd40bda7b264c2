"""Clusters and support units: bodies without a code, their members, those who led them."""

from __future__ import annotations

import csv
import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.kg.ingest.conftest import Facts

Rows = Callable[[str], list[dict[str, str]]]


def of_type(facts: Facts, kind: str) -> list[str]:
    wanted = f"type-{kind}"
    return [
        each for each in facts.all("Organisation") if wanted in facts.of(each, "organisationType")
    ]


def members(facts: Facts, cluster: str) -> dict[str, str]:
    """Member to its affiliation."""
    return {
        facts.one(each, "fromOrganisation"): each
        for each in facts.all("Affiliation")
        if facts.one(each, "toOrganisation") == cluster
    }


def test_clusters_and_support_units_are_bodies_outside_the_register(facts: Facts) -> None:
    kinds = {kind: of_type(facts, kind) for kind in ("pctCluster", "icbCluster", "csu")}

    assert {kind: len(found) for kind, found in kinds.items()} == {
        "pctCluster": 44,
        "icbCluster": 14,
        "csu": 21,
    }
    for each in (one for found in kinds.values() for one in found):
        assert facts.one(each, "inRegister") == "false", each
        assert each.startswith("organisation/x/"), each


def test_a_membership_says_how_sure_it_is_and_ends_with_the_member(facts: Facts) -> None:
    links = [
        each
        for each in facts.all("Affiliation")
        if facts.one(each, "affiliationType") == "affil-memberOfCluster"
        and facts.of(each, "confidence")
    ]

    assert len(links) == 170
    assert Counter(facts.one(each, "confidence") for each in links) == {
        "confidence-high": 104,
        "confidence-medium": 59,
        "confidence-low": 7,
    }
    for each in links:
        end = facts.one(facts.one(each, "fromOrganisation"), "latestEnd")
        assert not end or facts.one(each, "latestEnd") <= end, each


def test_a_cluster_that_stands_is_attested_only_as_long_as_a_page_shows_it(facts: Facts) -> None:
    cluster = "organisation/x/icb-cluster-cornwall-devon"
    link = members(facts, cluster)["organisation/QJK/icb"]

    assert facts.holds(link, "2025-10-06")
    assert not facts.holds(link, "2025-10-07")
    assert not facts.of(link, "latestEnd")


def test_a_board_of_which_parts_went_different_ways_is_in_two_clusters(facts: Facts) -> None:
    for board in ("QJG", "QM7"):
        clusters = {
            facts.one(each, "toOrganisation")
            for each in facts.all("Affiliation")
            if facts.one(each, "fromOrganisation") == f"organisation/{board}/icb"
            and facts.one(each, "affiliationType") == "affil-memberOfCluster"
        }
        assert len(clusters) == 2, board


def test_the_chief_executive_of_a_cluster_holds_office_in_the_cluster(facts: Facts) -> None:
    claims = [each for each in facts.all("OfficeClaim") if each.startswith("claim/clusters/")]

    assert len(claims) == 19
    for each in claims:
        [body] = facts.of(each, "claimedOrganisation")
        assert facts.one(body, "organisationType") in {"type-pctCluster", "type-icbCluster"}
        assert facts.of(each, "asserter")
        assert facts.of(each, "evidence")


def test_a_merger_of_support_units_is_a_plan_with_steps_and_never_an_event(facts: Facts) -> None:
    plans = [each for each in facts.all("ChangeProposal") if each.startswith("proposal/csu/")]

    assert len(plans) == 9
    assert [each for each in plans if facts.of(each, "realisedBy")] == []
    announced = "proposal/csu/south-central-west"
    assert facts.one(announced, "currentStatus") == "status-proposed"
    assert facts.one(facts.one(announced, "plannedDate"), "latestEnd") == "2015-04-01"


def test_every_announced_board_is_a_plan_that_the_register_shows_completed(facts: Facts) -> None:
    plans = [each for each in facts.all("ChangeProposal") if each.startswith("proposal/icb/")]

    assert len(plans) == 7
    for each in plans:
        event = facts.one(each, "realisedBy")
        assert facts.one(event, "effectiveDate") == "2026-04-01", each
        assert set(facts.of(each, "proposedOriginal")) <= set(facts.of(event, "original")) | {
            facts.one(event, "resulting")
        }
    kept = "claim/icb-changes/ICB18"
    assert facts.of(kept, "disputes") == ["claim/icb-changes/ICB09", "claim/icb-changes/ICB10"]


def test_the_clusters_have_the_members_of_the_reference_tables(rows: Rows) -> None:
    place = os.environ.get("COTERMINOUS_SHARED")
    if not place:
        pytest.skip("COTERMINOUS_SHARED is not set, so there are no reference tables to compare")

    def shared(column: str, *names: str) -> Counter[str]:
        pairs = set()
        for name in names:
            path = Path(place) / "data" / f"{name}.csv"
            with path.open(encoding="utf-8-sig", newline="") as file:
                pairs |= {(row[column], row["cluster"]) for row in csv.DictReader(file)}
        return Counter(code for code, _ in pairs)

    ours = Counter(row["member"] for row in rows("editorial/cluster_members"))
    trusts = shared("pct_ods_code", "pct_clusters", "pct_clusters_2")
    boards = shared("icb_code", "icb_clusters_2025", "icb_clusters_2")
    assert ours == Counter({f"{code}/pct": n for code, n in trusts.items()}) + Counter(
        {f"{code}/icb": n for code, n in boards.items()}
    )
