"""Writing only if nobody else has written since, and changing a part of one graph."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.conftest import TINY, Served, publish, serving, tiny_statements

TOKEN = {"authorization": "Bearer geheim"}
TURTLE = TOKEN | {"content-type": "text/turtle"}
PATCH = TOKEN | {"content-type": "application/sparql-update"}
PLAIN = {"accept": "application/n-triples"}
STORE = "/rdf-graph-store"


@pytest.fixture(scope="module")
def writable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    place = tmp_path_factory.mktemp("conditions")
    publish(place, "tiny", tiny_statements())
    with serving(place, write_token="geheim") as service:
        yield service


def tag_of(writable: Served, graph: str, accept: str = "text/turtle") -> str:
    headers = {"accept": accept}
    told = writable.client.get(STORE, params={"graph": graph}, headers=headers).headers["etag"]
    head = writable.client.head(STORE, params={"graph": graph}, headers=headers).headers["etag"]
    assert told == head
    return told


def test_a_graph_keeps_its_tag_while_others_are_written(writable: Served) -> None:
    client = writable.client
    client.put(STORE, params={"graph": "urn:a"}, content="<urn:a> <urn:p> 1 .", headers=TURTLE)
    before, shipped = tag_of(writable, "urn:a"), tag_of(writable, TINY)

    client.put(STORE, params={"graph": "urn:b"}, content="<urn:a> <urn:p> 2 .", headers=TURTLE)
    assert (tag_of(writable, "urn:a"), tag_of(writable, TINY)) == (before, shipped)

    client.put(STORE, params={"graph": "urn:a"}, content="<urn:a> <urn:p> 3 .", headers=TURTLE)
    assert tag_of(writable, "urn:a") != before


def test_a_tag_of_any_format_holds_and_an_old_one_does_not(writable: Served) -> None:
    client, graph = writable.client, {"graph": "urn:c"}
    client.put(STORE, params=graph, content="<urn:a> <urn:p> 1 .", headers=TURTLE)
    old = tag_of(writable, "urn:c", "application/rdf+xml")

    taken = client.put(
        STORE, params=graph, content="<urn:a> <urn:p> 2 .", headers=TURTLE | {"if-match": old}
    )
    refused = client.put(
        STORE, params=graph, content="<urn:a> <urn:p> 3 .", headers=TURTLE | {"if-match": old}
    )

    assert (taken.status_code, refused.status_code) == (204, 412)
    assert refused.json()["code"] == "precondition-failed"
    assert '"2"' in client.get(STORE, params=graph, headers=PLAIN).text


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
def test_what_is_not_there_matches_nothing(writable: Served, method: str) -> None:
    media = "application/sparql-update" if method == "PATCH" else "text/turtle"
    headers = TOKEN | {"content-type": media, "if-match": "*"}

    response = writable.client.request(
        method, STORE, params={"graph": "urn:nowhere"}, content="", headers=headers
    )

    assert (response.status_code, response.json()["code"]) == (412, "precondition-failed")
    assert response.json()["detail"] == (
        "The graph <urn:nowhere> is not there, so nothing was done."
    )


def test_a_graph_is_made_only_if_there_is_none(writable: Served) -> None:
    headers = TURTLE | {"if-none-match": "*"}

    answers = [
        writable.client.put(
            STORE, params={"graph": "urn:new"}, content="<urn:a> <urn:p> 1 .", headers=headers
        ).status_code
        for _ in range(2)
    ]

    assert answers == [201, 412]


def test_of_many_who_have_read_the_same_only_one_writes(writable: Served) -> None:
    client, graph = writable.client, {"graph": "urn:race"}
    client.put(STORE, params=graph, content="<urn:a> <urn:p> 0 .", headers=TURTLE)
    headers = TURTLE | {"if-match": tag_of(writable, "urn:race")}

    def write(number: int) -> int:
        text = f"<urn:a> <urn:p> {number} ."
        return client.put(STORE, params=graph, content=text, headers=headers).status_code

    with ThreadPoolExecutor(8) as pool:
        statuses = list(pool.map(write, range(1, 9)))

    assert sorted(statuses) == [204] + [412] * 7
    winner = statuses.index(204) + 1
    assert f'"{winner}"' in client.get(STORE, params=graph, headers=PLAIN).text


def test_an_update_holds_for_the_release_that_it_names(writable: Served) -> None:
    client = writable.client
    update = {"update": "INSERT DATA { <urn:u> <urn:p> 1 }"}
    release = client.post("/update", data=update, headers=TOKEN).headers["x-release"]
    more = {"update": "INSERT DATA { <urn:u> <urn:p> 2 }"}
    headers = TOKEN | {"if-match": f'"{release}"'}

    answers = [client.post("/update", data=more, headers=headers) for _ in range(2)]

    assert [each.status_code for each in answers] == [200, 412]
    assert answers[1].json()["detail"] == (
        f"The data has the ETag {answers[0].headers['x-release']} by now, so nothing was done."
    )


def test_a_condition_that_cannot_be_read_is_refused(writable: Served) -> None:
    headers = TURTLE | {"if-match": "tiny"}

    response = writable.client.put(f"{STORE}/x", content="", headers=headers)

    assert (response.status_code, response.json()["detail"]) == (
        400,
        "Parameter 'If-Match': 'tiny' has no ETag in it",
    )


def test_a_part_of_a_graph_is_changed(writable: Served) -> None:
    client, graph = writable.client, {"graph": "urn:patched"}
    text = "INSERT DATA { <urn:a> <urn:p> 1, 2 }"

    made = client.patch(STORE, params=graph, content=text, headers=PATCH)
    changed = client.patch(
        STORE, params=graph, headers=PATCH,
        content="DELETE { ?s ?p 1 } INSERT { ?s <urn:q> ?o } WHERE { ?s ?p ?o FILTER(?o = 1) }",
    )  # fmt: skip

    assert (made.status_code, changed.status_code) == (201, 204)
    integer = "^^<http://www.w3.org/2001/XMLSchema#integer>"
    assert sorted(client.get(STORE, params=graph, headers=PLAIN).text.splitlines()) == [
        f'<urn:a> <urn:p> "2"{integer} .',
        f'<urn:a> <urn:q> "1"{integer} .',
    ]


def test_a_patch_sees_its_graph_and_no_other(writable: Served) -> None:
    client, graph = writable.client, {"graph": "urn:alone"}
    client.put(STORE, params={"graph": "urn:o"}, content="<urn:o> <urn:o> 1 .", headers=TURTLE)
    client.put(STORE, params=graph, content="<urn:a> <urn:p> 1 .", headers=TURTLE)

    client.patch(
        STORE, params=graph, headers=PATCH,
        content="INSERT { ?s <urn:seen> ?p } WHERE { ?s ?p ?o } ; "
        "INSERT { ?s <urn:seen> ?p } WHERE { GRAPH ?g { ?s ?p ?o } }",
    )  # fmt: skip

    found = client.get(STORE, params=graph, headers=PLAIN).text
    assert found.count("<urn:seen>") == 1
    assert "<urn:a> <urn:seen> <urn:p> ." in found


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { GRAPH <urn:other> { <urn:a> <urn:p> 1 } }",
        "WITH <urn:other> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "DELETE { ?s ?p ?o } USING <urn:other> WHERE { ?s ?p ?o }",
        "DROP ALL",
        "LOAD <http://127.0.0.1:9/>",
    ],
)
def test_a_patch_of_another_graph_is_refused(writable: Served, text: str) -> None:
    response = writable.client.patch(
        STORE, params={"graph": "urn:patched"}, content=text, headers=PATCH
    )

    assert response.json()["code"] in ("bad-query", "federation-refused")
    assert response.status_code in (400, 403)


def test_a_patch_is_an_update_or_nothing(writable: Served) -> None:
    response = writable.client.patch(f"{STORE}/x", content="<a> <b> <c> .", headers=TURTLE)

    assert response.status_code == 415
    assert response.json()["hint"] == "Send application/sparql-update."


def test_the_graphs_of_the_release_take_no_patch(writable: Served) -> None:
    response = writable.client.patch(
        STORE, params={"graph": TINY}, content="DELETE WHERE { ?s ?p ?o }", headers=PATCH
    )

    assert (response.status_code, response.json()["at"]) == (403, TINY)
