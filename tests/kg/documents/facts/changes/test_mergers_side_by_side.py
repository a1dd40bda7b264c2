"""Mergers told beside one another: they stay apart, each with its bodies, status and day."""

from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions

Told = list[tuple[tuple[str, ...], str, str]]


def told(text: str) -> Told:
    changes = read_facts(text, read_mentions(text, issued="2019-06-01")).changes
    return [(tuple(one.name for one in each.parties), each.status, each.date) for each in changes]


def test_a_second_merger_that_shares_a_body_is_another_one() -> None:
    text = (
        "Bexley CCG and Bromley CCG will merge in April 2020.\n\n"
        "A merger of Bromley CCG with Croydon CCG was dropped."
    )
    assert told(text) == [
        (("Bexley CCG", "Bromley CCG"), "planned", "2020-04"),
        (("Bromley CCG", "Croydon CCG"), "dropped", ""),
    ]


def test_the_items_of_a_list_in_one_sentence_are_mergers_each() -> None:
    text = (
        "Mergers are few. Two were agreed for April 2020: Bexley CCG with Bromley CCG, since "
        "deferred to 2021; and four groups in Derbyshire."
    )
    assert told(text) == [
        (("Bexley CCG", "Bromley CCG"), "delayed", "2021"),
        (("CCGs in Derbyshire",), "agreed", "2020-04"),
    ]


def test_a_body_named_alone_joins_those_of_the_sentence_before() -> None:
    text = (
        "Bexley CCG and Bromley CCG share a board. "
        "They are consulting on a merger with Croydon CCG."
    )
    assert [parties for parties, _, _ in told(text)] == [
        ("Bexley CCG", "Bromley CCG", "Croydon CCG")
    ]


def test_talk_of_mergers_of_nobody_is_no_merger() -> None:
    assert told("Is this a merger? Many expect mergers soon.") == []


def test_groups_of_a_place_are_not_those_of_another_one() -> None:
    text = "Manchester's three CCGs merged in 2017. The three CCGs in Staffordshire plan to merge."
    assert [parties for parties, _, _ in told(text)] == [
        ("Manchester CCGs",),
        ("Staffordshire CCGs",),
    ]
