"""Every page is also there for programs: as JSON, CSV, JSON-LD and Turtle that say the same."""

from __future__ import annotations

import csv

import pytest
import rdflib
from starlette.testclient import TestClient

from kg.model.names import ID, cot
from server.rest.formats import HTML
from server.rest.reckoning import ADDRESSES

RESULT = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
PLACES = {
    "/questions": "",
    "/questions/bodies/open-on-day": "on=2020-03-31",
    "/search": "q=town",
    "/replaced": "q=00S",
    "/lineage/organisation/00N/ccg": "",
    "/interlocks": "on=2019-04-01",
    "/coterminosity": "on=2021-04-01",
    "/audits": "",
    "/paths": "from=00N&to=organisation/QTT/stp",
    "/since/QTT": "since=2013-01-01",
    "/glossary": "",
    "/about/data": "",
}
"""Pages whose answer is rows, each with a query that it answers over the small world."""
MEDIA = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "jsonld": "application/ld+json",
    "ttl": "text/turtle; charset=utf-8",
}


def asked(site: TestClient, place: str, query: str, form: str) -> bytes:
    response = site.get(f"{place}.{form}" + (f"?{query}" if query else ""))
    assert (response.status_code, response.headers["content-type"]) == (200, MEDIA[form])
    return response.content


def rows_of(graph: rdflib.Graph) -> dict[int, dict[str, rdflib.term.Node]]:
    """The rows of a result set by their places: terms by the names of their columns."""
    return {
        int(str(index)): {
            str(graph.value(each, RESULT["variable"])): value
            for each in graph.objects(row, RESULT["binding"])
            if (value := graph.value(each, RESULT["value"])) is not None
        }
        for row, index in graph.subject_objects(RESULT["index"])
    }


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")  # rdflib's own, in its JSON-LD parser
@pytest.mark.parametrize("place", PLACES)
def test_turtle_and_json_ld_have_the_rows_of_the_csv(small_site: TestClient, place: str) -> None:
    rows = list(csv.reader(asked(small_site, place, PLACES[place], "csv").decode().splitlines()))
    turtle = rdflib.Graph().parse(asked(small_site, place, PLACES[place], "ttl"), format="turtle")
    linked = rdflib.Graph().parse(
        asked(small_site, place, PLACES[place], "jsonld"), format="json-ld"
    )

    found = rows_of(turtle)
    assert rows_of(linked) == found
    assert [
        {name: cell for name, cell in zip(rows[0], row, strict=True) if cell} for row in rows[1:]
    ] == [
        {name: str(term) for name, term in found[place].items() if str(term)}
        for place in range(1, len(rows))
    ]
    columns = {str(each) for each in turtle.objects(None, RESULT["resultVariable"])}
    assert columns == set(rows[0])
    asked(small_site, place, PLACES[place], "json")


@pytest.mark.parametrize("place", [each.path for each in ADDRESSES if each.page and not each.key])
def test_a_page_is_negotiated(small_site: TestClient, place: str) -> None:
    [address] = [each for each in ADDRESSES if each.path == place]
    query = "?on=2019-04-01" if place == "/interlocks" else ""
    query = "?from=00N&to=organisation/QTT/stp" if place == "/paths" else query

    for each in (HTML, *address.formats):
        sent = small_site.get(place + query, headers={"Accept": each.media_type})
        # a plot of the small world may have nothing to show, which is told in a few words
        assert sent.status_code in ((200, 400) if address.fixed else (200,)), each.name
        if sent.status_code == 200:
            assert sent.headers["content-type"].partition(";")[0] == each.media_type


def test_the_model_as_turtle_is_the_graph_that_states_it(small_site: TestClient) -> None:
    found = rdflib.Graph().parse(data=small_site.get("/schema.ttl").content, format="turtle")

    organisation, label = rdflib.URIRef(cot("Organisation")), rdflib.RDFS.label
    assert [str(each) for each in found.objects(organisation, label)] == ["body"]
    classes = {each["iri"] for each in small_site.get("/schema.json").json()["classes"]}
    assert classes <= {str(each) for each in found.subjects(rdflib.RDF.type)}


def test_a_thing_as_csv_has_a_row_for_each_statement(small_site: TestClient) -> None:
    response = small_site.get("/doc/organisation/00N/ccg.csv")
    rows = list(csv.DictReader(response.text.splitlines()))

    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    [code] = [each for each in rows if each["property"] == cot("odsCode")]
    assert code == {
        "thing": f"{ID}organisation/00N/ccg",
        "direction": "out",
        "property": cot("odsCode"),
        "propertyLabel": "ODS code",
        "value": "00N",
        "valueLabel": "",
        "graph": code["graph"],
        "evidence": code["evidence"],
    }
    said = [each for each in rows if each["property"] == cot("asserter")]
    assert len(said) == 25
    assert {each["direction"] for each in said} == {"in"}
    assert said[0]["propertyLabel"]
    assert said[0]["evidence"].startswith(f"{ID}span/900/")


def test_groups_are_kept_to_an_area_in_every_format(shipped_site: TestClient) -> None:
    asked_of = {"on": "2018-11-01", "area": "Kent"}
    whole = shipped_site.get("/interlocks.json", params={"on": "2018-11-01"}).json()
    found = shipped_site.get("/interlocks.json", params=asked_of).json()
    rows = list(
        csv.DictReader(shipped_site.get("/interlocks.csv", params=asked_of).text.splitlines())
    )

    assert ("area" in whole, found["area"]) == (False, "Kent")
    assert 0 < len(found["groups"]) < len(whole["groups"])
    assert all(each in whole["groups"] for each in found["groups"])
    assert {each["group"] for each in rows} == {
        str(place) for place, _ in enumerate(found["groups"], 1)
    }
    assert found["attested"] == whole["attested"]
