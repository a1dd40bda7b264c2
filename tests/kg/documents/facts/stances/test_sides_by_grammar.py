"""Sides told by grammar: nouns, coordination, clefts, labels, clauses, shares of voters."""

import pytest

from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions


def sides(text: str) -> list[tuple[str, str]]:
    stances = read_facts(text, read_mentions(text, issued="2019-03-10")).stances
    return [(each.holder.name, each.stance) for each in stances]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plan met with objections from Kent LMC.", [("Kent LMC", "against")]),
        ("It goes ahead despite a plea from Kent LMC for a pause.", [("Kent LMC", "against")]),
        ("It has won the backing of Kent LMC.", [("Kent LMC", "for")]),
        ("Opposition has been expressed by Kent LMC.", [("Kent LMC", "against")]),
        ("The only body to speak against it was Kent LMC.", [("Kent LMC", "against")]),
        ("Kent LMC recommended a no vote.", [("Kent LMC", "against")]),
        ("Kent LMC has told GPs to return a firm yes.", [("Kent LMC", "for")]),
        ("Kent LMC lent its weight to the move.", [("Kent LMC", "for")]),
        ("Kent LMC has never liked the idea.", [("Kent LMC", "against")]),
        ("Kent LMC said that merger was “not on the table”.", [("Kent LMC", "against")]),
        ("Kent LMC has said it would oppose the plan.", [("Kent LMC", "against")]),
        ("Kent LMC is wary of the plan.", [("Kent LMC", "neutral")]),
        ("Kent LMC, which represents GPs in Thanet, was neutral.", [("Kent LMC", "neutral")]),
        ("Not convinced: Kent LMC.", [("Kent LMC", "against")]),
        ("Of those who voted, 83 per cent were in favour.", [("members", "for")]),
        ("Ann Lee said she had been won over by a promise.", [("Ann Lee", "for")]),
        ("Some in Kent CCG are calling for a halt.", []),
        ("Kent LMC has dropped its opposition to it.", [("Kent LMC", "for")]),
        ("Kent LMC has lodged a formal objection.", [("Kent LMC", "against")]),
        ("It has the support of Kent LMC but not of Essex LMC.",
         [("Kent LMC", "for"), ("Essex LMC", "against")]),
    ],
)  # fmt: skip
def test_who_holds_a_view_is_told_by_grammar(text: str, expected: list[tuple[str, str]]) -> None:
    assert sides(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kent LMC and Essex LMC both oppose the move.",
        "Kent LMC, along with Essex LMC, opposes the move.",
        "Neither Kent LMC nor Essex LMC supports the move.",
        "The move has been opposed by Kent LMC and by Essex LMC.",
        "Kent LMC opposes the move, as does Essex LMC.",
        "Kent LMC opposes the move. So does Essex LMC, whose chair is Ann Lee.",
    ],
)
def test_all_who_are_named_together_hold_the_view(text: str) -> None:
    assert sides(text) == [("Kent LMC", "against"), ("Essex LMC", "against")]


def test_a_view_told_as_a_condition_is_nobodys() -> None:
    assert sides("Ann Lee told Kent CCG that if Essex CCG voted no she would go ahead.") == []


def test_a_crowd_told_better_elsewhere_is_told_once() -> None:
    text = (
        "Practices in Kent and Medway voted for the merger. "
        "Of the 67 practices that took part, 58 were in favour."
    )
    assert sides(text) == [("Practices in Kent and Medway", "for")]
