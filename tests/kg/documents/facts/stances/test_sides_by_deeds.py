"""Sides taken by what bodies do: they object, they rule out, they vote."""

import pytest

from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Luton CCG does not wish to be absorbed.", [("Luton CCG", "against")]),
        ("Luton CCG ruled out a merger.", [("Luton CCG", "against")]),
        ("Opposition is led by Kent LMC.", [("Kent LMC", "against")]),
        ("In the event 142 out of 171 were in favour.", [("practices", "for")]),
        ("Practices there approved the change.", [("Practices there", "for")]),
        ("Kent LMC did not recommend a vote either way.", [("Kent LMC", "neutral")]),
        ("NHS England has ordered CCGs to cut what they spend.", [("NHS England", "for")]),
    ],
)
def test_who_acts_takes_a_side(text: str, sides: list[tuple[str, str]]) -> None:
    facts = read_facts(text, read_mentions(text, issued="2019-03-10"))
    assert [(each.holder.name, each.stance) for each in facts.stances] == sides
