"""From a search to a saved picture without a mouse, and out of every page again."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

HERE = """(() => { const e = document.activeElement;
  const label = e.labels?.[0]?.textContent ?? '';
  return (e.getAttribute('aria-label') || label || e.textContent || '').trim().slice(0, 80) })()"""
MOST = 150
"""Stops on the way to anything; more would be a trap, or no way to go."""


def tab(page: Page, wanted: Callable[[str], object], key: str = "Tab") -> str:
    """Go on, stop by stop, to the first one whose words are wanted; they are the answer."""
    seen = []
    for _ in range(MOST):
        page.keyboard.press(key)
        seen.append(str(page.evaluate(HERE)))
        if wanted(seen[-1]):
            return seen[-1]
    raise AssertionError(f"not among the stops: {seen}")


def to(page: Page, words: str, key: str = "Tab") -> None:
    """Go on to the stop that begins with these words."""
    tab(page, lambda told: told.startswith(words), key)


def test_the_way_from_a_search_to_a_picture_of_ones_own(page: Page, whole: str) -> None:
    page.goto(whole + "/")
    to(page, "Name or code")
    page.keyboard.type("Norfolk and Waveney CCG")
    expect(page.get_by_role("option").first).to_contain_text("NHS Norfolk and Waveney CCG")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/doc/organisation/26A/ccg*")

    to(page, "Explore around it")
    page.keyboard.press("Enter")
    page.wait_for_selector("#explore[data-ready]")
    to(page, "NHS Norfolk and Waveney CCG,")
    page.keyboard.press("e")
    things = page.locator(".thing")
    expect(things).to_have_count(13)
    expect(page.get_by_role("button", name=re.compile("^Add what it came out of"))).to_be_visible()
    to(page, "Add what it came out of")
    page.keyboard.press("Enter")
    expect(things).to_have_count(14)

    to(page, "NHS Norfolk and Waveney CCG,", "Shift+Tab")
    for _ in range(14):  # link by link, round the thing
        page.keyboard.press("n")
        if "became NHS Norfolk and Waveney CCG" in page.evaluate(HERE):
            break
    page.keyboard.press("Enter")
    expect(page.locator(".panel ol.evidence").first).to_contain_text(re.compile("20[12]\\d"))

    to(page, "Empty", "Shift+Tab")
    to(page, "True on")  # its first part, the month
    before = page.url
    page.keyboard.type("03312020")
    page.keyboard.press("Tab")
    expect(page.get_by_label("True on")).to_have_value("2020-03-31")
    assert page.url != before
    to(page, "Undo", "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("True on")).to_have_value("2022-06-30")
    assert page.url == before

    to(page, "Save, link, cite")
    page.keyboard.press("Enter")
    to(page, "Copy link")
    page.keyboard.press("Enter")
    expect(page.locator("p.status")).to_contain_text(re.compile("copied|Copy", re.IGNORECASE))
    to(page, "Take it away")
    page.keyboard.press("Enter")
    to(page, "SVG")
    with page.expect_download() as saving:
        page.keyboard.press("Enter")
    assert saving.value.suggested_filename == "coterminous-view.svg"
    to(page, "Words explained")  # the foot of the page: nothing has held on to the keyboard


@pytest.mark.parametrize("place", ["/query/sparql", "/query/graphql"])
def test_an_editor_lets_the_keyboard_in_and_out(page: Page, site: str, place: str) -> None:
    page.goto(site + place)
    editor = page.locator(".CodeMirror textarea, .graphiql-query-editor textarea").first
    expect(editor).to_be_attached()

    to(page, "Words explained")
    to(page, "Skip to the content", "Shift+Tab")
