"""Speakers who stand in the sentence before, behind a description, or in what a claim is of."""

from __future__ import annotations

import pytest

from kg.documents.mentions.read import read_mentions


def speakers(text: str) -> list[str]:
    return [one.speaker for one in read_mentions(text).quotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Her colleague Dr Raj Pillai agreed. “It is change for its own sake.”", ["Raj Pillai"]),
        ("Dr Ann Lee, chair of Hull CCG, was blunt.\n\n“We were never asked.”", ["Ann Lee"]),
        ("For Dr Omar Latif the issue is trust. “They took the vote away.”", ["Omar Latif"]),
        (
            "The Nuffield Trust’s Nigel Edwards went further, calling them “a kind of faith”.",
            ["Nigel Edwards"],
        ),
        (
            "In a joint statement, the five CCGs that backed it said they were “not deterred”, "
            "adding: “We will go on.”",
            ["5 CCGs", "5 CCGs"],
        ),
        ("“It beggars belief.” That was the verdict of Dr Ann Lee.", ["Ann Lee"]),
        ("“We will look at it all,” was how Dr Ann Lee put it.", ["Ann Lee"]),
        (
            "NHS England’s director, Dr Ann Lee, said it “would not do”, and its chair, "
            "Dr Amit Rao, that there was “no plan for it”.",
            ["Ann Lee", "Amit Rao"],
        ),
        (
            "The director of finance, Dr Ann Lee, told us that it “will not be allowed”.",
            ["Ann Lee"],
        ),
        ("A letter sent to GPs on Friday says the board “regrets any haste”.", ["letter"]),
        ("Critics call it “a solution in search of a problem”.", ["Critics"]),
        (
            "NHS England will decide soon. A spokesman said: “We will look at it.”",
            ["NHS England spokesman"],
        ),
        (
            "“Nobody asked us,” said one practice manager.\n\nAnother said: “It was done.”",
            ["one practice manager", "another practice manager"],
        ),
    ],
)
def test_the_speaker_is_found_where_the_text_tells(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


def test_a_headline_that_quotes_the_text_is_a_pull_quote() -> None:
    text = "‘We shall not be moved’: anger in Hull\n\nDr Ann Lee said: “We shall not be moved.”"

    first, second = read_mentions(text).quotations

    assert (first.kind, first.speaker) == ("pull", "")
    assert (second.kind, second.speaker) == ("full", "Ann Lee")


def test_marks_that_never_close_quote_nothing() -> None:
    assert read_mentions("“a ‘b " * 2000).quotations == ()
