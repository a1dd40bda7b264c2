"""A question at its address: formats that agree, parameters, and the description of it all."""

import csv
import io
from xml.etree import ElementTree

import pytest
import rdflib
from starlette.testclient import TestClient

from kg.release.opened import OpenRelease

ASKED = "/questions/bodies/open-on-day"
ON = "?on=2020-03-31"
OPEN = ["NHS <b>South</b> & <script>document.title='run'</script> CCG", "NHS North Town CCG"]
RS = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")


def test_json_tells_the_question_the_columns_and_the_release(small_site: TestClient) -> None:
    told = small_site.get(f"{ASKED}.json{ON}").json()

    assert told["name"] == "bodies/open-on-day"
    assert told["question"] == "Which bodies of this kind were open on this day?"
    assert told["release"] == "rsmall"
    assert told["parameters"] == {
        "kind": "https://w3id.org/coterminous/def/v#type-ccg",
        "on": "2020-03-31",
    }
    assert told["columns"][1] == {"name": "code", "meaning": "its ODS code"}
    assert sorted(row["name"] for row in told["rows"]) == sorted(OPEN)
    assert {row["closed"] for row in told["rows"]} == {"2020-03-31"}


def test_every_format_gives_the_same_rows(small_site: TestClient) -> None:
    def text(extension: str) -> str:
        return small_site.get(f"{ASKED}.{extension}{ON}").text

    told = small_site.get(f"{ASKED}.json{ON}").json()["rows"]
    names = [column["name"] for column in small_site.get(f"{ASKED}.json{ON}").json()["columns"]]
    rows = [[row[name] or "" for name in names] for row in told]

    assert list(csv.reader(io.StringIO(text("csv")))) == [names, *rows]
    assert text("tsv").splitlines()[0] == "\t".join(f"?{name}" for name in names)
    assert len(text("tsv").splitlines()) == len(rows) + 1
    bindings = small_site.get(f"{ASKED}.srj{ON}").json()["results"]["bindings"]
    assert [[each[name]["value"] for name in names] for each in bindings] == rows
    solutions = ElementTree.fromstring(text("xml")).findall(".//{*}result")
    assert [[value.text for binding in each for value in binding] for each in solutions] == rows
    assert _from_turtle(text("ttl"), names) == rows


def _from_turtle(text: str, names: list[str]) -> list[list[str]]:
    graph = rdflib.Graph().parse(data=text, format="turtle")
    solutions = {
        int(str(graph.value(each, RS["index"]))): each for each in graph.objects(None, RS.solution)
    }
    rows = []
    for _, solution in sorted(solutions.items()):
        bound = {
            str(graph.value(each, RS.variable)): str(graph.value(each, RS.value))
            for each in graph.objects(solution, RS.binding)
        }
        rows.append([bound[name] for name in names])
    return rows


def test_csv_follows_rfc_4180(small_site: TestClient) -> None:
    response = small_site.get(f"{ASKED}.csv{ON}")

    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert response.text.startswith("body,code,name,opened,closed\r\n")
    assert response.text.endswith("\r\n")


def test_a_parameter_left_empty_keeps_its_default(small_site: TestClient) -> None:
    told = small_site.get(f"{ASKED}.json?on=&kind=cotv:type-stp").json()

    assert told["parameters"]["on"] == "2021-04-01"
    assert [row["code"] for row in told["rows"]] == ["QTT"]


@pytest.mark.parametrize(
    ("query", "detail", "hint"),
    [
        ("?when=2020-01-01", "Parameter 'when': the question has no such parameter",
         "It has kind, on."),
        ("?on=yesterday", "Parameter 'on': 'yesterday' is not a day", "Write it as 2020-04-01."),
        ("?kind=no+scheme", "Parameter 'kind': 'no scheme' is not an IRI",
         "Write it whole, or as id:… or cotv:…."),
        ("?kind=urn:x%3E}", "Parameter 'kind': 'urn:x>}' is not an IRI",
         "Write it whole, or as id:… or cotv:…."),
    ],
)  # fmt: skip
@pytest.mark.parametrize("extension", [".json", ".csv", ""])
def test_a_parameter_that_cannot_be_read_is_refused_in_every_format(
    small_site: TestClient, query: str, detail: str, hint: str, extension: str
) -> None:
    address = f"{ASKED}{extension}{query}"

    response = small_site.get(address, headers={"Accept": "text/csv, application/json;q=0.5"})

    assert response.status_code == 400
    assert (response.json()["detail"], response.json()["hint"]) == (detail, hint)


def test_an_unknown_question_is_not_found_and_near_names_are_given(small_site: TestClient) -> None:
    response = small_site.get("/questions/bodies/open-on-dya.json")

    assert response.status_code == 404
    assert response.json()["hint"].startswith("Did you mean 'bodies/open-on-day'")


def test_today_is_resolved_before_anything_may_be_kept(small_site: TestClient) -> None:
    response = small_site.get(f"{ASKED}.json?on=today&kind=cotv:type-stp")

    assert response.status_code == 307
    assert response.headers["cache-control"] == "no-store"
    place = response.headers["location"]
    assert place.startswith(f"{ASKED}.json?on=20")
    assert place.endswith("&kind=cotv%3Atype-stp")
    assert small_site.get(place).status_code == 200


def test_the_list_of_questions_has_every_question(
    small_site: TestClient, small_release: OpenRelease
) -> None:
    told = small_site.get("/questions.json").json()["questions"]

    assert [each["name"] for each in told] == list(small_release.library)
    assert all(each["address"] == f"/questions/{each['name']}" for each in told)


def test_openapi_describes_every_question_and_its_parameters(
    small_site: TestClient, small_release: OpenRelease
) -> None:
    described = small_site.get("/openapi.json").json()

    for question in small_release.library.values():
        operation = described["paths"][f"/questions/{question.name}"]["get"]
        names = [each["name"] for each in operation["parameters"]]
        assert names == [each.name for each in question.header.parameters] + ["format", "release"]
    operation = described["paths"]["/questions/bodies/open-on-day"]["get"]
    assert operation["parameters"][1] == {
        "name": "on",
        "in": "query",
        "description": "the day",
        "schema": {"type": "string", "format": "date", "default": "2021-04-01"},
    }


def test_a_search_is_answered_as_json(small_site: TestClient) -> None:
    told = small_site.get("/search.json?q=00N&first=1").json()

    assert (told["q"], told["release"]) == ("00N", "rsmall")
    assert [(hit["id"], hit["label"], hit["kind"]) for hit in told["hits"]] == [
        ("id:organisation/00N/ccg", "NHS North Town CCG", "Organisation")
    ]


@pytest.mark.parametrize("first", ["0", "101", "many", "-1"])
def test_a_search_for_too_many_is_refused(small_site: TestClient, first: str) -> None:
    response = small_site.get(f"/search.json?q=town&first={first}")

    assert response.status_code == 400
    assert (
        response.json()["detail"] == f"Parameter 'first': '{first}' is not a number from 1 to 100"
    )
