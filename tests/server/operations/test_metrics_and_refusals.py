"""What is counted: requests by door, and each refusal once by its reason."""

import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Served, serving

SAMPLE = re.compile(r"(coterminous_\w+)(?:\{([^}]*)\})? (\S+)")
DEEP = "SELECT * { " + "{" * 400 + "?s ?p ?o" + "}" * 400 + " }"


@pytest.fixture(scope="module")
def service(tiny_release: Path) -> Iterator[Served]:
    with serving(tiny_release, write_token="geheim", deadline=20.0, body=1) as served:
        yield served


def samples(service: Served) -> dict[str, float]:
    lines = service.client.get("/metrics").text.splitlines()
    told = [line for line in lines if not line.startswith("#")]
    found = [SAMPLE.fullmatch(line) for line in told]
    assert all(found), told
    return {line.rpartition(" ")[0]: float(line.rpartition(" ")[2]) for line in told}


def refusals(service: Served) -> dict[str, float]:
    return {
        name: value
        for name, value in samples(service).items()
        if name.startswith("coterminous_refusals_total")
    }


def test_every_family_says_what_it_is(service: Served) -> None:
    lines = service.client.get("/metrics").text.splitlines()

    helped = [line.split(" ")[2] for line in lines if line.startswith("# HELP")]
    typed = [line.split(" ")[2] for line in lines if line.startswith("# TYPE")]
    assert helped == typed
    assert len(set(helped)) == len(helped)
    names = {found[1] for line in lines if (found := SAMPLE.fullmatch(line))}
    assert {re.sub("_(bucket|sum|count)$", "", each) for each in names} <= set(helped)


def test_it_is_told_what_the_service_holds(service: Served) -> None:
    told = samples(service)

    assert told['coterminous_release_info{release="tiny"}'] == 1
    assert told["coterminous_readers"] == 2
    for name in ("front", "readers", "zygotes"):
        assert told[f'coterminous_resident_bytes{{process="{name}"}}'] > 1_000_000
    assert told["coterminous_store_bytes"] > 1000
    assert told["coterminous_disk_free_bytes"] > 0
    assert told["coterminous_uptime_seconds"] > 0
    assert told["coterminous_open_files"] > 3


@pytest.mark.parametrize(
    ("door", "method", "path", "accept"),
    [
        ("sparql", "GET", "/sparql?query=ASK+{}", "*/*"),
        ("update", "POST", "/update", "*/*"),
        ("graph-store", "GET", "/rdf-graph-store?default", "*/*"),
        ("graphql", "GET", "/graphql?query={__typename}", "application/json"),
        ("rest", "GET", "/questions.json", "*/*"),
        ("pages", "GET", "/questions", "text/html"),
        ("pages", "GET", "/", "text/html"),
        ("operations", "GET", "/livez", "*/*"),
    ],
)
def test_a_request_is_counted_at_its_door(
    service: Served, door: str, method: str, path: str, accept: str
) -> None:
    before = samples(service)
    answer = service.client.request(method, path, headers={"accept": accept})
    after = samples(service)

    name = f'coterminous_requests_total{{door="{door}",status="{answer.status_code}"}}'
    metrics = 1 if door == "operations" else 0  # which asking for the metrics is too
    assert after[name] == before.get(name, 0) + 1 + metrics
    name = f'coterminous_request_seconds_count{{door="{door}"}}'
    assert after[name] == before.get(name, 0) + 1 + metrics


JSON = {"content-type": "application/json"}
REFUSED = [
    ("bad-query", 400, "GET", "/sparql?query=SELECT", {}, ""),
    ("query-too-deep", 400, "POST", "/sparql", {"content-type": "application/sparql-query"}, DEEP),
    ("federation-refused", 403, "GET", "/sparql?query=ASK{SERVICE<urn:x>{}}", {}, ""),
    ("not-acceptable", 406, "GET", "/sparql?query=ASK{}", {"accept": "image/png"}, ""),
    ("unsupported-media-type", 415, "POST", "/sparql", {"content-type": "text/plain"}, "ASK{}"),
    ("unknown-release", 404, "GET", "/sparql?query=ASK{}&release=none", {}, ""),
    ("body-too-large", 413, "POST", "/update", {"authorization": "Bearer geheim"}, "x" * 1_100_000),
    ("unauthorized", 401, "POST", "/update", {}, "CLEAR ALL"),
    ("bad-parameter", 400, "GET", "/rdf-graph-store", {}, ""),
    ("unknown-graph", 404, "GET", "/rdf-graph-store?graph=urn:none", {}, ""),
    ("bad-query", 200, "POST", "/graphql", JSON, '{"query": "{ nothing }"}'),
    ("bad-query", 400, "POST", "/graphql", JSON | {"accept": "application/graphql-response+json"},
     '{"query": "{ nothing }"}'),
    ("unsupported-media-type", 415, "POST", "/graphql", {"content-type": "text/plain"}, "{}"),
    ("unknown-question", 404, "GET", "/questions/none/none", {}, ""),
    ("unknown-thing", 404, "GET", "/doc/person/none", {}, ""),
    ("not-found", 404, "GET", "/none", {}, ""),
    ("method-not-allowed", 405, "DELETE", "/sparql", {}, ""),
    ("unauthorized", 401, "GET", "/admin/queries", {}, ""),
    ("unknown-work", 404, "DELETE", "/admin/queries/0", {"authorization": "Bearer geheim"}, ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "status", "method", "path", "headers", "body"),
    REFUSED,
    ids=[f"{each[0]}-{each[3].partition('?')[0]}" for each in REFUSED],
)
def test_a_refused_request_is_counted_once_by_its_reason(
    service: Served,
    code: str,
    status: int,
    method: str,
    path: str,
    headers: dict[str, str],
    body: str,
) -> None:
    for _ in range(2):  # the second may come from the cache
        before = refusals(service)
        answer = service.client.request(method, path, headers=headers, content=body)
        after = refusals(service)

        assert (answer.status_code, answer.headers["x-problem"]) == (status, code)
        counted = {name: after[name] - before.get(name, 0) for name in after}
        assert {name: each for name, each in counted.items() if each} == {
            f'coterminous_refusals_total{{code="{code}"}}': 1
        }


def test_an_operation_refused_on_an_event_stream_is_counted_once(service: Served) -> None:
    before = refusals(service)
    headers = {"accept": "text/event-stream"}
    answer = service.client.get("/graphql?query={nothing}", headers=headers)
    assert (answer.status_code, answer.text.count("event: next")) == (200, 1)
    after = refusals(service)

    counted = {name: after[name] - before.get(name, 0) for name in after}
    assert {name: each for name, each in counted.items() if each} == {
        'coterminous_refusals_total{code="bad-query"}': 1
    }
    doors = samples(service)
    assert doors['coterminous_requests_total{door="graphql-sse",status="200"}'] == 1


def test_what_is_not_http_is_counted_too(service: Served) -> None:
    name = 'coterminous_refusals_total{code="malformed-request"}'
    before = samples(service)[name]
    with socket.create_connection(("127.0.0.1", int(service.url.rpartition(":")[2]))) as client:
        client.sendall(b"\x16\x03\x01\r\n\r\n")
        assert client.recv(100).startswith(b"HTTP/1.1 400")

    assert samples(service)[name] == before + 1


def test_what_is_answered_is_no_refusal(service: Served) -> None:
    before = refusals(service)
    for path in ("/sparql?query=ASK{}", "/graphql?query={__typename}", "/questions", "/sparql"):
        assert "x-problem" not in service.client.get(path).headers

    assert refusals(service) == before
