"""Talk of the hedge of the one-CCG rule: lost, left out, or turned into an order."""

import pytest

from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions


def policies(text: str) -> list[tuple[str, bool | None]]:
    found = read_facts(text, read_mentions(text, issued="2019-10-01")).policies
    return [(each.wording, each.drops) for each in found]


@pytest.mark.parametrize(
    "text",
    [
        "“Somehow |the ‘typically’ got lost in the post|,” she said.",
        "|The word ‘typically’ has gone walkabout in the regional letter|.",
        "By the time it reached Devon |the word “typically” had evaporated|.",
        "“My director seems to have |mislaid the word ‘typically’|,” he said.",
        "“|The ‘typically’ has been quietly airbrushed out|.”",
        "There was |no sign of ‘typically’ in the version that reached Kent|.",
        "“They |took the word ‘typically’ out|,” he said.",
        "|“Typically” had been replaced with “must|”.",
        "“When my director says it, |the word typically is silent|.”",
        "At the office |that ‘typically’ has been treated as a typing error|.",
    ],
)
def test_a_hedge_that_went_missing_is_told_with_its_loss(text: str) -> None:
    lead, wording, rest = text.split("|")
    assert policies(lead + wording + rest) == [(wording.strip("“”’"), True)]


def test_the_adverb_is_the_hedge_that_the_text_has_just_told() -> None:
    text = "The plan says there will typically be one CCG per ICS. The region deleted the adverb."

    assert policies(text) == [
        ("there will typically be one CCG per ICS", False),
        ("deleted the adverb", True),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The editor deleted the adverb.",
        "The normally cautious chair went missing.",
        "He dropped the idea, typically without fuss.",
        "“It is normal for a word such as ‘usually’ to be used,” she said.",
    ],
)
def test_other_words_that_go_missing_are_no_policy(text: str) -> None:
    assert policies(text) == []
