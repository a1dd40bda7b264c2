"""What an authority states as its line, lays down in law, or wants of costs."""

import pytest

from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions


def policies(text: str) -> list[tuple[str, bool | None]]:
    found = read_facts(text, read_mentions(text, issued="2019-10-01")).policies
    return [(each.wording, each.drops) for each in found]


@pytest.mark.parametrize(
    "text",
    [
        "NHS England’s position is that |mergers should be locally led|.",
        "The department’s line is that |boundaries are a matter for local systems|.",
        "The centre has made plain |boundary changes will be considered only as a last resort|.",
        "Ministers have said that |mergers will be allowed only in exceptional circumstances|.",
        "The SHA warned that |groups with fewer than 100,000 patients would not be authorised|.",
        "They were told that |a group so small was unlikely to win authorisation|.",
        "The authority has said there is |no ideal size for clinical commissioning groups|.",
        "|Integrated care boards will become statutory bodies on 1 July|.",
        "|CCGs will not take on their full powers until April 2013|.",
        "|The deadline for merger applications is 30 September|.",
        "|ICBs in one county should merge|, the government has said.",
        "|Clusters had to be in place by June 2011| under the operating framework.",
        "|CCGs need the consent of NHS England before they can change their boundaries|.",
        "Ministers promised there would be |no top-down reorganisation of the NHS|.",
        "He pointed to the |requirement for CCGs to be coterminous with councils|.",
        "NHS England has |paused all applications to merge until the spring|.",
        "NHS England has written to ICBs |asking them to draw up plans for clustering by May|.",
    ],
)
def test_what_is_stated_is_a_policy_in_its_own_words(text: str) -> None:
    lead, wording, rest = text.split("|")
    assert policies(lead + wording + rest) == [(wording, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Dr Hill blamed |running costs, which every ICB has been told to cut by a third|.",
        "|Its allowance was cut by a tenth last year|, he said.",
        "|The management allowance, capped at £25 a head|, leaves little room.",
        "With |ICBs asked to slash costs by 50 per cent|, more are to cluster.",
        "The group |could not do its work within £25 a head|.",
        "The chair blamed |the halving of ICB running costs announced in March|.",
        "|The 20 per cent cut which every CCG must make in its running costs|, looms.",
        "It is |a national target to reduce administration spending by 20 per cent|.",
    ],
)
def test_what_is_required_of_costs_is_a_policy(text: str) -> None:
    lead, wording, rest = text.split("|")
    assert policies(lead + wording + rest) == [(wording, None)]


@pytest.mark.parametrize(
    "text",
    [
        "He expects the union to trim running costs by a tenth.",
        "The region has said that the merger will not be approved before June.",
        "Her position is that the merger is wrong for patients.",
        "He sees no benefit in a single commissioner for a patch of two million people.",
        "The group was authorised without conditions in January 2013.",
        "The new CCG will take on its powers in April.",
        "The King’s Fund said there was no ideal size for a commissioner.",
    ],
)
def test_what_no_authority_lays_down_is_no_policy(text: str) -> None:
    assert policies(text) == []


def test_a_saving_told_to_be_ordered_is_a_policy() -> None:
    text = "The merger would save £2m in running costs, which CCGs have been told to cut by 20%."

    assert policies(text) == [("running costs, which CCGs have been told to cut by 20%", None)]
