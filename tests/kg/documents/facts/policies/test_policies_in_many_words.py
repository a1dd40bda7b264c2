"""What national bodies require, refuse to require and allow, as journalists word it."""

import pytest

from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions


def policies(text: str) -> list[tuple[str, bool | None]]:
    found = read_facts(text, read_mentions(text, issued="2019-05-14")).policies
    return [(each.wording, each.drops) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "NHS England wants every ICS to be served by one CCG by 2021.",
            ("NHS England wants every ICS to be served by one CCG by 2021", True),
        ),
        (
            "By 2021 there will ordinarily be a single CCG to an ICS, the guidance says.",
            ("By 2021 there will ordinarily be a single CCG to an ICS, the guidance says", False),
        ),
        (
            "Some insist on a CCG for each STP.",
            ("Some insist on a CCG for each STP", True),
        ),
        ("‘The plan says one ICS, one CCG’, he told us.", ("The plan says one ICS, one CCG", True)),
    ],
)
def test_the_rule_of_one_body_is_told_in_many_words(text: str, expected: tuple[str, bool]) -> None:
    assert policies(text) == [expected]


def test_the_rule_is_taken_up_by_a_pronoun() -> None:
    text = (
        "Every system was to reach a single commissioner by 2021. The plan says only that this "
        "will ‘typically’ be the case."
    )
    assert policies(text) == [
        ("Every system was to reach a single commissioner by 2021", True),
        ("this will ‘typically’ be the case", False),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The letter |orders CCGs to reduce their administration budgets by a fifth by March|.",
        "|CCGs will have a fifth less to spend on administration from 2020-21|.",
        "|Each ICB must get down to £18.76 a head|.",
        "NHS England said mergers would |only be approved if practices had voted for them|.",
        "|Applicants have to demonstrate that GPs and councils back the change|.",
        "It says |CCGs wishing to merge must consult their local councils|.",
        "“We have |no target for the number of CCGs|,” a spokesman said.",
        "|All areas of England are to be covered by an ICS by April 2021|.",
        "|ICB boundaries should match those of strategic authorities|.",
        "Ministers want |ICBs to be coterminous with strategic authorities|.",
        "|Patients should be told before any merger goes ahead|, the charity said.",
        "|Any merger would need the backing of GP practices|.",
        "A letter told leaders that |every plan must say how commissioning would be run|.",
        "Proposals would see |their functions handed to statutory ICSs by April 2022|.",
    ],
)
def test_what_is_required_is_read_in_its_own_words(text: str) -> None:
    lead, wording, rest = text.split("|")
    assert policies(lead + wording + rest) == [(wording, None)]


@pytest.mark.parametrize(
    "text",
    [
        "She must decide by Friday whether to apply.",
        "The four groups must show how they will repay their debts by March.",
        "The merger needs the approval of the secretary of state.",
        "Nobody has told us that we must merge.",
        "Running costs fell by 12 per cent.",
    ],
)
def test_what_is_asked_of_a_few_is_no_policy(text: str) -> None:
    assert policies(text) == []


def test_a_hedge_that_went_missing_is_told_beside_the_rule() -> None:
    text = "That was hardened to ‘must’ in a letter, which said: ‘There must be one CCG per ICS.’"
    assert [drops for _, drops in policies(text)] == [True, True]
