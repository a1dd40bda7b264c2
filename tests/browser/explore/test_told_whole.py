"""What a screen reader has of a picture after it was grown: each thing and each link, in words."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def test_a_picture_that_was_grown_is_told_whole(page: Page, site: str) -> None:
    page.goto(f"{site}/explore?do=add,organisation/00T/ccg")
    page.wait_for_selector("#explore[data-ready]")
    page.locator(".picture .thing").first.focus()
    page.keyboard.press("e")  # what may be added is told beside it
    page.get_by_role("button", name="Add what it came out of").click()
    expect(page.locator(".picture .thing")).to_have_count(2)

    told = page.locator(".picture").aria_snapshot()

    assert (
        told
        == """\
- group "Picture of the things and their links":
  - button "Merger into NHS Town CCG resulting NHS Town CCG from 1 Apr 2020"
  - button "NHS Town CCG, CCG, 1 Apr 2020 – 30 Jun 2022, 1 shown of 3 neighbours"
  - button "Merger into NHS Town CCG, change, from 1 Apr 2020, 1 shown of 3 neighbours\""""
    )
