"""Whose words are quoted where a speaker tells of what others did or want."""

from __future__ import annotations

import pytest

from kg.documents.mentions.read import read_mentions


def speakers(text: str) -> list[str]:
    return [one.speaker for one in read_mentions(text).quotations]


@pytest.mark.parametrize(
    "text",
    [
        "Dr Ann Lee said the committee had asked for a vote and had “never been given one”.",
        "Dr Ann Lee told the board that her staff were tired, but argued it had become “absurd”.",
        "In a note to staff on Friday, Ann Lee, the chair, was brief. “It is off,” the note says.",
        "Dr Ann Lee adds Hull in June, when Raj Pillai retires. “I am not keen,” she said.",
        "“We have one council,” said the woman in question, Ann Lee, who runs it.",
        "Kent’s cabinet member, Labour councillor Ann Lee, said it was “absurd”.",
    ],
)
def test_the_speaker_is_who_reports(text: str) -> None:
    assert speakers(text) == ["Ann Lee"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The NHS Confederation says that members want “stability”.", "NHS Confederation"),
        ("Dr Ann Lee said Raj Pillai had told her it was “dead”.", "Raj Pillai"),
        (
            "NHS England told Pulse that no date was set. A spokesperson said: “It is for them.”",
            "NHS England spokesperson",
        ),
        (
            "Dr Ann Lee is for it. A former chair of one of the groups was cool. “Never,” he said.",
            "former chair of one of the groups",
        ),
        (
            "Hull LMC disagrees. In a letter to members last week it said it “has no benefit”.",
            "Hull LMC",
        ),
    ],
)
def test_others_speak_where_the_words_are_theirs(text: str, expected: str) -> None:
    assert speakers(text) == [expected]
