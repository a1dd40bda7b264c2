"""Mergers told beside the one that a text is of: further ones, wider ones, and those of others."""

import pytest

from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions

MAIN = "Luton CCG and Bedfordshire CCG will merge on 1 April 2020."


def told(text: str) -> list[tuple[list[str], str]]:
    facts = read_facts(text, read_mentions(text, issued="2019-03-10"))
    return [([party.name for party in each.parties], each.status) for each in facts.changes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Staffordshire's six came to grief in May, when GPs turned down a single body.",
         (["Staffordshire CCGs"], "rejected")),
        ("In Kent, by contrast, doctors voted the plan down.", (["Kent CCGs"], "rejected")),
        ("Norfolk's GPs, who threw out the proposal in May, are not sorry.",
         (["Norfolk CCGs"], "rejected")),
        ("Compare Oxfordshire and Buckinghamshire, where talks have been parked for a year.",
         (["Oxfordshire CCG", "Buckinghamshire CCG"], "delayed")),
        ("Next comes Shropshire, whose six groups shelved their merger last autumn.",
         (["Shropshire CCGs"], "dropped")),
    ],
)  # fmt: skip
def test_a_merger_of_another_place_is_told_in_few_words(
    text: str, expected: tuple[list[str], str]
) -> None:
    assert told(f"{MAIN}\n\n{text}")[1:] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Staffordshire's six have appointed one chair.",
        "In Kent, by contrast, doctors voted for a new chair.",
        "In Kent, doctors rejected a plan to close two surgeries.",
        "Wirral CCG and Salford CCG insist they won't be swallowed by anybody.",
    ],
)
def test_other_news_of_another_place_is_no_merger(text: str) -> None:
    assert told(f"{MAIN}\n\n{text}")[1:] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A three-way tie-up with Milton Keynes CCG had been thought of and ruled out.",
         [["Luton CCG", "Bedfordshire CCG", "Milton Keynes CCG"]]),
        ("Plans to bring in Milton Keynes CCG as well were dropped.",
         [["Luton CCG", "Bedfordshire CCG", "Milton Keynes CCG"]]),
        ("Milton Keynes CCG has resisted joining them.", []),
    ],
)  # fmt: skip
def test_a_wider_merger_that_failed_is_one_of_its_own(text: str, expected: list[list[str]]) -> None:
    found = told(f"{MAIN} {text}")
    assert (["Luton CCG", "Bedfordshire CCG"], "planned") in found
    assert [each[0] for each in found if len(each[0]) > 2] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Hull CCG and Swindon CCG have applied too.",
        "Hull CCG and Swindon CCG filed on the same day and expect to hear in May.",
        "A further application, from Hull CCG and Swindon CCG, will be considered next week.",
        "The other bid is from the north: Hull CCG and Swindon CCG.",
    ],
)
def test_those_who_have_applied_as_well_would_merge(text: str) -> None:
    assert told(f"{MAIN}\n\n{text}")[1:] == [(["Hull CCG", "Swindon CCG"], "proposed")]


def test_two_mergers_of_one_sentence_are_two() -> None:
    text = (
        "The paper says that Luton CCG should join Bedfordshire CCG in a new Ouse CCG, and that"
        " Hull CCG and Swindon CCG should together become Humber CCG. Both would start life in"
        " April 2020."
    )
    facts = read_facts(text, read_mentions(text, issued="2019-03-10"))
    assert [
        ([party.name for party in each.parties], each.result and each.result.name, each.date)
        for each in facts.changes
    ] == [
        (["Luton CCG", "Bedfordshire CCG"], "Ouse CCG", "2020-04"),
        (["Hull CCG", "Swindon CCG"], "Humber CCG", "2020-04"),
    ]


def test_the_bodies_of_one_to_come_are_those_counted_and_named_before() -> None:
    text = (
        "Hull CCG was the last of three groups to vote. Luton CCG and Swindon CCG had done so in"
        " May.\n\nHumber CCG will now come into existence on 1 April 2020."
    )
    assert told(text) == [(["Hull CCG", "Luton CCG", "Swindon CCG"], "planned")]


def test_predecessors_are_those_that_have_merged() -> None:
    text = (
        "She is chair of Humber CCG. Until May she chaired Hull CCG, one of its two"
        " predecessors; the other is Swindon CCG."
    )
    assert [each[0] for each in told(text)] == [["Hull CCG", "Swindon CCG"]]


def test_a_body_made_of_others_unnamed_tells_nothing_of_the_merger_before_it() -> None:
    text = (
        "A tie-up between Hull CCG and Swindon CCG is off the agenda.\n\n"
        "Leeds CCG, which replaced three groups in April, has saved £1.3m."
    )
    assert told(text)[0] == (["Hull CCG", "Swindon CCG"], "dropped")


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("• Hull CCG and Swindon CCG: clustered.", "cluster"),
        ("• Hull CCG and Swindon CCG: out to engagement until May.", "consulted on"),
    ],
)
def test_an_item_that_begins_with_its_bodies_tells_their_merger(item: str, expected: str) -> None:
    assert told(f"{MAIN}\n\nWhere others have got to:\n\n{item}")[1:] == [
        (["Hull CCG", "Swindon CCG"], expected)
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Only one has come to pass: that of three groups in Newcastle and Gateshead, which merged"
         " in April 2015.", "CCGs in Newcastle and Gateshead"),
        ("Devon's two groups merged in April 2015.", "Devon CCGs"),
    ],
)  # fmt: skip
def test_bodies_of_a_place_are_named_as_the_text_does(text: str, name: str) -> None:
    assert [each[0] for each in told(text)] == [[name]]
