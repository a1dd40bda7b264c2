"""A search also leads to questions of the library, and officers can be asked for in one area."""

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from kg.questions.library import Library
from server.pages.things.found import asked

LIBRARY = Library()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("who dropped typically", "policy/hedge-dropped"),
        ("Shared OFFICERS Kent 2019", "people/ever-shared"),
        ("what replaced Newcastle West CCG", "lineage/replaced-on-day"),
    ],
)
def test_words_of_a_question_lead_to_it(text: str, first: str) -> None:
    assert asked(LIBRARY, text)[0].name == first


@pytest.mark.parametrize("text", ["", "26A", "2019", "Newcastle West", "qqqqq"])
def test_a_name_or_a_code_alone_asks_nothing(text: str) -> None:
    assert asked(LIBRARY, text) == []


def test_a_search_that_finds_no_name_still_offers_questions(page: Callable[[str], str]) -> None:
    text = page("/search?q=who+shared+officers")

    assert "Nothing is known by that name" in text
    assert '<a href="/questions/people/ever-shared">' in text


def test_officers_are_told_of_one_area_alone(shipped_site: TestClient) -> None:
    asked = "/interlocks?on=2019-04-01&area=kent"
    text = shipped_site.get(asked, headers={"Accept": "text/html"}).text
    told = text[text.index('id="groups"') : text.index('id="mergers"')]

    assert "1 group in “kent”" in told
    assert "Glenn Douglas" in told
    # Ashford has no Kent in its name, but lay in that area.
    assert ">Ashford</a>" in told
    assert "Mark Easton" not in told
