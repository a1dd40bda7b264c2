"""Officers lent to a second body, two posts of one pair, and posts of bodies only counted."""

from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions


def joints(text: str) -> list[tuple[str, list[str], str]]:
    found = read_facts(text, read_mentions(text)).joints
    return [
        (each.post, [one.name for one in each.bodies], each.person.name if each.person else "")
        for each in found
    ]


def test_two_posts_of_one_pair_are_two_shared_officers() -> None:
    text = "Marsh CCG and Fenland CCG have a joint chief officer and a joint chief finance officer."

    assert joints(text) == [
        ("chief officer", ["Marsh CCG", "Fenland CCG"], ""),
        ("chief finance officer", ["Marsh CCG", "Fenland CCG"], ""),
    ]


def test_her_officer_who_works_for_another_too_is_in_her_body() -> None:
    text = (
        "Jane Moss is chief executive of Wash ICB. She led Marsh CCG, Fenland CCG and Broads CCG "
        "before.\n\nHer chief digital officer, Kim Poe, is to work for Wold ICB as well, and the "
        "two boards share a chair, Dame Pip Row."
    )

    assert joints(text)[-2:] == [
        ("chief digital officer", ["Wash ICB", "Wold ICB"], "Kim Poe"),
        ("chair", ["Wash ICB", "Wold ICB"], "Pip Row"),
    ]


def test_a_body_to_come_is_none_of_those_counted() -> None:
    text = (
        "Marsh CCG, Fenland CCG and Broads CCG agreed. Wold CCG did not. The proposed NHS Wash CCG "
        "would be large.\n\nSteve Oak, chief executive of all four CCGs, was pleased."
    )

    assert joints(text) == [
        (
            "chief executive",
            ["Marsh CCG", "Fenland CCG", "Broads CCG", "Wold CCG"],
            "Steve Oak",
        )
    ]


def test_a_body_of_another_kind_beside_the_group_is_none_of_it() -> None:
    text = (
        "Marsh CCG, Fenland CCG and Broads CCG may merge.\n\nA paper by Ann Fell, the three CCGs' "
        "joint director of strategy, says that they would match the area of Wold STP."
    )

    assert joints(text) == [
        ("director of strategy", ["Marsh CCG", "Fenland CCG", "Broads CCG"], "Ann Fell")
    ]


def test_who_starts_work_as_an_officer_of_several_is_shared() -> None:
    text = "Ann Hope took up her post on 3 May as accountable officer for Marsh and Fenland CCGs."

    assert joints(text) == [("accountable officer", ["Marsh CCG", "Fenland CCG"], "Ann Hope")]
