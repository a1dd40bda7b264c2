"""Mergers: parties, result, how far they have come, from when and why."""

import pytest

from kg.documents.facts.model import Change
from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions


def changes(text: str) -> tuple[Change, ...]:
    return read_facts(text, read_mentions(text, issued="2018-12-03")).changes


PAIR = "Bexley CCG and Bromley CCG"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"{PAIR} have merged.", "completed"),
        (f"NHS England has approved the merger of {PAIR}.", "approved"),
        (f"The merger of {PAIR} has been postponed.", "delayed"),
        (f"GPs have voted down the merger of {PAIR}.", "rejected"),
        (f"{PAIR} have scrapped plans to merge.", "dropped"),
        (f"{PAIR} are due to merge.", "planned"),
        (f"{PAIR} are considering a merger.", "proposed"),
        (f"The boards of {PAIR} agreed to merge.", "agreed"),
    ],
)
def test_a_status_word_gives_the_status(text: str, status: str) -> None:
    assert [each.status for each in changes(text)] == [status]


@pytest.mark.parametrize(
    "text",
    [
        f"{PAIR} will merge if NHS England approves the plan.",
        f"{PAIR} hope to have their merger approved.",
        f"{PAIR} want to merge, subject to being approved by NHS England.",
    ],
)
def test_a_condition_is_not_an_approval(text: str) -> None:
    assert all(each.status != "approved" for each in changes(text))


def test_an_approved_merger_is_never_told_as_completed() -> None:
    (change,) = changes(f"NHS England approved the merger of {PAIR}, from 1 April 2019.")

    assert change.status == "approved"
    assert "completed" not in {each.status for each in change.statuses}
    assert change.date == "2019-04-01"


def test_the_result_is_no_party() -> None:
    (change,) = changes(f"{PAIR} will become a single South East London CCG in April 2020.")

    assert [each.name for each in change.parties] == ["Bexley CCG", "Bromley CCG"]
    assert change.result is not None
    assert change.result.name == "South East London CCG"
    assert change.date == "2020-04"


def test_two_mergers_are_told_apart() -> None:
    text = (
        f"NHS England has approved the merger of {PAIR}.\n\n"
        "Leeds North CCG and Leeds West CCG have dropped plans to merge."
    )

    assert [each.status for each in changes(text)] == ["approved", "dropped"]


def test_a_driver_is_told_in_the_words_of_the_text() -> None:
    text = f"The merger of {PAIR} is driven by the need to save money, papers say."

    (change,) = changes(text)

    assert [each.text for each in change.drivers] == ["the need to save money"]
    assert [each.span.of(text) for each in change.drivers] == ["the need to save money"]
