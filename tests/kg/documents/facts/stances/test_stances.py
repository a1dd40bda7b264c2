"""Who is for or against: told, reported, or in quoted words."""

import pytest

from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions


def stances(text: str) -> list[tuple[str, str]]:
    found = read_facts(text, read_mentions(text)).stances
    return [(each.holder.name, each.stance) for each in found]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Unison opposes the merger.", "against"),
        ("Unison does not support the merger.", "against"),
        ("Unison supports the merger.", "for"),
        ("Unison is not against the merger.", "neutral"),
        ("Unison said the merger was a welcome step.", "for"),
        ("Unison raised concerns about the plan.", "against"),
        ("Unison urged practices to vote against the merger.", "against"),
        ("The merger has been opposed by Unison.", "against"),
        ("The merger would take decisions away from patients, Unison said.", "against"),
    ],
)
def test_a_verb_tells_the_stance_of_its_subject(text: str, stance: str) -> None:
    assert stances(text) == [("Unison", stance)]


def test_what_follows_but_counts() -> None:
    text = (
        "Dr Amit Rao, chair of Sutton CCG, said: “Of course there are risks. "
        "But this will help us to improve care.”"
    )

    assert stances(text) == [("Amit Rao", "for")]


def test_facts_without_a_view_are_no_stance() -> None:
    assert stances("Sutton CCG meets in public on the first Tuesday of the month.") == []
