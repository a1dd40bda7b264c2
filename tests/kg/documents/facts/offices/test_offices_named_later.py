"""Shared officers named after their post, in the passive, in a clause, or by a count."""

import pytest

from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions


def joints(text: str) -> list[tuple[str, str, int]]:
    found = read_facts(text, read_mentions(text, issued="2019-03-10")).joints
    return [(each.person.name if each.person else "", each.post, len(each.bodies))
            for each in found]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kent CCG and Essex CCG are to share an accountable officer. Ann Lee, at present chief"
         " executive of Mill Trust, starts in May.", ("Ann Lee", "accountable officer", 2)),
        ("Kent CCG and Essex CCG have a single accountable officer. She is Ann Lee.",
         ("Ann Lee", "accountable officer", 2)),
        ("Kent CCG and Essex CCG will have one chief officer between them. The job has gone to"
         " Ann Lee.", ("Ann Lee", "chief officer", 2)),
        ("Kent CCG and Essex CCG plan to merge. The post of chief officer at both is held by Ann"
         " Lee.", ("Ann Lee", "chief officer", 2)),
        ("Kent CCG and Essex CCG plan to merge. Ann Lee, the chief officer whom they have in"
         " common, agreed.", ("Ann Lee", "chief officer", 2)),
        ("Kent CCG and Essex CCG, whose chief officer Ann Lee is shared, agreed.",
         ("Ann Lee", "chief officer", 2)),
        ("Ann Lee is chief officer of Kent CCG and, since May, of Essex CCG.",
         ("Ann Lee", "chief officer", 2)),
        ("Kent CCG and Essex CCG come under Ann Lee, who is chief officer of each.",
         ("Ann Lee", "chief officer", 2)),
        ("Kent CCG and Essex CCG have had the same chief officer, the unsinkable Ann Lee, since"
         " 2017.", ("Ann Lee", "chief officer", 2)),
    ],
)  # fmt: skip
def test_an_officer_named_later_is_the_shared_one(
    text: str, expected: tuple[str, str, int]
) -> None:
    assert joints(text) == [expected]


def test_a_further_officer_has_the_same_bodies() -> None:
    text = (
        "Ann Lee is the accountable officer for Kent CCG and Essex CCG, "
        "and Bob Dow their chief finance officer."
    )
    assert joints(text) == [
        ("Ann Lee", "accountable officer", 2), ("Bob Dow", "chief finance officer", 2),
    ]  # fmt: skip


def test_a_joint_chair_of_one_body_is_not_shared() -> None:
    text = "Kent CCG and Essex CCG met. Ann Lee, the joint clinical chair at Surrey CCG, resigned."
    assert joints(text) == []
