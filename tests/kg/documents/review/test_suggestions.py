"""What is offered of the register where a name is none of its names: nothing chooses itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.documents.record.model import TextRecord
from kg.documents.record.shelf import Shelf
from kg.documents.review.desk import Desk
from kg.documents.review.parties import bodies
from kg.documents.review.state import Item, Review
from kg.documents.review.suggestions import MOST, choices, found, near, offered, suggested

PARTNERSHIP = "Wrekin, Telfort and Shropshire STP"
TEXT = f"{PARTNERSHIP} met NHS Leeds North CCG and the Blackpool Parade Trust on 12 March 2018.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    shelf = Shelf(tmp_path / "documents")
    shelf.add(TextRecord.of(TEXT, issued="2018-03-12"))
    return Desk(shelf.path)


def body(review: Review, name: str) -> Item:
    return next(each for each in review.items if each.value.get("name") == name)


@pytest.mark.parametrize(
    ("name", "kind", "day", "first"),
    [
        ("Shropshire, Telford and Wrekin sustainability and transformation partnership", "stp",
         "2019-03-01", "QOC/stp"),
        (PARTNERSHIP, "stp", "", "QOC/stp"),
        ("NHS Notingham City CCG", "ccg", "2019-03", "04K/ccg"),
        ("Greater Huddersfeild CCG", "ccg", "2019", "03A/ccg"),
        ("Bath, Swindon, Wiltshire and north east Somerset STP", "stp", "2019", "QOX/stp"),
        ("Telford Council", "localAuthority", "2019-02-01", "418/council"),
    ],
)  # fmt: skip
def test_a_slip_or_another_order_finds_the_body(name: str, kind: str, day: str, first: str) -> None:
    assert near(name, kind, day)[0] == first


def test_what_is_offered_is_of_the_kind_and_stood_on_the_day() -> None:
    told = [bodies()[each] for each in near("Sussex and Surrey CCG", "ccg", "2019-03-01")]

    assert 0 < len(told) <= MOST
    assert {each.kind for each in told} == {"ccg"}
    assert all(each.opened <= "2019-03-01" <= (each.closed or "9999") for each in told)


def test_a_name_like_none_is_offered_nothing() -> None:
    assert near("Parade of the Nameless CCG", "ccg", "2019-03-01") == ()
    assert near("Leeds Teaching Hospitals NHS Trust", "provider", "2019-03-01") == ()


def test_a_body_that_is_linked_is_offered_nothing_else(desk: Desk) -> None:
    review = desk.open(desk.shelf.ids()[0])
    linked = body(review, "NHS Leeds North CCG")

    assert (suggested(review, linked), choices(review, linked)) == ((), (linked.value["link"],))


def test_what_is_offered_is_not_part_of_what_was_read_until_a_person_chooses(desk: Desk) -> None:
    document = desk.shelf.ids()[0]
    review = desk.open(document)
    item = body(review, PARTNERSHIP)
    assert (item.value["link"], item.value["options"]) == (None, [])
    assert offered(review, item) == ("QOC/stp",)

    after = desk.decide(document, item.id, "accept", changes={"link": "QOC/stp"}, reviewer="ann")

    chosen = after.by_id[item.id]
    assert (chosen.value["link"], chosen.candidate.value["link"]) == ("QOC/stp", None)
    assert choices(after, chosen) == ("QOC/stp",)


def test_the_register_is_searched_by_words_and_by_codes() -> None:
    assert found("notingham north", "2019-03-01") == ("04L/ccg",)
    assert found("26a", "2019-03-01") == ("26A/ccg", "26A/sub-icb-location")
    assert "QOC/stp" in found("telford wrekin", "2019-03-01")
    assert found("nothing of the sort") == ()
