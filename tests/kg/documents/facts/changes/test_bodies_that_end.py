"""Mergers told without a word of merging, of bodies to come, of many, and by season or week."""

import pytest

from kg.documents.facts.model import Change
from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions

HULL = ["Hull CCG", "Swindon CCG"]


def changes(text: str, issued: str = "2019-10-01") -> tuple[Change, ...]:
    return read_facts(text, read_mentions(text, issued=issued)).changes


def told(text: str, issued: str = "2019-10-01") -> list[tuple[list[str], str | None, str, str]]:
    return [
        (
            [party.name for party in each.parties],
            each.result.name if each.result else None,
            each.status,
            each.date,
        )
        for each in changes(text, issued)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hull CCG and Swindon CCG would be wound up on 31 March and a Humber CCG take their "
            "place the following day.",
            (HULL, "Humber CCG", "proposed", "2020-04-01"),
        ),
        (
            "Hull CCG and Swindon CCG will disappear on 31 March, with a combined group due to "
            "open for business the day after.",
            (HULL, None, "planned", "2020-04-01"),
        ),
        (
            "Hull CCG and Swindon CCG are consulting on a Humber CCG from April 2021.",
            (HULL, "Humber CCG", "consulted on", "2021-04"),
        ),
    ],
)
def test_what_ends_and_what_takes_its_place_is_a_merger(
    text: str, expected: tuple[list[str], str | None, str, str]
) -> None:
    assert told(text) == [expected]


def test_a_body_told_apart_from_the_list_is_what_comes_of_it() -> None:
    text = (
        "Hull CCG, Swindon CCG and Bury CCG should be dissolved on 31 March and replaced the next "
        "day by Irwell CCG."
    )

    assert [(each[0], each[1]) for each in told(text)] == [([*HULL, "Bury CCG"], "Irwell CCG")]


def test_many_bodies_that_become_few_are_one_change_told_as_numbers() -> None:
    text = "Eighty-six groups are in line to become 19 next April if every application succeeds."

    assert told(text) == [(["86 CCGs"], "19 CCGs", "planned", "2020-04")]


def test_an_article_before_a_name_is_of_a_body_that_is_not_there_yet() -> None:
    found = told("Hull CCG and Swindon CCG may give way to a single Humber CCG next April.")

    assert [(each[0], each[1]) for each in found] == [(HULL, "Humber CCG")]


@pytest.mark.parametrize(
    "text",
    [
        "Hull CCG and Swindon CCG have one accountable officer and one management team.",
        "A Hull CCG spokesman and a Swindon CCG director met yesterday.",
        "Hull CCG and Swindon CCG will be abolished, along with the other 189 in England.",
    ],
)
def test_what_is_shared_and_what_ends_everywhere_is_no_merger(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Hull CCG and Swindon CCG intend to join forces in the spring.", "2020-04"),
        ("Hull CCG and Swindon CCG will merge at the start of the financial year.", "2020-04"),
        ("Hull CCG and Swindon CCG were abolished on Sunday and replaced by one body.",
         "2019-09-29"),
        ("Hull CCG and Swindon CCG are to merge. The earliest date would be April 2021.",
         "2021-04"),
    ],
)  # fmt: skip
def test_a_season_or_a_day_of_the_week_can_be_the_day_of_effect(text: str, date: str) -> None:
    assert [each[3] for each in told(text)] == [date]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Practices in Hull CCG and Swindon CCG voted on a merger: 14 were in favour and eight "
         "said no.", "proposed"),
        ("Hull CCG and Swindon CCG want to merge, despite a plea from the council for a pause.",
         "proposed"),
        ("Hull CCG and Swindon CCG have agreed to stay as they are and not to merge.", "rejected"),
        ("Hull CCG poured cold water on talk of a merger with Swindon CCG.", "rejected"),
        ("Hull CCG and Swindon CCG agreed to seek a merger in April 2020.", "proposed"),
        ("Hull CCG and Swindon CCG asked for another year before their merger.", "delayed"),
    ],
)  # fmt: skip
def test_who_wants_what_is_kept_apart_from_how_far_it_is(text: str, status: str) -> None:
    assert [each[2] for each in told(text)] == [status]


def test_one_body_may_join_the_groups_of_a_place() -> None:
    text = "GPs in Hull CCG will be asked about joining up with the three Norfolk groups."

    assert [each[0] for each in told(text)] == [["Hull CCG", "Norfolk CCGs"]]


def test_mergers_in_two_places_are_two_changes() -> None:
    text = "England has 191 CCGs. Mergers in Derbyshire and Devon came into force in April 2019."

    assert [(each[0], each[3]) for each in told(text)] == [
        (["Derbyshire CCGs"], "2019-04"), (["Devon CCGs"], "2019-04"),
    ]  # fmt: skip
