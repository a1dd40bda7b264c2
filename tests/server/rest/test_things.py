"""A thing at its address: formats, redirects, and what happens when there is nothing there."""

import pytest
import rdflib
from rdflib.compare import isomorphic
from starlette.testclient import TestClient

BODY = "/doc/organisation/00N/ccg"
TYPES = {
    "html": "text/html; charset=utf-8",
    "jsonld": "application/ld+json",
    "ttl": "text/turtle; charset=utf-8",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
}


@pytest.mark.parametrize(
    ("accept", "sent"),
    [
        ("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", "html"),
        ("*/*", "html"),
        ("application/ld+json", "jsonld"),
        ("text/turtle", "ttl"),
        ("text/turtle;q=0.5, application/rdf+xml", "rdf"),
        ("application/n-triples", "nt"),
        ("text/plain", "nt"),
        ("application/json, text/html;q=0.9", "json"),
        ("application/*", "jsonld"),
    ],
)
def test_the_format_is_the_one_most_wanted(small_site: TestClient, accept: str, sent: str) -> None:
    response = small_site.get(BODY, headers={"Accept": accept})

    assert (response.status_code, response.headers["content-type"]) == (200, TYPES[sent])


@pytest.mark.parametrize("extension", TYPES)
def test_an_extension_wins_over_accept(small_site: TestClient, extension: str) -> None:
    response = small_site.get(f"{BODY}.{extension}", headers={"Accept": "application/json;q=0.1"})

    assert (response.status_code, response.headers["content-type"]) == (200, TYPES[extension])


def test_a_format_that_there_is_not_is_refused_with_those_that_there_are(
    small_site: TestClient,
) -> None:
    response = small_site.get(BODY, headers={"Accept": "image/png"})

    assert response.status_code == 406
    assert response.json()["hint"] == (
        "There is text/html, application/ld+json, text/turtle, application/n-triples, "
        "application/rdf+xml, application/json, text/csv."
    )


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")  # rdflib's own, in its JSON-LD parser
def test_every_rdf_format_gives_the_same_triples(small_site: TestClient) -> None:
    formats = {"ttl": "turtle", "nt": "nt", "rdf": "xml", "jsonld": "json-ld"}

    graphs = {
        extension: rdflib.Graph().parse(
            data=small_site.get(f"{BODY}.{extension}").text, format=formats[extension]
        )
        for extension in formats
    }

    assert len(graphs["nt"]) > 20
    assert [name for name in graphs if not isomorphic(graphs[name], graphs["nt"])] == []


def test_json_has_the_names_of_the_ontology_and_the_labels_of_what_is_linked(
    small_site: TestClient,
) -> None:
    told = small_site.get(f"{BODY}.json").json()

    assert told["iri"] == "https://w3id.org/coterminous/id/organisation/00N/ccg"
    assert told["type"] == ["Organisation"]
    assert told["label"] == told["name"] == "NHS North Town CCG"
    assert told["inRegister"] is True
    assert told["end"] == "2020-03-31"
    assert told["successor"] == [
        {"iri": "https://w3id.org/coterminous/id/organisation/00T/ccg", "label": "NHS Town CCG"}
    ]
    assert told["evidence"][0]["locator"] == "row 7"


def test_a_thing_leads_to_what_is_written_of_it(small_site: TestClient) -> None:
    response = small_site.get("/id/organisation/00N/ccg?release=rsmall")

    assert response.status_code == 303
    assert response.headers["location"] == "/doc/organisation/00N/ccg?release=rsmall"


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("/id/organisation/00N", "/doc/organisation/00N/ccg"),
        ("/id/organisation/00T?on=2022-06-30", "/doc/organisation/00T/ccg"),
        ("/id/organisation/00T?on=2022-07-01", "/doc/organisation/00T/sub-icb-location"),
        ("/id/organisation/00T", "/search?q=00T"),
    ],
)
def test_a_code_leads_to_the_body_that_used_it(
    small_site: TestClient, address: str, place: str
) -> None:
    response = small_site.get(address)

    assert (response.status_code, response.headers["location"]) == (303, place)


def test_a_code_on_a_day_when_nobody_used_it_is_not_found(small_site: TestClient) -> None:
    response = small_site.get("/id/organisation/00N?on=2020-04-01")

    assert response.status_code == 404
    assert response.json()["detail"] == "Nothing is known by '00N on 2020-04-01'."


def test_a_day_that_no_calendar_has_is_refused(small_site: TestClient) -> None:
    response = small_site.get("/id/organisation/00N?on=2020-02-30")

    assert response.status_code == 400
    assert response.json()["detail"] == "Parameter 'on': '2020-02-30' is not a day"


@pytest.mark.parametrize("extension", ["", ".json", ".ttl"])
def test_an_unknown_thing_is_not_found_and_near_names_are_given(
    small_site: TestClient, extension: str
) -> None:
    address = f"/doc/organisation/00N/cgc{extension}"

    response = small_site.get(address, headers={"Accept": "application/json"})

    assert response.status_code == 404
    assert response.json()["detail"] == "Nothing is known by 'organisation/00N/cgc'."
    assert response.json()["hint"] == "Did you mean 'organisation/00N/ccg'?"


@pytest.mark.parametrize("key", ["a%0D%0ASet-Cookie:%20x", "%3E%3Cscript%3E", "..%2F..%2Fetc"])
def test_no_key_gets_into_a_header_or_out_of_its_place(small_site: TestClient, key: str) -> None:
    redirected = small_site.get(f"/id/person/{key}")
    read = small_site.get(f"/doc/person/{key}", headers={"Accept": "application/json"})

    assert redirected.headers.get("location", "/doc/person/").startswith("/doc/person/")
    assert not {"<", "\n", "\r"} & set(redirected.headers.get("location", ""))
    assert "set-cookie" not in redirected.headers
    assert read.status_code == 404
