"""Whose a stance is by the clause it stands in, and sides by what is asked of others."""

import pytest

from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions


def sides(text: str) -> list[tuple[str, str]]:
    stances = read_facts(text, read_mentions(text, issued="2019-03-10")).stances
    return [(each.holder.name, each.stance) for each in stances]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ann Lee said sharing “helps patients in the valley”, but urged colleagues to wait.",
            [("Ann Lee", "neutral"), ("Ann Lee", "for")],
        ),
        (
            "Bob Dow, chair of Kent LMC, said his members were opposed to the merger.",
            [("Bob Dow", "against")],
        ),
        ("Practices have been urged by Kent LMC to vote no.", [("Kent LMC", "against")]),
        ("Practices in Kent were told that the merger was inevitable.", []),
        (
            "Kent CCG pressed on even though one of its neighbours opposed the plan.",
            [],
        ),
        ("Ann Lee supported groups that chose to merge.", [("Ann Lee", "for")]),
        (
            "Kent County Council and local GPs objected.",
            [("Kent County Council", "against"), ("local GPs", "against")],
        ),
        (
            "Ann Lee and Dr Bob Dow opposed the merger.",
            [("Ann Lee", "against"), ("Bob Dow", "against")],
        ),
        (
            "The finance committee met on Monday and recommended a merger.",
            [("finance committee", "for")],
        ),
    ],
)
def test_a_stance_is_of_the_subject_of_its_clause(text: str, found: list[tuple[str, str]]) -> None:
    assert sides(text) == found


def test_both_are_the_two_bodies_named_before() -> None:
    text = "Neither Kent CCG nor Essex CCG took part. Both are said to oppose a single body."
    assert sides(text) == [("Kent CCG", "against"), ("Essex CCG", "against")]


def test_a_committee_told_of_again_is_the_one_named_before() -> None:
    text = "Kent LMC sent a letter to GPs. The letter says the committee “cannot see the benefit”."
    assert sides(text) == [("Kent LMC", "against")]


def test_a_paper_told_of_again_is_of_who_made_it() -> None:
    text = (
        "The report by the Nuffield Trust came out today. "
        "It draws on nine areas. But it recommends joint committees."
    )
    assert sides(text) == [("Nuffield Trust", "for")]


@pytest.mark.parametrize(
    "text",
    [
        "Six members voted for the plan, three against and one abstained.",
        "It can go ahead only if two-thirds of practices vote for it.",
        "Amid fears that money would move, talks went on.",
        "The letter opposed the merger.",
    ],
)
def test_a_count_a_condition_and_a_bare_letter_are_no_stance(text: str) -> None:
    assert sides(text) == []


def test_an_opponent_who_welcomes_the_outcome_has_one_side() -> None:
    text = "Kent LMC, which had opposed the merger, welcomed the result."
    assert sides(text) == [("Kent LMC", "against")]


@pytest.mark.parametrize(
    ("told", "side"),
    [
        ("called on ministers to protect the allowance", "for"),
        ("called on ministers to come clean about the cost", "against"),
        ("urged the boards not to rush", "neutral"),
        ("insisted that there would be just one CCG for each system", "for"),
        ("grumbled that the timetable was tight", "against"),
        ("has no wish to join", "against"),
        ("decided not to take part", "against"),
        ("would prefer all the groups to share a chief", "for"),
        ("did not hide her relief", "for"),
        ("barely concealed her dismay", "against"),
        ("drew the line at a merged body", "against"),
        ("put off her decision until May", "neutral"),
        ("was more measured", "neutral"),
        ("resigned as chair in protest", "against"),
        ("regards the new board as a step forward", "for"),
    ],
)
def test_what_somebody_asks_or_lays_down_takes_a_side(told: str, side: str) -> None:
    assert sides(f"Ann Lee {told}.") == [("Ann Lee", side)]


@pytest.mark.parametrize(
    ("quoted", "side"),
    [
        ("It would be foolish to stand in the way,", "for"),
        ("Three boards and three audit committees make no sense,", "for"),
        ("Each pound of savings goes back into patient care,", "for"),
        ("Show me one merger that worked,", "against"),
        ("Leave the boundaries alone,", "against"),
        ("They held a gun to our heads,", "against"),
        ("The word “typically” had gone missing,", "against"),
    ],
)
def test_quoted_clauses_take_a_side_as_a_whole(quoted: str, side: str) -> None:
    assert sides(f"“{quoted}” said Ann Lee.") == [("Ann Lee", side)]


def test_a_body_quoted_as_its_board_is_named_once() -> None:
    text = "Kent CCG pulled out of the talks; its board said the move was “costly and remote”."
    assert sides(text) == [("Kent CCG", "against")]


@pytest.mark.parametrize(
    ("opening", "side"),
    [
        ("Practices in Kent have rejected a plan for one commissioner.", "against"),
        ("Leaders in Kent will press on after a plan was rejected.", "for"),
    ],
)
def test_who_is_glad_that_a_plan_failed_was_against_it(opening: str, side: str) -> None:
    assert sides(f"{opening} Ann Lee was delighted.")[-1] == ("Ann Lee", side)
