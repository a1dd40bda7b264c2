"""SPARQL 1.1 Protocol, over real HTTP: the ways in, the formats out, and what is refused."""

from typing import Any

import pytest

from kg.store.formats import ROWS, TRIPLES
from tests.conftest import Served, body_iri

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
FORM = {"content-type": "application/x-www-form-urlencoded"}
QUERY = {"content-type": "application/sparql-query"}
CSV = {"accept": "text/csv"}
EVERYWHERE = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"
TINY = "https://w3id.org/coterminous/graph/register/tiny"
DERIVED = "https://w3id.org/coterminous/graph/derived/tiny"


@pytest.mark.parametrize(
    "request_",
    [
        {"method": "GET", "params": {"query": COUNT}},
        {"method": "POST", "data": {"query": COUNT}},
        {"method": "POST", "content": COUNT, "headers": QUERY},
        {
            "method": "POST",
            "content": COUNT,
            "headers": {"content-type": "application/sparql-query; charset=UTF-8"},
        },
    ],
)
def test_a_query_is_answered_alike_whichever_way_it_is_sent(
    served: Served, request_: dict[str, Any]
) -> None:
    request_["headers"] = request_.get("headers", {}) | CSV

    response = served.client.request(url="/sparql", **request_)

    assert (response.status_code, response.text) == (200, "n\r\n11\r\n")
    assert response.headers["x-release"] == "tiny"


@pytest.mark.parametrize(
    ("named", "query", "count"),
    [
        ({"default-graph-uri": [TINY]}, COUNT, 9),
        ({"default-graph-uri": [TINY, DERIVED]}, COUNT, 11),
        ({"default-graph-uri": ["http://127.0.0.1:9/nothing"]}, COUNT, 0),
        ({"named-graph-uri": [DERIVED]}, COUNT, 0),
        ({"named-graph-uri": [DERIVED]}, EVERYWHERE, 2),
        ({"default-graph-uri": [TINY], "named-graph-uri": [DERIVED]}, EVERYWHERE, 2),
        ({}, EVERYWHERE, 11),
        # the request wins over the query (Protocol, 2.1.4)
        ({"default-graph-uri": [DERIVED]}, COUNT.replace("WHERE", f"FROM <{TINY}> WHERE"), 2),
    ],
)
@pytest.mark.parametrize("way", ["GET", "POST form", "POST"])
def test_the_graphs_that_are_named_are_the_ones_that_are_asked(
    served: Served, way: str, named: dict[str, list[str]], query: str, count: int
) -> None:
    if way == "POST":
        response = served.client.post("/sparql", params=named, content=query, headers=QUERY | CSV)
    elif way == "GET":
        response = served.client.get("/sparql", params=named | {"query": query}, headers=CSV)
    else:
        response = served.client.post("/sparql", data=named | {"query": query}, headers=CSV)

    assert response.text == f"n\r\n{count}\r\n"


