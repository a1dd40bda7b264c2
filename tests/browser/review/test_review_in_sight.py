"""What a reviewer needs for a decision stays in sight, and what happened is told."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.review.test_review_by_keyboard import added, desk, said, signed_in
from tests.browser.test_by_keyboard import HERE, to

__all__ = ["desk"]


def reviewed(page: Page, address: str, title: str) -> None:
    """Come to the review of a new document of this title."""
    signed_in(page, address)
    added(page, title)
    to(page, "Review what was read")
    page.keyboard.press("Enter")
    page.wait_for_selector("#review[data-ready]")


def is_in_sight(page: Page, each: Locator) -> bool:
    box, view = each.bounding_box(), page.viewport_size
    assert box
    assert view
    is_in_height = box["y"] >= 0 and box["y"] + box["height"] <= view["height"]
    return is_in_height and box["x"] >= 0 and box["x"] + box["width"] <= view["width"]


def test_progress_undo_card_and_words_are_in_sight_at_every_card(page: Page, desk: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    reviewed(page, desk, "In sight")
    hidden = []
    for _ in range(4):
        told = page.locator(".meter label").inner_text()
        page.keyboard.press("a")
        expect(page.locator(".meter label")).not_to_have_text(told)
        parts = [".meter", ".last button", "#what", ".words mark >> nth=0", "button[data-key=a]"]
        hidden += [each for each in parts if not is_in_sight(page, page.locator(each))]

    assert hidden == []


def test_what_is_told_to_a_screen_reader_is_told_in_one_place_that_stays(
    page: Page, desk: str
) -> None:
    reviewed(page, desk, "In one place")
    region = page.locator("#said").element_handle()
    page.keyboard.press("u")
    said(page, "You are not sure of: ")

    assert page.evaluate("region => region.isConnected", region)


def test_a_service_that_does_not_answer_is_told_where_everybody_sees_it(
    page: Page, desk: str
) -> None:
    reviewed(page, desk, "Without an answer")
    page.keyboard.press("u")
    said(page, "You are not sure of: ")
    page.context.set_offline(True)
    page.keyboard.press("a")

    warning = page.locator(".bar .warning")
    expect(warning).to_have_text("The service did not answer. Nothing was decided; try again.")
    assert is_in_sight(page, page.locator(".last button"))
    page.context.set_offline(False)
    page.keyboard.press("a")
    said(page, "You accepted: ")
    expect(warning).to_have_count(0)


def test_another_body_is_searched_for_and_chosen_by_keys(page: Page, desk: str) -> None:
    reviewed(page, desk, "Another body")
    page.keyboard.press("o")
    expect(page.get_by_label("Search the register")).to_be_focused()
    page.keyboard.type("Windsor")
    page.keyboard.press("Enter")

    expect(page.get_by_text("Found by “Windsor”")).to_be_visible()
    expect(page.get_by_role("radio").first).to_be_focused()
    assert re.search("Windsor", str(page.evaluate(HERE)))


def test_escape_leads_from_typing_back_to_the_card_where_keys_decide(page: Page, desk: str) -> None:
    reviewed(page, desk, "Back to the card")
    for key in ("m", "o", "o"):  # what is open stays open, and is gone to again
        page.keyboard.press(key)
        expect(page.locator("details[open] input:focus")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator("#what")).to_be_focused()
    page.keyboard.press("a")

    said(page, "You accepted: ")
