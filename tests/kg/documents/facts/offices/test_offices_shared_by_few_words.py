"""Shared posts that an advertisement, an attendance list or `our joint … with` tells of."""

import pytest

from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions

BOTH = ("Corby CCG", "Nene CCG")


def joints(text: str) -> list[tuple[str, str, set[str]]]:
    return [
        (each.post, each.person.name if each.person else "", {one.name for one in each.bodies})
        for each in read_facts(text, read_mentions(text)).joints
    ]


@pytest.mark.parametrize(
    ("told", "post"),
    [
        (
            "Accountable officer (joint), Corby CCG and Nene CCG. Circa £140,000.",
            "accountable officer",
        ),
        ("Chief nurse (shared), Corby CCG and Nene CCG: apply by May.", "chief nurse"),
        ("Joint medical director, Corby CCG and Nene CCG. Full time.", "medical director"),
    ],
)
def test_an_advertised_joint_post_is_shared_and_held_by_nobody(told: str, post: str) -> None:
    assert joints(told) == [(post, "", set(BOTH))]


@pytest.mark.parametrize(
    "told",
    [
        "Corby CCG's joint finance director with Nene CCG, Ann Lee, resigned.",
        "Corby CCG met. Ann Lee is our joint finance director with Nene CCG.",
    ],
)
def test_a_post_held_jointly_with_another_body_is_of_both(told: str) -> None:
    assert joints(told) == [("finance director", "Ann Lee", set(BOTH))]


def test_a_manager_or_boss_may_be_shared() -> None:
    told = "Corby CCG and Nene CCG share a manager, Ann Lee."

    assert joints(told) == [("manager", "Ann Lee", set(BOTH))]
