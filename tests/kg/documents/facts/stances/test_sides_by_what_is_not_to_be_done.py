"""What is bad about waiting, delay or separation counts for the plan, what is good against it."""

from __future__ import annotations

import pytest

from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions

PLAN = "The four CCGs plan to merge. Ann Lee, chair of Hull CCG, "


def sides(text: str) -> list[tuple[str, str]]:
    found = read_facts(text, read_mentions(text)).stances
    return [(each.holder.name, each.stance) for each in found]


@pytest.mark.parametrize(
    "told",
    [
        "said delay would be “a costly mistake”.",
        "said doing nothing was “the riskiest option of all”.",
        "said stopping now “would mean the same argument with fewer staff”.",
        "said that going it alone would be a disaster.",
        "told members the status quo was “bad for patients and wasteful”.",
    ],
)
def test_who_warns_of_doing_nothing_is_for_the_plan(told: str) -> None:
    assert sides(PLAN + told) == [("Ann Lee", "for")]


@pytest.mark.parametrize(
    "told",
    [
        "said the plan would be “a costly mistake”.",
        "said waiting “is the only sensible thing that we can do”.",
    ],
)
def test_who_praises_waiting_is_against_it(told: str) -> None:
    assert sides(PLAN + told) == [("Ann Lee", "against")]


def test_a_clause_that_says_where_is_no_condition() -> None:
    text = "In Hull, where the board met in private, chair Ann Lee is opposed to any merger."
    assert sides(text) == [("Ann Lee", "against")]
