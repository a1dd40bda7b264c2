"""Whose words a document has, and whose view is told of without a verb of speech."""

from __future__ import annotations

import pytest

from kg.documents.mentions.read import read_mentions


def speakers(text: str) -> list[str]:
    found = read_mentions(text, issued="2019-05").quotations
    return [one.speaker.replace("’", "'") for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kent LMC has written to every practice. The letter says they have “nothing to gain”.",
            ["Kent LMC letter"],
        ),
        (
            "A report by the King’s Fund came on Monday. ‘Mergers distract,’ the authors write."
            " ‘They"
            " rarely save.’",
            ["King's Fund authors"] * 2,
        ),
        (
            "A report by the King’s Fund came on Monday. It notes that Kent CCG and Hull CCG"
            " grew. But"
            " it says that mergers are “no cure at all”.",
            ["King's Fund report"],
        ),
        (
            "The guidance, published by NHS England in April, says groups “should match a"
            " council”.",
            ["NHS England guidance"],
        ),
        (
            "Dr Ann Lee pointed to guidance from NHS England in which groups were told that"
            " there was"
            " “no ideal number”.",
            ["NHS England"],
        ),
        (
            "A paper to Kent CCG’s governing body warns that delay would be “costly for all”.",
            ["paper to Kent CCG's governing body"],
        ),
        (
            "Minutes of the May meeting show that NHS England considered the groups “too small”.",
            ["NHS England"],
        ),
        (
            "The council’s view was that it was “a done deal”. NHS England’s was that all was"
            " “to play"
            " for”.",
            ["council", "NHS England"],
        ),
        (
            "The National Audit Office looked at it. The watchdog said gains were “slow to come”.",
            ["National Audit Office"],
        ),
        (
            "Hull CCG, which shares an officer with Kent CCG, said no. A spokesman said it"
            " “stays put”.",
            ["Hull CCG spokesman"],
        ),
        ("GPs in Hull were told by NHS England that they were “free to choose”.", ["NHS England"]),
        ("Hull CCG, the inspectors found, was “not well led”.", ["inspectors"]),
        (
            "Trent CCG says it is “rather keen”, Derwent CCG that it is “open to it”.",
            ["Trent CCG", "Derwent CCG"],
        ),
        ("Several STP leads said privately that they wanted “one voice”.", ["Several STP leads"]),
        (
            "Kernow CCG, whose chief officer Jane Frost left in May, said it had “no regrets”.",
            ["Kernow CCG"],
        ),
    ],
)
def test_the_body_whose_words_they_are_speaks(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected
