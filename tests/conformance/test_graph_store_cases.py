"""Graph Store HTTP Protocol: the W3C's cases in their order, each way that a graph may be named.

Each step stands on those before it, so they are asked in one go.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from tests.conftest import Served

TOKEN = {"authorization": "Bearer conformance"}
TURTLE = {"content-type": "text/turtle"}
OTHER_TYPE = {"content-type": "a/b"}
STORE = "/rdf-graph-store"
JANE = "<http://example.org/jane> <http://xmlns.com/foaf/0.1/name> "
ONE, OTHER = f'{JANE}"Jane" .', f'{JANE}"Jane Doe" .'
XML = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
    'rdf:about="http://example.org/jane"><name xmlns="http://xmlns.com/foaf/0.1/">Jane</name>'
    "</rdf:Description></rdf:RDF>"
)
FORM = {"content-type": "multipart/form-data; boundary=x"}
PARTS = (
    f"--x\r\nContent-Disposition: form-data; name=a; filename=a.ttl\r\n"
    f"Content-Type: text/turtle\r\n\r\n{ONE}\r\n"
    f"--x\r\nContent-Disposition: form-data; name=b; filename=b.nt\r\n\r\n{OTHER}\r\n--x--\r\n"
)


@dataclass(frozen=True)
class Step:
    """A request, its status, and the triples that a GET gives."""

    name: str
    method: str
    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: str = ""
    holds: tuple[str, ...] | None = None


STEPS = [
    Step("PUT makes a graph", "PUT", 201, TURTLE, ONE),
    Step("GET gives it", "GET", 200, holds=(ONE,)),
    Step("HEAD tells of it", "HEAD", 200),
    Step("PUT again puts another in its place", "PUT", 204, TURTLE, OTHER),
    Step("GET gives the other", "GET", 200, holds=(OTHER,)),
    Step("PUT of what is not of its type changes nothing", "PUT", 400, TURTLE, XML),
    Step(
        "PUT of a type that is not known changes nothing", "PUT", 415, {"content-type": "a/b"}, ONE
    ),
    Step("GET still gives the other", "GET", 200, holds=(OTHER,)),
    Step("POST adds to it", "POST", 204, {"content-type": "application/rdf+xml"}, XML),
    Step("GET gives both", "GET", 200, holds=(ONE, OTHER)),
    Step("DELETE drops it", "DELETE", 204),
    Step("GET finds nothing", "GET", 404),
    Step("HEAD finds nothing", "HEAD", 404),
    Step("DELETE finds nothing", "DELETE", 404),
    Step("POST makes a graph", "POST", 201, TURTLE, ONE),
    Step("POST of a form adds all its documents", "POST", 204, FORM, PARTS),
    Step("GET gives what all of them say", "GET", 200, holds=(ONE, OTHER)),
    Step("PUT of nothing leaves an empty graph", "PUT", 204, TURTLE, ""),
    Step("GET gives the empty graph", "GET", 200, holds=()),
]


@pytest.mark.parametrize(
    "address", [f"{STORE}?graph=http://example.org/g", f"{STORE}/person/1.ttl"],
    ids=["named by a parameter", "named by the address"],
)  # fmt: skip
def test_a_graph_is_kept_as_the_protocol_says(empty: Served, address: str) -> None:
    for step in STEPS:
        took(empty, address, step)


def test_the_default_graph_is_kept_likewise(empty: Served) -> None:
    address = f"{STORE}?default"

    took(empty, address, Step("put", "PUT", 204, TURTLE, ONE))
    took(empty, address, Step("get", "GET", 200, holds=(ONE,)))
    took(empty, address, Step("add", "POST", 204, TURTLE, OTHER))
    took(empty, address, Step("get", "GET", 200, holds=(ONE, OTHER)))
    took(empty, address, Step("drop", "DELETE", 204))
    # It is always there, be it empty.
    took(empty, address, Step("get", "GET", 200, holds=()))


def test_a_graph_without_a_name_is_given_one(empty: Served) -> None:
    made = empty.client.post(STORE, content=ONE, headers=TURTLE | TOKEN)

    place = made.headers["location"]
    assert made.status_code == 201
    assert place.startswith(f"{empty.url}{STORE}/")
    took(empty, place, Step("get", "GET", 200, holds=(ONE,)))


@pytest.mark.parametrize(
    ("address", "status"),
    [(STORE, 400), (f"{STORE}?graph=g", 400), (f"{STORE}?default&graph=urn:g", 400),
     (f"{STORE}/a?default", 400), (f"{STORE}?graph=urn:a&graph=urn:b", 400)],
)  # fmt: skip
def test_a_request_is_about_one_graph_by_its_iri(empty: Served, address: str, status: int) -> None:
    assert empty.client.get(address).status_code == status
    assert empty.client.delete(address, headers=TOKEN).status_code == status


def test_addresses_in_a_document_are_read_beside_its_graph(empty: Served) -> None:
    empty.client.put(f"{STORE}/a/b", content="<c> <d> <> .", headers=TURTLE | TOKEN)

    found = empty.client.get(f"{STORE}/a/b", headers={"accept": "application/n-triples"})

    place = f"{empty.url}{STORE}/a/"
    assert found.text == f"<{place}c> <{place}d> <{place}b> .\n"


def test_a_graph_that_a_client_has_is_not_sent_again(empty: Served) -> None:
    empty.client.put(f"{STORE}/kept", content=ONE, headers=TURTLE | TOKEN)
    first = empty.client.get(f"{STORE}/kept")

    known = {"if-none-match": first.headers["etag"]}
    again = empty.client.get(f"{STORE}/kept", headers=known)
    empty.client.put(f"{STORE}/kept", content=OTHER, headers=TURTLE | TOKEN)
    changed = empty.client.get(f"{STORE}/kept", headers=known)

    assert (again.status_code, changed.status_code) == (304, 200)


def took(served: Served, address: str, step: Step) -> None:
    """Take a step, and see that it came out as it should."""
    sent = step.headers | (TOKEN if step.method in ("PUT", "POST", "DELETE") else {})
    if step.holds is not None:
        sent = sent | {"accept": "application/n-triples"}
    response = served.client.request(step.method, address, headers=sent, content=step.body)

    assert response.status_code == step.status, (step.name, response.text)
    if step.holds is not None:
        assert sorted(response.text.splitlines()) == sorted(step.holds), step.name
    if step.method == "HEAD":
        assert response.content == b"", step.name
        assert response.headers["content-type"], step.name
