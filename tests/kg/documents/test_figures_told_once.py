"""A figure is told once: an equal count of other bodies is another figure."""

import pytest

from kg.documents.counted import told_once
from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions
from kg.documents.summary import summarise


def counts(text: str) -> list[tuple[str, str, int]]:
    mentions = read_mentions(text, issued="2019-05-14")
    return [(each.value, each.unit, len(again)) for each, again in told_once(text, mentions)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Manchester’s three CCGs merged in 2017. In Leeds, three CCGs share a chief.",
            [("3", "CCGs", 0), ("3", "CCGs", 0)],
        ),
        (
            "Three CCGs in Leeds are to merge. The three CCGs share a chief.",
            [("3", "CCGs", 1)],
        ),
        (
            "Three CCGs will merge. So may three other CCGs.",
            [("3", "CCGs", 0), ("3", "other CCGs", 0)],
        ),
        (
            "The 20 largest CCGs spent less than the 20 smallest CCGs.",
            [("20", "largest CCGs", 0), ("20", "smallest CCGs", 0)],
        ),
        (
            "Kent’s eight CCGs are to merge. Kent and Medway’s eight CCGs have agreed.",
            [("8", "CCGs", 1)],
        ),
    ],
)
def test_counts_of_bodies_are_set_apart_by_place(
    text: str, expected: list[tuple[str, str, int]]
) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CCGs in the west approved a six-way merger of CCGs.", [("6", "CCGs", 0)]),
        ("It serves 1.3m people. The three have one chief. CCGs are CCGs.",
         [("1300000", "people", 0), ("3", "CCGs", 0)]),
        ("A dozen other talks are under way.", [("12", "talks", 0)]),
        ("CCGs are CCGs. Kent’s eight came to grief.", [("8", "CCGs", 0)]),
        ("CCGs are CCGs. The four, along with Hull, will apply.", [("4", "CCGs", 0)]),
    ],
)  # fmt: skip
def test_what_is_counted_is_known_without_a_noun(
    text: str, expected: list[tuple[str, str, int]]
) -> None:
    assert counts(text) == expected


def test_a_share_of_several_parts_stays_in_its_words() -> None:
    text = "Two-thirds of practices agreed, and a fifth of them did not answer."
    mentions = read_mentions(text)
    summary = summarise(text, mentions, read_facts(text, mentions))
    assert [each["value"] for each in summary["figures"]] == ["two-thirds", "20%"]
