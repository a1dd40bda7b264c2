"""What is reckoned of a release, over HTTP: the same as the command line prints as JSON."""

from __future__ import annotations

import csv
import json
from io import BytesIO, StringIO
from typing import Any
from xml.etree import ElementTree

import networkx
import pytest
from starlette.testclient import TestClient

from kg.cli.main import run

ID = "https://w3id.org/coterminous/id/"


@pytest.mark.parametrize(
    ("address", "command"),
    [
        ("/interlocks.json?on=2018-11-01", "interlocks --on 2018-11-01"),
        ("/interlocks/bridges.json?on=2018-11-01", "interlocks --bridges --on 2018-11-01"),
        ("/interlocks/longest.json", "interlocks --longest"),
        ("/interlocks/mergers.json", "interlocks --mergers"),
        (
            "/paths.json?from=organisation/05G/ccg&to=organisation/05W/ccg&by=evidence"
            "&on=2018-11-01&through=Interlock&most=3",
            "path id:organisation/05G/ccg id:organisation/05W/ccg --by evidence --on 2018-11-01"
            " --through Interlock --most 3",
        ),
        ("/measures/officers.json?on=2018-11-01", "measures officers --on 2018-11-01"),
        ("/audits.json", "audit"),
        ("/audits/figures.json", "audit figures"),
        ("/audits/predictions.json", "audit predictions"),
        ("/audits/middle-tier.json", "audit middle-tier"),
        ("/audits/drift.json", "audit drift"),
        ("/audits/contradictions.json", "audit contradictions"),
        ("/since/QMM.json?since=2019-01-01", "since QMM 2019-01-01"),
    ],
)
def test_an_address_tells_what_the_command_line_prints(
    shipped_site: TestClient, capsys: pytest.CaptureFixture[str], address: str, command: str
) -> None:
    response = shipped_site.get(address)

    assert run([*command.split(), "--json"]) == 0
    assert response.status_code == 200, response.text
    assert response.json() == json.loads(capsys.readouterr().out)


def rows(site: TestClient, address: str) -> list[dict[str, str]]:
    response = site.get(address)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(StringIO(response.text)))


def test_offices_that_join_bodies_are_rows_with_their_documents(shipped_site: TestClient) -> None:
    found = rows(shipped_site, "/interlocks.csv?on=2018-11-01")
    told = shipped_site.get("/interlocks.json?on=2018-11-01").json()

    assert {each["body"] for each in found} == {
        body["iri"] for group in told["groups"] for body in group["bodies"]
    }
    assert {each["held"] for each in found} == {"attested", "carried"}
    assert all(each["documents"].startswith(ID + "document/") for each in found)


@pytest.mark.parametrize(
    ("address", "count", "first"),
    [
        ("/interlocks/mergers.csv", 37, {"finding": "shared by all", "originals": "3"}),
        ("/audits.csv", None, {"audit": "figures", "what": "agrees"}),
        ("/plots.csv", 4, {"name": "counts"}),
        ("/audits/contradictions.csv", None, {"number": "1", "kind": "disputed-claim"}),
        ("/since/QMM.csv?since=2019-01-01", None, {"what": "changes", "day": "2020-04-01"}),
        ("/plots/counts.csv?on=2020-04-01", None, {}),
    ],
)
def test_each_is_a_table_too(
    shipped_site: TestClient, address: str, count: int | None, first: dict[str, str]
) -> None:
    found = rows(shipped_site, address)

    assert len(found) == (count or len(found)) > 0
    assert {name: found[0][name] for name in first} == first


def test_every_hop_of_a_path_is_a_row_with_its_documents(shipped_site: TestClient) -> None:
    asked = "/paths.csv?from=organisation/05G/ccg&to=person/marcus-warnes&most=1"

    (only,) = rows(shipped_site, asked)

    assert (only["path"], only["hop"], only["term"]) == ("1", "1", "Tenure")
    assert only["sentence"].startswith("Marcus Warnes was chief officer of NHS North")
    assert only["documents"]


def read(form: str, data: bytes) -> int:
    """How many links, lines or statements an export has, read by a program that is not ours."""
    if form == "json":
        return len(json.loads(data)["links"])
    if form in ("csv", "nodes.csv"):
        return len(list(csv.DictReader(StringIO(data.decode()))))
    if form == "graphml":
        return networkx.read_graphml(BytesIO(data)).size()
    if form == "gexf":
        return networkx.read_gexf(BytesIO(data), version="1.2draft").size()
    return len(data.splitlines())


def test_a_network_is_taken_away_in_every_format(shipped_site: TestClient) -> None:
    found = {}
    for form in ("json", "csv", "nodes.csv", "graphml", "gexf", "jsonld", "ttl", "nt", "nq"):
        response = shipped_site.get(f"/export/officers.{form}?on=2018-11-01")
        assert response.status_code == 200, response.text
        found[form] = read(form, response.content)

    links = found["json"]
    assert links > 0
    assert (found["csv"], found["graphml"], found["gexf"]) == (links, links, links)
    assert found["nodes.csv"] < links * 2
    assert 0 < found["nt"] <= found["nq"]


