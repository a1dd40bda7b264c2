"""Posts whose last word is a plural, parties in brackets, and posts told after an aside."""

import pytest

from kg.documents.mentions.read import read_mentions


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "NHS England agreed. Its director of commissioning operations, Ann Lee, said no.",
            "director of commissioning operations",
        ),
        (
            "Kent County Council's portfolio holder for adult services, Ann Lee, was less warm.",
            "portfolio holder for adult services",
        ),
        (
            "Coun Ann Lee (Lab), cabinet member for health and social care, said no.",
            "cabinet member for health and social care",
        ),
        ("Councillor Ann Lee, who leads the Conservative group, said no.", "leader"),
    ],
)
def test_a_post_is_read_with_all_its_words(text: str, title: str) -> None:
    posts = read_mentions(text).posts
    assert [(each.title, each.holder) for each in posts if each.holder] == [
        (title, "person/ann-lee")
    ]


def test_whose_officer_somebody_is_stands_before_whose() -> None:
    text = "The group met Portsmouth City Council, whose chief executive, Ann Lee, said no."

    [post] = [each for each in read_mentions(text).posts if each.holder]

    assert (post.title, post.body_names) == ("chief executive", ("Portsmouth City Council",))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Kent LMC and its finance director (Ann Lee) said no.", "finance director"),
        ("Kent LMC agreed. The chief executive in question, Ann Lee, said no.", "chief executive"),
        ("Kent LMC's chief executive for the south, Ann Lee, said no.", "chief executive"),
    ],
)
def test_a_post_may_stand_a_few_words_before_its_holder(text: str, title: str) -> None:
    posts = read_mentions(text).posts
    assert [(each.title, each.holder) for each in posts if each.holder] == [
        (title, "person/ann-lee")
    ]


def test_of_bodies_that_open_alike_the_rest_of_the_name_is_enough() -> None:
    text = (
        "Birmingham CrossCity CCG and Birmingham South Central CCG will merge. Ann Lee has been"
        " accountable officer at South Central since May and at CrossCity since September."
    )

    named = [each for each in read_mentions(text).organisations if each.form == "short"]

    assert [(each.name, each.span.of(text)) for each in named] == [
        ("Birmingham South Central CCG", "South Central"),
        ("Birmingham CrossCity CCG", "CrossCity"),
    ]
