"""A document from its text to the served graph, without a mouse; and every page of it by axe."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SCHEMES, Violations, opened
from tests.browser.test_by_keyboard import to
from tests.conftest import serving

TOKEN = "a-token-of-this-test"
TEXT = """Two groups to share a chief

3 July 2018

Dr Ada Marsh is accountable officer of NHS Slough CCG. NHS Slough CCG and NHS Windsor, Ascot and
Maidenhead CCG are to merge in April 2019.

“We work as one already,” said Dr Marsh, who leads 12 staff in two \N{ROCKET} rooms. The end
is told.
"""


@pytest.fixture(scope="module")
def desk(
    small_folder: Path, front_end: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of a service over a small world that may be written to."""
    place = tmp_path_factory.mktemp("written") / "store"
    shutil.copytree(small_folder, place)
    with serving(place, workers=1, write_token=TOKEN, deadline=30.0) as service:
        yield service.url


def signed_in(page: Page, address: str) -> None:
    """Sign in and come to the documents, by keys."""
    page.goto(address + "/documents")
    to(page, "Your name")
    page.keyboard.type("Ada")
    to(page, "Token")
    page.keyboard.type(TOKEN)
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents")


def added(page: Page, title: str) -> None:
    """Add the text under a title, by keys."""
    to(page, "or the text itself")
    page.keyboard.insert_text(f"{title}\n\n{TEXT}")
    to(page, "Add")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def said(page: Page, words: str) -> None:
    """Wait until a screen reader is told of these words."""
    expect(page.locator("#said")).to_contain_text(words)


def test_the_way_from_a_text_to_the_served_graph(page: Page, desk: str) -> None:
    signed_in(page, desk)
    added(page, "The whole way")
    to(page, "Review what was read")
    page.keyboard.press("Enter")
    page.wait_for_selector("#review[data-ready]")

    page.keyboard.press("a")
    said(page, "1 of ")
    expect(page.locator("#what")).to_be_focused()
    page.keyboard.press("r")
    expect(page.get_by_role("button", name="Read wrongly")).to_be_focused()
    page.keyboard.press("1")
    said(page, "You refused: ")
    page.keyboard.press("z")
    said(page, "1 of ")
    page.keyboard.press("u")
    said(page, "You are not sure of: ")
    page.keyboard.press("k")
    expect(page.locator(".card .kind")).to_contain_text("not sure by Ada")
    page.keyboard.press("a")
    said(page, "You accepted: ")

    page.keyboard.press("m")
    expect(page.get_by_label("Words in the text")).to_be_focused()
    page.keyboard.type("rooms")
    page.keyboard.press("Enter")
    expect(page.get_by_role("radio", name=re.compile("rooms"))).to_be_checked()
    to(page, "What it is")
    page.keyboard.press("End")  # a number
    to(page, "Add it")
    page.keyboard.press("Enter")
    said(page, "You added: ")
    page.keyboard.press("e")
    expect(page.get_by_label("At least")).to_be_focused()
    page.keyboard.type("2")
    to(page, "Accept as put right")
    page.keyboard.press("Enter")
    expect(page.locator("#what")).not_to_have_text("Rooms")
    page.keyboard.press("n")

    for _ in range(40):
        told = page.locator(".meter label").inner_text()
        if page.get_by_text("All is decided.").count():
            break
        page.keyboard.press("a")
        expect(page.locator(".meter label")).not_to_have_text(told)
    page.keyboard.press("c")
    page.wait_for_url("**/commit")
    to(page, "Put it into the graph")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("It is in the graph")
    to(page, "The document in the graph")
    page.keyboard.press("Enter")
    page.wait_for_url("**/doc/document/*")
    expect(page.get_by_role("heading", level=1)).to_have_text("The whole way")


def test_keys_that_come_before_the_next_state_wait_for_it(page: Page, desk: str) -> None:
    signed_in(page, desk)
    added(page, "In a hurry")
    page.get_by_role("link", name="Review what was read").press("Enter")
    page.wait_for_selector("#review[data-ready]")

    page.evaluate("""() => { for (const key of ["a", "u", "r", "1", "k"])
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true })); }""")

    expect(page.locator(".meter label")).to_contain_text("3 of ")
    expect(page.locator(".meter")).to_contain_text("1 accepted, 1 refused, 1 not sure")


def test_what_is_selected_in_the_text_is_told_by_its_code_points(page: Page, desk: str) -> None:
    signed_in(page, desk)
    added(page, "Selecting")
    page.get_by_role("link", name="Review what was read").press("Enter")
    page.wait_for_selector("#review[data-ready]")

    page.evaluate("""() => {
      const walker = document.createTreeWalker(document.querySelector("#words"), 4);
      while (walker.nextNode()) {
        const at = walker.currentNode.data.indexOf("The end");
        if (at < 0) continue;
        getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + 7);
        return;
      }
    }""")
    expect(page.locator("#marked")).to_have_text("“The end”")  # a browser tells it a while later
    page.keyboard.press("m")

    text = f"Selecting\n\n{TEXT}"
    start = text.index("The end")  # after a letter that is two in a browser's own count
    expect(page.get_by_label("From character")).to_have_value(str(start))
    expect(page.get_by_label("to before character")).to_have_value(str(start + 7))


def test_single_keys_may_be_turned_off(page: Page, desk: str) -> None:
    signed_in(page, desk)
    added(page, "Without keys")
    page.get_by_role("link", name="Review what was read").press("Enter")
    page.wait_for_selector("#review[data-ready]")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.get_by_label("Single keys do this").press("Space")
    page.keyboard.press("Escape")

    page.keyboard.press("a")
    page.keyboard.press("j")
    page.reload()

    expect(page.locator(".meter label")).to_contain_text("0 of ")
    expect(page.locator(".card .kind")).to_contain_text(" 1 of ")
    expect(page.get_by_label("Single keys do this")).not_to_be_checked()


@pytest.mark.parametrize("scripts", [True, False])
def test_every_page_of_documents_is_for_everybody(
    chromium: Browser, desk: str, violations: Violations, scripts: bool
) -> None:
    view: Any = {"width": 320, "height": 640}
    with opened(chromium, viewport=view) as page:
        if not scripts:  # axe is one itself, so that ours alone are kept away
            page.route("**/static/*.js", lambda route: route.abort())
        page.goto(desk + "/documents")
        found = {"sign-in": violations(page)}
        page.get_by_label("Your name").fill("Ada")
        page.get_by_label("Token").fill(TOKEN)
        page.get_by_role("button", name="Sign in").click()
        page.get_by_label("or the text itself").fill(f"For everybody {scripts}\n\n{TEXT}")
        page.get_by_role("button", name="Add", exact=True).click()
        here = page.url.partition("?")[0]
        page.goto(here + "/review")
        page.get_by_role("button", name="Accept", exact=False).first.click()
        expect(page.locator("#told")).to_contain_text("You accepted: ")
        for place in (desk + "/documents", here, here + "/review?find=CCG", here + "/commit"):
            page.goto(place)
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert (place, wide) == (place, 320)
            for scheme in SCHEMES:
                found[f"{place} {scheme}"] = violations(page, scheme)
    assert {name: told for name, told in found.items() if told} == {}
