"""Graph Store HTTP Protocol: the W3C's cases in their order, each way that a graph may be named."""

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
    """A request, its status, and the triples that a GET gives; W3C's cases have W3C's names."""

    name: str
    method: str
    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: str = ""
    holds: tuple[str, ...] | None = None


STEPS = [
    Step("put__initial_state", "PUT", 201, TURTLE, ONE),
    Step("get_of_put__initial_state", "GET", 200, holds=(ONE,)),
    Step("head_on_an_existing_graph", "HEAD", 200),
    Step("put__graph_already_in_store", "PUT", 204, TURTLE, OTHER),
    Step("get_of_put__graph_already_in_store", "GET", 200, holds=(OTHER,)),
    Step("put__mismatched_payload", "PUT", 400, TURTLE, XML),
    Step("PUT of a type that is not known changes nothing", "PUT", 415, OTHER_TYPE, ONE),
    Step("GET gives what it gave before", "GET", 200, holds=(OTHER,)),
    Step("post__existing_graph", "POST", 204, {"content-type": "application/rdf+xml"}, XML),
    Step("get_of_post__existing_graph", "GET", 200, holds=(ONE, OTHER)),
    Step("delete__existing_graph", "DELETE", 204),
    Step("get_of_delete__existing_graph", "GET", 404),
    Step("head_on_a_nonexisting_graph", "HEAD", 404),
    Step("delete__nonexistent_graph", "DELETE", 404),
    Step("POST makes a graph", "POST", 201, TURTLE, ONE),
    Step("post__multipart_formdata", "POST", 204, FORM, PARTS),
    Step("get_of_post__multipart_formdata", "GET", 200, holds=(ONE, OTHER)),
    Step("put__empty_graph", "PUT", 204, TURTLE, ""),
    Step("get_of_put__empty_graph", "GET", 200, holds=()),
]
DEFAULT = [
    Step("put__default_graph", "PUT", 204, TURTLE, ONE),
    Step("get_of_put__default_graph", "GET", 200, holds=(ONE,)),
    Step("POST adds to the default graph", "POST", 204, TURTLE, OTHER),
    Step("GET gives both", "GET", 200, holds=(ONE, OTHER)),
    Step("DELETE empties the default graph", "DELETE", 204),
    Step("GET gives a graph, because it is always there", "GET", 200, holds=()),
]
MADE = [
    Step("get_of_post__create__new_graph", "GET", 200, holds=(ONE,)),
    Step("post__empty_graph_to_existing_graph", "POST", 204, TURTLE, ""),
    Step("get_of_post__after_noop", "GET", 200, holds=(ONE,)),
]
PLACES = {
    "by a parameter": (f"{STORE}?graph=http://example.org/g", STEPS),
    "by the address": (f"{STORE}/person/1.ttl", STEPS),
    "default": (f"{STORE}?default", DEFAULT),
}
Outcomes = dict[tuple[str, str], str]
"""What was wrong with a step, by the place of the graph and its name; nothing if all was right."""


@pytest.fixture(scope="module")
def outcomes(empty: Served) -> Outcomes:
    """All steps, taken in their order: each stands on those before it."""
    found = {}
    for place, (address, steps) in PLACES.items():
        for step in steps:
            found[place, step.name] = fault(empty, address, step)
    made = empty.client.post(STORE, content=ONE, headers=TURTLE | TOKEN)
    address = made.headers["location"]
    is_named = made.status_code == 201 and address.startswith(f"{empty.url}{STORE}/")
    found["made", "post__create__new_graph"] = "" if is_named else f"{made.status_code} {address}"
    for step in MADE:
        found["made", step.name] = fault(empty, address, step)
    return found


CASES = [(place, step.name) for place, (_, steps) in PLACES.items() for step in steps]
CASES += [("made", name) for name in ("post__create__new_graph", *(each.name for each in MADE))]


@pytest.mark.parametrize(("place", "name"), CASES)
def test_a_graph_is_kept_as_the_protocol_says(outcomes: Outcomes, place: str, name: str) -> None:
    assert outcomes[place, name] == ""


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


def fault(served: Served, address: str, step: Step) -> str:
    """Take a step: what was wrong with what came of it."""
    sent = step.headers | (TOKEN if step.method in ("PUT", "POST", "DELETE") else {})
    if step.holds is not None:
        sent = sent | {"accept": "application/n-triples"}
    response = served.client.request(step.method, address, headers=sent, content=step.body)
    if response.status_code != step.status:
        return f"{response.status_code} {response.text}"
    if step.holds is not None and sorted(response.text.splitlines()) != sorted(step.holds):
        return response.text
    if step.method == "HEAD" and (response.content or not response.headers["content-type"]):
        return f"{response.headers} {response.text}"
    return ""
