"""Each link of a page leads somewhere: to a page and its heading, to an address, to a file."""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

import pytest
from starlette.routing import Match

from kg.release.opened import OpenRelease
from server.app import routes
from server.docs.answer import written
from server.docs.gathered import Page, pages
from server.docs.generated import filled
from server.docs.links import led
from server.docs.rendered import headings, rendered
from tests.conftest import Served

LINK = re.compile(r"(?<!!)\[(?:[^\]\[]|\[[^\]]*\])*\]\(([^)\s]+)\)")
CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)


def links(text: str) -> Iterator[str]:
    for found in LINK.finditer(CODE.sub(lambda found: "x" * len(found[0]), text)):
        yield found[1]


EVERY = [(page, link) for page in pages().values() for link in dict.fromkeys(links(page.text))]


def answers(path: str) -> bool:
    scope = {"type": "http", "method": "GET", "path": path}
    return any(each.matches(scope)[0] == Match.FULL for each in routes())


def test_every_file_that_a_page_points_to_is_there() -> None:
    files = [
        (page, link) for page, link in EVERY
        if not link.startswith(("/", "#", "http", "mailto:"))
    ]  # fmt: skip

    gone = [
        (page.name, link) for page, link in files
        if not (page.file.parent / link.partition("#")[0]).exists()
    ]  # fmt: skip
    assert gone == []


def test_every_link_to_a_page_leads_to_it_and_to_a_heading_of_it(release: OpenRelease) -> None:
    known = pages()
    broken = []
    for page, link in EVERY:
        to = led(page, link)
        path, _, fragment = to.partition("#")
        name = path.removeprefix("/docs/") if path.startswith("/docs/") else ""
        target = page if to.startswith("#") else known.get(name)
        if path.startswith("/docs/") and target is None:
            broken.append((page.name, link))
        elif fragment and target:
            marks = {each.mark for each in headings(target, filled(release, target))}
            broken += [] if fragment in marks else [(page.name, link)]
    assert broken == []


def test_a_page_that_is_sent_as_markdown_points_to_addresses(release: OpenRelease) -> None:
    files = {page.file.resolve() for page in pages().values()}
    sent = {name: list(links(written(release, page))) for name, page in pages().items()}

    assert "/docs/explanation/time.md" in sent["tutorial/first-program"]
    left = {
        (page.name, link) for page in pages().values() for link in sent[page.name]
        if (page.file.parent / link.partition("#")[0]).resolve() in files - {page.file.resolve()}
    }  # fmt: skip
    assert left == set()


def test_every_address_that_a_page_points_to_answers(documented: Served) -> None:
    wanted = {
        (page.name, link) for page, link in EVERY
        if link.startswith("/") and not link.startswith("/docs/")
    }  # fmt: skip

    broken = {}
    for page, link in sorted(wanted):
        answer = documented.client.get(urlsplit(link)._replace(fragment="").geturl(),
                                       headers={"Accept": "text/html, */*;q=0.1"})  # fmt: skip
        fragment = unquote(urlsplit(link).fragment)
        if answer.status_code != 200 or (fragment and f'id="{fragment}"' not in answer.text):
            broken[page, link] = answer.status_code
    assert broken == {}


def test_every_local_address_that_generated_parts_point_to_is_routed(release: OpenRelease) -> None:
    told = {link for page in pages().values() for link in links(filled(release, page))}

    local = {urlsplit(each).path for each in told if each.startswith("/")}
    assert {each for each in local if not answers(each)} == set()


@pytest.mark.parametrize("page", pages().values(), ids=lambda page: page.name)
def test_no_link_of_a_shown_page_is_empty(page: Page, release: OpenRelease) -> None:
    html = rendered(page, filled(release, page)).html

    assert [each for each in re.findall(r'href="([^"]*)"', html) if not each] == []
