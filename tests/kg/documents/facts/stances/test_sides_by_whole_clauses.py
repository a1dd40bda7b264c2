"""Sides taken by whole clauses that their single words would not tell, and by unnamed people."""

import pytest

from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions

LEAD = "NHS Medway CCG and NHS Swale CCG may merge in April 2020. "


def sides(text: str) -> list[tuple[str, str]]:
    text = LEAD + text
    facts = read_facts(text, read_mentions(text, issued="2019-03-10"))
    told = [each for each in facts.stances if each.evidence[0].span.start >= len(LEAD)]
    return [(each.holder.name, each.stance) for each in told]


@pytest.mark.parametrize(
    ("quoted", "side"),
    [
        ("This should have happened a decade ago,", "for"),
        ("Having two of us was always a bit daft,", "for"),
        ("I would sooner have one strong commissioner than five weak ones,", "for"),
        ("I would rather have four small groups than one big one,", "against"),
        ("Nobody thought to ask the practices,", "against"),
        ("The first we heard of it was an email on Friday night,", "against"),
        ("You don't run Sheerness from Maidstone,", "against"),
        ("What's the rush?", "against"),
        ("We haven't made our minds up,", "neutral"),
    ],
)
def test_a_clause_takes_a_side_as_a_whole(quoted: str, side: str) -> None:
    assert sides(f"“{quoted}” said Councillor Pat Wimpenny.") == [("Pat Wimpenny", side)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "One trust chief executive in the county said the CCGs “should have been merged”.",
            [("One trust chief executive in the county", "for")],
        ),
        (
            "A former chair of one of the groups was less impressed.",
            [("A former chair of one of the groups", "against")],
        ),
        (
            "The application was approved by both councils of members on Monday.",
            [("both councils of members", "for")],
        ),
        (
            "GPs were balloted in May. Of those who took part, 88 per cent were in favour.",
            [("gps", "for")],
        ),
        (
            "Kent LMC, which represents GPs in Deal, fears the worst and has called on the CCGs"
            " to think again.",
            [("Kent LMC", "against")],
        ),
    ],
)
def test_whoever_has_no_name_is_told_in_the_words_of_the_text(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert sides(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Three sets of commissioners give hospitals three chances to say no.",
        "Members have the right to reject the plan.",
        "Practices will be asked next month to back a merger.",
        "A CCG must show that it has the support of its practices.",
        "NHS England did not dispute the figures.",
    ],
)
def test_what_somebody_may_or_must_do_is_no_side(text: str) -> None:
    assert sides(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kent LMC has reserved its position.", [("Kent LMC", "neutral")]),
        ("Kent LMC has asked for a delay.", [("Kent LMC", "neutral")]),
        ("Kent LMC remains unpersuaded.", [("Kent LMC", "against")]),
        ("Kent LMC doubts it.", [("Kent LMC", "against")]),
        ("Kent LMC has swung behind the merger.", [("Kent LMC", "for")]),
        ("Kent LMC played down fears of a takeover.", [("Kent LMC", "for")]),
        (
            "Kent LMC has asked for the vote to be called off, a demand which Unison supports.",
            [("Kent LMC", "against"), ("Unison", "against")],
        ),
    ],
)
def test_words_of_a_field_take_one_side(text: str, found: list[tuple[str, str]]) -> None:
    assert sides(text) == found


def test_a_survey_with_both_sides_is_no_view() -> None:
    assert sides("In our survey 46 per cent backed mergers and 38 per cent opposed them.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("None of this has impressed Kent LMC.", [("Kent LMC", "against")]),
        ("The idea went down well with Kent LMC.", [("Kent LMC", "for")]),
        ("The fiercest opposition has come from Kent LMC.", [("Kent LMC", "against")]),
        ("The plan has one unexpected supporter: Kent LMC.", [("Kent LMC", "for")]),
        ("Just four of the 19 practices voted for the merger.", [("practices", "against")]),
        ("NHS England has to approve any merger.", []),
        (
            "In a letter to members Kent LMC said the plan was “a leap in the dark”.",
            [("Kent LMC", "against")],
        ),
    ],
)
def test_whom_a_plan_pleased_or_not_is_told_as_its_object(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert sides(text) == found
