"""For, against, or neither: one meaning in the many words that people have for it."""

import pytest

from kg.documents.facts.scene.subjects import Scene
from kg.documents.facts.stances.read import read_stances
from kg.documents.mentions.read import read_mentions

OPENING = "Leeds West and Leeds North CCGs plan to merge in April 2019.\n\n"


def sides(text: str) -> list[tuple[str, str]]:
    mentions = read_mentions(OPENING + text, issued="2018-06")
    stances = read_stances(Scene(OPENING + text, mentions))
    return [(each.holder.name, each.stance) for each in stances]


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("We are five small teams chasing the same handful of staff", "for"),
        ("We can’t afford three boards any more", "for"),
        ("It means one set of books instead of three sets of accounts", "for"),
        ("It would be mad to go back to three", "for"),
        ("Our patients cross the boundary every day", "for"),
        ("We’ll be a small fish in a very big pond", "against"),
        ("Our surplus will be gone within a year", "against"),
        ("Decisions will be taken forty miles away", "against"),
        ("Bigger is not better", "against"),
        ("They are paying off somebody else’s debts with our money", "against"),
        ("We have nothing to gain from it", "against"),
        ("It is for the members to decide", "neutral"),
        ("There is no single right answer", "neutral"),
    ],
)
def test_quoted_words_take_a_side(words: str, side: str) -> None:
    assert sides(f"“{words},” said Ann Lee, chair of Kent LMC.") == [("Ann Lee", side)]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Kent LMC does not oppose the merger.", [("Kent LMC", "neutral")]),
        ("Kent LMC stopped short of advising GPs how to vote.", [("Kent LMC", "neutral")]),
        ("Kent LMC has urged caution.", [("Kent LMC", "neutral")]),
        ("Kent LMC said it was “supportive in principle”.", [("Kent LMC", "for")]),
        ("Kent LMC said it would not stand in the way of it.", [("Kent LMC", "for")]),
        ("Ann Lee said the merger would save about £4m a year.", [("Ann Lee", "for")]),
        ("Kent LMC is holding out against the merger.", [("Kent LMC", "against")]),
        ("Kent LMC has threatened a judicial review.", [("Kent LMC", "against")]),
        ("Ann Lee has started a petition.", [("Ann Lee", "against")]),
        ("Ann Lee opposed it. Mark Dow disagreed.", [("Ann Lee", "against"), ("Mark Dow", "for")]),
        ("Councils in Leeds and Bradford refused to support it.",
         [("Councils in Leeds and Bradford", "against")]),
        ("If practices vote for it, Ann Lee will resign.", []),
    ],
)  # fmt: skip
def test_what_is_told_takes_a_side(told: str, expected: list[tuple[str, str]]) -> None:
    assert sides(told) == expected
