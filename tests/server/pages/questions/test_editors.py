"""The plain editors: what they hold, where they send it, and the examples beside them."""

from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from starlette.testclient import TestClient

from kg.questions.library import Library
from server.pages.questions import editors

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
QUESTIONS = list(Library())


class Form(HTMLParser):
    """The fields of the form that is sent to an address, as a browser would send them."""

    def __init__(self, text: str, action: str) -> None:
        super().__init__()
        self.method, self.fields = "", dict[str, str]()
        self.options: list[str] = []
        self._action, self._inside, self._area = action, False, ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = named["action"] == self._action
            self.method = named.get("method", "get") if self._inside else self.method
        elif self._inside and tag == "option":
            self.options.append(named["value"])
        elif self._inside and tag == "textarea":
            self._area = named["name"]
            self.fields[self._area] = ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self.fields[self._area] += data

    def handle_endtag(self, tag: str) -> None:
        if self._area and tag == "textarea":
            # A browser leaves out a line break that comes first.
            self.fields[self._area] = self.fields[self._area].removeprefix("\n")
            self._area = ""


def test_the_sparql_editor_opens_with_a_query_that_runs(
    page: Callable[[str], str], small_site: TestClient
) -> None:
    form = Form(page("/query/sparql"), "/sparql")

    assert form.method == "get"
    assert form.fields["query"].startswith("# Completed CCG mergers\nPREFIX cot:")
    response = small_site.get("/sparql", params=form.fields | {"format": "csv"})
    assert response.text.splitlines()[1].endswith("/merger-00t,2020-04-01,00T,NHS Town CCG,2")


def test_the_graphql_editor_opens_with_a_query_that_runs(
    page: Callable[[str], str], small_site: TestClient
) -> None:
    form = Form(page("/query/graphql"), "/graphql")

    assert form.method == "get"
    assert form.fields["query"].startswith("# Completed CCG mergers\nquery Completed {")
    assert form.fields["variables"] == "{}"
    told = small_site.get("/graphql", params=form.fields, headers=BROWSER).json()
    [merger] = told["data"]["changeEvents"]["nodes"]
    assert (merger["effectiveDate"], merger["original"]["totalCount"]) == ("2020-04-01", 2)


@pytest.mark.parametrize("language", ["sparql", "graphql"])
def test_the_menu_tells_that_an_editor_is_where_one_is(
    page: Callable[[str], str], language: str
) -> None:
    assert '<a href="/query/sparql" aria-current="page">Query</a>' in page(f"/query/{language}")


@pytest.mark.parametrize("language", ["sparql", "graphql"])
def test_what_an_address_holds_fills_the_editor_as_text(
    page: Callable[[str], str], language: str
) -> None:
    query = "\n# first\nASK { ?a ?b '</textarea><script>' }  # & \"x\""

    text = page(f"/query/{language}?query={quote(query)}&variables={quote('{<b>}')}")

    form = Form(text, f"/{language}")
    assert form.fields["query"] == query
    assert form.fields.get("variables", "{<b>}") == "{<b>}"
    assert "<script>" not in text
    assert "<b>" not in text


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_example_fills_the_editor_and_runs(
    page: Callable[[str], str], small_site: TestClient, name: str
) -> None:
    question = Library()[name]
    address = editors.sparql_address(question)
    assert f'<a href="{address}"' in unescape(page("/query/sparql"))

    query = Form(page(address), "/sparql").fields["query"]

    assert query == editors.bare(question)
    assert "#+" not in query
    asked = small_site.get("/sparql", params={"query": query, "format": "csv"})
    assert asked.text == small_site.get(f"/questions/{name}.csv").text


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_example_in_graphql_comes_with_its_variables_and_runs(
    page: Callable[[str], str], small_site: TestClient, name: str
) -> None:
    address = editors.graphql_address(Library()[name])
    assert f'<a href="{address}"' in unescape(page("/query/graphql"))

    fields = Form(page(address), "/graphql").fields

    sent = {key: values[0] for key, values in parse_qs(urlsplit(address).query).items()}
    assert fields == sent
    told = small_site.get("/graphql", params=fields, headers=BROWSER).json()
    assert "errors" not in told
    assert told["data"]


def test_every_format_that_the_editor_offers_is_given(
    page: Callable[[str], str], small_site: TestClient
) -> None:
    options = Form(page("/query/sparql"), "/sparql").options

    queries = ("SELECT * { ?a ?b ?c } LIMIT 1", "CONSTRUCT WHERE { ?a ?b ?c } LIMIT 1")
    given = {
        option: [
            small_site.get("/sparql", params={"query": each, "format": option}, headers=BROWSER)
            for each in queries
        ]
        for option in options
    }

    statuses = {option: [each.status_code for each in found] for option, found in given.items()}
    rows = {option: [200, 406] for option in ("json", "xml", "csv", "tsv")}
    triples = ("turtle", "ntriples", "jsonld", "rdfxml", "nquads", "trig")
    assert statuses == {"": [200, 200]} | rows | {option: [406, 200] for option in triples}


def test_a_browser_that_asks_sparql_nothing_comes_to_the_editor(small_site: TestClient) -> None:
    def asked(address: str, accept: str) -> tuple[int, str]:
        response = small_site.get(address, headers={"Accept": accept})
        return response.status_code, response.headers.get("location", "")

    browser = BROWSER["Accept"]
    assert asked("/sparql", browser) == (303, "/query/sparql")
    assert asked("/sparql?release=rsmall", browser) == (303, "/query/sparql?release=rsmall")
    assert asked("/sparql?query=ASK%7B%7D", browser) == (200, "")
    assert asked("/sparql?format=turtle", browser) == (200, "")
    assert asked("/sparql", "*/*") == (200, "")
    assert asked("/sparql", "text/turtle, text/html;q=0.5") == (200, "")


def test_the_question_page_leads_to_both_editors(page: Callable[[str], str]) -> None:
    text = page("/questions/bodies/open-on-day?on=2020-03-31")

    assert '<form action="/query/sparql">' in text
    assert '<form action="/query/graphql">' in text
    assert "&#34;on&#34;: &#34;2020-03-31&#34;" in text