@pytest.mark.parametrize(
    ("request_", "status", "code", "detail"),
    [
        (
            {"params": {"query": [COUNT, COUNT]}},
            400, "bad-query", "2 queries were sent; one is answered at a time.",
        ),
        (
            {"method": "POST", "params": {"query": COUNT}, "content": COUNT, "headers": QUERY},
            400, "bad-query", "2 queries were sent; one is answered at a time.",
        ),
        ({"method": "POST", "data": {"x": "y"}}, 400, "bad-query", "No query was sent."),
        (
            {"params": {"update": "CLEAR ALL"}},
            400, "bad-query", "An update was sent; this address answers queries.",
        ),
        (
            {"method": "POST", "data": {"update": "CLEAR ALL"}},
            400, "bad-query", "An update was sent; this address answers queries.",
        ),
        (
            {"method": "POST", "content": "CLEAR ALL",
             "headers": {"content-type": "application/sparql-update"}},
            400, "bad-query", "An update was sent; this address answers queries.",
        ),
        (
            {"params": {"query": "# x\nPREFIX a: <b:c> INSERT DATA { a:a a:b a:c }"}},
            400, "bad-query", "INSERT changes the graph; this address answers queries.",
        ),
        (
            {"params": {"query": "FETCH everything"}},
            400, "bad-query",
            "The query begins with none of SELECT, ASK, CONSTRUCT and DESCRIBE.",
        ),
        (
            {"method": "POST", "content": COUNT, "headers": {"content-type": "text/plain"}},
            415, "unsupported-media-type", "A body of type 'text/plain' is not read here.",
        ),
        (
            {"method": "POST", "content": COUNT},
            415, "unsupported-media-type", "A body of type 'nothing' is not read here.",
        ),
        (
            {"method": "POST", "content": COUNT.encode("utf-16"),
             "headers": {"content-type": "application/sparql-query; charset=utf-16"}},
            415, "unsupported-media-type",
            "A body of type 'application/sparql-query; charset=utf-16' is not read here.",
        ),
        (
            {"method": "POST", "content": COUNT.encode("utf-16"), "headers": QUERY},
            400, "bad-query", "The query is not UTF-8 at byte 0.",
        ),
        (
            {"method": "POST", "content": "query=%FF", "headers": FORM},
            400, "bad-query", "The parameters are not percent-encoded UTF-8.",
        ),
        (
            {"params": {"query": COUNT, "default-graph-uri": "no scheme"}},
            400, "bad-parameter",
            "Parameter 'default-graph-uri': 'no scheme' is not an absolute IRI",
        ),
        (
            {"params": {"query": COUNT}, "headers": {"accept": "image/png"}},
            406, "not-acceptable", "The answer cannot be given as 'image/png'.",
        ),
        (
            {"params": {"query": COUNT, "format": "turtle"}},
            406, "not-acceptable", "The answer cannot be given as 'turtle'.",
        ),
        ({"method": "PUT"}, 405, "method-not-allowed", "Method Not Allowed"),
        (
            {"method": "POST", "content": b"x" * 2_000_000, "headers": QUERY},
            413, "body-too-large", "The body is larger than 1048576 bytes, so it was not read.",
        ),
        (
            {"method": "POST", "content": "x" * 300_000, "headers": QUERY},
            413, "query-too-long", "The query has 300000 characters; 262144 are read.",
        ),
        (
            {"method": "POST", "content": COUNT, "headers": QUERY | {"content-encoding": "gzip"}},
            415, "unsupported-media-type", "A body of type 'gzip' is not read here.",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_refused_by_name(
    served: Served, request_: dict[str, Any], status: int, code: str, detail: str
) -> None:
    response = served.client.request(**({"method": "GET", "url": "/sparql"} | request_))

    problem = response.json()
    assert response.headers["content-type"] == "application/problem+json"
    assert response.headers["cache-control"] == "no-store"
    assert (response.status_code, problem["code"], problem["detail"]) == (status, code, detail)
    assert problem["type"] == f"https://w3id.org/coterminous/problem/{code}"
    assert problem["status"] == status


def test_a_syntax_error_says_where_it_is(served: Served) -> None:
    response = served.client.get("/sparql", params={"query": "SELECT ?s\nWHERE { ?s ?p }"})

    # where the engine's parser stood, which is one character on
    assert (response.status_code, response.json()["at"]) == (400, "2:16")


COT = "PREFIX cot: <https://w3id.org/coterminous/def#>"
RDFS = "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"


@pytest.mark.parametrize(
    ("query", "told"),
    [
        (
            "SELECT ?n {\n ?b cot:odsCode '26A' ; rdfs:label ?n }",
            ("The prefix 'cot:' is not declared by PREFIX.", f"Begin it with {COT} {RDFS}", "2:5"),
        ),
        (  # which is refused where it can be read
            "SELECT ?n { SERVICE <https://a.example/sparql> { ?s rdfs:label ?n } }",
            ("The prefix 'rdfs:' is not declared by PREFIX.", f"Begin it with {RDFS}", "1:53"),
        ),
        (
            f"{COT} ASK {{ ?s cot:name ?n ; ex:p 'cot:' }}",
            ("The prefix 'ex:' is not declared by PREFIX.", "Declare it: PREFIX ex: <…>", "1:72"),
        ),
        (  # the first fault is another one
            "ASK { ?s ?p . cot:a } }",
            (
                "The query is not SPARQL 1.1: expected OPTIONAL",
                "Mend it at line 1, column 15.",
                "1:15",
            ),
        ),
        (
            "SELECT ?a (COUNT(*) AS ?n) { ?a ?b ?c }",
            ("The SELECT contains a variable that is unbound.", "Mend it at line 1, column 40.",
             "1:40"),
        ),
    ],
)  # fmt: skip
def test_what_is_no_sparql_is_told_what_it_lacks(
    served: Served, query: str, told: tuple[str, str, str]
) -> None:
    problem = served.client.get("/sparql", params={"query": query}).json()

    assert problem["code"] == "bad-query"
    assert (problem["detail"], problem["hint"], problem["at"]) == told


@pytest.mark.parametrize("accepted", [each for row in ROWS for each in row.media_types])
def test_rows_are_given_in_every_format_by_its_media_type(served: Served, accepted: str) -> None:
    response = served.client.get("/sparql", params={"query": COUNT}, headers={"accept": accepted})

    sent = response.headers["content-type"].partition(";")[0]
    assert response.status_code == 200
    assert accepted in next(row.media_types for row in ROWS if sent == row.media_type)
    assert "11" in response.text


@pytest.mark.parametrize("format_", TRIPLES)
@pytest.mark.parametrize("by", ["accept", "name", "extension"])
def test_triples_are_given_in_every_format(served: Served, format_: Any, by: str) -> None:
    query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o FILTER(?s = <{body_iri('A1')}>) }}"
    params, headers = {"query": query}, {}
    if by == "accept":
        headers["accept"] = format_.media_type
    else:
        params["format"] = format_.name if by == "name" else format_.extension

    response = served.client.get("/sparql", params=params, headers=headers)

    assert response.headers["content-type"].partition(";")[0] == format_.media_type
    assert "NHS Alder CCG" in response.text


@pytest.mark.parametrize(("accepted", "text"), [("*/*", '{"head":{},"boolean":true}')])
def test_the_truth_is_given_as_json_or_xml_only(served: Served, accepted: str, text: str) -> None:
    ask = {"query": "ASK { ?s ?p ?o }"}

    assert served.client.get("/sparql", params=ask, headers={"accept": accepted}).text == text
    assert served.client.get("/sparql", params=ask | {"format": "csv"}).status_code == 406


def test_quality_decides_and_the_first_offer_wins_a_tie(served: Served) -> None:
    accept = "text/csv;q=0.4, application/sparql-results+xml;q=0.9, image/*"

    response = served.client.get("/sparql", params={"query": COUNT}, headers={"accept": accept})

    assert response.headers["content-type"] == "application/sparql-results+xml"


@pytest.mark.parametrize("accepted", ["", "text/turtle", "application/rdf+xml", "text/html, */*"])
def test_without_a_query_the_service_describes_itself(served: Served, accepted: str) -> None:
    response = served.client.get("/sparql", headers={"accept": accepted})

    assert response.status_code == 200
    assert response.headers["cache-control"] == "no-store"
    for told in ("SPARQL11Query", TINY, f"{served.url}/sparql", "SPARQL_Results_JSON"):
        assert told in response.text


def test_from_names_a_graph_of_the_release_and_is_never_fetched(served: Served) -> None:
    query = COUNT.replace("WHERE", f"FROM <{DERIVED}> WHERE")

    assert served.client.get("/sparql", params={"query": query}, headers=CSV).text == "n\r\n2\r\n"


def test_a_long_answer_comes_whole(served: Served) -> None:
    query = (
        "SELECT ?a ?b ?c ?d WHERE { ?a ?p ?x . ?b ?q ?y . ?c ?r ?z . ?d a ?k }"  # 11 * 11 * 11 * 3
    )

    response = served.client.get("/sparql", params={"query": query}, headers=CSV)

    assert response.text.count("\r\n") == 1 + 11**3 * 3
    assert "content-length" not in response.headers or len(response.content) < 1 << 20
