"""People in charge of a council and a commissioner, and officers of groups listed later."""

import pytest

from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions

BOTH = {"Portsmouth City Council", "Portsmouth CCG"}


def joints(text: str) -> list[tuple[str, set[str]]]:
    return [
        (each.person.name if each.person else "", {one.name for one in each.bodies})
        for each in read_facts(text, read_mentions(text)).joints
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee is chief executive of Portsmouth City Council and accountable officer of"
        " Portsmouth CCG.",
        "Ann Lee, chief executive of Portsmouth City Council, also serves as accountable officer"
        " of Portsmouth CCG.",
        "Portsmouth CCG shares offices with Portsmouth City Council, whose chief executive,"
        " Ann Lee, has doubled as its accountable officer since June.",
    ],
)
def test_who_runs_a_council_and_a_commissioner_is_shared(text: str) -> None:
    assert joints(text) == [("Ann Lee", BOTH)]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee has left Medway CCG to become chief executive of Swale Council.",
        "Ann Lee, leader of Medway Council, sits on the governing body of Medway CCG.",
        "Medway CCG and Swale CCG no longer share an accountable officer.",
        "Medway CCG and Swale CCG each have their own chief officer.",
    ],
)
def test_who_moves_or_is_elected_is_not_shared(text: str) -> None:
    assert joints(text) == []


def test_members_of_a_counted_group_may_be_listed_after_its_officer() -> None:
    text = (
        "Derbyshire's four CCGs have had one chief executive, Ann Lee, since last year. The groups"
        " – Erewash, Hardwick, North Derbyshire and Southern Derbyshire – will merge in April."
    )

    [(name, bodies)] = joints(text)

    assert name == "Ann Lee"
    assert {each.removeprefix("NHS ") for each in bodies} == {
        "Erewash CCG", "Hardwick CCG", "North Derbyshire CCG", "Southern Derbyshire CCG",
    }  # fmt: skip


def test_she_takes_up_a_post_and_not_who_leaves_it() -> None:
    text = (
        "Medway CCG and Swale CCG agreed to appoint Ann Lee across both organisations. She will"
        " take up the post in May, when Bob Dow, the larger group's interim chief officer, leaves."
    )

    assert joints(text) == [("Ann Lee", {"Medway CCG", "Swale CCG"})]


@pytest.mark.parametrize(
    "told",
    [
        "The trio's accountable officer, Ann Lee, said it was time.",
        "Ann Lee, the trio's joint accountable officer, said it was time.",
        "Since 2018 they have answered to one accountable officer, Ann Lee.",
        "All three have been led by the same person, Ann Lee, since October.",
    ],
)
def test_an_officer_may_be_told_of_by_the_count_of_the_bodies(told: str) -> None:
    three = ("East Surrey CCG", "Surrey Downs CCG", "Guildford and Waverley CCG")
    text = f"{three[0]}, {three[1]} and {three[2]} may merge.\n\n{told}"

    assert joints(text) == [("Ann Lee", set(three))]


def test_a_shared_post_that_is_ruled_out_is_none() -> None:
    told = "A single accountable officer for East Surrey CCG and Surrey Downs CCG was ruled out."

    assert joints(told) == []


def test_who_runs_one_and_covers_another_is_shared() -> None:
    told = "Medway CCG's chief officer, Ann Lee, will cover Swale CCG until somebody is found."

    assert joints(told) == [("Ann Lee", {"Medway CCG", "Swale CCG"})]
