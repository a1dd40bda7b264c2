"""Officers whose bodies are only counted, or named in another sentence."""

import pytest

from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions

THREE = ("NHS Crawley CCG", "NHS Horsham and Mid Sussex CCG", "NHS High Weald Lewes Havens CCG")
LIST = f"Practices of {THREE[0]}, {THREE[1]} and {THREE[2]} met in June 2019. "


def joints(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [
        (each.person.name if each.person else "", tuple(one.name for one in each.bodies))
        for each in read_facts(text, read_mentions(text)).joints
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Ann Bell leads each of them.",
        "Ann Bell has been chief executive across the trio since May.",
        "Ann Bell, chair designate of the three boards, said it was time.",
        "The three CCGs are led by Ann Bell, their chief officer.",
        "A single accountable officer, Ann Bell, has run the three groups since 2018.",
        "Ann Bell is chief officer at Crawley and also chief officer for the other two.",
    ],
)
def test_a_count_means_the_bodies_of_the_list_before(told: str) -> None:
    assert joints(LIST + told) == [("Ann Bell", THREE)]


def test_each_of_two_shared_posts_has_its_own_holder() -> None:
    told = "They share a managing director, Ann Bell, and a finance director, Bob Lyle."

    assert joints(LIST + told) == [("Ann Bell", THREE), ("Bob Lyle", THREE)]


@pytest.mark.parametrize(
    "told",
    [
        "The post of joint chief finance officer for the three is vacant.",
        "Their shared chief nurse role is being advertised.",
    ],
)
def test_a_shared_post_may_be_vacant(told: str) -> None:
    assert joints(LIST + told) == [("", THREE)]


def test_bodies_that_nobody_names_are_those_of_their_place() -> None:
    assert joints("Ann Bell ran all three CCGs in Bradford for four years.") == [
        ("Ann Bell", ("Bradford CCGs",))
    ]
    told = "In Staffordshire, six groups shared one accountable officer, Ann Bell, until 2021."
    assert joints(told) == [("Ann Bell", ("CCGs in Staffordshire",))]


def test_a_group_is_those_listed_after_it() -> None:
    told = (
        "Ann Bell is to be accountable officer of four Sussex CCGs: Crawley, Horsham and Mid"
        " Sussex, High Weald Lewes Havens, and Brighton and Hove. May 2018"
    )
    [(person, bodies)] = joints(told)

    assert person == "Ann Bell"
    assert len(bodies) == 4


def test_a_cluster_has_officers_of_all_its_boards() -> None:
    told = (
        "Surrey Heartlands and Sussex ICBs are clustering. Ann Bell has been appointed cluster"
        " chief executive and Amit Rao cluster chair. 5 Oct 2025"
    )

    assert [person for person, _ in joints(told)] == ["Ann Bell", "Amit Rao"]
    assert {len(bodies) for _, bodies in joints(told)} == {2}


@pytest.mark.parametrize(
    "told",
    [
        "Ann Bell, formerly accountable officer of NHS Nene CCG, now leads NHS Corby CCG. May 2019",
        "Ann Bell, chief officer of NHS Nene CCG, said NHS Corby CCG was a good neighbour and both"
        " had voted for a merger in May 2019.",
        "Two chairs of NHS Nene CCG and NHS Corby CCG will compete for the one chair left in 2019.",
    ],
)
def test_two_bodies_in_a_sentence_share_nobody_by_that_alone(told: str) -> None:
    assert joints(told) == []
