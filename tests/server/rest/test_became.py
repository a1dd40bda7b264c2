"""What became of bodies, over HTTP: answers, lineages and areas in each format."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from xml.etree import ElementTree

import networkx
import pytest
from starlette.testclient import TestClient

from kg.model.names import mint

ID = "https://w3id.org/coterminous/id/"


def test_what_replaced_a_group_is_told_as_json_with_steps_and_evidence(
    shipped_site: TestClient,
) -> None:
    told = shipped_site.get("/replaced.json?q=15D").json()

    (only,) = told["successors"]
    (path,) = only["paths"]
    assert (told["outcome"], only["share"], only["body"]["code"]) == ("replaced", 1.0, "S0E4D")
    assert path[0] == {
        "from": ID + "organisation/15D/ccg",
        "to": ID + "organisation/D4U1Y/ccg",
        "kind": "merger",
        "day": "2021-04-01",
        "whole": True,
        "part": None,
        "share": 1.0,
        "basis": "whole body",
        "event": ID + "change-event/merger-into-d4u1y",
        "evidence": [ID + "citation/successions/merger-into-d4u1y/15D/ccg/D4U1Y/ccg"],
        "through": None,
        "inferred": False,
        "warnings": [],
    }


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        (
            "q=26A",
            "'26A' has meant 2 bodies. Which is meant? NHS Norfolk and Waveney CCG (26A), 1 April"
            " 2020 to 30 June 2022; Norfolk and Waveney sub-ICB location (26A), since 1 July 2022.",
        ),
        (
            "q=Q30",
            "North East SHA (Q30) ended on 31 March 2013; no body is recorded in its place. The"
            " bodies whose areas had been in it are succeeded by NHS North East and North Cumbria"
            " ICB (QHM).",
        ),
        (
            "q=26A&kind=ccg&on=2021-01-01",
            "NHS Norfolk and Waveney CCG (26A) stood on 1 January 2021.",
        ),
        (
            "q=organisation/26A/ccg&on=2019-01-01",
            "NHS Norfolk and Waveney CCG (26A) did not stand on 1 January 2019: it opened on 1"
            " April 2020.",
        ),
    ],
)
def test_as_text_it_is_a_sentence(shipped_site: TestClient, query: str, sentence: str) -> None:
    response = shipped_site.get(f"/replaced.txt?{query}")

    assert response.text == sentence + "\n"
    assert response.headers["content-type"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize(
    ("address", "at", "detail"),
    [
        ("/replaced.json", "q", "Parameter 'q': a code or a name is wanted"),
        ("/replaced.json?q=03D&on=lately", "on", "Parameter 'on': 'lately' is not a day"),
        ("/replaced.json?q=03D&on=2020-04", "on", "Parameter 'on': '2020-04' is not a day"),
        ("/replaced.json?q=03D&kind=shop", "kind", "Parameter 'kind': 'shop' is no kind of body"),
        ("/lineage/26A.json", "id", "Parameter 'id': '26A' has meant 2 bodies"),
        (
            "/lineage/03D.json?direction=up",
            "direction",
            "Parameter 'direction': 'up' is not forward, back or both",
        ),
        (
            "/lineage/03D.json?through=fusion",
            "kinds",
            "Parameter 'kinds': 'fusion' is no kind of change",
        ),
        ("/coterminosity.json", "on", "Parameter 'on': one of 'on' and 'area' is wanted"),
        (
            "/coterminosity.json?on=2021-04-01&area=QE1",
            "on",
            "Parameter 'on': one of 'on' and 'area' is wanted",
        ),
    ],
)
def test_what_cannot_be_asked_is_refused_by_its_parameter(
    shipped_site: TestClient, address: str, at: str, detail: str
) -> None:
    response = shipped_site.get(address)

    assert response.status_code == 400
    assert (response.json()["at"], response.json()["detail"]) == (at, detail)


def test_a_moving_day_leads_to_the_day_itself(shipped_site: TestClient) -> None:
    response = shipped_site.get("/replaced?q=03D&on=today")

    assert response.status_code == 307
    assert response.headers["location"].startswith("/replaced?q=03D&on=2")


def test_nothing_has_no_lineage_and_near_names_are_offered(shipped_site: TestClient) -> None:
    response = shipped_site.get("/lineage/Frimly.json")

    assert (response.status_code, response.json()["detail"]) == (
        404, "Nothing is known by 'Frimly'.",
    )  # fmt: skip


def test_a_lineage_is_json_by_its_id_or_by_a_code_of_one_body(shipped_site: TestClient) -> None:
    by_id = shipped_site.get("/lineage/organisation/03D/ccg.json?direction=forward").json()
    by_code = shipped_site.get("/lineage/03D?format=json&direction=forward").json()

    assert by_id == by_code
    steps = [(each["from"], each["to"], each["day"]) for each in by_id["steps"]]
    assert steps == [
        (ID + "organisation/03D/ccg", ID + "organisation/42D/ccg", "2020-04-01"),
        (ID + "organisation/42D/ccg", ID + "organisation/QOQ/icb", "2022-07-01"),
    ]
    assert by_id["forward"] == [[0, 1]]


def test_a_lineage_is_cut_by_day_and_by_kind_of_step(shipped_site: TestClient) -> None:
    by_day = shipped_site.get("/lineage/03D.json?direction=forward&until=2021-01-01").json()
    by_kind = shipped_site.get("/lineage/03D.json?direction=forward&through=merger").json()

    assert [each["kind"] for each in by_day["steps"]] == ["merger"]
    assert [each["kind"] for each in by_kind["steps"]] == ["merger"]


def test_a_lineage_is_a_picture(shipped_site: TestClient) -> None:
    response = shipped_site.get("/lineage/organisation/QNQ/icb.svg")

    svg = ElementTree.fromstring(response.text)
    assert response.headers["content-type"] == "image/svg+xml"
    title = svg.findtext("{http://www.w3.org/2000/svg}title")
    assert title == "What NHS Frimley ICB (QNQ) came from and became"
    # What a page may not have in it, the picture has not: it looks the same anywhere.
    assert "style" not in {each.tag.rpartition("}")[2] for each in svg.iter()}


def test_a_lineage_is_a_network(shipped_site: TestClient) -> None:
    response = shipped_site.get("/lineage/organisation/QNQ/icb.graphml")

    graph = networkx.read_graphml(BytesIO(response.content), force_multigraph=True)
    iri = str(mint("organisation", "QNQ", "icb"))
    board = next(node for node, said in graph.nodes(data=True) if said["iri"] == iri)
    assert response.headers["content-type"] == "application/graphml+xml"
    assert graph.nodes[board]["code"] == "QNQ"
    assert sorted(graph.nodes[end]["code"] for start, end in graph.edges() if start == board) == [
        "QRL", "S0E4D", "S9B9J",
    ]  # fmt: skip


def test_a_lineage_is_told_in_sentences(shipped_site: TestClient) -> None:
    lines = shipped_site.get("/lineage/organisation/09L/ccg.txt").text.splitlines()

    assert lines[0] == "NHS East Surrey CCG (09L)"
    assert "On 1 April 2020 NHS East Surrey CCG merged with" in lines[1]


def test_areas_lie_over_councils_as_json_and_as_csv(shipped_site: TestClient) -> None:
    as_json = shipped_site.get("/coterminosity.json?on=2021-04-01").json()["areas"]
    as_csv = shipped_site.get("/coterminosity.csv?on=2021-04-01")

    rows = list(csv.DictReader(StringIO(as_csv.text)))
    assert len(rows) == len(as_json) == 42
    assert rows[0] == {
        "area": ID + "organisation/QE1/stp",
        "code": "QE1",
        "name": "Healthier Lancashire and South Cumbria",
        "day": "2021-04-01",
        "members": "8",
        "edition": "2021-04",
        "carried": "false",
        "index": "0.9915",
        "upperTierLeast": "0.1749",
        "upperTierMost": "0.9915",
        "note": "",
        "districts": "18",
        "divided": "2",
    }
    assert (as_json[0]["code"], as_json[0]["index"]) == ("QE1", 0.9915)


def test_one_area_is_told_for_each_day_on_which_the_map_changed(shipped_site: TestClient) -> None:
    told = shipped_site.get("/coterminosity.json?area=qnq").json()["areas"]

    assert [(each["day"], each["members"], each["index"]) for each in told] == [
        ("2017-04-01", 5, None),
        ("2018-04-01", 3, None),
        ("2019-04-01", 3, None),
        ("2020-04-01", 3, None),
        ("2021-04-01", 1, 0.6864),
        ("2022-07-01", 1, 0.6864),
    ]
