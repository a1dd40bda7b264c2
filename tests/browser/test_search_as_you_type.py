"""The search boxes suggest as one types, by keyboard and by mouse, and are told to all readers."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Violations

BOX = "header input[name=q]"


def typed(page: Page, site: str, text: str, box: str = BOX) -> None:
    page.goto(site + "/")
    page.locator(box).press_sequentially(text)
    expect(page.get_by_role("option").first).to_be_visible()


def test_what_is_typed_is_suggested_with_its_kind(page: Page, site: str) -> None:
    typed(page, site, "north to")

    first = page.get_by_role("option").first
    assert first.locator("span").all_inner_texts()[:1] == ["NHS North Town CCG"]
    assert first.locator(".told").inner_text() == "body · CCG, 2013-2020"


@pytest.mark.parametrize("width", [320, 1200])
def test_suggestions_stay_on_the_page(page: Page, site: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    typed(page, site, "town")

    place = page.get_by_role("listbox").bounding_box()
    assert place
    assert place["x"] >= 0
    assert place["x"] + place["width"] <= width


def test_a_letter_that_is_wrong_does_not_matter(page: Page, site: str) -> None:
    typed(page, site, "norht town")

    assert "NHS North Town CCG" in page.get_by_role("option").first.inner_text()


def test_the_arrows_choose_and_enter_goes_there(page: Page, site: str) -> None:
    typed(page, site, "00N")
    page.keyboard.press("ArrowDown")

    chosen = page.locator(BOX).get_attribute("aria-activedescendant")
    assert chosen == page.get_by_role("option").first.get_attribute("id")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.press("Enter")

    page.wait_for_url("**/doc/organisation/00N/ccg")


def test_enter_without_a_choice_searches_as_ever(page: Page, site: str) -> None:
    typed(page, site, "town")
    page.keyboard.press("Enter")

    page.wait_for_url("**/search?q=town")


def test_escape_closes_and_tab_goes_on(page: Page, site: str) -> None:
    typed(page, site, "town")

    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    assert page.locator(BOX).input_value() == "town"
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.textContent") == "Search"


def test_what_replaced_suggests_bodies_and_leads_to_what_did(page: Page, site: str) -> None:
    typed(page, site, "00S", "form[action='/replaced'] input")
    page.get_by_role("option").first.click()

    page.wait_for_url("**/replaced?q=id%3Aorganisation%2F00S%2Fccg")
    assert page.locator("h1").count() == 1


def test_a_name_with_a_script_in_it_is_only_a_name(page: Page, site: str) -> None:
    typed(page, site, "00S")

    assert "<script>" in page.get_by_role("option").first.inner_text()
    assert page.locator(".suggestions script, .suggestions b").count() == 0


def test_axe_finds_nothing_while_suggestions_are_shown(
    page: Page, site: str, violations: Violations
) -> None:
    typed(page, site, "town")
    page.keyboard.press("ArrowDown")

    assert violations(page) == []
    expect(page.locator(".combobox [role=status]").first).to_contain_text("arrow keys to choose")
