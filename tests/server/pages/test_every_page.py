"""What holds for every page: well-formed, named, labelled, and nothing in it runs or leaves."""

from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from kg.model.names import ID
from kg.model.terms import Iri
from kg.questions.library import Library
from kg.release.opened import OpenRelease

VOID = {"meta", "link", "input", "br", "img", "hr", "source"}
PLACES = [
    "/",
    "/questions",
    "/search",
    "/search?q=town",
    "/search?q=nothing+is+called+so",
    "/replaced",
    "/replaced?q=town",
    "/replaced?q=00N&on=2018-01-01",
    "/replaced?q=nothing+is+called+so",
    "/replaced?q=00N&on=never",
    "/lineage/organisation/00N/ccg",
    "/lineage/nothing",
    "/recode",
    "/about/data",
    "/interlocks",
    "/interlocks?on=2016-01-01&carry=0",
    "/interlocks?on=never",
    "/coterminosity",
    "/coterminosity?on=2021-04-01",
    "/audits",
    "/paths",
    "/paths?from=00N&to=organisation/QTT/stp",
    "/paths?from=nothing+is+called+so&to=00N",
    "/since",
    "/since?area=QTT&since=2013-01-01",
    "/since?area=QTT&since=never",
    "/timeline",
    "/lineage",
    "/glossary",
    "/schema",
    "/query/sparql",
    "/query/graphql",
    "/docs",
    "/docs?q=time",
    "/docs/tutorial/ask-in-sparql",
    "/docs/reference/commands",
    "/docs/reference/errors",
    "/docs/glossary",
    "/docs/no/such/page",
    "/doc/organisation/00N/ccg",
    "/doc/organisation/00S/ccg?on=2018-01-01",
    "/doc/organisation/QTT/stp?all=claims",
    "/doc/organisation/QTT/stp?publishedBy=2019-01-01",
    "/doc/organisation/not/there",
    "/questions/not/there",
    "/questions/bodies/open-on-day?on=never",
    "/no/such/address",
    *(f"/questions/{name}" for name in Library()),
]


