"""The documentation as a browser, a searcher and a program see it."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from kg.release.opened import OpenRelease
from server.docs.found import found
from server.docs.gathered import FIRST, KINDS, Page, beside, kinds, pages, read
from server.docs.rendered import rendered
from tests.conftest import Served

HTML = {"Accept": "text/html"}


def of(text: str) -> Page:
    page = read(f"<!-- docs: how-to/try -->\n# Try\n{text}", Path("try.md"))
    assert page
    return page


def shown(text: str) -> str:
    page = of(text)
    return rendered(page, page.text).html


@pytest.fixture(scope="module")
def index(documented: Served) -> str:
    return documented.client.get("/docs", headers=HTML).text


def test_all_pages_are_listed_by_their_kind(index: str) -> None:
    told = re.findall(r'<h2 id="([a-z-]+)">|<li><a href="/docs/([^"]+)">', index)

    flat = [kind or name for kind, name in told]
    assert flat == [
        name for kind, some in kinds().items() for name in (kind, *(each.name for each in some))
    ]


def test_there_are_pages_of_every_kind_and_a_tutorial_for_each_of_three_readers() -> None:
    assert set(kinds()) == set(KINDS)
    assert set(FIRST) - set(pages()) == set()
    assert [each.name for each in kinds()["tutorial"]] == [
        "tutorial/look-around",
        "tutorial/first-program",
        "tutorial/ask-in-sparql",
    ]


@pytest.mark.parametrize("name", pages())
def test_a_page_is_shown_whole(documented: Served, name: str) -> None:
    answer = documented.client.get(f"/docs/{name}", headers=HTML)
    main = answer.text.partition("<main")[2]
    ids = re.findall(r' id="([^"]+)"', answer.text)

    assert answer.status_code == 200
    assert answer.text.count("<h1>") == 1
    assert len(ids) == len(set(ids))
    assert "generated:" not in answer.text
    assert not re.search(r"<style|<script| style=| on[a-z]+=", main)
    depths = [int(each) for each in re.findall(r"<h([1-6])[ >]", main)]
    assert all(after - before <= 1 for before, after in pairwise(depths))


def test_an_address_that_ends_in_a_slash_leads_to_the_list_of_pages(documented: Served) -> None:
    answer = documented.client.get("/docs/", follow_redirects=False)

    assert (answer.status_code, answer.headers["location"]) == (301, "/docs")


def test_no_more_words_are_repeated_than_anybody_needs(documented: Served) -> None:
    searched = documented.client.get("/docs", params={"q": "x" * 20_000}, headers=HTML)
    missing = documented.client.get(f"/docs/{'x' * 20_000}", headers=HTML)

    assert (searched.status_code, missing.status_code) == (200, 404)
    assert ("x" * 201 in searched.text, "x" * 201 in missing.text) == (False, False)


def test_a_page_is_sent_as_markdown_to_who_asks_for_it(documented: Served) -> None:
    by_name = documented.client.get("/docs/explanation/time.md")
    by_header = documented.client.get("/docs/explanation/time", headers={"Accept": "text/markdown"})

    assert by_name.headers["content-type"] == "text/markdown; charset=utf-8"
    assert by_name.text == by_header.text
    assert by_name.text.startswith("# Time\n\nThree dates are never mixed")


def test_programs_that_read_are_told_all_pages(documented: Served) -> None:
    told = documented.client.get("/llms.txt").text

    assert re.findall(r"\(/docs/(.+)\.md\)", told) == list(pages())
    assert documented.client.get("/docs", headers={"Accept": "text/markdown"}).text == told


def test_a_page_that_is_not_there_is_a_problem_with_near_names(documented: Served) -> None:
    answer = documented.client.get("/docs/explanation/tine")

    assert answer.status_code == 404
    assert answer.json()["code"] == "unknown-thing"
    assert "explanation/time" in answer.json()["hint"]


def test_titles_and_headings_are_searched_titles_first(release: OpenRelease) -> None:
    hits = found(release, "TIME")

    assert hits[0].address == "/docs/explanation/time"
    assert "/docs/tutorial/ask-in-sparql#time" in [each.address for each in hits]
    assert found(release, "  ") == found(release, "no such heading") == []


def test_what_was_searched_is_told_as_it_was_typed(documented: Served) -> None:
    text = documented.client.get("/docs", params={"q": "<b>time"}, headers=HTML).text

    assert "Nothing found for “&lt;b&gt;time”" in text
    assert "<b>time" not in text


def test_pages_follow_each_other_from_the_first_to_the_last() -> None:
    every = list(pages().values())

    assert beside(every[0]) == (None, every[1])
    assert beside(every[-1]) == (every[-2], None)


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("<b>bold</b>", "<p>&lt;b&gt;bold&lt;/b&gt;</p>\n"),
        ("[x](javascript:alert)", "<p>[x](javascript:alert)</p>\n"),
        ("[x](../tests/none.py)", "<p><span>x</span></p>\n"),
        ("[x](https://example.org/)",
         '<p><a href="https://example.org/" rel="noopener">x</a></p>\n'),
        ("```json\n{\"a\": \"<i>\"}\n```", "&lt;i&gt;"),
        ("```nolang\n<i>\n```", "<code>&lt;i&gt;\n</code>"),
        ("```sparql\nASK {}\n```", '<a href="/query/sparql?query=ASK+%7B%7D%0A">Try it</a>'),
        ("```graphql\n{ a }\n```", '<a href="/query/graphql?query=%7B+a+%7D%0A">Try it</a>'),
        ("## A `b` c", '<h2 id="a-b-c">A <code>b</code> c <a class="anchor" href="#a-b-c"'),
    ],
)  # fmt: skip
def test_markdown_becomes_html_in_which_nothing_runs(markdown: str, html: str) -> None:
    assert html in shown(f"\n{markdown}\n")


def test_a_file_whose_first_line_does_not_say_so_is_no_page() -> None:
    assert read("# A readme\n\n<!-- docs: how-to/try -->\n", Path("README.md")) is None
    assert read("<!-- docs: diary/monday -->\n# Monday\n", Path("monday.md")) is None
