"""Atom feeds of bodies, areas and questions, as feed readers ask for them."""

import re
from datetime import datetime
from xml.etree.ElementTree import Element, fromstring

import pytest
from starlette.testclient import TestClient

ATOM = "{http://www.w3.org/2005/Atom}"
BODY = "organisation/26A/ccg"
FEEDS = [
    f"/feeds/body/{BODY}.atom",
    "/feeds/area/organisation/QMM/icb.atom",
    "/feeds/question/mergers/completed.atom",
    "/feeds/question/bodies/count-on-day.atom?on=2020-03-31",
]


def fed(site: TestClient, address: str) -> Element:
    answer = site.get(address)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    return fromstring(answer.content)


def texts(feed: Element, name: str) -> list[str]:
    return [each.text or "" for each in feed.iter(ATOM + name)]


@pytest.mark.parametrize("address", FEEDS)
def test_a_feed_has_all_that_rfc_4287_wants(shipped_site: TestClient, address: str) -> None:
    feed = fed(shipped_site, address)
    entries = feed.findall(ATOM + "entry")

    assert feed.tag == ATOM + "feed"
    assert entries
    for each in (feed, *entries):
        (name,), (title,), (day,) = (
            [one.text for one in each.findall(ATOM + wanted)]
            for wanted in ("id", "title", "updated")
        )
        assert name
        assert re.fullmatch(r"https://\S+", name)
        assert title
        assert day
        assert datetime.fromisoformat(day).tzinfo
    assert len(feed.findall(f"{ATOM}author/{ATOM}name")) == 1
    links = {each.attrib["rel"]: each.attrib["href"] for each in feed.findall(ATOM + "link")}
    assert links["self"] == address
    names = texts(feed, "id")
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("address", FEEDS)
def test_whatever_a_feed_leads_to_is_there(shipped_site: TestClient, address: str) -> None:
    feed = fed(shipped_site, address)

    places = {each.attrib["href"] for each in feed.iter(ATOM + "link")}
    sent = {"Accept": "text/html, application/atom+xml;q=0.9"}
    found = {each: shipped_site.get(each, headers=sent).status_code for each in places}
    assert found == dict.fromkeys(places, 200)


def test_the_feed_of_a_body_tells_what_it_came_of_and_became_the_latest_first(
    shipped_site: TestClient,
) -> None:
    feed = fed(shipped_site, f"/feeds/body/{BODY}.atom")
    days = [each.findtext(ATOM + "updated") or "" for each in feed.findall(ATOM + "entry")]
    base = "https://w3id.org/coterminous/id/change-event/"

    assert days == sorted(days, reverse=True)
    assert {f"{base}merger-into-26a", f"{base}succession-to-qmm"} <= set(texts(feed, "id"))


def test_an_area_tells_at_least_what_its_body_does(shipped_site: TestClient) -> None:
    body = texts(fed(shipped_site, "/feeds/body/organisation/QMM/icb.atom"), "id")[1:]
    area = texts(fed(shipped_site, "/feeds/area/organisation/QMM/icb.atom"), "id")[1:]

    assert set(body) < set(area)


def test_another_answer_is_another_entry(shipped_site: TestClient) -> None:
    one, same, other = (
        texts(fed(shipped_site, f"/feeds/question/bodies/count-on-day.atom?on={day}"), "id")[1]
        for day in ("2020-03-31", "2020-03-31", "2020-04-01")
    )

    assert one == same != other


def test_who_has_it_already_is_told_so(shipped_site: TestClient) -> None:
    tag = shipped_site.get(FEEDS[0]).headers["etag"]

    again = shipped_site.get(FEEDS[0], headers={"If-None-Match": tag})

    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("page", "feed"),
    [
        (f"/doc/{BODY}", f"/feeds/body/{BODY}.atom"),
        ("/questions/mergers/completed", "/feeds/question/mergers/completed.atom"),
        ("/since/organisation/QMM/icb?since=2020-01-01", FEEDS[1]),
    ],
)
def test_a_page_names_its_feed(shipped_site: TestClient, page: str, feed: str) -> None:
    html = shipped_site.get(page, headers={"Accept": "text/html"}).text

    found = re.findall(
        r'<link rel="alternate" type="application/atom\+xml"[^>]*href="([^"]+)"', html
    )
    assert found == [feed]


def test_what_is_not_there_has_no_feed(shipped_site: TestClient) -> None:
    answers = [
        shipped_site.get(f"/feeds/{each}.atom")
        for each in ("body/nothing", "question/no/question", "cat/26A")
    ]

    assert [each.status_code for each in answers] == [404, 404, 404]
