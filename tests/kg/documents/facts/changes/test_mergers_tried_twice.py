"""Attempts at a merger that failed, and others at the same one; refusals that nobody decided."""

import pytest

from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions

PAIR = "Marsh CCG and Fenland CCG"


def told(text: str) -> list[tuple[list[str], str, str]]:
    facts = read_facts(text, read_mentions(text, issued="2019-05-14"))
    return [([one.name for one in each.parties], each.status, each.date) for each in facts.changes]


BOTH = ["Marsh CCG", "Fenland CCG"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"A first attempt to merge {PAIR} was rejected by GPs in 2016. The two merged in "
            "April 2018.",
            [(BOTH, "rejected", ""), (BOTH, "completed", "2018-04")],
        ),
        (
            f"Plans to merge {PAIR} were abandoned in 2016. When they finally did merge, in April "
            "2018, nobody objected.",
            [(BOTH, "dropped", ""), (BOTH, "completed", "2018-04")],
        ),
        (
            f"{PAIR} merged in April 2018. An earlier bid to bring the two together had collapsed.",
            [(BOTH, "completed", "2018-04"), (BOTH, "dropped", "")],
        ),
        (
            f"{PAIR} will merge next April, four years after a previous plan was dropped.",
            [(BOTH, "planned", "2020-04")],
        ),
        (
            f"{PAIR}, whose practices turned down a merger two years ago, are trying again.",
            [(BOTH, "proposed", "")],
        ),
    ],
)
def test_a_failed_attempt_is_a_merger_of_its_own(
    text: str, expected: list[tuple[list[str], str, str]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"Unison has called on members to reject plans to merge {PAIR}.", "proposed"),
        (f"GPs were advised by their LMC to vote against plans to merge {PAIR}.", "proposed"),
        (f"Local GPs have voted to reject plans to merge {PAIR}.", "rejected"),
        (f"{PAIR} have applied to merge. Fenland has put off its vote.", "proposed"),
        (f"If NHS England agrees, {PAIR} will merge next April.", "proposed"),
        (f"A merger of {PAIR} can go ahead only if practices agree.", "proposed"),
        (f"{PAIR} are pressing ahead with plans to merge.", "proposed"),
        (f"{PAIR}, which merge in April 2020, have appointed a chief officer.", "planned"),
        (f"Members have voted by a wide margin to fold {PAIR} into one.", "voted for"),
    ],
)
def test_only_what_was_decided_tells_how_far_a_merger_is(text: str, status: str) -> None:
    assert [each[1] for each in told(text)] == [status]


def test_the_others_that_go_on_are_a_merger_beside_the_failed_one() -> None:
    text = (
        "Marsh CCG and Fenland CCG plan to merge. "
        "Practices in Wold CCG voted against joining Marsh and Fenland CCGs in a single body."
    )

    assert told(text) == [
        (BOTH, "planned", ""),
        (["Wold CCG", "Marsh CCG", "Fenland CCG"], "rejected", ""),
    ]


def test_groups_at_large_that_wish_to_merge_are_no_merger() -> None:
    assert told(f"Groups that want to merge must cut their costs, say papers of {PAIR}.") == []


def test_two_mergers_in_two_places_are_told_apart() -> None:
    text = (
        f"A merger of {PAIR} has been approved, and in Devon, where Exe CCG and Tamar CCG had "
        "hoped to merge, talks have collapsed."
    )

    assert [each[0] for each in told(text)] == [BOTH, ["Exe CCG", "Tamar CCG"]]
