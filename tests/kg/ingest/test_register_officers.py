"""Officers stay claims, with their contradictions and their doubts."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.kg.ingest.conftest import Facts


def test_officers_are_claims_with_a_holder_a_role_and_someone_who_says_so(facts: Facts) -> None:
    # Those who led clusters are in a table of their own.
    claims = [each for each in facts.all("OfficeClaim") if each.startswith("claim/officers/")]

    assert len(claims) == 232
    assert sum(len(facts.of(each, "claimedOrganisation")) for each in claims) == 455
    assert len({facts.one(each, "claimedHolder") for each in claims}) == 146
    assert len({facts.one(each, "roleText") for each in claims}) == 37
    assert all(facts.of(each, "asserter") for each in claims)


@pytest.mark.parametrize(
    ("claim", "against"), [("O226", "O089"), ("O335", "O047"), ("O266", "O029")]
)
def test_a_contradiction_keeps_both_sides(facts: Facts, claim: str, against: str) -> None:
    assert facts.of(f"claim/officers/{claim}", "disputes") == [f"claim/officers/{against}"]
    assert facts.one(f"claim/officers/{against}", "confidence") == "confidence-medium"


@pytest.mark.parametrize("claim", ["O011", "O017", "O018", "O236", "O251", "O252", "O253"])
def test_a_doubtful_claim_is_not_of_high_confidence(facts: Facts, claim: str) -> None:
    assert facts.one(f"claim/officers/{claim}", "confidence") == "confidence-medium"


@pytest.mark.parametrize(
    ("day", "count"),
    [
        ("2016-09-01", 30),
        ("2017-04-01", 53),
        ("2018-11-01", 108),
        ("2019-09-01", 124),
        ("2020-10-01", 66),
    ],
)
def test_ccgs_that_share_an_officer_are_as_many_as_were_counted(
    facts: Facts, day: str, count: int
) -> None:
    # Counted before the tables were re-shaped: a missing end reaches twelve months from the
    # nearest known date, low confidence and the two claims that later pages contradict are out.
    left_out = {"claim/officers/O047", "claim/officers/O089"}
    standing = set(facts.bodies("ccg", day))
    held: defaultdict[str, set[str]] = defaultdict(set)
    for claim in facts.all("OfficeClaim"):
        if claim in left_out or facts.one(claim, "confidence") == "confidence-low":
            continue
        if covers(facts, claim, day):
            bodies = standing & set(facts.of(claim, "claimedOrganisation"))
            held[facts.one(claim, "claimedHolder")] |= bodies

    shared = {body for bodies in held.values() if len(bodies) > 1 for body in bodies}
    assert len(shared) == count


def covers(facts: Facts, claim: str, day: str) -> bool:
    ends = ("Earliest", "Latest")
    known = sorted(
        found
        for name in ("start", "end", "asOf")
        for end in ends
        if (found := facts.one(claim, name + end))
    )
    if not known:
        return False
    start = facts.one(claim, "startEarliest") or _years(known[0], -1)
    end = facts.one(claim, "endLatest") or _years(known[-1], 1)
    return start <= day <= end


def _years(day: str, by: int) -> str:
    return f"{int(day[:4]) + by}{day[4:]}"
