"""A release in which every text and address tries to run: none does, on any page or in any file.

Nothing is left to the policy that goes with pages, the second wall: these browsers do not heed it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from kg.model.names import ID, PREFIXES, RDFS_LABEL, cot, graph
from kg.model.terms import XSD, Iri, Literal, Statement
from kg.release.catalogue import Catalogue
from kg.release.opened import OpenRelease
from tests.browser.conftest import opened
from tests.conftest import publish, serving

HTML = "'\"><img src=x onerror=ran()></script></title></textarea><script>ran()</script>"
WORDS = HTML + '{{ran()}}${ran()}<svg onload=ran()>]]>-->\\"}'
# An identifier as it is minted, and one that somebody wrote as it came.
IN_IRI = quote("'\"onfocus='ran()' autofocus><img src=x onerror=ran()>", safe="")
RAW = "'onfocus='ran()'autofocus='&quot;&gt;&lt;script&gt;ran()&lt;/script&gt;"
SCRIPTS = ("javascript:ran()", "JavaScript:ran()//http://x", "data:text/html,x", "vbscript:ran()")
COT = f"PREFIX cot: <{PREFIXES['cot']}>\n"
# What other parts find their things by, and what is no text of anybody's.
KEPT = {cot(each) for each in ("odsCode", "gssCode", "contentDigest", "spanDigest", "edition")}
SEE_ALSO = Iri(PREFIXES["rdfs"] + "seeAlso")
BODY = f"organisation/00S/ccg{IN_IRI}"
RISKY = """[...document.querySelectorAll('*')].flatMap(element => [...element.attributes]
  .filter(({ name, value }) => /^on|^srcdoc$/i.test(name)
    || (/^(href|src|action|formaction|xlink:href)$/i.test(name)
      && /^\\s*\\w+:/.test(value) && !/^(https?|blob):/i.test(value)))
  .map(({ name, value }) => `${element.tagName} ${name}=${value}`))
  .concat([...document.querySelectorAll('iframe, object, embed, script:not([src], [type*=json])')]
    .map(element => element.outerHTML))"""
PLACES = [
    "/",
    "/search?q={words}",
    "/search?q=town",
    "/replaced?q=00S",
    "/replaced?q={words}",
    "/lineage/organisation/00N/ccg",
    "/recode",
    "/interlocks?on=2019-04-01",
    "/interlocks?on={words}",
    "/coterminosity?on=2021-04-01",
    "/audits",
    "/paths?from=00S&to=organisation/QTT/stp",
    "/paths?from={words}&to={words}",
    "/paths?from=organisation/{words}&to=00S",
    "/since?area=organisation/{words}",
    "/explore?start=organisation/{words}",
    "/interlocks?area={words}",
    "/since?area=QTT&since=2013-01-01",
    "/timeline",
    "/timeline?publishedBy={words}&region={words}",
    "/interlocks?on=2019-04-01&area={words}&publishedBy=2019-04-01",
    "/interlocks?on=2019-04-01&publishedBy={words}",
    "/lineage",
    "/glossary",
    "/schema",
    "/about/data",
    "/questions",
    "/questions/bodies/open-on-day?on=2020-03-31",
    "/questions/documents/claim-by-claim?document=id:document/900{twice}",
    "/doc/claim/900/1{raw}",
    "/doc/document/900{iri}",
    "/doc/document/small-list{iri}",
    "/doc/span/900/inner{iri}",
    "/doc/change-event/merger-00t{iri}",
    "/doc/organisation/QTT/stp",
    "/doc/{body}",
    "/doc/organisation/{words}",
    "/{words}",
]


def hostile(term: Any) -> Any:
    """The same term, made to run where somebody is careless."""
    if isinstance(term, Iri):
        is_thing = term.startswith(ID) and "QTT" not in term and "00N" not in term
        ending = RAW if "/claim/" in term else IN_IRI
        return Iri(term + ending) if is_thing else term
    if isinstance(term, Literal) and term.datatype == XSD + "string":
        return Literal(term.text + WORDS, lang="en-x-ran")
    return term


def statements(release: OpenRelease) -> Iterator[Statement]:
    """Everything that a release states, hostile, and addresses that are scripts besides."""
    for cells in release.store.select("SELECT ?s ?p ?o ?g { GRAPH ?g { ?s ?p ?o } }").rows:
        subject, predicate, thing, named = cells
        assert isinstance(subject, Iri)
        assert isinstance(predicate, Iri)
        assert isinstance(thing, Iri | Literal)
        assert isinstance(named, Iri)
        if named != graph("schema"):
            subject = hostile(subject)
            thing = thing if predicate in KEPT else hostile(thing)
        yield Statement(subject, predicate, thing, named)
    here = graph("register/small")
    for each in SCRIPTS:
        yield Statement(Iri(each), RDFS_LABEL, Literal(WORDS), here)
        for key in (BODY, "organisation/QTT/stp", f"document/900{IN_IRI}"):
            yield Statement(Iri(ID + key), SEE_ALSO, Iri(each), here)
            yield Statement(Iri(ID + key), cot("address"), Literal(each, XSD + "anyURI"), here)


@pytest.fixture(scope="module")
def hostile_site(
    small_folder: Path, front_end: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of a service over the hostile release."""
    place = tmp_path_factory.mktemp("hostile")
    small = OpenRelease(Catalogue(small_folder).current())
    publish(place, "rhostile", list(statements(small)))
    with serving(place, workers=1) as service:
        yield service.url


