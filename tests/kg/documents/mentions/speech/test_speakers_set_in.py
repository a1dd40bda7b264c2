"""Speakers set in before their words, and those whose view or verdict is quoted."""

import pytest

from kg.documents.mentions.read import read_mentions


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kent CCG met. That date, concedes its chief officer Ann Lee, “is now in the bin”.",
         "Ann Lee"),
        ("Bob Dow of Kent CCG agreed. The King’s Fund’s conclusion was guarded: mergers “can, but"
         " do not necessarily” save.", "King's Fund"),
    ],
)  # fmt: skip
def test_whose_words_are_quoted(text: str, speaker: str) -> None:
    found = read_mentions(text, issued="2019-03-10").quotations
    assert [each.speaker.replace("’", "'") for each in found] == [speaker]
