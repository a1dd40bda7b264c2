"""A review on screens of any size, with colours and without."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from kg.cli.review.keys import HELP
from kg.cli.review.passage import STYLES, Passage
from kg.cli.review.screen import ReviewApp
from kg.documents.review.desk import Desk
from tests.kg.cli.review.driving import Reviewing, drive, kept

LINES = ("underline", "underline2")


@pytest.mark.parametrize("size", [(140, 40), (80, 24), (50, 20), (20, 6)])
def test_the_evidence_is_in_sight_at_any_size(reviewing: Reviewing, size: tuple[int, int]) -> None:
    app = reviewing()

    async def act(app: ReviewApp, pilot: Pilot[None]) -> None:
        await pilot.press("j", "j")
        await pilot.pause()
        passage = app.query_one(Passage)
        shown = "".join(
            segment.text
            for y in range(passage.size.height)
            for segment in passage.render_line(y)
            if segment.style and segment.style.reverse
        )
        assert " ".join(shown.split()) == "Vale Federation"

    drive(app, act, size)


def test_a_review_survives_another_size_of_the_screen(
    reviewing: Reviewing, desk: Desk, document: str
) -> None:
    async def act(app: ReviewApp, pilot: Pilot[None]) -> None:
        await pilot.press("a")
        for width, height in ((80, 24), (30, 8), (200, 60), (80, 24)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
        await pilot.press("u")
        await pilot.pause()

    drive(reviewing(), act)
    assert [each[1] for each in kept(desk, document)] == ["accept", "unsure"]


def test_without_colour_every_state_still_looks_its_own() -> None:
    shapes = {
        tuple(getattr(each, name) for name in ("bold", "italic", *LINES, "strike", "reverse"))
        for each in STYLES.values()
    }

    assert len(shapes) == len(STYLES)


def test_no_colour_is_asked_for_and_given(
    reviewing: Reviewing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = reviewing()

    async def act(app: ReviewApp, pilot: Pilot[None]) -> None:
        await pilot.press("a", "question_mark")
        await pilot.pause()
        assert app.no_color

    drive(app, act)


def test_no_line_of_the_help_is_wider_than_its_box_on_a_small_screen() -> None:
    assert max(map(len, HELP.splitlines())) <= 72
    assert len(HELP.splitlines()) <= 18
