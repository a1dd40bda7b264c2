"""Reasons and pressures for a merger: in its own sentence, in those after it, in quotations."""

import pytest

from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions

PLAN = "Marsh CCG and Fenland CCG plan to merge next April."


def drivers(text: str) -> list[str]:
    facts = read_facts(text, read_mentions(text, issued="2019-05-14"))
    return [driver.text for each in facts.changes for driver in each.drivers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Marsh CCG and Fenland CCG are to merge in a bid to save £2m a year and meet the "
            "government's 20 per cent cut in running costs.",
            ["save £2m a year", "meet the government's 20 per cent cut in running costs"],
        ),
        (
            "Marsh CCG and Fenland CCG have agreed to merge, blaming a shrinking allowance.",
            ["a shrinking allowance"],
        ),
        (
            "Marsh CCG and Fenland CCG are to merge, with the aim of matching the footprint of "
            "the Broads system.",
            ["matching the footprint of the Broads system"],
        ),
        (
            "Marsh ICB and Fenland ICB will merge in 2026, as ministers demand that they halve "
            "their costs.",
            ["ministers demand that they halve their costs"],
        ),
        (
            "NHS England has ordered Marsh CCG and Fenland CCG to merge after Fenland was placed "
            "in special measures.",
            ["Fenland was placed in special measures"],
        ),
    ],
)
def test_the_sentence_of_a_merger_says_why(text: str, expected: list[str]) -> None:
    assert drivers(text) == expected


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (
            " The move follows months of mounting financial pressure at Fenland.",
            ["months of mounting financial pressure at Fenland"],
        ),
        (
            "\n\nMr Hill said the reasons were simple: shrinking budgets, a shared hospital and a "
            "lack of managers.",
            ["shrinking budgets", "a shared hospital", "a lack of managers"],
        ),
        (
            "\n\nA paper to both boards says the arrangement would remove duplication, make it "
            "easier to recruit senior managers and give the area a single voice.",
            [
                "remove duplication",
                "make it easier to recruit senior managers",
                "give the area a single voice",
            ],
        ),
        (
            "\n\nThe two said they had been told to cut running costs by 20 per cent.",
            ["cut running costs by 20 per cent"],
        ),
        (
            "\n\nThe new CCG will cover the same area as the county council.",
            ["The new CCG will cover the same area as the county council"],
        ),
        (
            " National policy is for one CCG in each integrated care system.",
            ["National policy is for one CCG in each integrated care system"],
        ),
    ],
)
def test_the_sentences_after_a_merger_say_why(after: str, expected: list[str]) -> None:
    assert drivers(PLAN + after) == expected


def test_leaders_are_quoted_with_their_reasons() -> None:
    text = (
        f'{PLAN}\n\n"We are too small to do this alone," said Fenland CCG\'s chair, Dr Eve Moss. '
        '"It makes no sense to fill every post twice."'
    )

    assert drivers(text) == [
        "We are too small to do this alone",
        "It makes no sense to fill every post twice",
    ]


def test_a_pressure_told_before_the_bodies_are_named_counts() -> None:
    text = f"A shortage of managers has pushed two Norfolk CCGs together. {PLAN}"

    assert drivers(text) == ["A shortage of managers"]


@pytest.mark.parametrize(
    "text",
    [
        f'{PLAN}\n\n"They want to save money at patients\' expense," said Dr Joe Ley, chair of '
        "Norfolk LMC.",
        f"{PLAN}\n\nCouncillors warned that the merger would cut services and weaken patients' "
        "voice.",
        f"{PLAN}\n\nThe patient group said there was no evidence that it would save money.",
        f"{PLAN} The merger, led by chief officer Ann Hope, would take effect after a vote.",
        f"{PLAN}\n\nIn other news, the hospital trust reported a deficit of £20m.",
        "Plans to merge Marsh CCG and Fenland CCG have been dropped because of a £12m deficit.",
    ],
)
def test_what_speaks_against_a_merger_is_no_driver(text: str) -> None:
    assert drivers(text) == []
