"""Officers that bodies share, named or not, told in many ways."""

import pytest

from kg.documents.facts.model import Joint
from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions


def joints(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    found: tuple[Joint, ...] = read_facts(text, read_mentions(text)).joints
    return [
        (each.person.name if each.person else "", each.post, tuple(one.name for one in each.bodies))
        for each in found
    ]


PAIR = ("Sutton CCG", "Merton CCG")


@pytest.mark.parametrize(
    ("text", "person", "post"),
    [
        ("Sutton CCG and Merton CCG share a chief officer.", "", "chief officer"),
        ("Sutton and Merton CCGs will have a joint chief officer.", "", "chief officer"),
        ("Sutton CCG and Merton CCG have the same chair, Dr Amit Rao.", "Amit Rao", "chair"),
        ("Dr Amit Rao chairs both Sutton CCG and Merton CCG.", "Amit Rao", "chair"),
        (
            "Ann Bell has been appointed accountable officer of Sutton CCG and Merton CCG.",
            "Ann Bell",
            "accountable officer",
        ),
        (
            "Sutton CCG and Merton CCG work together. "
            "The two CCGs have appointed a single accountable officer, Ann Bell.",
            "Ann Bell",
            "accountable officer",
        ),
        (
            "Sutton CCG and Merton CCG are to share a finance director. "
            "Ann Bell has been appointed to the role.",
            "Ann Bell",
            "finance director",
        ),
    ],
)
def test_bodies_share_an_officer(text: str, person: str, post: str) -> None:
    assert joints(text) == [(person, post, PAIR)]


def test_two_people_with_one_kind_of_post_share_nothing() -> None:
    text = "Tom Price, chief officer at Sutton CCG, met Ann Bell, chief officer at Merton CCG."

    assert joints(text) == []


def test_a_shared_team_is_no_shared_officer() -> None:
    assert joints("Sutton CCG and Merton CCG share a management team.") == []


@pytest.mark.parametrize(
    ("text", "person", "post"),
    [
        (
            "Sutton CCG and Merton CCG may merge. Ann Bell, who leads both organisations, agreed.",
            "Ann Bell",
            "leader",
        ),
        (
            "Sutton CCG and Merton CCG are to merge. Their accountable officer, Ann Bell, agreed.",
            "Ann Bell",
            "accountable officer",
        ),
        (
            "Sutton CCG and Merton CCG have moved to a shared leadership team under Ann Bell.",
            "Ann Bell",
            "leader",
        ),
        (
            "Sutton CCG already shares its chief finance officer, Ann Bell, with Merton CCG.",
            "Ann Bell",
            "chief finance officer",
        ),
        (
            "Sutton CCG and Merton CCG met. The single accountable officer, Ann Bell, agreed.",
            "Ann Bell",
            "accountable officer",
        ),
        ("Sutton CCG and Merton CCG have a finance director in common.", "", "finance director"),
    ],
)
def test_bodies_named_before_share_an_officer(text: str, person: str, post: str) -> None:
    assert joints(text) == [(person, post, PAIR)]


def test_an_officer_of_counted_bodies_is_of_those_that_share_one() -> None:
    text = (
        "Ann Bell is accountable officer for the two London CCGs. "
        "Sutton CCG and Merton CCG have had one accountable officer since May."
    )

    assert joints(text) == [("Ann Bell", "accountable officer", PAIR)]


@pytest.mark.parametrize(
    "text",
    [
        "The CCGs will appoint a shared accountable officer.",
        "Sutton CCG chair Ann Bell and Merton CCG chair Tim Roe wrote.",
        "Ann Bell, chief officer of Sutton CCG and a former director of Merton CCG, left.",
    ],
)
def test_officers_of_nobody_or_of_one_body_are_not_shared(text: str) -> None:
    assert joints(text) == []
