"""Mergers whose bodies, day or status stand elsewhere: in lists, labels, places, pronouns."""

import pytest

from kg.documents.facts.model import Change
from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions

HULL = ["Hull CCG", "Swindon CCG"]
BURY = ["Bolton CCG", "Bury CCG"]


def changes(text: str, issued: str = "2019-10-01") -> tuple[Change, ...]:
    return read_facts(text, read_mentions(text, issued=issued)).changes


def told(text: str, issued: str = "2019-10-01") -> list[tuple[list[str], str, str]]:
    return [
        ([party.name for party in each.parties], each.status, each.date)
        for each in changes(text, issued)
    ]


def test_the_items_of_a_list_share_the_status_of_the_words_that_open_it() -> None:
    text = (
        "NHS England approved the following:\n"
        "- Hull CCG and Swindon CCG to form Humber CCG;\n"
        "- Bolton CCG and Bury CCG to form Irwell CCG."
    )

    assert told(text) == [(HULL, "approved", ""), (BURY, "approved", "")]
    assert [each.result and each.result.name for each in changes(text)] == [
        "Humber CCG", "Irwell CCG",
    ]  # fmt: skip


def test_an_item_may_name_the_new_body_first_and_take_its_day_from_above() -> None:
    text = (
        "Two new integrated care boards will be created next April.\n\n"
        "Letters say that ministers are minded to approve:\n\n"
        "- a Wessex ICB, formed from Dorset ICB and Somerset ICB;\n"
        "- a Far West ICB, to replace Devon ICB and Cornwall and the Isles of Scilly ICB."
    )

    assert told(text, "2025-09-25") == [
        (["Dorset ICB", "Somerset ICB"], "approved", "2026-04"),
        (["Devon ICB", "Cornwall and the Isles of Scilly ICB"], "approved", "2026-04"),
    ]


def test_a_label_before_a_sentence_tells_how_far_its_bodies_have_come() -> None:
    assert told("Deferred. Hull CCG and Swindon CCG. Talks go on.") == [(HULL, "delayed", "")]


@pytest.mark.parametrize(
    "second",
    [
        "The two applied in July to merge from 1 April 2020.",
        "The pair are to merge on 1 April 2020.",
        "Their plan is to merge on 1 April 2020.",
    ],
)
def test_bodies_listed_before_are_meant_by_a_count_or_a_pronoun(second: str) -> None:
    (change,) = changes(f"Hull CCG and Swindon CCG share an accountable officer. {second}")

    assert ([each.name for each in change.parties], change.date) == (HULL, "2020-04-01")


def test_all_of_a_count_are_those_named_just_before_and_in_the_sentence() -> None:
    text = (
        "She leads Hull CCG and Swindon CCG. All four groups (those two, plus Bolton CCG and Bury "
        "CCG) will merge in April 2020."
    )

    (change,) = changes(text)

    assert {each.name for each in change.parties} == {*HULL, *BURY}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The CCGs in Leeds merged in 2018. Those in Birmingham had done so in 2017. "
            "Bradford’s followed in 2020.",
            [
                (["CCGs in Leeds"], "completed", "2018"),
                (["Birmingham CCGs"], "completed", "2017"),
                (["Bradford CCGs"], "completed", "2020"),
            ],
        ),
        (
            "The Leeds CCGs merged in 2018. Bradford is another case. All three CCGs there shared "
            "a chief before they merged in 2020.",
            [
                (["Leeds CCGs"], "completed", "2018"),
                (["Bradford CCGs"], "completed", "2020"),
            ],
        ),
        (
            "The Leeds CCGs merged in 2018. In Staffordshire six groups shared a chief, but "
            "practices refused to tie the knot.",
            [
                (["Leeds CCGs"], "completed", "2018"),
                (["Staffordshire CCGs"], "rejected", ""),
            ],
        ),
        (
            "Hull CCG and Swindon CCG plan to merge next April. Bolton CCG and Bury CCG are to do "
            "likewise.",
            [(HULL, "planned", "2020-04"), (BURY, "planned", "2020-04")],
        ),
    ],
)
def test_others_followed_or_did_the_same(
    text: str, expected: list[tuple[list[str], str, str]]
) -> None:
    assert told(text, "2022-07-05" if "2018" in text else "2019-10-01") == expected


