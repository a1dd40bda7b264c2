"""Bodies by the names that local news has for them."""

import pytest

from kg.documents.mentions.read import read_mentions


def bodies(text: str) -> list[tuple[str, str]]:
    found = read_mentions(text, issued="2019-10-01").organisations
    return [(each.name, each.type) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dr Lee told Practice Weekly it was over.", ("Practice Weekly", "publisher")),
        ("Commissioning Today has learned of it.", ("Commissioning Today", "publisher")),
        ("She was taken to Burnley General on Friday.", ("Burnley General", "provider")),
        ("Joined Up Care Derbyshire agreed.", ("Joined Up Care Derbyshire", "stp")),
        ("Caring Together Surrey, the county’s sustainability and transformation partnership, met.",
         ("Caring Together Surrey", "healthSystem")),
        ("He leads the Kent and Medway partnership.", ("Kent and Medway partnership", "ics")),
    ],
)  # fmt: skip
def test_a_local_name_is_that_of_a_body(text: str, expected: tuple[str, str]) -> None:
    assert bodies(text) == [expected]


def test_its_region_is_that_of_nhs_england() -> None:
    assert bodies("NHS England declined. A spokesman for its South West region said no.") == [
        ("NHS England", "nationalBody"),
        ("NHS England South West region", "nhsRegion"),
    ]


@pytest.mark.parametrize(
    "text",
    ["The Attorney General agreed.", "Ann Lee, the STP lead, agreed.", "It was in the Good News."],
)
def test_titles_and_plain_words_are_no_bodies(text: str) -> None:
    assert bodies(text) == []