@pytest.fixture(scope="module")
def unguarded(chromium: Browser) -> Iterator[Page]:
    """A page that heeds no policy, and that tells where anything ran."""
    with opened(chromium, bypass_csp=True, reduced_motion="reduce") as page:
        page.add_init_script("window.ran = () => { window.hasRun = true }")
        dialogs: list[str] = []

        def dismissed(dialog: Dialog) -> None:
            dialogs.append(dialog.message)
            dialog.dismiss()

        page.on("dialog", dismissed)
        yield page
        assert dialogs == []


def check(page: Page) -> None:
    """Nothing ran here, and nothing that could is anywhere on the page."""
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    assert page.evaluate(RISKY) == []
    assert page.evaluate("window.hasRun") is None


@pytest.mark.parametrize("place", PLACES)
def test_nothing_runs_on_a_page(unguarded: Page, hostile_site: str, place: str) -> None:
    words = quote(WORDS, safe="")
    response = unguarded.goto(
        hostile_site
        + place.format(words=words, body=BODY, iri=IN_IRI, raw=quote(RAW), twice=quote(IN_IRI))
    )

    check(unguarded)
    assert response
    assert response.status == 200 or ("{words}" in place and response.status < 500)
    assert unguarded.locator("h1").count() == 1


def test_nothing_runs_in_suggestions(unguarded: Page, hostile_site: str) -> None:
    unguarded.goto(hostile_site + "/")
    unguarded.locator("header input[name=q]").press_sequentially("town")

    expect(unguarded.get_by_role("option").first).to_contain_text("onerror=ran()")
    check(unguarded)


def test_nothing_runs_in_the_explorer_or_in_what_it_saves(
    unguarded: Page, hostile_site: str, tmp_path: Path
) -> None:
    told = quote(WORDS.replace("~", "~0").replace(",", "~1").replace(";", "~2"))
    steps = f"add,{quote(BODY)};more,{quote(BODY)},ChangeEvent,out,20;say,{told}"
    unguarded.goto(f"{hostile_site}/explore?do={steps}")
    unguarded.wait_for_selector("#explore[data-ready]")
    unguarded.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    for each in ("thing", "line"):
        unguarded.locator(f".picture .{each}").first.focus()
        unguarded.keyboard.press("Enter")
        expect(unguarded.locator(".panel h2")).to_contain_text("ran()")
        check(unguarded)
    for name in ("PNG", "SVG"):
        with unguarded.expect_download() as saving:
            unguarded.get_by_role("button", name=name, exact=True).click()
        saving.value.save_as(tmp_path / f"view.{name.lower()}")
    links = unguarded.locator("#explore a[download]").all()
    files = [str(each.get_attribute("href")) for each in links]
    assert len(files) == 5
    for file in files:
        safe_file(unguarded, hostile_site + file)

    # As if somebody put the saved picture on a site of theirs.
    unguarded.route("**/view.svg", lambda each: each.fulfill(path=tmp_path / "view.svg"))
    unguarded.goto(hostile_site + "/view.svg")
    check(unguarded)
    assert unguarded.evaluate("document.documentElement.tagName") == "svg"


