"""Who is quoted, where the sentence is built in one of the many ways that a journalist has."""

import pytest

from kg.documents.mentions.read import read_mentions


def speakers(text: str) -> list[str]:
    return [one.speaker for one in read_mentions(text, issued="2019-05").quotations]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        # what somebody is, without an article
        ("“We balanced our books,” Telford chair Naveed Ash told the meeting.", "Naveed Ash"),
        ("“We balanced our books,” outgoing accountable officer Ann Lee told HSJ.", "Ann Lee"),
        # a verb of speech whose subject stands far before it
        ("Ann Lee, who took charge of Kent CCG in June, wrote to staff on Monday saying it was"
         " “not the right time”.", "Ann Lee"),
        ("Ann Lee has written to members asking them to “hold their nerve”.", "Ann Lee"),
        ("It follows a campaign by Londonwide LMCs, which wrote to all 36 practices to warn that"
         " they would have “next to no influence”.", "Londonwide LMCs"),
        ("Ann Lee told Mark Dow that it was “a leap in the dark”.", "Ann Lee"),
        ("Mark Dow said members wanted “a full guarantee on jobs”.", "Mark Dow"),
        ("Mark Dow, quoted in the Yorkshire Post, said it was “a leap in the dark”.", "Mark Dow"),
        # a claim and whose it is
        ("Ann Lee rejected claims by Unison that it was “a leap in the dark”.", "Unison"),
        ("The Yorkshire Post quoted Mark Dow as saying it was “a leap in the dark”.", "Mark Dow"),
        ("It is often 44 and, from one veteran of five maps, “whatever we had before”.",
         "one veteran"),
        ("The teams, which interviewees said had been “more important than the merger”, stay.",
         "interviewees"),
        ("“No top-down reorganisation” was the promise of the health secretary.",
         "health secretary"),
        ("Staff were told it would be “no surprise” by their new boss, Ann Lee.", "Ann Lee"),
        ("“There will be no surprises,” staff were told by Ann Lee.", "Ann Lee"),
        ("Ann Lee chairs Kent LMC. Her fear is “the loss of it all”.", "Ann Lee"),
        # the subject of the sentence, where no verb of speech stands
        ("Ann Lee spoke first. Kent LMC gave the plan “cautious support”.", "Kent LMC"),
    ],
)  # fmt: skip
def test_the_one_speaker_is_found(told: str, expected: str) -> None:
    assert speakers(told) == [expected]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("The report said that the city council was right. “There is no ideal size,” it said.",
         ["report"]),
        ("Kent LMC wrote to the health secretary and Medway Council. “There is no ideal size,” it"
         " said.", ["Kent LMC"]),
        ("One GP said it was too early. “Nobody has shown me a figure,” they said.", ["One GP"]),
        ("Accountable officers could not see how.\n\n“I’ve got 40-odd staff left,” said one in the"
         " north.", ["one Accountable officer in the north"]),
        ("Councillors were unimpressed. “Nobody asked us,” said one. “Nobody ever does,” said"
         " another.", ["one Councillor", "another Councillor"]),
        ("Ann Lee called it “a leap in the dark” and Mark Dow “long overdue”.",
         ["Ann Lee", "Mark Dow"]),
        ("Malcolm Ray told MPs that he had “no appetite for it”, and his deputy, Rose Quint, that"
         " mergers would come “where there is a case”.", ["Malcolm Ray", "Rose Quint"]),
    ],
)  # fmt: skip
def test_a_pronoun_or_a_gap_means_who_was_told_of_before(told: str, expected: list[str]) -> None:
    assert speakers(told) == expected


def test_a_place_after_in_is_no_person() -> None:
    told = (
        "Dr Andrew Tenn, a GP in Catterick Garrison who chairs the Hull CCG, had “sleepless"
        " nights”.\n\n“If we don’t do it then somebody will,” he said."
    )
    found = read_mentions(told, issued="2019-05")

    assert {one.name for one in found.people} == {"Andrew Tenn"}
    assert [one.speaker for one in found.quotations] == ["Andrew Tenn", "Andrew Tenn"]
