"""The way of a request as spans, sent by OpenTelemetry (OTLP) where `otel` is set.

A request has one span, in the trace that its `traceparent` names; below it are `wait` and `read`
for each piece of work that a reader was asked. Where to, and how many, is told by the variables of
OpenTelemetry, such as OTEL_EXPORTER_OTLP_ENDPOINT and OTEL_TRACES_SAMPLER. Nothing of it is
imported unless it is asked for.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from kg.release.notebook import NotInstalled

if TYPE_CHECKING:
    from opentelemetry.sdk.trace.export import SpanExporter
    from opentelemetry.trace import Span

    from server.readers.work.job import Job

NAME = "coterminous"
_HEADERS = (b"traceparent", b"tracestate")


class Spans:
    """What begins a span for each request; `exporter` takes those that have ended."""

    def __init__(self, exporter: SpanExporter | None = None) -> None:
        try:
            from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
            from opentelemetry.sdk.resources import SERVICE_NAME, Resource
            from opentelemetry.sdk.trace import TracerProvider
            from opentelemetry.sdk.trace.export import BatchSpanProcessor
        except ImportError:
            raise NotInstalled("coterminous[otel]", "To send spans") from None
        self._provider = TracerProvider(resource=Resource.create({SERVICE_NAME: NAME}))
        self._provider.add_span_processor(BatchSpanProcessor(exporter or OTLPSpanExporter()))
        self._tracer = self._provider.get_tracer(NAME)

    def begin(self, scope: Mapping[str, Any]) -> Way:
        """A request has come, with this ASGI scope."""
        from opentelemetry.trace import SpanKind
        from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

        sent = {
            name.decode(): value.decode("latin-1")
            for name, value in scope.get("headers", ())
            if name in _HEADERS
        }
        parent = TraceContextTextMapPropagator().extract(sent)
        return Way(self._tracer, self._tracer.start_span("request", parent, SpanKind.SERVER))

    def flush(self) -> None:
        """Send what has ended so far."""
        self._provider.force_flush()

    def close(self) -> None:
        """Send what has ended, and no more."""
        self._provider.shutdown()


class Way:
    """One request on its way: its span, and those below it."""

    def __init__(self, tracer: Any, span: Span) -> None:
        self._tracer, self._span = tracer, span

    def work(self, job: Job, seconds: float, outcome: str) -> None:
        """A piece of work has ended, so many seconds after it came."""
        from opentelemetry.trace import set_span_in_context

        below, now = set_span_in_context(self._span), time.time_ns()
        came = now - int(1e9 * seconds)
        began = came + int(1e9 * max(0.0, job.began - job.since)) if job.began else now
        self._tracer.start_span("wait", below, start_time=came).end(began)
        told = {"handler": job.request.handler, "outcome": outcome, "bytes": job.size}
        self._tracer.start_span("read", below, attributes=told, start_time=began).end(now)

    def end(self, told: Mapping[str, Any]) -> None:
        """The response has been sent; what the log tells of it are the attributes."""
        from opentelemetry.trace import Status, StatusCode

        self._span.update_name(f"{told['method']} {told['door']}")
        self._span.set_attributes(
            {
                "http.request.method": told["method"],
                "http.response.status_code": told["status"],
                "http.response.body.size": told["bytes"],
                "url.path": told["path"],
                "client.address": told["address"],
                "coterminous.door": told["door"],
                "coterminous.release": told["release"],
                "coterminous.request": told["request"],
            }
        )
        if told["status"] >= 500:
            self._span.set_status(Status(StatusCode.ERROR))
        self._span.end()
