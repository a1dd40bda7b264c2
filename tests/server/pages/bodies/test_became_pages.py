"""What replaced a body, its lineage, and a table of old codes, as pages without scripts."""

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

HTML = {"Accept": "text/html"}
TABLE = "org,month,patients\n03D,2019-04,1200\nZZZ,2025-01,90\n"
FORM = {"to": "2024-04-01", "code": "org", "period": "month", "value": "patients", "as": "page"}


def lines(text: str) -> list[str]:
    """The words of a page, a line for each stretch between two tags."""
    plain = re.sub(r"<svg.*?</svg>|<style.*?</style>", "", text, flags=re.DOTALL)
    return [
        each
        for each in map(str.strip, unescape(re.sub("<[^>]*>", "\n", plain)).split("\n"))
        if each
    ]


def test_the_first_page_asks_it(shipped_site: TestClient) -> None:
    text = shipped_site.get("/", headers=HTML).text

    assert (
        '<form action="/replaced" class="ask">\n<label for="gone">What replaced …?</label>' in text
    )


def test_the_answer_comes_first_then_picture_table_and_evidence(shipped_site: TestClient) -> None:
    text = shipped_site.get("/replaced?q=03D", headers=HTML).text
    told = lines(text)

    head = told.index("What replaced NHS Hambleton, Richmondshire and Whitby CCG (03D)?")
    assert told[head + 1] == (
        "NHS Humber and North Yorkshire ICB (QOQ) stands in the place of NHS Hambleton,"
        " Richmondshire and Whitby CCG (03D), as far as is known."
    )
    assert text.index("as far as is known") < text.index("<svg ") < text.index('class="steps"')
    assert 'title="Several bodies become one.">merger</a>' in text
    assert '<a href="/doc/citation/successions/merger-into-42d/03D/ccg/42D/ccg">' in text


def test_several_bodies_are_offered_and_each_offer_leads_to_one(shipped_site: TestClient) -> None:
    text = shipped_site.get("/replaced?q=NHS+Leeds&on=2016-01-01", headers=HTML).text

    assert "“NHS Leeds” has meant 3 bodies." in text
    offers = [
        unescape(each) for each in re.findall(r'href="(/replaced\?q=organisation[^"]*)"', text)
    ]
    assert offers == [
        "/replaced?q=organisation/5N1/pct&on=2016-01-01",
        "/replaced?q=organisation/15F/ccg&on=2016-01-01",
        "/replaced?q=organisation/15F/sub-icb-location&on=2016-01-01",
    ]
    assert '<h2 id="options">' not in shipped_site.get(offers[0], headers=HTML).text


def test_near_names_are_offered_for_an_unknown_one(shipped_site: TestClient) -> None:
    text = shipped_site.get("/replaced?q=Nortumberland+Tyne", headers=HTML).text

    assert "No body is known by the code or name “Nortumberland Tyne”." in text
    assert ">Northumberland, Tyne and Wear STP (QVP)</a>" in text


def test_shares_of_a_trust_are_told_with_what_they_count(shipped_site: TestClient) -> None:
    told = lines(shipped_site.get("/replaced?q=5QC&on=2021-06-01", headers=HTML).text)

    place = told.index("In its place on 1 June 2021")
    assert told[place + 6 : place + 9] == [
        "NHS Hampshire, Southampton and Isle of Wight CCG (D9Y0V)", "89.1%", "1 April 2021",
    ]  # fmt: skip
    assert "43.5% of its postcodes" in told


def test_an_authority_is_told_by_the_bodies_that_have_its_area(shipped_site: TestClient) -> None:
    told = lines(shipped_site.get("/replaced?q=Q30", headers=HTML).text)

    place = told.index("Bodies that have its area")
    assert told[place + 1] == "NHS North East and North Cumbria ICB (QHM)"


def test_the_page_of_a_body_has_its_lineage(shipped_site: TestClient) -> None:
    body = shipped_site.get("/doc/organisation/QNQ/icb", headers=HTML).text
    whole = shipped_site.get("/lineage/organisation/QNQ/icb", headers=HTML).text

    assert '<h2 id="lineage">What it came from and became</h2>' in body
    assert (
        '<a href="/lineage/organisation/QNQ/icb">Step by step, with shares and evidence</a>' in body
    )
    assert re.findall(r"<svg.*?</svg>", body, re.DOTALL) == re.findall(
        r"<svg.*?</svg>", whole, re.DOTALL
    )
    assert "lineage" not in re.findall(
        r'<h2 id="(\w+)">', shipped_site.get("/doc/document/004", headers=HTML).text
    )


@pytest.mark.parametrize("sends_file", [False, True])
def test_a_table_is_shown_with_counts_reasons_and_rows(
    shipped_site: TestClient, sends_file: bool
) -> None:
    files = {"file": ("t.csv", TABLE.encode(), "text/csv")} if sends_file else {"file": ("", b"")}
    data = FORM if sends_file else {**FORM, "table": TABLE}
    response = shipped_site.post("/recode", data=data, files=files, headers=HTML)

    told = lines(response.text)
    assert response.status_code == 200
    assert response.headers["cache-control"] == "no-store"
    place = told.index("On the bodies of 1 April 2024")
    assert told[place + 1 : place + 11] == [
        "rows read", "2", "placed", "1", "split by known shares", "0",
        "in parts of unknown size", "0", "not placed", "1",
    ]  # fmt: skip
    assert "1 × no body is known by the code ZZZ" in told
    assert "NHS Humber and North Yorkshire Integrated Care Board" in told
    assert "03D,2019-04,1200" in told  # what was sent is there to be mended and sent again


def test_what_is_wrong_with_a_table_is_told_beside_the_form(shipped_site: TestClient) -> None:
    data = {**FORM, "code": "orgs", "table": TABLE}
    response = shipped_site.post("/recode", data=data, files={"file": ("", b"")}, headers=HTML)

    told = lines(response.text)
    assert response.status_code == 422
    assert told[told.index("table:1: it has no column 'orgs'") + 1] == (
        "Did you mean 'org'? It has 'org', 'month', 'patients'."
    )
    assert 'id="code" name="code" required value="orgs"' in response.text


def test_what_is_sent_is_text_and_not_markup(shipped_site: TestClient) -> None:
    table = "org,<b>x</b>\n<script>alert(1)</script>,</textarea><b>\n"
    data = {"to": "2024-04-01", "code": "org", "table": table, "as": "page"}
    response = shipped_site.post("/recode", data=data, files={"file": ("", b"")}, headers=HTML)
    answer = shipped_site.get("/replaced?q=<script>alert(1)</script>", headers=HTML)

    assert response.status_code == 200
    assert "<script>" not in response.text + answer.text
    assert "<b>" not in response.text
