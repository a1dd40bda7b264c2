"""A review by keys alone, over a real desk: what is decided, and what is seen of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from kg.cli.review.screen import ReviewApp
from kg.documents.facts.rules import RULES
from kg.documents.record.model import TextRecord
from kg.documents.record.shelf import Shelf
from kg.documents.review.desk import Desk
from tests.kg.cli.review.driving import Reviewing, drive, kept, press

VERSION = RULES["tenure.post"].version
BODIES = RULES["body.named"].version


def test_a_key_decides_and_the_next_open_one_is_shown(
    reviewing: Reviewing, desk: Desk, document: str
) -> None:
    press(reviewing, "a", "u", "r", "2")

    assert kept(desk, document) == [
        ("NHS Leeds North CCG", "accept", "", "ada"),
        ("NHS Leeds West CCG", "unsure", "", "ada"),
        ("Vale Federation", "reject", "not in scope", "ada"),
    ]


def test_another_reason_is_told_in_words(reviewing: Reviewing, desk: Desk, document: str) -> None:
    press(reviewing, "r", "5", *"a heading", "enter")

    assert kept(desk, document) == [("NHS Leeds North CCG", "reject", "a heading", "ada")]


def test_escape_refuses_nothing(reviewing: Reviewing, desk: Desk, document: str) -> None:
    press(reviewing, "r", "escape")

    assert kept(desk, document) == []


def test_what_is_undone_is_shown_again_and_open(
    reviewing: Reviewing, desk: Desk, document: str
) -> None:
    seen = press(reviewing, "a", "z")

    review = Desk(desk.shelf.path).open(document)
    assert (review.progress.done, len(review.decisions)) == (0, 2)
    assert seen.item == review.items[0]


def test_accepting_a_fact_accepts_whom_it_leans_on(
    reviewing: Reviewing, desk: Desk, document: str
) -> None:
    press(reviewing, *"jjjjjjja")

    review = Desk(desk.shelf.path).open(document)
    assert [(each.candidate.type, each.value.get("name")) for each in review.accepted] == [
        ("Organisation", "NHS Leeds North CCG"), ("Person", "Ada Marsh"), ("Tenure", None),
    ]  # fmt: skip
    assert [each.is_implied for each in review.accepted] == [True, True, False]
    assert review.progress.done == 3


def test_the_card_tells_in_plain_words_what_was_read_and_how_its_rule_fared(
    reviewing: Reviewing,
) -> None:
    told = press(reviewing, *"jjjjjjj").card.splitlines()

    assert told[0] == "Who held a post   8 of 11"
    assert told[2] == "Ada Marsh is chief officer of NHS Leeds North CCG"
    assert [x for x in told if x.startswith("Read by")] == [
        f"Read by: tenure.post {VERSION}, untested"
    ]
    assert told[-4:] == [" · NHS Leeds North CCG", "", "In the text", " line 7: chief officer"]


def test_a_rule_that_was_decided_on_tells_how_often_it_was_right(reviewing: Reviewing) -> None:
    seen = press(reviewing, "a", "a", "r", "1", "k", "k")

    assert f"Read by: body.named {BODIES}, accepted 2 of 3" in seen.card


def test_parts_are_put_right_and_only_those_are_kept(
    reviewing: Reviewing, desk: Desk, document: str
) -> None:
    press(reviewing, "j", "j", "e", "end", *" Ltd", "tab", *"26a/ccg", "enter")

    (decision,) = Desk(desk.shelf.path).open(document).decisions
    assert decision.verdict == "accept"
    assert dict(decision.changes) == {"name": "Vale Federation Ltd", "link": "26A/ccg"}


def test_a_code_that_nobody_has_is_told_and_nothing_is_kept(
    reviewing: Reviewing, desk: Desk, document: str
) -> None:
    app = reviewing()

    async def act(app: ReviewApp, pilot: Pilot[None]) -> None:
        await pilot.press("e", "tab", "ctrl+u", *"99zz", "enter")
        await pilot.pause()
        assert str(app.screen.query_one("#wrong", Static).content) == (
            "'99zz' is no code of the register"
        )

    drive(app, act)
    assert kept(desk, document) == []


def test_what_was_missed_is_marked_by_arrow_keys(
    reviewing: Reviewing, desk: Desk, document: str
) -> None:
    press(reviewing, "slash", *"practices", "enter", "m", "enter", "right", "right", "right",
          "right", "enter", "1")  # fmt: skip

    (added,) = [x for x in Desk(desk.shelf.path).open(document).items if x.id.startswith("m-")]
    assert (added.verdict, dict(added.value)["name"]) == (
        "accept", "practices of the Vale Federation"
    )  # fmt: skip
    assert added.candidate.evidence[0]["exact"] == "practices of the Vale Federation"


def test_letters_are_not_decisions_while_a_place_is_marked(
    reviewing: Reviewing, desk: Desk, document: str
) -> None:
    press(reviewing, "m", "a", "u", "1", "down", "up", "shift+left", "escape", "u")

    assert kept(desk, document) == [("NHS Leeds North CCG", "unsure", "", "ada")]


@pytest.mark.parametrize("keys", ["2", "o2"])
def test_one_of_several_bodies_of_the_register_is_chosen_by_its_number(
    keys: str, desk: Desk, document: str
) -> None:
    value = {"name": "practices", "options": ["03C/ccg", "02V/ccg"]}
    start = desk.open(document).record.text.index("practices")
    desk.missed(document, start, start + 9, "Organisation", value, "ben")

    asked = press(lambda: ReviewApp(desk, document, "ada"), *"jj")
    press(lambda: ReviewApp(desk, document, "ada"), *"jj", *keys)

    assert asked.card.partition("Which one is meant?\n")[2].splitlines()[:2] == [
        "   1  03C/ccg  NHS Leeds West CCG (2013–2018)",
        "   2  02V/ccg  NHS Leeds North CCG (2013–2018)",
    ]
    last = Desk(desk.shelf.path).open(document).decisions[-1]
    assert (last.verdict, dict(last.changes), last.reviewer) == (
        "accept", {"link": "02V/ccg"}, "ada",
    )  # fmt: skip


def test_reviewers_who_disagree_are_told_on_the_card(desk: Desk, document: str) -> None:
    first = desk.open(document).items[0]
    desk.decide(document, first.id, "accept", reviewer="ben")
    desk.decide(document, first.id, "reject", "wrong", reviewer="cleo")
    seen = press(lambda: ReviewApp(desk, document, "ada"), *["k"] * 12)

    assert "reviewers disagree: ben accepted, cleo refused" in seen.card


def test_that_all_is_decided_is_told_once_however_often_one_decides_again(
    reviewing: Reviewing, document: str
) -> None:
    async def decide(app: ReviewApp, pilot: Pilot[None]) -> None:
        number = len(app.review.items)
        await pilot.press(*["a"] * (number + 5))
        await pilot.pause()
        assert app.review.progress.done == number
        assert [each.message for each in app._notifications] == [
            f"All is decided. coterminous commit {document} takes it into the graph."
        ]

    drive(reviewing(), decide)


def test_words_are_found_in_any_case_and_one_after_the_other(reviewing: Reviewing) -> None:
    app = reviewing()

    async def act(app: ReviewApp, pilot: Pilot[None]) -> None:
        await pilot.press("slash", *"leeds", "enter")
        await pilot.pause()
        assert [app.review.record.text[a:b] for a, b in app._found] == ["Leeds"] * 3
        first = app._found[0]
        await pilot.press("n", "n", "n")
        assert app._found[0] == first

    drive(app, act)


def test_a_document_in_which_nothing_was_read_can_still_be_marked(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "documents")
    document = shelf.add(TextRecord.of("Nothing here.")).record.id
    desk = Desk(shelf.path)
    press(lambda: ReviewApp(desk, document, "ada"), "a", "r", "z", "j", "m", "enter", "enter", "2")

    (item,) = desk.open(document).items
    assert (item.candidate.type, dict(item.value)["name"]) == ("Person", "Nothing")


def test_words_that_are_typed_are_no_keys(reviewing: Reviewing, desk: Desk, document: str) -> None:
    app = reviewing()

    async def act(app: ReviewApp, pilot: Pilot[None]) -> None:
        await pilot.press("slash", *"aurqz")
        assert app.screen.query_one(Input).value == "aurqz"

    drive(app, act)
    assert kept(desk, document) == []


def test_a_body_is_searched_for_by_words_and_chosen_by_its_number(
    reviewing: Reviewing, desk: Desk, document: str
) -> None:
    press(reviewing, "o", "/", *"bradford districts", "enter", "1")

    first = Desk(desk.shelf.path).open(document).items[0]
    assert (first.verdict, first.value["link"], first.is_edited) == ("accept", "02R/ccg", True)


def test_near_bodies_are_offered_where_none_has_the_name(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "documents")
    text = "The Wrekin, Telfort and Shropshire STP has approved the plan.\n"
    shelf.add(TextRecord.of(text, issued="2019-03-01"))
    desk, document = Desk(shelf.path), shelf.ids()[0]

    seen = press(lambda: ReviewApp(desk, document, "ada"))
    press(lambda: ReviewApp(desk, document, "ada"), "1")

    assert "Which one is meant? None has this name; these are near." in seen.card
    assert "   1  QOC/stp  Shropshire and Telford and Wrekin" in seen.card
    (body, *_) = Desk(shelf.path).open(document).items
    assert (body.verdict, body.value["link"]) == ("accept", "QOC/stp")
