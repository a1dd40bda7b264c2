"""The pages as a browser has them: nothing runs, nothing is fetched, everything fits."""

import pytest

from tests.browser.conftest import Browser

PLACES = [
    "/",
    "/doc/organisation/00S/ccg",
    "/doc/organisation/QTT/stp",
    "/questions",
    "/questions/bodies/open-on-day?on=2020-03-31",
    "/search?q=town",
    "/about/data",
    "/query/sparql",
    "/query/graphql",
]


@pytest.mark.parametrize("place", PLACES)
def test_only_the_service_itself_is_asked_for_anything(
    browser: Browser, site: str, place: str
) -> None:
    browser.open(site + place)

    # The browser draws its own controls with pictures that are data.
    asked = {url for url in browser.requested if not url.startswith("data:")}
    assert {url for url in asked if not url.startswith(site)} == set()
    assert f"{site}/assets/site.css" in browser.requested


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("width", [360, 1200])
def test_no_page_scrolls_sideways(browser: Browser, site: str, place: str, width: int) -> None:
    browser.open(site + place, width)

    assert browser.value("document.documentElement.scrollWidth") <= width


def test_a_name_with_a_script_in_it_does_not_run(browser: Browser, site: str) -> None:
    browser.open(site + "/doc/organisation/00S/ccg")

    assert browser.value("document.title") == (
        "NHS <b>South</b> & <script>document.title='run'</script> CCG · coterminous"
    )
    assert browser.value("document.querySelectorAll('main script, main b').length") == 0


def test_a_script_would_not_run_even_if_one_got_in(browser: Browser, site: str) -> None:
    # The second wall: the policy that is sent with every page.
    browser.open(site + "/questions")

    browser.value(
        "(() => { const added = document.createElement('div');"
        " added.innerHTML = '<b onclick=\"document.title=1\">here</b>';"
        " document.body.append(added); added.firstChild.click(); })()"
    )

    assert browser.value("document.title") == "Questions · coterminous"


def test_the_keyboard_comes_to_the_content_at_once(browser: Browser, site: str) -> None:
    browser.open(site + "/questions")

    browser.press("Tab")

    assert browser.value("document.activeElement.textContent") == "Skip to the content"
    assert browser.value("document.activeElement.getBoundingClientRect().left") >= 0
    focus = "getComputedStyle(document.activeElement).outlineStyle"
    assert browser.value(focus) == "solid"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [("ink", "paper"), ("quiet", "paper"), ("quiet", "raised"), ("accent", "paper"),
     ("accent", "raised"), ("paper", "accent"), ("ink", "mark")],
)  # fmt: skip
def test_text_stands_out_from_its_ground(
    browser: Browser, site: str, scheme: str, ink: str, ground: str
) -> None:
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.send("Emulation.setEmulatedMedia", features=features)
    browser.open(site + "/questions")

    first, second = (
        browser.value(f"getComputedStyle(document.documentElement).getPropertyValue('--{name}')")
        for name in (ink, ground)
    )

    assert contrast(first, second) >= 4.5  # WCAG 2.2, 1.4.3


def contrast(first: str, second: str) -> float:
    """The contrast of two colours (WCAG 2.2, definition of contrast ratio)."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of a colour such as `#14695f`."""
    shares = [int(colour.strip()[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in shares
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