def test_the_place_at_the_head_of_a_paragraph_is_that_of_its_merger() -> None:
    text = (
        "CCGs: where are we?\n\n"
        "Essex. Hull CCG and Swindon CCG propose to merge on 1 April 2020.\n\n"
        "Kent. NHS England has approved the merger, and the new CCG starts on 1 April."
    )

    assert told(text) == [
        (HULL, "proposed", "2020-04-01"),
        (["Kent CCGs"], "approved", "2020-04-01"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The three Hull, Swindon and Bury CCGs applied to merge. Approval, with conditions, "
            "was received on 1 November.",
            "approved",
        ),
        ("Hull CCG and Swindon CCG applied to merge. Permission was given in May.", "approved"),
        ("Hull CCG and Swindon CCG applied to merge. NHS England said no.", "rejected"),
        ("Hull CCG and Swindon CCG applied to merge. NHS England turned them down.", "rejected"),
        ("Hull CCG and Swindon CCG published a case for union. It was later paused.", "delayed"),
        (
            "NHS England approved the merger of Hull CCG and Swindon CCG in May. But in September "
            "the boards withdrew their application.",
            "dropped",
        ),
        (
            "The merger of Hull CCG and Swindon CCG was dropped last week. It had been approved "
            "in May.",
            "dropped",
        ),
        ("Hull CCG has pulled out of merger talks with Swindon CCG.", "dropped"),
        ("Hull CCG and Swindon CCG have put their own talks with Bury CCG on ice.", "delayed"),
        ("Ministers will allow Hull CCG and Swindon CCG to combine from April 2020.", "approved"),
        ("Hull CCG and Swindon CCG intend to apply to become one CCG.", "proposed"),
    ],
)
def test_the_status_is_told_in_another_sentence_or_another_word(text: str, expected: str) -> None:
    assert [each.status for each in changes(text)] == [expected]


def test_a_day_that_slips_gives_way_to_the_new_one() -> None:
    text = (
        "Hull CCG and Swindon CCG were to have merged this month. That has slipped to April 2020."
    )

    assert told(text) == [(HULL, "delayed", "2020-04")]


def test_the_same_date_is_that_of_the_merger_told_before() -> None:
    text = (
        "Hull CCG and Swindon CCG will merge on 1 April 2020. Bolton CCG and Bury CCG propose to "
        "merge on the same date."
    )

    assert told(text) == [(HULL, "planned", "2020-04-01"), (BURY, "proposed", "2020-04-01")]


def test_an_attempt_that_failed_before_is_another_merger() -> None:
    text = (
        "NHS England has approved the merger of Hull CCG, Swindon CCG and Bury CCG, which starts "
        "on 1 April 2020. Members of Hull CCG turned down a merger with Swindon CCG in 2017."
    )

    assert told(text) == [
        ([*HULL, "Bury CCG"], "approved", "2020-04-01"),
        (HULL, "rejected", "2017"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Hull CCG and Swindon CCG share a chief. No talk of a merger yet.",
        "Hull CCG and Swindon CCG work together. Nobody has mentioned a merger.",
        "Possible mergers are being looked at across the north.",
        "Bury CCG is party to neither merger.",
    ],
)
def test_talk_that_denies_a_merger_or_names_nobody_is_none(text: str) -> None:
    assert changes(text) == ()


def test_a_body_formed_from_others_is_the_result() -> None:
    text = "Humber CCG, created in April 2018 from Hull CCG and Swindon CCG, has a deficit."

    (change,) = changes(text)

    assert [each.name for each in change.parties] == HULL
    assert (change.result and change.result.name, change.status, change.date) == (
        "Humber CCG", "completed", "2018-04",
    )  # fmt: skip
