"""Writing over HTTP where a release is served: who may, where, and what is refused."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import pytest

from tests.conftest import TINY, Served, publish, serving, tiny_statements

TOKEN = {"authorization": "Bearer geheim"}
TURTLE = {"content-type": "text/turtle"}
STORE = "/rdf-graph-store"
HOME = "https://w3id.org/coterminous/graph/user/default"


@pytest.fixture(scope="module")
def writable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    place = tmp_path_factory.mktemp("writable")
    publish(place, "tiny", tiny_statements())
    with serving(place, write_token="geheim", upload=1) as service:
        yield service


@pytest.mark.parametrize(
    "headers", [{}, {"authorization": "Bearer x"}, {"authorization": "Basic x"}]
)
def test_whoever_has_no_token_is_told_how_to_send_one(
    writable: Served, headers: dict[str, str]
) -> None:
    client = writable.client
    answers = [
        client.post("/update", data={"update": "CLEAR ALL"}, headers=headers),
        client.put(f"{STORE}/a", content="", headers=headers | TURTLE),
        client.post(STORE, content="", headers=headers | TURTLE),
        client.delete(f"{STORE}?default", headers=headers),
    ]

    assert [each.status_code for each in answers] == [401] * 4
    assert {each.json()["code"] for each in answers} == {"unauthorized"}
    # Jena reads only the first challenge, and knows no other than Basic
    assert {each.headers["www-authenticate"] for each in answers} == {
        'Basic realm="coterminous", Bearer realm="coterminous"'
    }


def test_where_no_token_is_set_nobody_writes(served: Served) -> None:
    response = served.client.put(f"{STORE}/a", content="", headers=TOKEN | TURTLE)

    assert (response.status_code, response.json()["code"]) == (403, "forbidden")
    assert response.json()["detail"] == "Nothing may be written here: no token is set."


def test_what_is_written_is_seen_by_the_next_request(writable: Served) -> None:
    update = {"update": "INSERT DATA { <urn:s> <urn:p> <o> }"}

    done = writable.client.post("/update", data=update, headers=TOKEN)
    plain = {"accept": "application/n-triples"}
    found = writable.client.get(f"{STORE}?graph={HOME}", headers=plain)

    told = done.json()
    assert (done.status_code, told["added"], told["removed"]) == (200, 1, 0)
    assert told["release"] == done.headers["x-release"] == f"tiny+{told['sequence']}"
    assert found.headers["x-release"] == told["release"]
    assert found.text == f"<urn:s> <urn:p> <{writable.url}/o> .\n"


def test_the_graphs_of_the_release_stay_as_they_are(writable: Served) -> None:
    before = writable.client.get(f"{STORE}?graph={TINY}").text

    answers = [
        writable.client.delete(f"{STORE}?graph={TINY}", headers=TOKEN),
        writable.client.put(f"{STORE}?graph={TINY}", content="", headers=TOKEN | TURTLE),
        writable.client.post("/update", data={"update": f"CLEAR GRAPH <{TINY}>"}, headers=TOKEN),
    ]

    assert [each.json()["code"] for each in answers] == ["forbidden"] * 3
    assert [each.json()["at"] for each in answers] == [TINY] * 3
    assert writable.client.get(f"{STORE}?graph={TINY}").text == before


def test_a_compressed_document_is_unpacked_up_to_the_limit(writable: Served) -> None:
    packed = TOKEN | TURTLE | {"content-encoding": "gzip"}
    bomb = gzip.compress(b"#" * (64 << 20))

    taken = writable.client.put(f"{STORE}/z", content=gzip.compress(b"<a> a <b> ."), headers=packed)
    refused = writable.client.put(f"{STORE}/z", content=bomb, headers=packed)

    assert (taken.status_code, refused.status_code) == (201, 413)
    assert refused.json()["code"] == "body-too-large"


@pytest.mark.parametrize(
    ("media", "text"),
    [
        ("application/ld+json", "[" * 50_000),
        ("application/ld+json", '{"@context": "http://127.0.0.1:9/", "a": "b"}'),
        ("application/rdf+xml", '<!DOCTYPE r [<!ENTITY a "b">]><r/>'),
        ("text/turtle", "<urn:a> <urn:b> " + "<<( <urn:a> <urn:b> " * 20_000),
        ("text/turtle", "<urn:a> <urn:b>"),
    ],
)
def test_a_dangerous_document_is_refused_and_no_process_is_lost(
    writable: Served, media: str, text: str
) -> None:
    lost = writable.state.readers.counts.copy()

    response = writable.client.put(
        f"{STORE}/d", content=text, headers=TOKEN | {"content-type": media}
    )

    assert (response.status_code, response.json()["code"]) == (400, "bad-document")
    assert writable.client.get(f"{STORE}/d").status_code == 404
    assert writable.state.readers.counts["lost"] == lost["lost"]


def test_the_description_counts_what_was_just_written(writable: Served) -> None:
    client = writable.client
    client.put(
        f"{STORE}?graph=urn:counted", content="<urn:a> <urn:p> 1, 2 .", headers=TOKEN | TURTLE
    )
    void = "<http://rdfs.org/ns/void#triples>"

    def counted() -> tuple[int, int]:
        query = {"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "format": "csv"}
        answer = client.get("/sparql", params=query)
        told = client.get("/void", headers={"accept": "application/n-triples"})
        assert told.headers["x-release"] == answer.headers["x-release"]
        lines = [each for each in told.text.splitlines() if f"{void} " in each]
        most = max(int(each.split(void)[1].split('"')[1]) for each in lines)
        return most, int(answer.text.split()[1])

    before = counted()
    client.post("/update", data={"update": "INSERT DATA { <urn:a> <urn:p> 3 }"}, headers=TOKEN)
    after = counted()

    assert before[0] == before[1]
    assert after[0] == after[1]
    # the triple, and what the history tells of its commit
    assert after[1] > before[1]


def test_shapes_that_a_write_breaks_are_told(tmp_path_factory: pytest.TempPathFactory) -> None:
    place = tmp_path_factory.mktemp("shapes")
    publish(place, "tiny", tiny_statements())
    person = "<urn:zebra> a <https://w3id.org/coterminous/def#Person> ."
    with serving(place, write_token="geheim", shacl="warn,refuse=urn:strict") as service:
        client = service.client
        strict = client.put(f"{STORE}?graph=urn:strict", content=person, headers=TOKEN | TURTLE)
        warned = client.put(f"{STORE}?graph=urn:g", content=person, headers=TOKEN | TURTLE)
        update = {"update": f"INSERT DATA {{ GRAPH <urn:h> {{ {person} }} }}"}
        told = client.post("/update", data=update, headers=TOKEN).json()

    assert (strict.status_code, strict.json()["code"]) == (422, "invalid-write")
    assert strict.json()["at"] == "urn:zebra"
    assert "[cots:Person-name]" in strict.json()["detail"]
    assert warned.status_code == 201
    assert int(warned.headers["x-violations"]) == len(told["violations"])
    assert warned.headers["link"] == (
        '<https://w3id.org/coterminous/id/commit/1>; rel="describedby"'
    )
    assert any("[cots:Person-name]" in each for each in told["violations"])
