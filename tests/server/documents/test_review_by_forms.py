"""The whole way by forms alone: signing in, adding, deciding, marking, committing."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import httpx2
import pytest
from starlette.testclient import TestClient

from kg.release.catalogue import Catalogue
from server.app import create_app
from server.documents.session import COOKIE, SECONDS
from server.settings import ServerSettings
from tests.conftest import Served
from tests.server.documents.conftest import TOKEN, Browser, Call


def candidate(page: str) -> str:
    """The candidate that a page asks about."""
    return str(re.findall(r'name="candidate" value="([^"]+)"', page)[0])


def heading(page: str) -> str:
    """What the card says."""
    return unescape(re.findall(r'<h2 id="what"[^>]*>(.*?)</h2>', page)[0])


def shown_text(page: str) -> str:
    """The text of the document as a browser would keep it."""
    words = re.findall(r'<div class="words"[^>]*>(.*?)</div>', page, re.DOTALL)[0]
    return unescape(re.sub(r"<[^>]+>", "", words))


def test_who_is_not_signed_in_is_led_there_and_back(service: Served) -> None:
    with httpx2.Client(base_url=service.url, headers={"Accept": "text/html"}) as client:
        led = client.get("/documents/abc/review?at=c-1")
        page = client.get(led.headers["location"])
        wrong = client.post("/sign-in", data={"token": "no", "next": "/documents"})
        away = client.post("/sign-in", data={"token": TOKEN, "next": "//example.org/documents"})
        into = client.post(
            "/sign-in", data={"token": TOKEN, "reviewer": "Ada", "next": "/documents/abc/review"}
        )

    assert (led.status_code, led.headers["location"]) == (
        303, "/sign-in?next=%2Fdocuments%2Fabc%2Freview%3Fat%3Dc-1",
    )  # fmt: skip
    assert 'name="next" value="/documents/abc/review?at=c-1"' in page.text
    assert (wrong.status_code, COOKIE in wrong.headers.get("set-cookie", "")) == (403, False)
    assert "That is not a token of this service." in wrong.text
    assert away.headers["location"] == "/documents"
    assert into.headers["location"] == "/documents/abc/review"
    kept = into.headers["set-cookie"]
    assert TOKEN not in kept
    assert kept.startswith(COOKIE)
    assert {"HttpOnly", f"Max-Age={SECONDS}", "SameSite=strict", "Path=/"} <= set(kept.split("; "))


@pytest.mark.parametrize(
    "changed", [lambda text: text[:-1] + "0", lambda text: "A" + text, str.upper]
)
def test_a_cookie_that_was_changed_opens_nothing(service: Served, changed: object) -> None:
    with httpx2.Client(base_url=service.url, headers={"Accept": "text/html"}) as client:
        client.post("/sign-in", data={"token": TOKEN})
        value = client.cookies[COOKIE]
        assert client.get("/documents").status_code == 200
        forged = changed(value)  # type: ignore[operator]
        if forged == value:
            forged = value[:-1] + "1"
        client.cookies.clear()
        answer = client.get("/documents", headers={"Cookie": f"{COOKIE}={forged}"})

    assert answer.status_code == 303


def test_a_form_of_another_site_decides_nothing(browser: Browser, document: str) -> None:
    place = f"/documents/{document}/decisions"
    name = candidate(browser.get(f"/documents/{document}/review").text)
    told = {"candidate": name, "verdict": "accept"}
    for headers in ({"Origin": "https://example.org"}, {"Sec-Fetch-Site": "same-site"}):
        answer = browser.client.post(place, data=told, headers=headers)
        assert answer.status_code == 403

    assert "0 of " in browser.get(f"/documents/{document}/review").text


def test_a_pasted_text_is_kept_as_it_was_typed(browser: Browser) -> None:
    page = browser.post("/documents", text="Two lines\r\n\r\nof a text.\r\n", title="A text")

    assert str(page.url).rpartition("/")[0].endswith("/documents")
    assert "<h1>A text</h1>" in page.text
    assert shown_text(page.text) == "Two lines\n\nof a text.\n"


def test_the_text_on_the_page_is_the_text_of_record(
    browser: Browser, document: str, text: str
) -> None:
    assert shown_text(browser.get(f"/documents/{document}/review").text) == text
    assert shown_text(browser.get(f"/documents/{document}").text) == text


def test_a_decision_leads_on_to_the_next_and_is_undone_by_its_button(
    browser: Browser, document: str
) -> None:
    place = f"/documents/{document}/decisions"
    first = browser.get(f"/documents/{document}/review").text
    name = candidate(first)

    second = browser.post(place, candidate=name, verdict="accept", has="link", link="07X/ccg")
    assert candidate(second.text) != name
    assert "You accepted: " in second.text
    third = browser.post(place, candidate=candidate(second.text), verdict="reject:not in scope")
    assert "2 of " in third.text
    again = browser.get(f"/documents/{document}/review?at={candidate(second.text)}").text
    assert "<strong>refused</strong> by Ada: not about this" in again
    sequence = re.findall(r'name="sequence" value="(\d+)"', third.text)[0]
    undone = browser.post(place, verdict="undo", sequence=sequence)
    assert "1 of " in undone.text


def test_another_body_is_chosen_by_its_code(browser: Browser, document: str) -> None:
    place = f"/documents/{document}/decisions"
    page = browser.get(f"/documents/{document}/review").text
    name = candidate(page)

    no_body = browser.post(place, candidate=name, verdict="accept", has="link", other="ZZZ")
    two = browser.post(place, candidate=name, verdict="accept", has="link", other="26A").text
    browser.post(place, candidate=name, verdict="accept", has="link", other="26A/ccg")
    after = browser.get(f"/documents/{document}/review?at={name}").text

    assert (no_body.status_code, "is no code of the register" in no_body.text) == (400, True)
    assert "One of 26A/ccg, 26A/sub-icb-location." in two
    assert 'value="26A/ccg" checked' in after
    assert "NHS Norfolk and Waveney CCG" in after


def test_parts_of_a_reading_are_put_right(browser: Browser, call: Call, document: str) -> None:
    found = call("GET", f"/documents/{document}/candidates").json()["candidates"]
    tenure = next(each for each in found if each["type"] == "Tenure")
    person = tenure["value"]["person"]["ref"]

    page = browser.post(f"/documents/{document}/decisions", **{
        "candidate": tenure["id"], "verdict": "accept", "has": ["post", "interim", "person"],
        "f-post": "chief officer", "f-interim": "yes", "f-person": person,
    })  # fmt: skip

    found = call("GET", f"/documents/{document}/candidates").json()["candidates"]
    decided = next(each for each in found if each["id"] == tenure["id"])
    assert page.status_code == 200
    assert decided["decided"] == tenure["value"] | {"post": "chief officer", "interim": True}
    implied = next(each for each in found if each["id"] == person)
    assert (implied["verdict"], implied["isImplied"]) == ("accept", True)


def test_what_was_missed_is_found_by_its_words(
    browser: Browser, call: Call, document: str, text: str
) -> None:
    found = browser.get(f"/documents/{document}/review?find=dr+marsh").text
    place = re.findall(r'name="place" type="radio" value="([\d-]+)"', found)[0]

    browser.post(f"/documents/{document}/decisions", verdict="missed", place=place, type="Person")

    start, _, end = place.partition("-")
    assert text[int(start) : int(end)] == "Dr Marsh"
    marked = [each for each in call("GET", f"/documents/{document}/candidates").json()["candidates"]
              if each["id"].startswith("m-")]  # fmt: skip
    assert [(each["type"], each["value"]["name"], each["by"]) for each in marked] == [
        ("Person", "Dr Marsh", "Ada")
    ]
    none = browser.get(f"/documents/{document}/review?find=nowhere+in+it").text
    assert "The text does not have these words." in none


def test_reviewers_who_disagree_are_both_told(browser: Browser, call: Call, document: str) -> None:
    name = candidate(browser.get(f"/documents/{document}/review").text)
    place = f"/documents/{document}/decisions"
    call("POST", place, json={"candidate": name, "verdict": "reject", "reviewer": "Grace"})
    browser.post(place, candidate=name, verdict="accept")

    page = browser.get(f"/documents/{document}/review?at={name}").text

    assert "<strong>Reviewers disagree.</strong> Grace: refused and Ada: accepted." in page


def test_a_commit_tells_what_it_changes_before_it_does(browser: Browser, document: str) -> None:
    page = browser.get(f"/documents/{document}/review").text
    while "All is decided." not in page:
        page = browser.post(
            f"/documents/{document}/decisions", candidate=candidate(page), verdict="accept"
        ).text
    before = browser.get(f"/documents/{document}/commit").text
    after = browser.post(f"/documents/{document}/commit")
    again = browser.get(f"/documents/{document}/commit").text
    gone = browser.post(f"/documents/{document}/withdraw").text

    added = int(
        re.findall(r"<dt>statements added</dt><dd>([\d,]+)</dd>", before)[0].replace(",", "")
    )
    assert added > 50
    assert "<h1>It is in the graph</h1>" in after.text
    assert f'href="/doc/document/{document}"' in after.text
    assert "Nothing: the graph has all that you accepted." in again
    assert "Take all of it out of the graph" in again
    assert re.search(r"It is out of the graph: release <code>[\w+]+</code> is without it", gone)
    assert "In the graph" not in gone


def test_a_document_is_removed_only_by_who_means_it(browser: Browser, document: str) -> None:
    unsure = browser.post(f"/documents/{document}/remove", sure="")
    assert unsure.status_code == 400
    browser.post(f"/documents/{document}/remove", sure="yes")

    assert browser.get(f"/documents/{document}").status_code == 404


def test_words_of_a_text_are_never_markup(browser: Browser) -> None:
    hostile = (
        '<script>alert(1)</script> NHS <b onclick="x()">Slough</b> CCG &amp; "Dr" Ada Marsh\r\n'
    )
    page = browser.post("/documents", text="Words: " + hostile, title='<img src="x">')
    name = re.findall(r'action="/documents/(\w+)/remove"', page.text)[0]
    review = browser.get(f"/documents/{name}/review")

    assert "<script>alert" not in page.text + review.text
    assert "<b onclick" not in page.text
    assert '<img src="x">' not in page.text


def test_a_service_without_a_token_says_what_to_do(small_folder: Path) -> None:
    app = create_app(Catalogue(small_folder), ServerSettings(workers=1))
    with TestClient(app, headers={"Accept": "text/html"}) as client:
        page = client.get("/documents")
        sent = client.post("/sign-in", data={"token": ""})

    assert page.status_code == 200
    assert "this service was started without a token" in page.text
    assert "COTERMINOUS_WRITE_TOKEN=" in page.text
    assert sent.status_code == 403


def test_what_somebody_said_is_told_in_own_words(
    browser: Browser, call: Call, document: str
) -> None:
    found = call("GET", f"/documents/{document}/candidates").json()["candidates"]
    claim = next(each for each in found if "speaker" in each["value"])

    browser.post(f"/documents/{document}/decisions", **{
        "candidate": claim["id"], "verdict": "accept", "has": ["speaker", "text"],
        "f-speaker": claim["value"]["speaker"], "f-text": "They act as one body.",
    })  # fmt: skip

    page = browser.get(f"/documents/{document}/review?at={claim['id']}").text
    assert heading(page) == f"Words of {claim['value']['speaker']}: They act as one body."


def test_a_reading_that_is_accepted_as_it_stands_is_not_changed(
    browser: Browser, call: Call, text: str
) -> None:
    # A group that the text does not list is a party, and no candidate.
    grouped = "Jo Field is chief officer of the six CCGs in Staffordshire and Stoke-on-Trent.\n"
    told = call("POST", "/documents", json={"text": f"{text}\n{grouped}"}).json()
    place = f"/documents/{told['id']}"
    for each in call("GET", f"{place}/candidates").json()["candidates"]:
        page = browser.get(f"{place}/review?at={each['id']}").text
        form = re.findall(r'<form class="decide".*?</form>', page, re.DOTALL)[0]
        sent: dict[str, list[str]] = {}
        for name, value in re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form):
            sent.setdefault(name, []).append(unescape(value))
        for name, value in re.findall(
            r'name="([^"]+)" (?:type="\w+" )?value="([^"]*)"[^>]* checked', form
        ):
            sent.setdefault(name, []).append(unescape(value))
        for name, value in re.findall(
            r'<input id="f-[^"]+" name="(f-[^"]+)" value="([^"]*)"', form
        ):
            sent.setdefault(name, []).append(unescape(value))
        for name, options in re.findall(
            r'<select id="[^"]+" name="([^"]+)">(.*?)</select>', form, re.DOTALL
        ):
            chosen = re.findall(r'<option value="([^"]*)" selected', options)
            sent.setdefault(name, []).extend(unescape(value) for value in chosen[:1])
        browser.post(f"{place}/decisions", verdict="accept", **sent)

    decided = call("GET", f"{place}/candidates").json()["candidates"]

    assert {each["verdict"] for each in decided} == {"accept"}
    assert [each["decided"] for each in decided if each["decided"]] == []
