"""Near bodies of the register, and a search for one, on the card and in JSON; none is chosen."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest

from tests.server.documents.conftest import Browser, Call

NAME = "Wrekin, Telfort and Shropshire STP"


@pytest.fixture
def text(request: pytest.FixtureRequest) -> str:
    return f"Members of the {NAME} met Ada Marsh.\n\n{request.node.name}\n"


def body(call: Call, document: str) -> dict[str, Any]:
    """The candidate of that name, as JSON tells it."""
    told = call("GET", f"/documents/{document}/candidates").json()["candidates"]
    found: dict[str, Any] = next(each for each in told if each["value"].get("name") == NAME)
    return found


def options(page: str) -> dict[str, bool]:
    """The bodies that may be chosen by their keys, and which one is."""
    told = re.findall(r'name="link" type="radio" value="([^"]*)"( checked)?', page)
    return {unescape(key): bool(checked) for key, checked in told}


def test_json_tells_near_bodies_beside_what_was_read(call: Call, document: str) -> None:
    told = body(call, document)

    assert (told["value"]["link"], told["value"]["options"]) == (None, [])
    assert told["suggestions"] == [
        {"key": "QOC/stp", "name": "Shropshire and Telford and Wrekin", "opened": "",
         "closed": "2022-06-30"},
    ]  # fmt: skip


def test_the_card_offers_near_bodies_and_chooses_none(
    call: Call, document: str, browser: Browser
) -> None:
    name = body(call, document)["id"]

    page = browser.get(f"/documents/{document}/review?at={name}").text

    assert options(page) == {"QOC/stp": False, "": True}
    assert "No body has this name. These are near; none is chosen." in page


def test_a_search_adds_bodies_to_choose_from(call: Call, document: str, browser: Browser) -> None:
    name = body(call, document)["id"]
    place = f"/documents/{document}/review?at={name}"

    page = browser.get(f"{place}&body=leeds+north").text
    nothing = browser.get(f"{place}&body=%3Cb%3Ezzz").text
    browser.post(
        f"/documents/{document}/decisions", candidate=name, verdict="accept", has="link",
        link="02V/ccg",
    )  # fmt: skip

    assert options(page) == {"02V/ccg": False, "QOC/stp": False, "": True}
    assert 'name="body" form="find-body" value="leeds north"' in page
    assert 'value="&lt;b&gt;zzz"' in nothing
    assert body(call, document)["decided"]["link"] == "02V/ccg"
