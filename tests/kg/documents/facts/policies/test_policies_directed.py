"""What those above direct all bodies of a kind to do, and how the one-CCG rule is told again."""

import pytest

from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions


def policies(text: str) -> list[tuple[str, bool | None]]:
    return [(each.wording, each.drops) for each in read_facts(text, read_mentions(text)).policies]


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("The national bodies have told every STP to become an integrated care system by April.",
         "every STP to become an integrated care system by April"),
        ("All STPs have been asked to set out by June how many commissioners they need.",
         "All STPs have been asked to set out by June how many commissioners they need"),
        ("All parts of the country are supposed to be in an integrated care system by then.",
         "All parts of the country are supposed to be in an integrated care system by then"),
        ("Its plan says that commissioning should be done once, for everyone.",
         "commissioning should be done once"),
        ("Primary care networks will be expected to take on more of the work.",
         "Primary care networks will be expected to take on more of the work"),
        ("Under the white paper, decisions would be taken in places.",
         "decisions would be taken in places"),
        ("A group cannot merge unless a majority of its practices agree.",
         "A group cannot merge unless a majority of its practices agree"),
        ("We will look favourably on mergers that have the support of their members.",
         "mergers that have the support of their members"),
        ("At least two-thirds of practices in each must agree.",
         "At least two-thirds of practices in each must agree"),
    ],
)  # fmt: skip
def test_what_is_directed_is_a_policy(text: str, wording: str) -> None:
    assert policies(text) == [(wording, None)]


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("NHS England wants the cost of running CCGs, £1.1bn this year, to be 20% lower by 2021.",
         "wants the cost of running CCGs, £1.1bn this year, to be 20% lower by 2021"),
        ("CCGs are allowed £22.07 a head for administration.",
         "CCGs are allowed £22.07 a head for administration"),
        ("CCGs' administration allowance, worth about £22 a head, is to be cut by a fifth.",
         "CCGs' administration allowance, worth about £22 a head, is to be cut by a fifth"),
        ("Each CCG will lose a fifth of its running-cost allowance next year.",
         "Each CCG will lose a fifth of its running-cost allowance next year"),
        ("Ministers have capped ICB running costs at £19 a head.",
         "capped ICB running costs at £19 a head"),
    ],
)  # fmt: skip
def test_what_bodies_may_spend_on_themselves_is_a_policy(text: str, wording: str) -> None:
    assert policies(text) == [(wording, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has nine CCGs, and the long-term plan wants “one”.",
         [("It has nine CCGs, and the long-term plan wants “one", True)]),
        ("There are eight CCGs here. It says ‘typically’!", [("It says ‘typically’!", False)]),
        ("Systems were told that they should “typically” move to a single CCG by 2021.",
         [("Systems were told that they should “typically” move to a single CCG by 2021", False)]),
        ("There will be one statutory body per system.",
         [("There will be one statutory body per system", True)]),
        ("Two slides say “one CCG for each ICS” (Leeds) and “usually one CCG per ICS” (York).",
         [("one CCG for each ICS", True), ("usually one CCG per ICS", False)]),
    ],
)  # fmt: skip
def test_the_one_ccg_rule_is_told_in_other_words(
    text: str, expected: list[tuple[str, bool]]
) -> None:
    assert policies(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The constitution of each CCG asks for a majority of its own members.",
        "It was not a takeover and not another reorganisation.",
        "NHS Clinical Commissioners supports mergers where there is a local case.",
        "From April there will be one CCG each for East Sussex and West Sussex.",
        "Both said the groups were expected to become one.",
        "An ICS which covers seven of them will stay.",
    ],
)
def test_what_is_local_or_only_wished_for_is_no_policy(text: str) -> None:
    assert policies(text) == []
