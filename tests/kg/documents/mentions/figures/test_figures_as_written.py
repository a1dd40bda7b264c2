"""Numbers as they are written: shares, tallies, headcounts, and numbers that count nothing."""

from __future__ import annotations

import pytest

from kg.documents.mentions.read import read_mentions


def figures(text: str) -> list[tuple[str, str, str]]:
    return [(one.value, one.unit, one.comparator) for one in read_mentions(text).figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Costs fell by just over a third.", [("33.33%", "per cent", "more than")]),
        ("As many as one in four practices could close.", [("25%", "per cent", "up to")]),
        ("Nine out of ten GPs oppose it.", [("90%", "per cent", "")]),
        ("No more than four clusters will survive.", [("4", "clusters", "up to")]),
        ("It has a 40,000-strong workforce.", [("40000", "members", "")]),
        ("The board voted 9-3 to wait.", [("9", "votes", ""), ("3", "votes", "")]),
        ("Hull: 41 for, 4 against.", [("41", "votes", ""), ("4", "votes", "")]),
        ("We lost 30 or 40 people.", [("30-40", "people", "")]),
        ("Membership: 33 practices.", [("33", "practices", "")]),
        (
            "CCG numbers fell from 211 in 2013 to 191 in 2019.",
            [("211", "CCGs", ""), ("191", "CCGs", "")],
        ),
        (
            "Two-thirds of respondents (412 of 618) agreed.",
            [("66.67%", "per cent", ""), ("412", "respondents", ""), ("618", "respondents", "")],
        ),
    ],
)
def test_a_figure_is_read_as_it_is_written(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2.1 The board met.",
        "Embargoed until 00:01 on Thursday.",
        "Call 01634 335095 or 020 7946 0018.",
        "Its secretary, Jean Parr, 68, spoke.",
        "Write to 4 Dogpole, Shrewsbury.",
        "Risk 1: delay (score 12).",
        "Report of Session 2024–26.",
    ],
)
def test_labels_telephones_ages_and_addresses_are_no_figures(text: str) -> None:
    assert figures(text) == []
