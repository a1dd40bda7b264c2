"""A question's parameter that is a thing: by its code or its name, where that is one thing."""

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

ASKED = "/questions/lineage/successors"
NORTH = "https://w3id.org/coterminous/id/organisation/00N/ccg"


@pytest.mark.parametrize(
    "typed",
    [
        "00N",
        "00n",
        "NHS North Town CCG",
        "north town ccg",
        "NHS North Town Clinical Commissioning Group",
        "id:organisation/00N/ccg",
        NORTH,
    ],
)
def test_a_code_or_a_name_is_as_good_as_an_iri(small_site: TestClient, typed: str) -> None:
    told = small_site.get(f"{ASKED}.json", params={"body": typed}).json()

    assert told["parameters"] == {"body": NORTH}
    assert "NHS Town CCG" in [row["name"] for row in told["rows"]]


@pytest.mark.parametrize(
    ("typed", "detail", "hint"),
    [
        ("00T", "Parameter 'body': '00T' may be 2 things",
         "Did you mean 'organisation/00T/ccg' or 'organisation/00T/sub-icb-location'?"),
        ("North", "Parameter 'body': nothing is known by 'North'",
         "Did you mean 'organisation/00N/ccg'?"),
        ("9ZZ zzz", "Parameter 'body': nothing is known by '9ZZ zzz'",
         "Write a code, a name or an IRI."),
        ("A letter about systems",  # a document, where a body is asked for
         "Parameter 'body': nothing is known by 'A letter about systems'",
         "Write a code, a name or an IRI."),
    ],
)  # fmt: skip
def test_what_is_not_one_thing_is_refused_with_near_names(
    small_site: TestClient, typed: str, detail: str, hint: str
) -> None:
    for extension in (".json", ".csv", ""):
        response = small_site.get(
            ASKED + extension, params={"body": typed}, headers={"Accept": "text/csv"}
        )

        told = response.json()
        assert (response.status_code, told["detail"], told["hint"]) == (400, detail, hint)


@pytest.mark.parametrize(
    ("on", "kind"),
    [("2021-01-01", "ccg"), ("2022-06-30", "ccg"), ("2022-07-01", "sub-icb-location")],
)
def test_a_code_of_two_bodies_is_that_of_the_one_that_stood_on_the_day(
    small_site: TestClient, on: str, kind: str
) -> None:
    asked = {"body": "00T", "on": on}
    told = small_site.get("/questions/areas/of-body-on-day.json", params=asked).json()

    body = f"https://w3id.org/coterminous/id/organisation/00T/{kind}"
    assert told["parameters"] == {"body": body, "on": on}


def test_a_code_of_none_that_stood_on_the_day_is_refused_as_ever(small_site: TestClient) -> None:
    asked = {"body": "00T", "on": "2015-01-01"}
    told = small_site.get("/questions/areas/of-body-on-day.json", params=asked).json()

    assert told["detail"] == "Parameter 'body': '00T' may be 2 things"


def test_a_day_that_is_none_is_named_before_the_code_is_read(small_site: TestClient) -> None:
    asked = {"body": "00T", "on": "2020-02-30"}
    told = small_site.get("/questions/areas/of-body-on-day.json", params=asked).json()

    assert told["detail"] == "Parameter 'on': '2020-02-30' is not a day"


def test_the_form_takes_a_code_and_says_what_it_was_read_as(page: Callable[[str], str]) -> None:
    text = page(f"{ASKED}?body=00N")

    assert 'value="id:organisation/00N/ccg"' in text
    assert "by its code, its name or its IRI; now NHS North Town CCG" in text
    assert '<a href="/doc/organisation/00T/ccg">NHS Town CCG</a>' in text


def test_the_problem_page_leads_to_what_may_be_meant(page: Callable[[str], str]) -> None:
    text = page(f"{ASKED}?body=00T")

    assert '<a href="/doc/organisation/00T/ccg">organisation/00T/ccg</a>' in text


def test_a_code_keeps_the_release_that_was_asked(small_site: TestClient) -> None:
    def place(address: str) -> str:
        return small_site.get(f"{address}?release=rsmall").headers["location"]

    assert place("/id/organisation/00N") == "/doc/organisation/00N/ccg?release=rsmall"
    assert place("/id/organisation/00T") == "/search?q=00T&release=rsmall"
