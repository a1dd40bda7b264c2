"""Policies beside the one-CCG rule, and sides taken in idiom, in pairs and in letters."""

import pytest

from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions


def policies(text: str) -> list[tuple[str, str]]:
    found = read_facts(text, read_mentions(text)).policies
    return [(each.policy, each.wording) for each in found]


def sides(text: str) -> list[tuple[str, str]]:
    found = read_facts(text, read_mentions(text)).stances
    return [(each.holder.name, each.stance) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ICBs have been told to halve their running costs by December.",
            ("running costs", "ICBs have been told to halve their running costs by December"),
        ),
        (
            "The white paper, published in May, proposes to abolish PCTs altogether.",
            ("guidance", "abolish PCTs altogether"),
        ),
        (
            "The guidance said ICBs should be coterminous with mayoral areas.",
            ("boundaries", "ICBs should be coterminous with mayoral areas"),
        ),
        (
            "Officials want “one system, one CCG”.",
            ("one CCG in each system", "Officials want “one system, one CCG"),
        ),
    ],
)
def test_a_policy_is_read_with_its_wording(text: str, expected: tuple[str, str]) -> None:
    assert policies(text) == [expected]


def test_the_passage_of_a_bill_is_no_policy() -> None:
    assert policies("The bill will be debated in April.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hull CCG and Swindon CCG oppose the plan.", [("Hull CCG", "against"),
                                                       ("Swindon CCG", "against")]),
        ("The Unison branch is less than impressed; Unison wants a rethink of the merger.",
         [("Unison", "against")]),
        ("Unison said the merger was “a matter for members”.", [("Unison", "neutral")]),
        ("Unison has no appetite for a merger.", [("Unison", "against")]),
        ("Unison is pressing ahead with the merger.", [("Unison", "for")]),
        ("Unison said there was no evidence that the merger helps patients.",
         [("Unison", "against")]),
    ],
)  # fmt: skip
def test_idioms_and_pairs_take_sides(text: str, expected: list[tuple[str, str]]) -> None:
    assert sides(text) == expected


def test_we_of_a_letter_are_those_who_sign_it() -> None:
    text = (
        "Dear colleague,\n\nWe oppose the merger of Hull CCG and Swindon CCG.\n\n"
        "Yours sincerely,\n\nDr Ann Lee, chair, Hull CCG\nDr Amit Rao, chair, Swindon CCG"
    )

    assert sides(text) == [("Ann Lee, Amit Rao", "against")]


def test_a_word_of_a_name_takes_no_side() -> None:
    assert sides("Defend Our NHS met Unison.") == []
