"""The views of lineage and time in a browser, over the release that ships."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Violations, opened

VIEWS = [
    "/lineage",
    "/lineage?region=North+West&on=2018-04-01",
    "/lineage/organisation/15D/ccg",
    "/timeline?region=South+East&on=2019-04-01",
    "/coterminosity?on=2021-04-01&area=QHM",
]


@pytest.mark.parametrize("place", VIEWS)
def test_axe_finds_nothing_on_a_view(
    page: Page, whole: str, violations: Violations, place: str
) -> None:
    page.goto(whole + place)
    page.wait_for_load_state("load")

    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_line_is_a_slider_whose_day_is_a_column_and_an_address(page: Page, whole: str) -> None:
    page.goto(whole + "/lineage?region=London")
    day = page.get_by_role("slider", name="Day of a column below")
    lead = page.locator("[data-swap=lead]")

    day.focus()
    for _ in range(3):  # from change to change: 2026, 2022, 2021
        page.keyboard.press("ArrowLeft")
    page.wait_for_url("**/lineage?region=London&on=2021-04-01")

    expect(lead).to_contain_text("5 CCGs on 1 April 2021")
    assert day.get_attribute("aria-valuetext") == "1 April 2021: 106 CCGs"
    assert (
        page.get_by_role("link", name="1 April 2021", exact=True).get_attribute("aria-current")
        == "date"
    )
    told = lead.inner_text()
    page.reload()
    assert lead.inner_text() == told
    page.go_back()
    page.wait_for_url("**/lineage?region=London")
    expect(lead).not_to_contain_text("1 April 2021")


def test_a_body_is_followed_by_keyboard_to_both_ends(page: Page, whole: str) -> None:
    page.goto(whole + "/lineage?region=London")
    told = page.locator("[data-told]")
    picture = page.locator("svg.alluvial")

    picture.locator("a.body[tabindex='0']").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")

    expect(told).to_have_text(re.compile(r"^NHS North East London CCG \(A3A8R\), 30 June 2022"))
    expect(told).to_have_text(re.compile("City and Hackney.* → North East London$"))
    assert picture.locator("a.body[tabindex='0']").count() == 1
    assert picture.evaluate("each => each.classList.contains('picking')")
    page.keyboard.press("Escape")
    assert told.inner_text() == "Choose a body to follow it."
    page.keyboard.press("Enter")
    page.wait_for_url("**/doc/organisation/A3A8R/ccg")


def test_all_that_an_officer_led_stands_out(page: Page, whole: str) -> None:
    page.goto(whole + "/timeline?region=South+East&on=2019-04-01")
    told = page.locator("[data-told]")

    page.locator("a.bar", has_text="Adam Doyle").first.hover()

    expect(told).to_contain_text("Led in all: Brighton and Hove, Coastal West Sussex, Crawley")
    chosen = page.locator("a.bar.on").evaluate_all("all => all.map(each => each.dataset.person)")
    assert set(chosen) == {"adam-doyle"}
    page.locator("a.bar[tabindex='0']").focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowUp")
    assert page.locator("a.bar[tabindex='0']").count() == 1


def test_without_scripts_a_day_and_a_region_are_links_and_a_form(
    chromium: Browser, whole: str
) -> None:
    with opened(chromium, java_script_enabled=False) as page:
        page.goto(whole + "/lineage")
        page.get_by_role("link", name="1 April 2018", exact=True).click()
        page.get_by_label("Region").select_option("North West")
        page.get_by_role("button", name="Show").click()

        assert page.url == whole + "/lineage?region=North+West&on=2018-04-01"
        assert "30 CCGs on 1 April 2018" in page.locator(".lead").inner_text()
        assert page.locator("svg.alluvial a.body").count() == 97
        page.locator("summary", has_text="From 30 June 2022 to 1 July 2022").click()
        row = page.locator("tr", has_text="Derby and Derbyshire")
        assert "13% of its small areas" in row.first.inner_text()
