"""Which words are quoted, and who says them."""

from __future__ import annotations

import pytest

from kg.documents.mentions.read import read_mentions


def _quoted(text: str) -> list[tuple[str, str]]:
    return [(one.text, one.speaker) for one in read_mentions(text, issued="2019-05").quotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We agree,” said Dr Ann Lee.", [("We agree,", "Ann Lee")]),
        ("Dr Ann Lee, chair of Nene CCG, said: “We agree.”", [("We agree.", "Ann Lee")]),
        ("Ann Lee stayed. “We agree to it all,” she said.", [("We agree to it all,", "Ann Lee")]),
        (
            "“We will do it,” said Ann Lee, “when we can.”",
            [("We will do it,", "Ann Lee"), ("when we can.", "Ann Lee")],
        ),
        (
            "A spokesman for Nene CCG called the CCGs’ plan ‘a bold one’.",
            [("a bold one", "spokesman for Nene CCG")],
        ),
        ("The King’s Fund report said ‘it is not so’.", [("it is not so", "King's Fund report")]),
        (
            "According to Nene CCG, the plan is “a first step only”.",
            [("a first step only", "Nene CCG")],
        ),
        (
            "Nene CCG chair Dr Ann Lee told HSJ it was “not the time”.",
            [("not the time", "Ann Lee")],
        ),
    ],
)
def test_speakers_stand_before_behind_or_inside(text: str, expected: list[tuple[str, str]]) -> None:
    assert _quoted(text) == expected


def test_a_quotation_runs_on_where_the_closing_mark_is_left_out() -> None:
    text = "Ann Lee said: “This is the first part.\n\n“This is the second part of it.”"
    found = read_mentions(text).quotations
    assert [(one.text, one.speaker, one.continues, one.utterance) for one in found] == [
        ("This is the first part.", "Ann Lee", True, 1),
        ("This is the second part of it.", "Ann Lee", False, 1),
    ]


def test_apostrophes_neither_open_nor_close() -> None:
    text = "‘The CCGs’ leaders can’t wait for the ’20s,’ said Ann Lee."
    assert _quoted(text) == [("The CCGs’ leaders can’t wait for the ’20s,", "Ann Lee")]


def test_nested_marks_belong_to_the_outer_quotation() -> None:
    assert _quoted("Ann Lee said: “They told us ‘never’ twice.”") == [
        ("They told us ‘never’ twice.", "Ann Lee")
    ]


def test_a_pull_quote_has_no_speaker() -> None:
    text = "Ann Lee spoke.\n\n‘Fewer groups might give us all more time’\n\nShe went."
    (one,) = read_mentions(text).quotations
    assert (one.kind, one.speaker) == ("pull", "")
