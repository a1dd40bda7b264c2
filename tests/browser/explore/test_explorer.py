"""The Explorer as people use it: by keyboard, by mouse, on any day, and opened by its address."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Violations

NORFOLK = "/explore?do=add,organisation/26A/ccg;more,organisation/26A/ccg,ChangeEvent,in,20"
READY = "#explore[data-ready]"
WIDTH = "document.documentElement.scrollWidth"
CUT = """([selector, around]) => {
  const frame = document.querySelector(around).getBoundingClientRect();
  return [...document.querySelectorAll(selector)].filter(each => {
    const box = each.getBoundingClientRect();
    return box.left < frame.left || box.right > frame.right || box.bottom > frame.bottom;
  }).map(each => each.textContent) }"""
PLACES = (
    "[...document.querySelectorAll('.thing')]"
    ".map(e => e.dataset.id + e.getAttribute('transform').split(' scale')[0]).join()"
)


@pytest.fixture
def norfolk(page: Page, whole: str) -> Page:
    """The five groups of Norfolk and the one that they became."""
    page.goto(whole + NORFOLK)
    page.wait_for_selector(READY)
    return page


def test_what_it_is_opened_with_is_chosen_and_has_its_neighbours_around_it(
    page: Page, whole: str
) -> None:
    page.goto(whole + "/explore?start=organisation/26A/ccg")
    page.wait_for_selector(READY)
    status, undo = page.locator("p.status"), page.get_by_role("button", name="Undo")

    expect(page.locator(".panel h2")).to_have_text("NHS Norfolk and Waveney CCG")
    expect(page.locator(".panel .offers")).to_contain_text("5 of 5 shown")
    expect(page.locator(".thing")).to_have_count(13)
    expect(status).to_contain_text("12 of its 23 neighbours are shown.")
    undo.click()
    expect(page.locator(".thing")).to_have_count(1)
    expect(status).to_contain_text("Undone: the neighbours of NHS Norfolk and Waveney CCG.")
    assert page.url.endswith("do=on,2022-06-30;add,organisation/26A/ccg")
    page.get_by_role("button", name="Redo").click()
    expect(page.locator(".thing")).to_have_count(13)
    page.goto(page.url)
    expect(page.locator(".panel h2")).to_have_text("NHS Norfolk and Waveney CCG")


def test_a_thing_found_in_an_empty_view_comes_with_its_neighbours(page: Page, whole: str) -> None:
    page.goto(whole + "/explore")
    page.wait_for_selector(READY)
    page.get_by_role("combobox", name="Add").fill("Adam Doyle")
    expect(page.get_by_role("option").first).to_contain_text("Adam Doyle")
    page.keyboard.press("Enter")

    expect(page.locator(".thing")).to_have_count(13)
    expect(page.locator(".panel h2")).to_have_text("Adam Doyle")


def test_one_thing_alone_is_counted_as_one(page: Page, whole: str) -> None:
    page.goto(whole + "/explore?do=add,person/adam-doyle")
    page.wait_for_selector(READY)

    expect(page.locator("p.status")).to_have_text("1 thing and no links.")


def test_what_is_drawn_anew_keeps_the_focus(norfolk: Page) -> None:
    norfolk.get_by_text("Legend and filters").click()
    norfolk.get_by_role("checkbox", name=re.compile("^Body")).focus()
    norfolk.keyboard.press("Space")
    expect(norfolk.locator(".thing")).to_have_count(0)
    norfolk.keyboard.press("Space")
    expect(norfolk.locator(".thing")).to_have_count(6)

    norfolk.get_by_role("button", name="Undo").focus()
    for _ in range(3):  # once more than there is to undo
        norfolk.keyboard.press("Enter")
    expect(norfolk.locator("p.status")).to_have_text("There is nothing to undo.")
    norfolk.keyboard.press("Tab")
    expect(norfolk.get_by_role("button", name="Redo")).to_be_focused()


def test_tab_goes_through_the_picture_in_one_stop_and_out_again(norfolk: Page) -> None:
    norfolk.get_by_role("combobox", name="Add").focus()
    inside = 0
    for _ in range(200):
        norfolk.keyboard.press("Tab")
        inside += bool(norfolk.evaluate("!!document.activeElement.closest('svg.picture')"))
        if norfolk.evaluate("!!document.activeElement.closest('footer')"):
            break

    assert inside == 1
    assert norfolk.evaluate("!!document.activeElement.closest('footer')")


def test_a_change_of_day_moves_nothing_and_says_what_it_did(norfolk: Page) -> None:
    before = norfolk.evaluate(PLACES)
    asked: list[str] = []
    norfolk.on("request", lambda each: asked.append(each.url))

    norfolk.get_by_label("True on").fill("2019-06-01")
    norfolk.get_by_label("True on").press("Tab")

    expect(norfolk.locator(".thing.past")).to_have_count(1)
    assert norfolk.evaluate(PLACES) == before
    expect(norfolk.locator("p.status")).to_contain_text("hold on 1 Jun 2019")
    assert [each for each in asked if "view.json" in each] == []


def test_undo_and_redo_go_through_all_that_was_done(norfolk: Page) -> None:
    first = norfolk.url
    norfolk.locator(".thing").nth(2).focus()
    norfolk.keyboard.press("Delete")
    expect(norfolk.locator(".thing")).to_have_count(5)
    norfolk.keyboard.press("Control+z")
    norfolk.keyboard.press("Control+z")

    expect(norfolk.locator(".thing")).to_have_count(6)
    norfolk.keyboard.press("Control+z")
    assert norfolk.url == first
    norfolk.keyboard.press("Control+y")
    expect(norfolk.locator(".thing")).to_have_count(5)


def test_the_address_reopens_the_exact_view(norfolk: Page) -> None:
    norfolk.get_by_label("True on").fill("2019-06-01")
    norfolk.get_by_label("True on").press("Tab")
    norfolk.get_by_text("Legend and filters").click()
    norfolk.get_by_label("Hide what is not of the day").check()
    expect(norfolk.locator(".thing")).to_have_count(5)
    norfolk.locator(".thing").first.click()
    expect(norfolk.locator(".panel h2")).to_have_text("NHS Great Yarmouth and Waveney CCG")
    before = norfolk.evaluate(PLACES)
    address = norfolk.url
    assert len(address) < 300

    norfolk.goto("about:blank")
    norfolk.goto(address)
    norfolk.wait_for_selector(READY)

    assert norfolk.url == address
    assert norfolk.evaluate(PLACES) == before
    expect(norfolk.locator(".panel h2")).to_have_text("NHS Great Yarmouth and Waveney CCG")
    expect(norfolk.get_by_label("True on")).to_have_value("2019-06-01")


def test_a_view_is_saved_told_as_a_story_and_cited(norfolk: Page) -> None:
    norfolk.get_by_text("Tell a story").click()
    for words, day in (("Five groups, one officer.", "2019-06-01"), ("One group.", "2020-04-30")):
        norfolk.get_by_label("True on").fill(day)
        norfolk.get_by_label("True on").press("Tab")
        norfolk.get_by_label("Words for the view as it is now").fill(words)
        norfolk.get_by_role("button", name="Add as a step").click()
    norfolk.get_by_role("button", name="Next step").click()

    expect(norfolk.locator(".story .told")).to_have_text("Five groups, one officer.")
    expect(norfolk.get_by_label("True on")).to_have_value("2019-06-01")
    norfolk.get_by_role("button", name="Next step").click()
    expect(norfolk.get_by_label("True on")).to_have_value("2020-04-30")
    norfolk.get_by_role("button", name="Leave the story").click()
    norfolk.get_by_text("Save, link, cite").click()
    norfolk.get_by_label("Save as").fill("Norfolk")
    norfolk.get_by_role("button", name="Save", exact=True).click()
    norfolk.reload()
    norfolk.wait_for_selector(READY)
    norfolk.get_by_text("Save, link, cite").click()
    expect(norfolk.get_by_role("button", name="Norfolk", exact=True)).to_be_visible()


def test_pictures_are_saved_with_title_release_and_sources(norfolk: Page, tmp_path: Path) -> None:
    norfolk.get_by_text("Take it away, or see the query").click()
    for name in ("PNG", "SVG"):
        with norfolk.expect_download() as saving:
            norfolk.get_by_role("button", name=name, exact=True).click()
        saving.value.save_as(tmp_path / name)
    release = norfolk.locator("#explore").get_attribute("data-release") or ""

    drawn = (tmp_path / "SVG").read_text("utf-8")
    painted = (tmp_path / "PNG").read_bytes()
    for text in ("NHS Norfolk and Waveney CCG and 5 more", release):
        assert text in drawn
        assert text.encode() in painted
    assert painted.startswith(b"\x89PNG")
    assert "class=" not in drawn
    expect(norfolk.get_by_text("SPARQL that finds the same links")).to_be_visible()


def test_a_long_title_is_whole_in_a_saved_picture(page: Page, whole: str, tmp_path: Path) -> None:
    page.goto(whole + "/explore?do=add,claim/officers/O014;by,2021-01-01")
    page.wait_for_selector(READY)
    page.get_by_text("Take it away, or see the query").click()
    with page.expect_download() as saving:
        page.get_by_role("button", name="SVG", exact=True).click()
    saving.value.save_as(tmp_path / "view.svg")

    page.set_content((tmp_path / "view.svg").read_text("utf-8"))

    lines = page.locator("svg > text").all_text_contents()
    assert " ".join(lines).startswith(
        "Adam Doyle as chief executive (permanent single AO) of NHS…, as published by 1 Jan 2021"
    )
    assert page.evaluate(CUT, ["svg > text", "svg"]) == []


def test_all_that_stood_is_shown_as_bars_if_wanted(page: Page, whole: str) -> None:
    page.goto(whole + "/explore?question=people/shared-chief-officer&on=2018-11-01")
    page.wait_for_selector(READY)
    page.get_by_text("When each thing stood").click()
    bars = page.locator(".lifespans rect")
    expect(bars).to_have_count(40)

    page.get_by_role("button", name="Show all 52").click()

    expect(bars).to_have_count(52)


def test_how_two_things_are_connected_is_told_and_drawn(norfolk: Page) -> None:
    norfolk.get_by_text("How are two things connected?").click()
    for label, name in (("From", "NHS Norwich CCG"), ("To", "NHS South Norfolk CCG")):
        norfolk.get_by_role("combobox", name=label, exact=True).fill(name)
        norfolk.get_by_role("option").first.click()
    norfolk.get_by_role("button", name="Tell", exact=True).click()

    expect(norfolk.locator(".paths ol li").first).to_contain_text("NHS Norwich CCG")
    norfolk.get_by_role("button", name="Show in the picture").last.click()
    expect(norfolk.locator("p.status")).to_contain_text("things")


def test_only_what_is_heard_of_chosen_sources_is_drawn(norfolk: Page) -> None:
    lines = norfolk.locator(".picture .line").count()
    norfolk.get_by_text("Legend and filters").click()
    norfolk.locator(".sayers input").first.check()

    assert norfolk.locator(".picture .line").count() < lines
    norfolk.get_by_role("button", name="All sources again").click()
    expect(norfolk.locator(".picture .line")).to_have_count(lines)


@pytest.mark.parametrize("width", [1200, 320])
def test_axe_finds_nothing_with_all_of_it_open(
    norfolk: Page, violations: Violations, width: int
) -> None:
    norfolk.set_viewport_size({"width": width, "height": 900})
    norfolk.locator("#explore .twin button").first.click()
    for each in norfolk.locator("#explore details > summary").all():
        if each.is_visible():
            each.click()
    assert norfolk.evaluate(WIDTH) == width

    assert violations(norfolk) == []


def test_on_a_small_screen_lists_come_first_and_the_picture_opens_whole(norfolk: Page) -> None:
    norfolk.set_viewport_size({"width": 320, "height": 700})

    expect(norfolk.locator("svg.picture")).to_be_hidden()
    expect(norfolk.get_by_role("heading", name="Links (")).to_be_visible()
    norfolk.get_by_role("button", name="Show the picture").click()
    box = norfolk.locator(".frame").bounding_box()
    assert box is not None
    assert (box["width"], box["height"]) == (320, 700)
    norfolk.evaluate("new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))")
    assert norfolk.evaluate(CUT, [".labels text", ".frame"]) == []
    assert norfolk.locator(".labels text").count() >= 4
    norfolk.get_by_role("button", name="Close the picture").click()
    expect(norfolk.locator("svg.picture")).to_be_hidden()


def test_without_scripts_there_are_lists_and_links_to_more(plain_page: Page, whole: str) -> None:
    plain_page.goto(whole + NORFOLK)

    expect(plain_page.get_by_role("link", name="NHS Norwich CCG").first).to_be_visible()
    expect(plain_page.locator("#explore")).to_be_hidden()
    assert plain_page.locator("summary", has_text="More of it").count() == 6


def test_names_with_markup_in_them_are_text_in_picture_panel_and_table(
    page: Page, site: str
) -> None:
    page.goto(site + "/explore?start=" + quote("organisation/00S/ccg"))
    page.wait_for_selector(READY)
    page.locator(".thing").first.click()
    expect(page.locator(".panel h2")).to_contain_text("<script>")

    assert page.locator("#explore script, #explore b").count() == 0
    assert page.title() != "run"
    hrefs = page.eval_on_selector_all("#explore a", "all => all.map(e => e.getAttribute('href'))")
    assert all(re.match(r"/(?!/)|https?://", each) for each in hrefs)
