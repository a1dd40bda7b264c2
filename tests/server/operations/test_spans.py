"""The way of a request as spans, where they are asked for, and nothing of it where not."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from server.operations.spans import Spans
from tests.conftest import Served, serving

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
PARENT = "00f067aa0ba902b7"


@pytest.fixture
def exporter() -> InMemorySpanExporter:
    return InMemorySpanExporter()


@pytest.fixture
def spans(exporter: InMemorySpanExporter) -> Iterator[Spans]:
    made = Spans(exporter)
    yield made
    made.close()


@pytest.fixture
def service(tiny_release: Path, spans: Spans) -> Iterator[Served]:
    with serving(tiny_release, deadline=20.0) as served:
        served.app.begin = spans.begin
        yield served


def sent(spans: Spans, exporter: InMemorySpanExporter) -> dict[str, ReadableSpan]:
    """The spans that have ended, by their names."""
    spans.flush()
    return {each.name: each for each in exporter.get_finished_spans()}


def test_a_request_that_a_reader_answers_has_a_span_and_two_below_it(
    service: Served, spans: Spans, exporter: InMemorySpanExporter
) -> None:
    text = "SELECT ?kind (COUNT(*) AS ?n) { ?s a ?kind } GROUP BY ?kind ORDER BY ?kind LIMIT 4"
    answer = service.client.get(
        "/sparql", params={"query": text},
        headers={"traceparent": f"00-{TRACE}-{PARENT}-01", "X-Request-Id": "asked-1"},
    )  # fmt: skip
    assert answer.status_code == 200

    found = sent(spans, exporter)

    assert set(found) == {"GET sparql", "wait", "read"}
    request, wait, read = (found[name] for name in ("GET sparql", "wait", "read"))
    assert request.context
    assert request.parent
    assert wait.parent
    assert read.parent
    assert f"{request.context.trace_id:032x}" == TRACE
    assert f"{request.parent.span_id:016x}" == PARENT
    assert wait.parent.span_id == read.parent.span_id == request.context.span_id
    told = dict(request.attributes or {})
    assert told.pop("client.address")
    assert told.pop("http.response.body.size") == len(answer.content)
    assert told == {
        "http.request.method": "GET",
        "http.response.status_code": 200,
        "url.path": "/sparql",  # without what was asked
        "coterminous.door": "sparql",
        "coterminous.release": "tiny",
        "coterminous.request": "asked-1",
    }
    assert dict(read.attributes or {})["outcome"] == "answered"
    times = [wait.start_time, wait.end_time, read.start_time, read.end_time]
    assert times == sorted(times, key=lambda each: each or 0)


def test_a_response_that_is_a_fault_of_the_service_is_marked(
    service: Served, spans: Spans, exporter: InMemorySpanExporter
) -> None:
    service.state.readers.is_closing = True
    assert service.client.get("/readyz").status_code == 503
    service.state.readers.is_closing = False

    assert sent(spans, exporter)["GET operations"].status.status_code.name == "ERROR"


def test_nothing_of_it_is_imported_where_it_is_not_asked_for() -> None:
    code = (
        "import sys; from pathlib import Path; from kg.release.catalogue import Catalogue;"
        "from server.app import create_app; from server.settings import ServerSettings;"
        "service = create_app(Catalogue(Path('x')), ServerSettings());"
        "print(service.begin, [each for each in sys.modules if each.startswith('opentelemetry')])"
    )

    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "None []"
