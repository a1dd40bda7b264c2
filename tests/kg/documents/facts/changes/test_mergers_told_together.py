"""Mergers told together: what an article says of all of them counts for each that does not say."""

import pytest

from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions

HULL = ["Luton CCG", "Bedfordshire CCG"]


def told(text: str) -> list[tuple[list[str], str, str]]:
    facts = read_facts(text, read_mentions(text, issued="2019-03-10"))
    return [
        ([party.name for party in each.parties], each.status, each.date) for each in facts.changes
    ]


@pytest.mark.parametrize(
    "frame",
    [
        "Most of the groups in the region will disappear next April under proposals for ministers.",
        "Mergers involving 20 groups are planned for next April.",
    ],
)
def test_a_day_told_of_all_mergers_is_that_of_each_that_tells_none(frame: str) -> None:
    text = f"{frame}\n\nLuton CCG is to join Bedfordshire CCG."
    assert told(text) == [(HULL, "planned", "2019-04")]


def test_a_merger_that_was_dropped_takes_no_day_of_the_others() -> None:
    text = (
        "Mergers involving 20 groups are planned for next April.\n\n"
        "Luton CCG and Bedfordshire CCG have broken off talks."
    )
    assert told(text) == [(HULL, "dropped", "")]


def test_applications_that_were_approved_are_those_told_right_after() -> None:
    text = (
        "Two bids for 1 April 2020 had been approved, it said. Luton CCG would join Bedfordshire"
        " CCG, while Bury CCG and Bolton CCG are to unite."
    )
    assert told(text) == [
        (HULL, "approved", "2020-04-01"),
        (["Bury CCG", "Bolton CCG"], "approved", "2020-04-01"),
    ]


def test_they_are_the_bodies_that_the_paragraph_has_listed() -> None:
    text = (
        "Luton CCG and Bedfordshire CCG share an accountable officer. Whether they should also"
        " merge has not been settled."
    )
    assert told(text) == [(HULL, "proposed", "")]


def test_those_planned_in_two_places_are_two_mergers() -> None:
    text = "Two mergers are late. Those planned in Kent and Essex will not start before 2021."
    assert told(text) == [(["Kent CCGs"], "delayed", ""), (["Essex CCGs"], "delayed", "")]


def test_the_day_by_which_papers_are_due_is_not_the_day_of_the_merger() -> None:
    text = "Luton CCG and Bedfordshire CCG will submit an application to merge by 30 June."
    assert told(text) == [(HULL, "proposed", "")]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Luton CCG and Bury CCG will be succeeded by a Hull CCG.", "Hull CCG"),
        ("Luton CCG and Bury CCG would be dissolved and a single Hull CCG set up.", "Hull CCG"),
        (
            "Among them is a Hull CCG, covering a city and replacing Luton and Bury CCGs.",
            "Hull CCG",
        ),
    ],
)
def test_what_is_set_up_is_no_party(text: str, made: str) -> None:
    (change,) = read_facts(text, read_mentions(text, issued="2019-03-10")).changes
    assert [party.name for party in change.parties] == ["Luton CCG", "Bury CCG"]
    assert change.result is not None
    assert change.result.name == made
