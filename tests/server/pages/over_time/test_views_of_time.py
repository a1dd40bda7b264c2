"""The views of lineage and time: what they say, and what they do without what they would show."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from starlette.testclient import TestClient

HTML = {"Accept": "text/html"}


@pytest.fixture(scope="module")
def shipped(shipped_site: TestClient) -> Callable[[str], str]:
    """The HTML of a page of the shipped release."""

    def asked(address: str) -> str:
        response = shipped_site.get(address, headers=HTML)
        assert response.status_code == 200
        return response.text

    return asked


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_the_national_lineage_says_how_many_there_were(shipped: Callable[[str], str]) -> None:
    text = words(shipped("/lineage"))

    assert (
        "211 CCGs on 1 April 2013, 106 CCGs on 30 June 2022, 42 ICBs on 1 July 2022, "
        "36 ICBs on 1 April 2026."
    ) in text
    assert "A band is as wide as the number of CCGs of 2013 that it stands for." in text
    assert "Broken edges and a paler fill are parts of a body." in text


def test_a_band_is_as_wide_as_the_ccgs_of_2013_and_a_part_is_broken(
    shipped: Callable[[str], str],
) -> None:
    html = shipped("/lineage?region=North+West")
    bands = {
        unescape(told): (kind, outline)
        for kind, outline, told in re.findall(
            r'<path class="band hue-\d( part|)"[^>]* d="([^"]+)"><title>([^<]+)</title>', html
        )
    }

    def high(told: str) -> float:
        found = re.match(r"M\S+ (\S+)C.*V.* (\S+)Z$", bands[told][1])
        assert found
        return round(float(found[2]) - float(found[1]), 1)

    cheshire = "Cheshire to Cheshire and Merseyside"
    assert bands[cheshire][0] == ""
    assert high(cheshire) == 4 * high("Wirral to Cheshire and Merseyside") == 60
    glossop = "Tameside and Glossop to Derby and Derbyshire: 13% of its small areas"
    assert bands[glossop][0] == " part"
    assert high(glossop) == pytest.approx(0.1296 * 15, abs=0.11)


def test_boards_of_other_regions_are_told_apart(shipped: Callable[[str], str]) -> None:
    assert "3 ICBs + 1 elsewhere on 1 July 2022" in words(shipped("/lineage?region=North+West"))


def test_a_day_before_ccgs_and_an_unknown_region_are_refused(shipped_site: TestClient) -> None:
    early = shipped_site.get("/lineage?on=2012-01-01", headers=HTML)
    elsewhere = shipped_site.get("/lineage?region=Wessex", headers=HTML)

    assert early.status_code == 400
    assert "the picture is of days from 2013-04-01 to" in words(early.text)
    assert elsewhere.status_code == 404
    assert "Nothing is known by 'Wessex'." in words(elsewhere.text)


def test_a_release_without_those_bodies_says_so(page: Callable[[str], str]) -> None:
    assert "This release does not have the bodies of all these days." in words(page("/lineage"))
    assert "Whom CCGs shared" not in words(page("/timeline"))


def test_links_of_the_picture_keep_day_and_release(shipped: Callable[[str], str]) -> None:
    name = re.findall(r"<code>(r[0-9a-f]+)</code>", shipped("/lineage"))[0]
    html = shipped(f"/lineage?on=2019-04-01&release={name}")

    assert f'href="/lineage?region=London&amp;on=2019-04-01&amp;release={name}"' in html
    assert f'href="/lineage?on=2018-04-01&amp;release={name}"' in html


def test_an_area_is_told_council_by_council_and_member_by_member(
    shipped: Callable[[str], str],
) -> None:
    text = words(shipped("/coterminosity?on=2022-07-01&area=QJG"))

    assert "It divides 1 of the 7 councils that it touches; 87% of its small areas lie in" in text
    assert "East Suffolk 73 of 146 (50%)" in text


def test_an_area_that_was_not_there_is_unknown(shipped_site: TestClient) -> None:
    response = shipped_site.get("/coterminosity?on=2022-07-01&area=Q00", headers=HTML)

    assert response.status_code == 404
    assert "Nothing is known by 'Q00'." in words(response.text)


def test_the_storyline_says_who_is_carried_and_joins_those_who_were_shared(
    shipped: Callable[[str], str],
) -> None:
    html = shipped("/timeline?region=South+East&on=2019-04-01")

    assert "Chief officers of CCGs in the South East that shared one on 1 April 2019" in words(html)
    assert re.search(r'<path class="join hue-\d" data-person="glenn-douglas"', html)
    assert re.search(
        r"<title>Adam Doyle: attested from 31 December 2016 to 30 June 2022, carried from", html
    )
