"""What bodies are required to do, in the many ways in which it is told, and by whom."""

import pytest

from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions


def policies(text: str) -> list[tuple[str, str]]:
    return [(each.policy, each.wording) for each in read_facts(text, read_mentions(text)).policies]


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("CCG management costs have to fall by 20% this year.", ""),
        ("Management budgets must be 20 per cent smaller by March.", ""),
        ("Running costs must fall by a fifth (£2.7m) by March 2020.", ""),
        ("Boards were told in May to bring running costs down to £18.76 per head.", ""),
        ("With management budgets held flat until 2025, few are glad.",
         "management budgets held flat until 2025"),
        ("Running costs have dropped 17%, short of the 20% asked for.", ""),
        ("It will save 20% of its management costs, or about £1.6m, in line with the national "
         "target.", "save 20% of its management costs, or about £1.6m, in line with the national "
         "target"),
    ],
)  # fmt: skip
def test_what_costs_must_come_to_is_a_policy(text: str, wording: str) -> None:
    assert policies(text) == [("running costs", wording or text.rstrip("."))]


@pytest.mark.parametrize(
    "text",
    [
        "Running costs fell by 12 per cent in the groups that merged.",
        "The need to cut management costs was plain.",
        "She was asked to save money by somebody who has cost her some.",
        "It was 8 per cent of its running cost allowance.",
    ],
)
def test_costs_that_only_are_what_they_are_make_no_policy(text: str) -> None:
    assert policies(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The plan says ICSs will cover the whole country by April 2021 and that much will "
            "change.",
            ("system coverage", "ICSs will cover the whole country by April 2021"),
        ),
        (
            "The model ICB blueprint said boards should be “strategic commissioners” and no more.",
            ("guidance", "boards should be “strategic commissioners” and no more"),
        ),
        (
            "Under it no group may apply without the “clear support” of its members.",
            ("national policy", "no group may apply without the “clear support” of its members"),
        ),
        (
            "There is a requirement that each group show strong support from its practices.",
            ("national policy", "each group show strong support from its practices"),
        ),
        (
            "That paper is expected to abolish CCGs altogether in April 2022.",
            ("abolition", "abolish CCGs altogether in April 2022"),
        ),
        (
            "By then it had become “will”.",
            ("one CCG in each system: its hedge left out", "it had become “will"),
        ),
    ],
)
def test_other_rules_are_read_with_their_wording(text: str, expected: tuple[str, str]) -> None:
    assert policies(text) == [expected]


def test_the_document_that_says_it_holds_the_policy() -> None:
    text = "The NHS Long Term Plan states that there will typically be one CCG for each ICS."

    (policy,) = read_facts(text, read_mentions(text)).policies

    assert (policy.holder, policy.drops) == ("NHS Long Term Plan", False)
