"""The desk: what is decided on a document, by whom, and what it comes to."""

from pathlib import Path

import pytest

from kg.documents.record.model import TextRecord
from kg.documents.record.shelf import Shelf
from kg.documents.review.desk import Desk
from kg.documents.review.log import Log
from kg.documents.review.state import Item, Progress, Review
from kg.errors import BadParameter, UnknownThing

TEXT = """Alder groups plan to join up

Alder CCG and Birch CCG plan to merge in April 2019, their boards said.

Dr Ruth Calloway, accountable officer of Alder CCG, said: "We have waited long enough for this."

The two groups serve 310,000 people.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with one document on it."""
    Shelf(tmp_path).add(TextRecord.of(TEXT, issued="2018-11-02"))
    return Desk(tmp_path)


ID = TextRecord.of(TEXT).id


def one(review: Review, kind: str, name: str = "") -> Item:
    """The first item of a type, or the one of that name."""
    return next(
        each
        for each in review.items
        if each.candidate.type == kind and name in str(each.value.get("name", ""))
    )


def test_bodies_and_people_come_before_facts(desk: Desk) -> None:
    kinds = [each.candidate.type for each in desk.open(ID).items]

    bodies = kinds.count("Organisation")
    assert kinds[: bodies + 1] == ["Organisation"] * bodies + ["Person"]
    starts = [each.candidate.evidence[0]["start"] for each in desk.open(ID).items[bodies + 1 :]]
    assert starts == sorted(starts)


def test_accepting_a_fact_accepts_what_it_needs(desk: Desk) -> None:
    tenure = one(desk.open(ID), "Tenure")

    review = desk.decide(ID, tenure.id, "accept", reviewer="ann")

    assert {each.id for each in review.accepted} == {tenure.id, *tenure.needs}
    assert [each.is_implied for each in review.accepted] == [True, True, False]
    total = len(review.items)
    assert review.progress == Progress(total, 3, total - 3, 3, 0, 0)


def test_what_a_fact_needs_stays_rejected_where_somebody_said_so(desk: Desk) -> None:
    tenure = one(desk.open(ID), "Tenure")
    desk.decide(ID, tenure.needs[0], "reject", "wrong", reviewer="bob")

    review = desk.decide(ID, tenure.id, "accept", reviewer="ann")

    assert review.by_id[tenure.needs[0]].verdict == "reject"


def test_deciding_the_same_again_adds_no_line(desk: Desk) -> None:
    figure = one(desk.open(ID), "Figure")
    desk.decide(ID, figure.id, "accept", reviewer="ann")

    review = desk.decide(ID, figure.id, "accept", reviewer="ann")

    assert [each.sequence for each in review.decisions] == [1]


def test_the_last_decision_counts_and_disagreement_is_kept(desk: Desk) -> None:
    figure = one(desk.open(ID), "Figure")
    desk.decide(ID, figure.id, "accept", reviewer="ann")

    review = desk.decide(ID, figure.id, "reject", "not in scope", reviewer="bob")

    item = review.by_id[figure.id]
    assert (item.verdict, item.by, item.reason) == ("reject", "bob", "not in scope")
    assert item.disagreement == (("ann", "accept"), ("bob", "reject"))


def test_undo_takes_back_the_last_decision_of_the_same_person(desk: Desk) -> None:
    figure = one(desk.open(ID), "Figure")
    desk.decide(ID, figure.id, "accept", reviewer="ann")
    desk.decide(ID, figure.id, "reject", reviewer="bob")

    review = desk.undo(ID, "bob")

    assert (review.by_id[figure.id].verdict, review.by_id[figure.id].by) == ("accept", "ann")
    assert [each.verdict for each in desk.undo(ID, "bob").decisions] == ["accept", "reject", "undo"]


