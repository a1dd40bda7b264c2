"""Answers of numbers, told as bars."""

from collections.abc import Callable


def test_a_question_of_numbers_has_a_bar_for_each_row(shipped: Callable[[str], str]) -> None:
    text = shipped("/questions/people/by-number-of-bodies")

    assert "Ask Adam Doyle 10 Glenn Douglas 8 Jo Ohlson 8" in text
