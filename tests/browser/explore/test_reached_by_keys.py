"""All of a picture from the keyboard: no script and no mouse puts the focus anywhere."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

DO = "add,organisation/26A/ccg;more,organisation/26A/ccg,ChangeEvent,in,20"
ARROWS = ("ArrowUp", "ArrowRight", "ArrowDown", "ArrowLeft")
IS_INSIDE = "!!document.activeElement.closest('svg.picture')"


@pytest.fixture
def picture(page: Page, whole: str) -> Page:
    """The five groups of Norfolk and the one that they became, with the focus in the picture."""
    page.goto(f"{whole}/explore?do={DO}")
    page.wait_for_selector("#explore[data-ready]")
    while not page.evaluate(IS_INSIDE):
        page.keyboard.press("Tab")
    return page


def _told(page: Page) -> str:
    """What a screen reader has to say of that which has the focus: its role and its name."""
    return page.locator(":focus").aria_snapshot()


def _links(page: Page) -> list[str]:
    """All links of the thing that has the focus, round and round; the focus comes back to it."""
    found: list[str] = []
    page.keyboard.press("n")
    while (told := _told(page)) not in found:
        found.append(told)
        page.keyboard.press("n")
    page.keyboard.press("Escape")
    return found


def test_every_thing_and_every_link_is_reached_and_told(picture: Page, whole: str) -> None:
    view = picture.request.get(f"{whole}/explore/view.json?do={DO}").json()
    things: list[str] = []
    links: set[str] = set()

    picture.keyboard.press("Home")
    while (told := _told(picture)) not in things:
        things.append(told)
        links.update(_links(picture))
        assert _told(picture) == told  # back where the links were walked from
        picture.keyboard.press("PageDown")

    names = [each["label"] for each in view["things"]]
    assert [told.partition(", ")[0] for told in things] == [f'- button "{name}' for name in names]
    assert "1 Apr 2013 – 31 Mar 2020" in things[1]
    assert f"of {view['things'][1]['links']} neighbours" in things[1]
    pairs = {frozenset((each["source"], each["target"])) for each in view["edges"]}
    assert len(links) == len(pairs)
    assert all(told.startswith('- button "') for told in links)
    became = '- button "NHS Norwich CCG became NHS Norfolk and Waveney CCG'
    assert any(told.startswith(became) for told in links)


def test_the_arrows_alone_lead_to_every_thing(picture: Page) -> None:
    def of(place: int) -> str:
        picture.keyboard.press("Home")
        for _ in range(place):
            picture.keyboard.press("PageDown")
        return _told(picture)

    places = {of(place): place for place in range(6)}
    reached, waiting = {0}, [0]
    while waiting:
        here = waiting.pop()
        for arrow in ARROWS:
            of(here)
            picture.keyboard.press(arrow)
            there = places[_told(picture)]
            if there not in reached:
                reached.add(there)
                waiting.append(there)

    assert reached == set(range(6))


def test_from_a_link_the_arrows_lead_to_its_ends(picture: Page) -> None:
    picture.keyboard.press("Home")
    thing = _told(picture)
    picture.keyboard.press("n")
    ends = set()
    for arrow in ARROWS:
        picture.keyboard.press(arrow)
        ends.add(_told(picture))
        picture.keyboard.press("Home")
        picture.keyboard.press("n")

    assert len(ends) == 2
    assert thing in ends


def test_escape_leads_from_what_is_told_of_a_thing_back_to_it(picture: Page) -> None:
    picture.keyboard.press("Home")
    told = _told(picture)
    picture.keyboard.press("e")
    expect(picture.get_by_label("At most")).to_be_focused()
    picture.keyboard.press("Escape")

    assert _told(picture) == told
