"""Whose words a letter has, and those of people who are only described."""

from __future__ import annotations

import pytest

from kg.documents.mentions.read import read_mentions


def speakers(text: str) -> list[str]:
    return [one.speaker for one in read_mentions(text).quotations]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee, the regional director, wrote to six chairs in May. Her letter says it is “late”.",
        "An email sent last week by Ann Lee, chief officer of Hull CCG, warns of cuts. "
        "It also describes the move as “tidy”.",
        "A letter from Dr Ann Lee, chair of Hull CCG, came on Friday. The letter calls it “wrong”.",
        "Dr Ann Lee is chair of Hull CCG. She resigned. “I was not told,” her email states.",
        "Its treasurer, retired teacher Ann Lee, said: “We were not asked.”",
    ],
)
def test_a_letter_has_the_words_of_the_person_who_wrote_it(text: str) -> None:
    assert speakers(text) == ["Ann Lee"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "NHS England wrote to Ann Lee of Hull CCG in May. Its letter says it is “too late”.",
            "NHS England letter",
        ),
        (
            "Dr Ann Lee is for it. One chair who did it was blunter. “Do not,” she said.",
            "One chair",
        ),
        (
            "NHS England would not speak of Hull. The regulator said it was “one way of several”.",
            "NHS England",
        ),
        ("Health chiefs in Kent have been accused of “dithering” over the plan.", ""),
    ],
)
def test_who_is_only_described_is_not_taken_for_whom_was_named_before(
    text: str, expected: str
) -> None:
    assert speakers(text) == [expected]
