"""Mergers in the many ways in which they are told: verbs, tenses, lists, days, several at once."""

import pytest

from kg.documents.facts.model import Change
from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions


def changes(text: str, issued: str = "2019-05-14") -> tuple[Change, ...]:
    return read_facts(text, read_mentions(text, issued=issued)).changes


def told(text: str, issued: str = "2019-05-14") -> list[tuple[list[str], str, str]]:
    return [
        ([party.name for party in each.parties], each.status, each.date)
        for each in changes(text, issued)
    ]


DEVON = ["Devon ICB", "Sussex ICB"]
HULL = ["Hull CCG", "Swindon CCG"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hull CCG and Swindon CCG merged in April 2018.", (HULL, "completed", "2018-04")),
        ("He ran Hull CCG until it merged with Swindon CCG in 2018.", (HULL, "completed", "2018")),
        ("A merger of Hull CCG and Swindon CCG has come to nothing.", (HULL, "dropped", "")),
        ("Talks on a merger of Devon ICB and Sussex ICB broke down.", (DEVON, "dropped", "")),
        ("The merger of Hull CCG and Swindon CCG has been put on ice.", (HULL, "delayed", "")),
        ("Hull CCG agreed to explore a merger with Swindon CCG.", (HULL, "proposed", "")),
        ("Hull CCG has decided not to merge with Swindon CCG.", (HULL, "rejected", "")),
        ("Hull CCG and Swindon CCG will be folded into one body.", (HULL, "planned", "")),
        ("Hull CCG and Swindon CCG intend to be one by April.", (HULL, "proposed", "2020-04")),
        (
            "From 1 April 2020 Hull CCG and Swindon CCG will merge.",
            (HULL, "planned", "2020-04-01"),
        ),
        (
            "Hull CCG and Swindon CCG would be dissolved on 31 March 2020 and replaced the next "
            "day by Humber CCG.",
            (HULL, "proposed", "2020-04-01"),
        ),
        (
            "Hull CCG and Swindon CCG wanted to merge next April. The boards voted to delay the "
            "merger by a year.",
            (HULL, "delayed", "2021-04"),
        ),
        (
            "She led them through the formal merger of Hull CCG and Swindon CCG on 1 April 2018.",
            (HULL, "completed", "2018-04-01"),
        ),
    ],
)
def test_the_verb_and_the_day_tell_how_far_a_merger_is(
    text: str, expected: tuple[list[str], str, str]
) -> None:
    assert told(text) == [expected]


def test_the_day_of_an_approval_is_not_that_of_effect() -> None:
    assert told("NHS England approved the merger of Hull CCG and Swindon CCG on 9 May.") == [
        (HULL, "approved", "")
    ]


def test_what_replaces_bodies_is_their_result() -> None:
    (one,) = changes("Humber CCG brings together Hull CCG and Swindon CCG.")

    assert [party.name for party in one.parties] == HULL
    assert one.result is not None
    assert one.result.name == "Humber CCG"


def test_the_list_after_a_decision_names_its_bodies() -> None:
    text = (
        "A decision on a single CCG for Cheshire has been postponed. The two groups involved - "
        "Hull CCG and Swindon CCG - had hoped for more."
    )

    assert told(text) == [(HULL, "delayed", "")]


def test_an_option_is_known_by_its_letter() -> None:
    text = (
        "Option A - Merger of Hull CCG and Swindon CCG.\n"
        "Option B - Merger of Hull CCG, Swindon CCG and Wirral CCG.\n"
        "Option B was rejected by 14 votes to 3."
    )

    assert told(text) == [(HULL, "proposed", ""), ([*HULL, "Wirral CCG"], "rejected", "")]


def test_two_mergers_in_one_sentence_are_two() -> None:
    text = (
        "Hull CCG and Swindon CCG will form Humber CCG, while Wirral CCG and Croydon CCG will form "
        "Mersey CCG. Both mergers have been approved."
    )

    assert told(text) == [
        (HULL, "approved", ""),
        (["Wirral CCG", "Croydon CCG"], "approved", ""),
    ]


def test_groups_of_two_places_are_two_mergers() -> None:
    text = "In Essex, five CCGs have agreed to merge. In Kent, eight CCGs have voted to merge."

    assert [(names, status) for names, status, _ in told(text)] == [
        (["Essex CCGs"], "agreed"),
        (["Kent CCGs"], "voted for"),
    ]


def test_what_is_past_without_a_day_of_issue_stays_as_told() -> None:
    text = "The formal merger of Hull CCG and Swindon CCG on 1 April 2018."

    assert told(text, issued="") == [(HULL, "proposed", "2018-04-01")]
