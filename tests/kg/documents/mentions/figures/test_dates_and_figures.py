"""Dates as precise as the words, and numbers with their bounds and units."""

from __future__ import annotations

import pytest

from kg.documents.mentions.read import read_mentions


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("on 1 April 2020", "2020-04-01"),
        ("on 1st of April 2020", "2020-04-01"),
        ("on April 1, 2020", "2020-04-01"),
        ("in April 2021", "2021-04"),
        ("in 2016", "2016"),
        ("on 03/04/2019", "2019-04-03"),
        ("in 2018/19", "2018-04/2019-03"),
        ("from Sept 2011-June 2012", "2011-09/2012-06"),
        ("and will start in April", "2020-04"),
        ("after the vote last November", "2018-11"),
        ("as was agreed in September", "2019-09"),
    ],
)
def test_a_date_is_as_precise_as_its_words(words: str, value: str) -> None:
    found = read_mentions(f"It was so {words}.", issued="2019-10-07").days
    assert [one.value for one in found] == [value]


def test_a_month_without_a_year_stays_open_without_a_day_of_issue() -> None:
    (day,) = read_mentions("They will merge in April.").days
    assert (day.value, day.inferred) == ("", False)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("serves around 500,000 people", ("500000", "people", 500000.0, 500000.0, True)),
        ("has more than 42 CCGs", ("42", "CCGs", 42.0, None, False)),
        ("covers just over one million people", ("1000000", "people", 1000000.0, None, True)),
        ("lost up to 12 per cent", ("12%", "per cent", None, 12.0, False)),
        ("cost £1.2bn", ("£1200000000", "pounds", 1.2e9, 1.2e9, False)),
        ("leaves 60-70 boards", ("60-70", "boards", 60.0, 70.0, False)),
        ("asked two-thirds of practices", ("66.67%", "per cent", 66.67, 66.67, False)),
        ("asked a fifth of practices", ("20%", "per cent", 20.0, 20.0, False)),
        ("has the 150-odd councils", ("150", "councils", 150.0, 150.0, True)),
        ("has a population of 740,000", ("740000", "people", 740000.0, 740000.0, False)),
        ("has seventy-four CCGs", ("74", "CCGs", 74.0, 74.0, False)),
    ],
)
def test_a_figure_has_value_unit_and_bounds(words: str, expected: tuple[object, ...]) -> None:
    (one,) = read_mentions(f"The area {words}.").figures
    low, high = (round(bound, 2) if bound else bound for bound in (one.low, one.high))
    assert (one.value, one.unit, low, high, one.approx) == expected


def test_a_change_is_two_figures_that_know_each_other() -> None:
    text = "The number of CCGs falls from 191 to 135."
    first, second = read_mentions(text).figures
    assert (first.value, first.unit, first.change) == ("191", "CCGs", text.index("135"))
    assert (second.value, second.unit, second.change) == ("135", "CCGs", text.index("191"))


@pytest.mark.parametrize(
    "words",
    [
        "on 5 May 2019", "in 2016", "for two years", "by 5pm", "on page 3", "under section 14",
        "one CCG per ICS", "in 2018/19", "the 5th time", "a five-year plan", "in phase 2",
    ],
)  # fmt: skip
def test_dates_times_labels_and_the_article_are_no_figures(words: str) -> None:
    assert read_mentions(f"It came {words}.").figures == ()