VIEWS = {
    "table": "SELECT ?s ?p ?o { ?s ?p ?o FILTER(isLiteral(?o) && CONTAINS(?o, 'ran')) } LIMIT 50",
    "graph": "SELECT ?s ?o { ?s ?p ?o FILTER(CONTAINS(STR(?s), 'ran')) } LIMIT 50",
    "timeline": "SELECT ?body ?bodyName ?start { ?body cot:start ?start ; cot:name ?bodyName }",
    "lineage": """SELECT ?before ?beforeName ?after ?afterName ?on {
        ?event cot:original ?before ; cot:resulting ?after ; cot:effectiveDate ?on .
        ?before cot:name ?beforeName . ?after cot:name ?afterName }""",
}


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_runs_in_a_view_of_an_answer(unguarded: Page, hostile_site: str, view: str) -> None:
    query = f"# {WORDS}\n#view: {view}\n{COT}{VIEWS[view]}"
    unguarded.goto(f"{hostile_site}/query/sparql?query={quote(query)}")
    unguarded.get_by_role("button", name="Run").click()

    expect(unguarded.locator(".result table, .result svg").first).to_be_visible()
    assert "<script>" in unguarded.locator(".result").inner_text()
    check(unguarded)


def test_nothing_runs_in_graphiql(unguarded: Page, hostile_site: str) -> None:
    query = f'# {WORDS}\n{{ search(text: "town") {{ label }} }}'
    given = json.dumps({"words": WORDS})
    address = f"/query/graphql?query={quote(query)}&variables={quote(given)}"
    unguarded.goto(hostile_site + address)
    expect(unguarded.locator(".graphiql-query-editor")).to_contain_text("ran()")
    unguarded.get_by_role("button", name=re.compile("^Execute")).click()

    expect(unguarded.locator(".result-window")).to_contain_text("ran()")
    check(unguarded)


FILES = [
    *(f"/doc/{{body}}.{form}" for form in ("json", "jsonld", "ttl", "nt", "rdf", "csv")),
    *(
        f"/lineage/organisation/00N/ccg.{form}"
        for form in ("svg", "graphml", "txt", "json", "csv", "jsonld", "ttl")
    ),
    *(
        f"/questions/bodies/open-on-day.{form}?on=2020-03-31"
        for form in ("json", "csv", "tsv", "xml", "jsonld", "ttl")
    ),
    *(f"/sparql?query={{query}}&format={form}" for form in ("json", "xml", "csv", "tsv")),
    *(f"/search.json?q={each}" for each in ("town", "{words}")),
    *(
        f"{place}.{form}?{query}"
        for place, query in (("/search", "q=town"), ("/replaced", "q=00S"), ("/glossary", ""))
        for form in ("csv", "jsonld", "ttl")
    ),
    "/doc/claim/900/1{raw}.csv",
    "/interlocks.json?on=2019-04-01&area={words}",
    "/replaced.txt?q=00S",
    "/nowhere.json?{words}",
]


@pytest.mark.parametrize("place", FILES)
def test_nothing_runs_in_a_file(unguarded: Page, hostile_site: str, place: str) -> None:
    filled = place.format(
        body=BODY,
        raw=quote(RAW),
        words=quote(WORDS, safe=""),
        query=quote(COT + VIEWS["table"], safe=""),
    )
    safe_file(unguarded, hostile_site + filled)


def safe_file(page: Page, address: str) -> None:
    """A browser takes the file for what it is; where it shows it as a document, nothing runs."""
    response = page.request.get(address)
    kind = response.headers["content-type"]

    assert response.headers["x-content-type-options"] == "nosniff"
    assert "html" not in kind
    if "xml" not in kind:
        return
    ElementTree.fromstring(response.body())
    if "svg" in kind:
        page.goto(address)
        check(page)
