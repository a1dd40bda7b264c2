"""Numbers whose noun is left out, and numbers that are no figures."""

import pytest

from kg.documents.mentions.read import read_mentions


def figures(text: str) -> list[tuple[str, str]]:
    return [(each.value, each.unit) for each in read_mentions(text).figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CCGs differ: CCGs were rated, and four of the six largest failed.",
         [("4", "CCGs"), ("6", "CCGs")]),
        ("ICBs face cuts. Forty-two is too many.", [("42", "ICBs")]),
        ("The CCGs met. The four together serve Surrey. Each CCG agreed.", [("4", "CCGs")]),
        ("A merger takes 15 months.", [("15", "months")]),
        ("Life expectancy is four years below the average.", [("4", "years")]),
        ("Six members backed it, two opposed it and one abstained.",
         [("6", "members"), ("2", "members"), ("1", "members")]),
        ("Budgets must be a quarter smaller by March.", [("25%", "per cent")]),
        ("Managers will take a tenth off the bill.", [("10%", "per cent")]),
    ],
)  # fmt: skip
def test_a_number_counts_what_is_meant(text: str, expected: list[tuple[str, str]]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "She is now working on a sixth.",
        "One was against it.",
        "He joined three years ago and stays for two years.",
        "Nobody wants two lots of everything.",
        "The report is 48 pages long.",
    ],
)
def test_a_place_in_a_row_and_a_point_in_time_are_no_figures(text: str) -> None:
    assert figures(text) == []


def test_a_number_before_a_place_does_not_count_what_was_counted_before() -> None:
    text = "Practices cast 20 votes. There is little point in keeping two on the payroll."

    assert figures(text) == [("20", "votes")]
