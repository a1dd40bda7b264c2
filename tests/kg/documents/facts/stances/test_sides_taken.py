"""Who takes which side: letters in the first person, clauses, asides, denials, echoes."""

import pytest

from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions


def sides(text: str) -> list[tuple[str, str]]:
    facts = read_facts(text, read_mentions(text))
    return [(each.holder.name, each.stance) for each in facts.stances]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Devon County Council gave its support in August.", ("Devon County Council", "for")),
        ("Councillor Ann Hill gave the plan a cautious welcome.", ("Ann Hill", "for")),
        ("Healthwatch Hull told practices to vote no.", ("Healthwatch Hull", "against")),
        ("Hull CCG is staying put.", ("Hull CCG", "against")),
        ("Hull CCG has pulled out of merger talks.", ("Hull CCG", "against")),
        ("Hull CCG has declined to merge with anybody.", ("Hull CCG", "against")),
        ("Councillor Ann Hathaway said that she had been won round.", ("Ann Hathaway", "for")),
        (
            "Devon County Council does not object to the merger.",
            ("Devon County Council", "neutral"),
        ),
        (
            "Devon County Council, in a letter from its chairman, Jo Reid, raised no objection.",
            ("Devon County Council", "neutral"),
        ),
        (
            "Jo Smith of Hull CCG, who sits on its board and was against the merger, left.",
            ("Jo Smith", "against"),
        ),
        (
            "Ann Hill, the chair, said she was “disappointed but not deterred by the vote”.",
            ("Ann Hill", "for"),
        ),
        ("Ann Hill said: “Hull will not lose its voice in this.”", ("Ann Hill", "for")),
    ],
)
def test_a_side_is_told_in_many_words(text: str, expected: tuple[str, str]) -> None:
    assert sides(text) == [expected]


def test_who_would_not_takes_the_other_side_of_the_one_told_before() -> None:
    text = "The NHS Confederation would welcome the merger. The Patients Association wouldn’t."

    assert sides(text) == [
        ("NHS Confederation", "for"),
        ("Patients Association", "against"),
    ]


def test_we_in_a_newsletter_is_the_body_that_publishes_it() -> None:
    text = "Wessex LMCs\n\nNewsletter\n\nHull CCG has written to us. We oppose the merger."

    assert sides(text) == [("Wessex LMCs", "against")]


def test_first_persons_inside_quoted_words_are_of_who_is_quoted() -> None:
    text = "NHS England said that it was “a matter for the boards, and we will support them”."

    assert [name for name, _ in sides(text)] == ["NHS England"]


def test_a_publisher_that_only_hears_takes_no_side() -> None:
    text = "Letters seen by HSJ support the merger."

    assert sides(text) == []
