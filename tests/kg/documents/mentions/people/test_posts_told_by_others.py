"""Posts told by those of others, in the passive, or of bodies without a name of their own."""

import pytest

from kg.documents.mentions.read import read_mentions


def posts(text: str, name: str) -> list[tuple[str, tuple[str, ...]]]:
    found = read_mentions(text, issued="2019-03-10").posts
    return [(each.title, each.body_names) for each in found if each.holder_name == name]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ann Lee, clinical chair of Kent CCG, agreed. Her opposite number in Essex CCG, Bob Dow,"
         " did not.", "clinical chair"),
        ("Ann Lee, clinical chair of Kent CCG, agreed. Bob Dow, who holds the same post at Essex"
         " CCG, did not.", "clinical chair"),
        ("Ann Lee is clinical chair of Kent CCG.\n\nHis counterpart in Essex CCG, Bob Dow,"
         " agreed.", "clinical chair"),
        ("Two of the chief officers will leave. Bob Dow holds the post at Essex CCG.",
         "chief officer"),
        ("The post of chief officer at Essex CCG is held by Bob Dow.", "chief officer"),
        ("Bob Dow holds the chief officer post at Essex CCG.", "chief officer"),
    ],
)  # fmt: skip
def test_a_post_is_known_by_that_of_another(text: str, title: str) -> None:
    assert posts(text, "Bob Dow") == [(title, ("Essex CCG",))]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Bob Dow, who chairs the city’s scrutiny panel, agreed.", "chair"),
        ("Bob Dow, the committee’s chair, agreed.", "chair"),
        ("Its chairman, retired surveyor Bob Dow, agreed.", "chairman"),
        ("Bob Dow, from Leeds, is to be the chair.", "chair"),
    ],
)
def test_a_post_of_a_body_without_a_name_is_a_post(text: str, title: str) -> None:
    assert [one for one, _ in posts(text, "Bob Dow")] == [title]


def test_what_ended_before_does_not_end_the_next_post() -> None:
    text = (
        "Ann Lee, director of care at Derby City Council until July, "
        "has been named as accountable officer of Kent CCG."
    )
    found = read_mentions(text, issued="2019-03-10").posts
    assert [(each.title, each.former) for each in found if each.body_names == ("Kent CCG",)] == [
        ("accountable officer", False)
    ]
