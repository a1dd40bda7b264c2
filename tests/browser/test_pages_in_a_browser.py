"""The pages as a browser has them: nothing is fetched elsewhere, everything fits."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Violations, opened

PLACES = [
    "/",
    "/doc/organisation/00S/ccg",
    "/doc/organisation/QTT/stp",
    "/questions",
    "/questions/bodies/open-on-day?on=2020-03-31",
    "/search?q=town",
    "/search?q=nosuchthing",
    "/replaced?q=00S",
    "/lineage",
    "/recode",
    "/interlocks",
    "/coterminosity?on=2021-04-01",
    "/audits",
    "/paths?from=00N&to=organisation/QTT/stp",
    "/since?area=QTT&since=2013-01-01",
    "/timeline",
    "/glossary",
    "/schema",
    "/about/data",
    "/docs",
    "/docs?q=time",
    "/docs/tutorial/ask-in-sparql",
    "/docs/reference/commands",
    "/docs/reference/errors",
    "/docs/glossary",
    "/nowhere",
    "/query/sparql",
    "/query/graphql",
]
IN_THE_HEAD = [
    "/questions",
    "/replaced?q=00S",
    "/lineage",
    "/interlocks",
    "/audits",
    "/query/sparql",
    "/docs",
    "/docs/tutorial/ask-in-sparql",
    "/about/data",
]
EDITORS = ("/query/sparql", "/query/graphql")


@pytest.fixture(scope="module")
def shared(chromium: Browser) -> Iterator[Page]:
    """One page for all that only look; what it asked and refused is told at the end of them."""
    with opened(chromium, reduced_motion="reduce") as made:
        yield made


@pytest.fixture(scope="module")
def shared_plain(chromium: Browser) -> Iterator[Page]:
    """The same in a browser that runs no scripts."""
    with opened(chromium, java_script_enabled=False) as made:
        yield made


@pytest.mark.parametrize("place", PLACES)
def test_a_page_does_not_scroll_sideways_and_axe_finds_nothing(
    shared: Page, site: str, violations: Violations, place: str
) -> None:
    shared.goto(site + place)

    for width in (320, 768, 1200):
        shared.set_viewport_size({"width": width, "height": 900})
        assert shared.evaluate("document.documentElement.scrollWidth") <= width
    # Editors with scripts have a test and a list of their own.
    assert place in EDITORS or violations(shared) == []


@pytest.mark.parametrize(
    "place", ["/", "/explore?start=organisation/00T/ccg", "/timeline", "/lineage", *EDITORS]
)
def test_axe_finds_nothing_where_no_script_comes(
    page: Page, site: str, violations: Violations, place: str
) -> None:
    page.route("**/*.js", lambda each: each.abort())
    page.goto(site + place)

    assert violations(page) == []


@pytest.mark.parametrize("place", PLACES)
def test_a_page_says_the_same_without_scripts(shared_plain: Page, site: str, place: str) -> None:
    shared_plain.goto(site + place)

    assert shared_plain.locator("h1").count() == 1
    assert shared_plain.locator("main").inner_text().strip()


@pytest.mark.parametrize("width", [390, 1280])
def test_a_page_opens_at_its_top(shared: Page, shared_plain: Page, site: str, width: int) -> None:
    # The place where one is, marked in the head of the page, drew the page itself down to it.
    opened_at = {}
    for name, each in (("scripts", shared), ("plain", shared_plain)):
        each.set_viewport_size({"width": width, "height": 720})
        for place in IN_THE_HEAD:
            each.goto(site + place)
            each.screenshot()  # which waits until all is where it stays
            opened_at[name, place] = each.evaluate("scrollY")

    assert {place: at for place, at in opened_at.items() if at} == {}


def test_a_name_with_a_script_in_it_does_not_run(page: Page, site: str) -> None:
    page.goto(site + "/doc/organisation/00S/ccg")

    assert page.title() == (
        "NHS <b>South</b> & <script>document.title='run'</script> CCG · coterminous"
    )
    assert page.locator("main script, main b").count() == 0


def test_a_script_would_not_run_even_if_one_got_in(chromium: Browser, site: str) -> None:
    # The second wall: the policy that is sent with every page. It refuses, and says so.
    refused = pytest.raises(AssertionError, match="Content Security Policy")
    with refused, opened(chromium) as page:
        page.goto(site + "/questions")
        page.evaluate(
            "(() => { const added = document.createElement('div');"
            " added.innerHTML = '<b onclick=\"document.title=1\">here</b>';"
            " document.body.append(added); added.firstChild.click(); })()"
        )
        title = page.title()

    assert title == "Questions · coterminous"


def test_the_keyboard_comes_to_the_content_at_once(page: Page, site: str) -> None:
    page.goto(site + "/questions")

    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    focus = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(focus) == "solid"
