"""What pages load, gzipped: little, and what is heavy only where it is asked for."""

import pytest
from playwright.sync_api import Page, Response

from server.assets.tags import weight

KB = 1000
PAGES = {"/": 30, "/questions": 30, "/doc/organisation/00N/ccg": 30, "/about/data": 30}
PLACES = PAGES | {
    "/explore": 80,
    "/lineage": 40,
    "/timeline": 40,
    "/query/sparql": 200,
    "/query/graphql": 1900,
}
QUIET = 2_000.0
"""Milliseconds without a new script after which a page has all that it loads."""


@pytest.mark.parametrize("place", PLACES)
def test_a_page_loads_no_more_scripts_than_it_may(page: Page, site: str, place: str) -> None:
    scripts: list[Response] = []
    page.on("response", lambda each: scripts.append(each) if ".js" in each.url else None)

    page.goto(site + place)
    # Not "networkidle": Chromium does not always tell that the script of a worker has ended.
    seen = -1
    while seen < len(scripts):
        seen = len(scripts)
        page.wait_for_timeout(QUIET)

    sizes = {each.url.rpartition("/")[2]: int(each.headers["content-length"]) for each in scripts}
    assert 0 < sum(sizes.values()) <= PLACES[place] * KB, sizes


def test_all_that_the_sparql_editor_may_load_is_within_its_budget(front_end: None) -> None:
    assert 0 < sum(weight("sparql").values()) <= 200 * KB


def test_a_page_is_sent_small(page: Page, site: str) -> None:
    response = page.goto(site + "/doc/organisation/00N/ccg")

    assert response
    assert response.headers["content-encoding"] == "gzip"
