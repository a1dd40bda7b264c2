"""A page of a day that was asked for: what is of later stands apart."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from starlette.testclient import TestClient

from kg.model.names import mint
from kg.release.opened import OpenRelease
from server.pages.things.listings import View
from server.pages.things.thing import Fact, Thing, thing
from server.pages.words.names import names_of

NORWICH = "/doc/organisation/06W/ccg?on=2018-11-01"


def viewed(release: OpenRelease, *, on: str = "", published: str = "") -> Thing:
    body = mint("organisation", "00N", "ccg")
    return thing(View(release, names_of(release), body, on, published=published))


def told(facts: list[Fact]) -> dict[str, list[str]]:
    return {fact.label.text: [value.link.text for value in fact.values] for fact in facts}


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.fixture(scope="session")
def norwich(shipped_site: TestClient) -> Callable[[str], str]:
    """The words of the page of NHS Norwich CCG on a day, with more asked of it."""
    return lambda more: words(
        shipped_site.get(NORWICH + more, headers={"Accept": "text/html"}).text
    )


def test_a_body_that_came_after_the_day_stands_under_what_is_after_it(
    small_release: OpenRelease,
) -> None:
    came = {"successor": ["NHS Town CCG"], "descendant": ["NHS Town CCG"]}
    before, after = (viewed(small_release, on=day) for day in ("2020-03-31", "2020-04-01"))
    undated = viewed(small_release)

    assert told(before.later) == came
    assert came.keys() & told(before.facts).keys() == set()
    assert (told(after.later), told(undated.later)) == ({}, {})
    assert came.items() <= told(after.facts).items()
    assert came.items() <= told(undated.facts).items()


def test_a_change_of_after_the_day_is_of_other_times(small_release: OpenRelease) -> None:
    def changes(on: str) -> tuple[list[str], list[str]]:
        lists = viewed(small_release, on=on).listings
        [found] = [each for each in lists if each.name == "outgoingChanges"]
        return [card.link.text for card in found.cards], [card.link.text for card in found.others]

    merger = "Merger into NHS Town CCG"
    assert changes("2020-03-31") == ([], [merger])
    assert changes("2020-04-01") == ([merger], [])
    assert changes("") == ([merger], [])


def test_what_follows_from_all_that_is_known_is_not_told_as_it_was_known(
    small_release: OpenRelease,
) -> None:
    found = viewed(small_release, published="2022-03-31")

    assert list(told(found.facts)) == ["kind of body", "in the register", "ODS code", "see also"]
    assert (found.later, found.notes, found.disputes, found.evidence) == ([], [], [], [])
    assert [each.document.text for each in viewed(small_release).evidence] == ["A list of bodies"]


def test_how_a_body_ended_is_said_after_a_day_on_which_it_stood(
    norwich: Callable[[str], str],
) -> None:
    page = norwich("")
    facts, after = page.split(" After this day successor NHS Norfolk and Waveney CCG ")

    assert "End: merged into another CCG. What it came from and became on all days" in after
    assert "End: " not in facts
    assert "shares a role with" not in page.lower()


def test_a_list_without_days_of_its_own_is_as_known_by_its_documents(
    norwich: Callable[[str], str],
) -> None:
    left = "1 published later, or on no known day, is left out."
    before, after = (norwich(f"&publishedBy={day}") for day in ("2019-05-01", "2019-05-02"))

    assert f"Posts in the body. {left}" in before
    assert "Posts in the body. chief officer, NHS Norwich CCG" in after
    assert "As known by 1 May 2019: what was published later" in before
    assert "What it came from and became" not in before
    assert "NHS Norfolk and Waveney CCG" not in before


@pytest.mark.parametrize("query", ["", "?on=2018-01-01", "?publishedBy=2018-01-01"])
def test_data_of_a_thing_alone_are_not_called_the_same_as_its_page(
    page: Callable[[str], str], query: str
) -> None:
    text = words(page("/doc/organisation/00N/ccg" + query))

    assert "Stated of it, on any day JSON JSON-LD Turtle" in text
    assert "The same as JSON JSON-LD" not in text