def test_a_plot_is_a_picture_with_its_title_its_source_and_its_words(
    shipped_site: TestClient,
) -> None:
    svg = shipped_site.get("/plots/counts.svg?on=2020-04-01")
    png = shipped_site.get("/plots/counts.png?on=2020-04-01&dark=true")
    told = shipped_site.get("/plots/counts.json?on=2020-04-01").json()

    assert (svg.headers["content-type"], png.headers["content-type"]) == (
        "image/svg+xml", "image/png",
    )  # fmt: skip
    assert png.content.startswith(b"\x89PNG")
    words = " ".join(ElementTree.fromstring(svg.content).itertext())
    assert told["title"] in words
    assert told["asked"] in words
    assert told["description"] in words
    assert "Open Government Licence" in told["source"]
    assert told["rows"][7]["count"] == 135


@pytest.mark.parametrize(
    ("address", "status", "at", "detail"),
    [
        ("/interlocks.json", 400, "on", "Parameter 'on': there is no day"),
        ("/interlocks.json?on=soon", 400, "on", "Parameter 'on': 'soon' is not a day"),
        (
            "/interlocks.json?on=2018-11-01&carry=61",
            400,
            "carry",
            "Parameter 'carry': '61' is not a number from 0 to 60",
        ),
        (
            "/interlocks.json?on=2018-11-01&kind=shop",
            400,
            "kind",
            "Parameter 'kind': 'shop' is no kind of body",
        ),
        ("/paths.json?from=26A", 400, "from", "Parameter 'from': '26A' may be 2 things"),
        ("/paths.json?to=26A", 400, "from", "Parameter 'from': a thing is wanted"),
        (
            "/paths.json?from=06M&to=06W&by=beauty",
            400,
            "by",
            "Parameter 'by': 'beauty' is not length or evidence",
        ),
        (
            "/paths.json?from=06M&to=06W&most=0",
            400,
            "most",
            "Parameter 'most': '0' is not a number from 1 to 50",
        ),
        (
            "/paths.json?from=06M&to=06W&hubs=maybe",
            400,
            "hubs",
            "Parameter 'hubs': 'maybe' is neither true nor false",
        ),
        (
            "/paths.json?from=06M&to=organisation/zzz/ccg",
            404,
            None,
            "Nothing is known by 'organisation/zzz/ccg'.",
        ),
        ("/measures/oficers.json", 404, None, "Nothing is known by 'oficers'."),
        ("/export/shops.gexf", 404, None, "Nothing is known by 'shops'."),
        ("/audits/wishes.json", 404, None, "Nothing is known by 'wishes'."),
        ("/plots/clouds.svg", 404, None, "Nothing is known by 'clouds'."),
        (
            "/plots/counts.svg?region=London",
            400,
            "region",
            "Parameter 'region': the plot 'counts' is of all England",
        ),
        ("/since/QMM.json", 400, "since", "Parameter 'since': there is no day"),
        ("/since/QMM.json?since=lately", 400, "since", "Parameter 'since': 'lately' is not a day"),
        ("/since/nowhere.json?since=2019-01-01", 404, None, "Nothing is known by 'nowhere'."),
        ("/diff", 400, "before", "Parameter 'before': an earlier release is wanted"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_its_reason(
    shipped_site: TestClient, address: str, status: int, at: str | None, detail: str
) -> None:
    response = shipped_site.get(address)

    assert (response.status_code, response.json()["detail"]) == (status, detail)
    assert response.json().get("at") == at


def test_near_names_are_offered_for_a_view(shipped_site: TestClient) -> None:
    hint = shipped_site.get("/measures/oficers.json").json()["hint"]

    assert "Did you mean 'officers'" in hint


def test_a_release_differs_from_itself_in_nothing(shipped_site: TestClient) -> None:
    name = shipped_site.get("/questions.json").json()["release"]

    told = shipped_site.get(f"/diff?before={name}").json()

    expected: dict[str, Any] = {
        "before": name, "after": name, "things": [], "counts": {}, "graphs": {},
    }  # fmt: skip
    assert told == expected


def test_a_release_that_is_not_kept_is_unknown(shipped_site: TestClient) -> None:
    response = shipped_site.get("/diff?before=r0")

    assert (response.status_code, response.json()["code"]) == (404, "unknown-release")


def test_today_leads_to_the_day_itself(shipped_site: TestClient) -> None:
    response = shipped_site.get("/interlocks.json?on=today")

    assert response.status_code == 307
    assert response.headers["location"].startswith("/interlocks.json?on=2")


@pytest.mark.parametrize(
    "words", ["05G ccg", "NHS North Staffordshire CCG", "id:organisation/05G/ccg"]
)
def test_words_that_tell_the_kind_of_a_body_mean_it(shipped_site: TestClient, words: str) -> None:
    told = shipped_site.get("/paths.json", params={"from": words, "to": "05W ccg"}).json()

    ends = (f"{ID}organisation/05G/ccg", f"{ID}organisation/05W/ccg")
    assert (told["from"], told["to"]) == ends
