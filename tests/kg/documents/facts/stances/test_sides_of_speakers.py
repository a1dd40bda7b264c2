"""Sides of speakers: all their words together, whom they answer, their body, their post."""

from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions


def sides(text: str) -> dict[str, str]:
    stances = read_facts(text, read_mentions(text, issued="2019-03-10")).stances
    return {each.holder.name: each.stance for each in stances}


def test_who_runs_a_body_and_takes_no_side_in_words_speaks_for_its_plan() -> None:
    text = "Ann Lee, accountable officer of Kent CCG, said: “I have a great many diaries here.”"
    assert sides(text) == {"Ann Lee": "for"}


def test_who_sits_on_a_medical_committee_and_takes_no_side_in_words_is_against() -> None:
    text = "Ann Lee, secretary of Kent LMC, said: “I have a great many diaries here.”"
    assert sides(text) == {"Ann Lee": "against"}


def test_who_answers_an_opponent_is_on_the_other_side() -> None:
    text = (
        "Kent LMC opposed the merger. "
        "But Bob Dow, chair of Essex CCG, said: “Money will go on following patients.”"
    )
    assert sides(text) == {"Kent LMC": "against", "Bob Dow": "for"}


def test_what_is_said_first_counts_most() -> None:
    text = (
        "Ann Lee said the merger made sense. “There are risks,” Ann Lee added. "
        "“It is simpler,” Ann Lee said."
    )
    assert sides(text) == {"Ann Lee": "for"}


def test_a_document_that_rules_takes_no_side() -> None:
    text = "The planning guidance says commissioners should “consider whether it is sensible”."
    assert sides(text) == {}


def test_a_newspaper_takes_no_side_by_what_it_reports() -> None:
    assert sides("A draft seen by HSJ says boundaries “should not be crossed by anybody”.") == {}
