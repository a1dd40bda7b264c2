"""The 34 cases that the W3C lists for SPARQL 1.1 Protocol, as requests and what is to come of them.

They have the W3C's names, and are asked of the service with `--data none`, as the W3C means them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import urlencode

import pytest

from tests.conftest import Served

PLACE = "http://example.org/protocol/"
ONE, TWO, THREE = (f"{PLACE}{each}" for each in ("one", "two", "three"))
TOKEN = {"authorization": "Bearer conformance"}
FORM = {"content-type": "application/x-www-form-urlencoded"}
QUERY = {"content-type": "application/sparql-query"}
UPDATE = {"content-type": "application/sparql-update"}
ROWS = ("application/sparql-results+json", "application/sparql-results+xml")
GRAPHS = ("text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json")
A_DOCUMENT = "a <http://xmlns.com/foaf/0.1/Document>"
BOTH = f"ASK {{ <{ONE}> {A_DOCUMENT} . <{TWO}> {A_DOCUMENT} }}"
IN_TWO_GRAPHS = f"GRAPH ?g {{ <{ONE}> {A_DOCUMENT} }} GRAPH ?h {{ <{TWO}> {A_DOCUMENT} }}"
MARK = f"<{PLACE}mark>"
SETTLED = f"CLEAR GRAPH {MARK} ; "


@dataclass(frozen=True)
class Sent:
    """A request: method, address with its parameters, headers and body."""

    method: str
    path: str
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | str | None = None


class Case(NamedTuple):
    """A request and what comes of it: a status, types, the truth; then a question that is true."""

    name: str
    sent: Sent
    status: int = 200
    types: tuple[str, ...] = ()
    truth: bool | None = None
    after: str = ""


def path(address: str, **params: str | list[str]) -> str:
    named = {name.replace("_", "-"): value for name, value in params.items()}
    return f"{address}?{urlencode(named, doseq=True)}" if params else address


def form(**params: str | list[str]) -> str:
    return path("", **params).removeprefix("?")


def taken(where: str) -> str:
    """An update that marks whatever a pattern finds."""
    return f"INSERT {{ GRAPH {MARK} {{ ?s a <urn:found> }} }} WHERE {{ {where} }}"


def marked(*things: str) -> str:
    """Whether exactly these are marked."""
    listed = " . ".join(f"<{each}> a <urn:found>" for each in things)
    others = ", ".join(f"<{each}>" for each in things)
    rest = f"FILTER NOT EXISTS {{ ?s a <urn:found> FILTER(?s NOT IN ({others})) }}"
    return f"ASK {{ GRAPH {MARK} {{ {listed} {rest} }} }}"


def graphs(*named: str) -> list[str]:
    return list(named)


def asked(text: str, **more: Any) -> Sent:
    return Sent("GET", path("/sparql", query=text, **more))


def posted(text: str, **more: Any) -> Sent:
    return Sent("POST", "/sparql", FORM, form(query=text, **more))


def updated(text: str, **more: Any) -> Sent:
    return Sent("POST", "/update", FORM | TOKEN, form(update=text, **more))


SEEN = f"?s {A_DOCUMENT}"
QUERIES = [
    Case("query_post_form", posted("ASK {}"), types=ROWS, truth=True),
    Case("query_get", asked("ASK {}"), types=ROWS, truth=True),
    Case("query_post_direct", Sent("POST", "/sparql", QUERY, "ASK {}"), types=ROWS, truth=True),
    Case("query_dataset_default_graphs_get",
         asked(BOTH, default_graph_uri=graphs(ONE, TWO)), truth=True),
    Case("query_dataset_default_graphs_post",
         Sent("POST", path("/sparql", default_graph_uri=graphs(ONE, TWO)), QUERY, BOTH),
         truth=True),
    Case("query_dataset_named_graphs_get",
         asked(f"ASK {{ {IN_TWO_GRAPHS} }}", named_graph_uri=graphs(ONE, TWO)), truth=True),
    Case("query_dataset_named_graphs_post",
         posted(f"ASK {{ {IN_TWO_GRAPHS} }}", named_graph_uri=graphs(ONE, TWO)), truth=True),
    Case("query_dataset_full",
         asked(f"ASK {{ <{THREE}> {A_DOCUMENT} . {IN_TWO_GRAPHS} }}",
               default_graph_uri=THREE, named_graph_uri=graphs(ONE, TWO)), truth=True),
    Case("query_multiple_dataset",
         asked(f"ASK FROM <{ONE}> {{ <{TWO}> {A_DOCUMENT} "
               f"FILTER NOT EXISTS {{ <{ONE}> {A_DOCUMENT} }} }}", default_graph_uri=TWO),
         truth=True),
    Case("query_content_type_select", asked("SELECT (1 AS ?v) {}"), types=(*ROWS, "text/csv")),
    Case("query_content_type_ask", asked("ASK {}"), types=ROWS),
    Case("query_content_type_describe", asked(f"DESCRIBE <{ONE}>"), types=GRAPHS),
    Case("query_content_type_construct",
         asked("CONSTRUCT { <urn:s> <urn:p> 1 } WHERE {}"), types=GRAPHS),
]  # fmt: skip
UPDATES = [
    Case("update_dataset_default_graph",
         updated(SETTLED + taken(SEEN), using_graph_uri=ONE), after=marked(ONE)),
    Case("update_dataset_default_graphs",
         updated(SETTLED + taken(SEEN), using_graph_uri=graphs(ONE, TWO)),
         after=marked(ONE, TWO)),
    Case("update_dataset_named_graphs",
         updated(SETTLED + taken(f"GRAPH ?g {{ {SEEN} }}"),
                 using_named_graph_uri=graphs(ONE, TWO)), after=marked(ONE, TWO)),
    Case("update_dataset_full",
         Sent("POST",
              path("/update", using_graph_uri=ONE, using_named_graph_uri=graphs(TWO, THREE)),
              UPDATE | TOKEN,
              SETTLED + taken(f"{{ GRAPH ?g {{ {SEEN} }} }} UNION {{ {SEEN} }}")),
         after=marked(ONE, TWO, THREE)),
    Case("update_post_form",
         updated(f"{SETTLED} INSERT DATA {{ GRAPH {MARK} {{ <urn:f> a <urn:found> }} }}"),
         after=marked("urn:f")),
    Case("update_post_direct",
         Sent("POST", "/update", UPDATE | TOKEN,
              f"{SETTLED} INSERT DATA {{ GRAPH {MARK} {{ <urn:d> a <urn:found> }} }}"),
         after=marked("urn:d")),
    Case("update_base_uri",
         updated(f"{SETTLED} INSERT DATA {{ GRAPH {MARK} {{ <urn:b> a <relative> }} }}"),
         after=f"ASK {{ GRAPH {MARK} {{ <urn:b> a ?o FILTER(isIRI(?o) && "
               "STRENDS(STR(?o), '/relative') && STRSTARTS(STR(?o), 'http://')) } }"),
]  # fmt: skip
REFUSED = [
    Case("bad_query_method", Sent("PUT", path("/sparql", query="ASK {}")), 405),
    Case("bad_multiple_queries",
         Sent("GET", path("/sparql", query=["ASK {}", "SELECT * {}"])), 400),
    Case("bad_query_wrong_media_type",
         Sent("POST", "/sparql", {"content-type": "text/plain"}, "ASK {}"), 415),
    Case("bad_query_missing_form_type", Sent("POST", "/sparql", {}, form(query="ASK {}")), 415),
    Case("bad_query_missing_direct_type", Sent("POST", "/sparql", {}, "ASK {}"), 415),
    Case("bad_query_non_utf8",
         Sent("POST", "/sparql", {"content-type": "application/sparql-query; charset=UTF-16"},
              "ASK {}".encode("utf-16")), 415),
    Case("bad_query_syntax", asked("ASK"), 400),
    Case("bad_update_get", Sent("GET", path("/update", update="CLEAR ALL"), TOKEN), 405),
    Case("bad_multiple_updates",
         Sent("POST", "/update", FORM | TOKEN, form(update=["CLEAR NAMED", "CLEAR DEFAULT"])), 400),
    Case("bad_update_wrong_media_type",
         Sent("POST", "/update", {"content-type": "text/plain"} | TOKEN, "CLEAR ALL"), 415),
    Case("bad_update_missing_form_type",
         Sent("POST", "/update", TOKEN, form(update="CLEAR ALL")), 415),
    Case("bad_update_non_utf8",
         Sent("POST", "/update",
              {"content-type": "application/sparql-update; charset=UTF-16"} | TOKEN,
              "CLEAR ALL".encode("utf-16")), 415),
    Case("bad_update_syntax", updated("CLEAR XYZ"), 400),
    Case("bad_update_dataset_conflict",
         updated(f"{taken(SEEN).replace('WHERE', f'USING <{ONE}> WHERE')}",
                 using_graph_uri=TWO), 400),
]  # fmt: skip


@pytest.fixture(scope="module")
def documents(empty: Served) -> Served:
    """The service, with three graphs that each say of themselves that they are a document."""
    held = "".join(f"GRAPH <{each}> {{ <{each}> {A_DOCUMENT} }} " for each in (ONE, TWO, THREE))
    made = empty.client.post(
        "/update",
        data={
            "update": f"DROP ALL ; INSERT DATA {{ {held} GRAPH {MARK} {{ <urn:x> a <urn:y> }} }}"
        },
        headers=TOKEN,
    )
    assert made.status_code == 200, made.text
    return empty


def test_there_are_as_many_as_the_w3c_lists() -> None:
    assert len(QUERIES) + len(UPDATES) + len(REFUSED) == 34


@pytest.mark.parametrize("case", [*QUERIES, *UPDATES, *REFUSED], ids=lambda each: each.name)
def test_a_request_gets_what_the_protocol_promises(documents: Served, case: Case) -> None:
    sent = case.sent
    response = documents.client.request(
        sent.method, sent.path, headers=sent.headers, content=sent.body
    )

    assert response.status_code == case.status, response.text
    if case.types:
        assert response.headers["content-type"].partition(";")[0] in case.types
    if case.truth is not None:
        assert response.json()["boolean"] is case.truth
    if case.after:
        told = documents.client.post("/sparql", data={"query": case.after})
        assert told.json()["boolean"] is True
    if case.status >= 400:
        assert response.headers["content-type"] == "application/problem+json"
