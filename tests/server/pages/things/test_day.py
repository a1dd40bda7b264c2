"""The day of a thing's page: the one asked for, else its last, else today."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from starlette.testclient import TestClient

from kg.model.names import mint
from kg.model.terms import Literal
from kg.release.opened import OpenRelease
from server.pages.things.day import Day, day_of
from server.pages.things.listings import Said, View
from server.pages.things.thing import Thing, thing
from server.pages.words.names import names_of

TODAY = "2021-10-05"
BROWSER = {"Accept": "text/html"}


def viewed(release: OpenRelease, kind: str, *keys: str, on: str = "") -> Thing:
    return thing(View(release, names_of(release), mint(kind, *keys), on, today=TODAY))


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.mark.parametrize(
    ("thing_of", "on", "day"),
    [
        (("organisation", "00N", "ccg"), "",
         Day("2020-03-31", "as on 31 March 2020, its last day")),
        (("organisation", "QTT", "stp"), "",
         Day(TODAY, "as on 5 October 2021, today", "", "stood", moves=True)),
        (("organisation", "00T", "ccg"), "",  # its end is known and not yet over
         Day(TODAY, "as on 5 October 2021, today", "", "stood", moves=True)),
        (("organisation", "00T", "sub-icb-location"), "",
         Day(TODAY, "as on 5 October 2021, today", "", "had not begun", moves=True)),
        (("organisation", "00N", "ccg"), "2018-01-01",
         Day("2018-01-01", "as on 1 January 2018", "31 March 2020, its last day", "stood")),
        (("organisation", "QTT", "stp"), "2016-11-30",
         Day("2016-11-30", "as on 30 November 2016", "today", "had not begun")),
        (("claim", "900", "1"), "", Day("")),  # a day makes no difference to a claim
    ],
)  # fmt: skip
def test_a_page_has_the_day_that_tells_most(
    small_release: OpenRelease, thing_of: tuple[str, ...], on: str, day: Day
) -> None:
    assert viewed(small_release, *thing_of, on=on).day == day


def test_an_end_that_is_known_only_as_not_before_is_not_called_the_last_day(
    small_release: OpenRelease,
) -> None:
    body = small_release.ontology.classes["Organisation"]
    ended: Said = {body.by_name["earliestEnd"].iri: [Literal.date("2015-03-31")]}
    view = View(small_release, names_of(small_release), mint("organisation", "x", "y"), today=TODAY)

    found = day_of(view, body, ended)

    assert found == Day("2015-03-31", "as on 31 March 2015, the last day it is known of")


def test_what_did_not_hold_on_the_day_is_told_apart_and_not_lost(
    small_release: OpenRelease,
) -> None:
    def told(on: str) -> tuple[list[str], list[str], int, int]:
        lists = viewed(small_release, "organisation", "QTT", "stp", on=on).listings
        [found] = [each for each in lists if each.name == "incomingAffiliations"]
        cards = [[card.link.text for card in each] for each in (found.cards, found.others)]
        return cards[0], cards[1], found.held, found.left_out

    member = "NHS North Town CCG · in system"
    assert told("2018-01-01") == ([member], [], 1, 0)
    assert told("") == ([], [member], 0, 1)


def test_the_other_times_are_open_where_nothing_held_on_the_day(
    page: Callable[[str], str],
) -> None:
    text = page("/doc/organisation/QTT/stp?on=2021-01-01")

    assert '<details class="others" open>' in text
    assert "0 of 1 on the day" in words(text)
    assert "None on the day. At other times (1) NHS North Town CCG · in system" in words(text)


def test_the_summary_line_says_the_day_and_how_the_thing_stood(
    page: Callable[[str], str],
) -> None:
    line = "CCG · 1 April 2013 to 31 March 2020 · shown as on"

    assert f"{line} 31 March 2020, its last day On a day" in words(
        page("/doc/organisation/00N/ccg")
    )
    later = words(page("/doc/organisation/00N/ccg?on=2020-04-01"))
    assert f"{line} 1 April 2020, when it had ended On a day" in later
    assert "Show 31 March 2020, its last day" in later


def test_a_page_of_today_is_kept_by_nobody_and_one_of_a_day_may_be(
    small_site: TestClient,
) -> None:
    def kept(address: str) -> str:
        return small_site.get(address, headers=BROWSER).headers["cache-control"]

    assert kept("/doc/organisation/QTT/stp") == "no-store"
    assert kept("/doc/organisation/QTT/stp?on=2021-01-01") == "public, max-age=0, must-revalidate"
    assert kept("/doc/organisation/00N/ccg") == "public, max-age=0, must-revalidate"
    assert kept("/doc/claim/900/1") == "public, max-age=0, must-revalidate"


@pytest.mark.parametrize("address", ["/doc/organisation/QTT/stp", "/id/organisation/QTT"])
def test_today_by_name_is_resolved_first(small_site: TestClient, address: str) -> None:
    response = small_site.get(f"{address}?on=today", headers=BROWSER)

    assert (response.status_code, response.headers["cache-control"]) == (307, "no-store")
    assert re.fullmatch(rf"{address}\?on=\d{{4}}-\d\d-\d\d", response.headers["location"])
    assert small_site.get(response.headers["location"], headers=BROWSER).status_code in (200, 303)


def test_more_of_a_list_is_shown_for_the_same_day(page: Callable[[str], str]) -> None:
    text = page("/doc/organisation/QTT/stp?on=2021-01-01")

    assert 'href="/doc/organisation/QTT/stp?on=2021-01-01&amp;all=claims#list-claims"' in text