class Page(HTMLParser):
    """A page as its tags; whatever is not well-formed is a fault."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.faults: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(text)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"<{tag}> has an attribute twice")
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-1:]}")
        else:
            self.open.pop()

    def all(self, *tags: str) -> list[dict[str, str]]:
        return [attributes for tag, attributes in self.tags if tag in tags]


@pytest.mark.parametrize("place", PLACES)
def test_a_page_is_well_formed_and_named(page: Callable[[str], str], place: str) -> None:
    text = page(place)
    read = Page(text)

    assert read.faults == []
    assert text.startswith("<!doctype html>\n")
    assert [each["lang"] for each in read.all("html")] == ["en"]
    titles = text.partition("<svg ")[0].count("<title>")  # a picture has titles of its own
    assert len(read.all("h1")) == len(read.all("main")) == titles == 1
    ids = [attributes["id"] for _, attributes in read.tags if "id" in attributes]
    assert [each for each in ids if ids.count(each) > 1] == []


@pytest.mark.parametrize("place", PLACES)
def test_nothing_on_a_page_runs_or_comes_from_elsewhere(
    page: Callable[[str], str], place: str
) -> None:
    read = Page(page(place))

    assert read.all("style", "iframe", "object", "embed", "base") == []
    scripts = read.all("script")  # of what is built of the front end, and data for it
    assert [
        each for each in scripts if each.get("type") not in ("module", "application/json")
    ] == []
    assert [
        each for each in scripts if not each.get("src", "/static/").startswith("/static/")
    ] == []
    handlers = [name for _, each in read.tags for name in each if name.startswith(("on", "style"))]
    assert handlers == []
    loaded = [each["href"] for each in read.all("link") if each["rel"] in ("stylesheet", "icon")]
    own = [each for each in loaded if not each.startswith("/static/")]
    assert [each.partition("?")[0] for each in own] == ["/assets/site.css", "/assets/icon.svg"]
    leading = [each["href"] for each in read.all("a")]
    assert [
        each for each in leading if not each.startswith(("/", "#", "https://", "http://"))
    ] == []


@pytest.mark.parametrize("place", PLACES)
def test_everything_that_is_filled_in_or_scrolled_has_a_name(
    page: Callable[[str], str], place: str
) -> None:
    read = Page(page(place))

    labelled = {each["for"] for each in read.all("label")}
    fields = [
        each for each in read.all("input", "select", "textarea") if each.get("type") != "hidden"
    ]
    assert [each for each in fields if each["id"] not in labelled] == []
    ids = {each["id"] for _, each in read.tags if "id" in each}
    named = [each["aria-labelledby"] for _, each in read.tags if "aria-labelledby" in each]
    assert [each for said in named for each in said.split() if each not in ids] == []
    assert len(read.all("caption")) == len(read.all("table"))
    within = [each["href"][1:] for each in read.all("a") if each["href"].startswith("#")]
    assert [each for each in within if each not in ids] == []


def test_no_page_fails(small_site: TestClient) -> None:
    statuses = {
        place: small_site.get(place, headers={"Accept": "text/html"}).status_code
        for place in PLACES
    }

    assert {place: status for place, status in statuses.items() if status >= 500} == {}


def test_every_thing_of_the_world_has_a_page(
    page: Callable[[str], str], small_release: OpenRelease
) -> None:
    # One a class, so that a class whose shape is unusual is met here first.
    things: dict[str, Iri] = {}
    query = "SELECT DISTINCT ?class ?thing WHERE { ?thing a ?class } ORDER BY ?class ?thing"
    for kind, thing in small_release.store.select(query).rows:
        if isinstance(thing, Iri) and thing.startswith(ID):
            things.setdefault(str(kind), thing)

    faults = {
        thing: Page(page("/doc/" + thing.removeprefix(ID))).faults for thing in things.values()
    }

    assert len(things) >= 8
    assert {thing: found for thing, found in faults.items() if found} == {}


def test_a_browser_is_told_to_run_and_load_nothing_from_elsewhere(small_site: TestClient) -> None:
    response = small_site.get("/", headers={"Accept": "text/html"})

    policy = response.headers["content-security-policy"]
    assert policy.startswith("default-src 'self'; frame-ancestors 'none'")
    assert "unsafe" not in policy
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["x-release"] == "rsmall"


def test_the_files_that_pages_need_are_there(small_site: TestClient) -> None:
    style = small_site.get("/assets/site.css")
    icon = small_site.get("/favicon.ico", follow_redirects=True)
    card = small_site.get("/assets/card.png")

    assert (style.status_code, style.headers["content-type"]) == (200, "text/css; charset=utf-8")
    assert "url(" not in style.text
    assert "@import" not in style.text
    assert (card.status_code, card.headers["content-type"]) == (200, "image/png")
    assert (icon.status_code, icon.headers["content-type"]) == (200, "image/svg+xml")
    assert small_site.get("/assets/../answer.py").status_code == 404


def test_the_card_is_told_by_a_whole_address(small_site: TestClient) -> None:
    def card(host: str, place: str) -> list[str]:
        sent = small_site.get(place, headers={"Accept": "text/html", "Host": host})
        found = Page(sent.text).all("meta")
        return [each["content"] for each in found if each.get("property") == "og:image"]

    for place in ("/", "/doc/organisation/00N/ccg", "/explore", "/glossary"):
        assert card("example.org:81", place) == ["http://example.org:81/assets/card.png"]
    # what is no host is not taken into a page
    assert card('x"><b>', "/") == ["/assets/card.png"]


def test_the_style_sheet_is_kept_for_ever_under_its_digest_only(small_site: TestClient) -> None:
    [linked] = [
        each["href"]
        for each in Page(small_site.get("/", headers={"Accept": "text/html"}).text).all("link")
        if each["href"].startswith("/assets/site.css")
    ]

    lasting = "public, max-age=31536000, immutable"
    assert small_site.get(linked).headers["cache-control"] == lasting
    assert (
        small_site.get("/assets/site.css").headers["cache-control"]
        == "public, max-age=0, must-revalidate"
    )
