"""A page that was asked of a release leads on within that release."""

import re
from collections.abc import Callable

import pytest

PLACES = [
    "/",
    "/questions",
    "/search?q=town",
    "/replaced?q=00N",
    "/replaced?q=town",
    "/lineage/organisation/00N/ccg",
    "/recode",
    "/interlocks",
    "/coterminosity?on=2021-04-01",
    "/audits",
    "/paths?from=00N&to=organisation/QTT/stp",
    "/since?area=QTT&since=2013-01-01",
    "/timeline",
    "/schema",
    "/about/data",
    "/query/sparql",
    "/query/graphql",
    "/doc/organisation/00N/ccg",
    "/doc/organisation/QTT/stp?on=2021-01-01",
    "/questions/bodies/open-on-day?on=2020-03-31",
    "/questions/people/shared-chief-officer",
    "/questions/lineage/successors?body=00T",  # a problem: two bodies have had the code
    "/doc/organisation/00N/gone",
]


def leading(text: str) -> list[str]:
    return [each for each in re.findall(r'<a [^>]*?href="([^"]*)"', text) if each.startswith("/")]


@pytest.mark.parametrize("place", PLACES)
def test_every_link_and_every_form_keeps_the_release(
    page: Callable[[str], str], place: str
) -> None:
    text = page(f"{place}{'&' if '?' in place else '?'}release=rsmall")

    links = leading(text)
    assert len(links) > 5
    assert [each for each in links if not re.search(r"(\?|&amp;)release=rsmall(#|$|&)", each)] == []
    assert [each for each in links if each.count("release=") > 1] == []
    kept = '<input type="hidden" name="release" value="rsmall">'
    assert re.findall(rf"<form [^>]*>(?!{kept})", text) == []


@pytest.mark.parametrize("place", PLACES)
def test_without_a_release_no_link_names_one(page: Callable[[str], str], place: str) -> None:
    text = page(place)

    assert [each for each in leading(text) if "release=" in each] == []
    assert 'name="release"' not in text


def test_the_page_of_an_unknown_release_does_not_lead_back_to_it(
    page: Callable[[str], str],
) -> None:
    text = page("/questions?release=rgone")

    assert "No release is named" in text
    assert [each for each in leading(text) if "release=" in each] == []


def test_a_link_that_leads_out_of_the_site_is_left_as_it_is(page: Callable[[str], str]) -> None:
    text = page("/about/data?release=rsmall")

    outside = [each for each in re.findall(r'href="([^"]*)"', text) if each.startswith("http")]
    assert outside
    assert [each for each in outside if "release=" in each] == []


def test_pictures_are_of_the_release_of_their_page(page: Callable[[str], str]) -> None:
    pictures = re.findall(r'(?:src|srcset)="(/plots/[^"]*)"', page("/timeline?release=rsmall"))

    assert pictures
    assert [each for each in pictures if "release=rsmall" not in each] == []