def test_a_value_is_put_right_by_its_members(desk: Desk) -> None:
    body = one(desk.open(ID), "Organisation", "Birch")

    review = desk.decide(ID, body.id, "accept", changes={"link": "26A/ccg"}, reviewer="ann")

    item = review.by_id[body.id]
    assert (item.value["link"], item.value["name"], item.is_edited) == (
        "26A/ccg", body.value["name"], True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("verdict", "changes", "message"),
    [
        ("maybe", {}, "Parameter 'verdict': 'maybe' is not one of accept, reject, unsure"),
        ("accept", {"colour": "red"}, "Parameter 'colour': a Figure has no 'colour'"),
    ],
)
def test_what_cannot_be_decided_is_refused(
    desk: Desk, verdict: str, changes: dict[str, str], message: str
) -> None:
    figure = one(desk.open(ID), "Figure")

    with pytest.raises(BadParameter) as refused:
        desk.decide(ID, figure.id, verdict, changes=changes)

    assert str(refused.value) == message
    assert desk.open(ID).decisions == ()


def test_an_unknown_candidate_is_refused(desk: Desk) -> None:
    with pytest.raises(UnknownThing):
        desk.decide(ID, "c-nothing", "accept")


def test_what_was_missed_is_added_once_and_accepted(desk: Desk) -> None:
    start = TEXT.index("their boards")
    desk.missed(ID, start, start + 12, "Organisation", {"name": "The boards"}, "ann")

    review = desk.missed(ID, start, start + 12, "Organisation", {"name": "The boards"}, "ann")

    item = one(review, "Organisation", "The boards")
    assert (item.verdict, item.by, len(review.decisions)) == ("accept", "ann", 1)
    assert item.candidate.evidence[0]["exact"] == "their boards"
    assert desk.document_of(item.id) == ID
    assert item.id not in desk.undo(ID, "ann").by_id


@pytest.mark.parametrize(
    ("start", "end", "kind", "message"),
    [
        (9, 9, "Figure", f"Parameter 'start': 9-9 is no place in a text of {len(TEXT)}"),
        (0, 999, "Figure", f"Parameter 'start': 0-999 is no place in a text of {len(TEXT)}"),
    ],
)
def test_what_was_missed_must_stand_in_the_text(
    desk: Desk, start: int, end: int, kind: str, message: str
) -> None:
    with pytest.raises(BadParameter) as refused:
        desk.missed(ID, start, end, kind)

    assert str(refused.value) == message


def test_the_next_to_decide_is_the_next_that_is_open(desk: Desk) -> None:
    first, second, third = desk.open(ID).items[:3]
    review = desk.decide(ID, second.id, "unsure", reviewer="ann")

    assert (review.next_after(first.id), review.next_after()) == (third, first)


def test_decisions_count_for_and_against_their_rule(desk: Desk) -> None:
    review = desk.open(ID)
    figures = [each for each in review.items if each.candidate.type == "Figure"]
    desk.decide(ID, figures[0].id, "accept", reviewer="ann")
    desk.decide(ID, figures[1].id, "reject", reviewer="ann")

    assert desk.support() == {"figure.read": (1, 1)}
    told = [each.candidate.support for each in desk.open(ID).items if each.id == figures[0].id]
    assert told == [{"accepted": 1, "rejected": 1}]


def test_what_the_rules_no_longer_read_stays_as_it_was_accepted(desk: Desk) -> None:
    figure = one(desk.open(ID), "Figure")
    record = desk.open(ID).record
    about = {**vars_of(figure), "id": "c-of-old"}
    Log(desk.shelf.folder(ID)).append("c-of-old", "accept", digest="older", about=about)

    item = desk.open(ID).by_id["c-of-old"]

    assert (item.verdict, item.is_stale, item.value) == ("accept", True, figure.value)
    assert record.id == ID


def vars_of(item: Item) -> dict[str, object]:
    """What a decision keeps of a candidate."""
    from kg.documents.review.state import kept_of

    return kept_of(item.candidate)
