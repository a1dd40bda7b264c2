"""When a person is to be called: rules for Prometheus, each with a section in the run-books."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from server.operations.table import PREFIX

RUN_BOOKS = "/docs/how-to/run-books"
"""The address of the run-books at a service."""


class Alert(NamedTuple):
    """A rule: what is asked, for how long it has to hold, and what a person reads first."""

    name: str
    expression: str
    lasts: str
    severity: str
    summary: str

    @property
    def anchor(self) -> str:
        """The section of the run-books.

        >>> ALERTS[0].anchor
        'coterminousdown'
        """
        return self.name.lower()

    @property
    def metrics(self) -> frozenset[str]:
        """The names of our metrics that it asks, without prefix and without a histogram's ends."""
        found = re.findall(rf"\b{PREFIX}(\w+)", self.expression)
        return frozenset(re.sub(r"_(bucket|sum|count)$", "", each) for each in found)


ALERTS = (
    Alert(
        "CoterminousDown", 'up{job="coterminous"} == 0', "2m", "page",
        "The service does not answer /metrics.",
    ),
    Alert(
        "CoterminousNoReaders", "coterminous_readers == 0", "1m", "page",
        "No reader is there, so nothing is answered.",
    ),
    Alert(
        "CoterminousBrokenRelease",
        'increase(coterminous_refusals_total{code=~"broken-release|unreadable-release"}[10m]) > 0',
        "0m", "page", "A release has other bytes than were written, or cannot be opened.",
    ),
    Alert(
        "CoterminousErrors",
        'sum(rate(coterminous_requests_total{status=~"5.."}[5m])) '
        "/ sum(rate(coterminous_requests_total[5m])) > 0.05",
        "10m", "page", "More than one in twenty responses is an error of the service.",
    ),
    Alert(
        "CoterminousFaults", 'increase(coterminous_refusals_total{code="internal"}[1h]) > 0',
        "0m", "ticket", "Something went wrong that nobody foresaw; the log has it.",
    ),
    Alert(
        "CoterminousOverloaded",
        'rate(coterminous_refusals_total{code="overloaded"}[5m]) > 0', "5m", "ticket",
        "Queries are turned away, because too many wait.",
    ),
    Alert(
        "CoterminousQueue", "coterminous_queue_length > 16", "5m", "ticket",
        "Queries wait for a reader.",
    ),
    Alert(
        "CoterminousSlow",
        "histogram_quantile(0.95, sum by (le, door) "
        "(rate(coterminous_request_seconds_bucket[5m]))) > 2",
        "15m", "ticket", "One in twenty requests at a door takes longer than 2 s.",
    ),
    Alert(
        "CoterminousDeadlines",
        'rate(coterminous_answers_total{outcome="deadline"}[15m]) > 0.1', "15m", "ticket",
        "Queries are stopped at their deadline, again and again.",
    ),
    Alert(
        "CoterminousReadersLost",
        'increase(coterminous_reader_events_total{event="lost"}[15m]) > 3', "0m", "ticket",
        "Readers end and nobody ended them.",
    ),
    Alert(
        "CoterminousMemory",
        'increase(coterminous_reader_events_total{event="memory"}[15m]) > 10 '
        'or coterminous_resident_bytes{process="front"} > 2e9',
        "15m", "ticket", "Readers reach their bound of memory, or the front grows.",
    ),
    Alert(
        "CoterminousDisk",
        "coterminous_disk_free_bytes < 2 * coterminous_store_bytes "
        "or predict_linear(coterminous_disk_free_bytes[6h], 86400) < 0",
        "10m", "ticket", "The disk has no room for another release, or will be full in a day.",
    ),
    Alert(
        "CoterminousOpenFiles", "coterminous_open_files > 4000", "10m", "ticket",
        "The front has very many files and connections open.",
    ),
    Alert(
        "CoterminousWriterRestarts", "increase(coterminous_writer_starts_total[1h]) > 3", "0m",
        "ticket", "The process that writes ends and is started again.",
    ),
    Alert(
        "CoterminousWritesWait", "coterminous_writes_waiting > 50", "5m", "ticket",
        "Writes wait for their commit.",
    ),
    Alert(
        "CoterminousDerivedBehind", "coterminous_derived_behind > 0", "15m", "ticket",
        "What the rules derive does not take in what was written.",
    ),
    Alert(
        "CoterminousEngineDown", "coterminous_engine_up == 0", "2m", "page",
        "An endpoint of the engine does not answer.",
    ),
    Alert(
        "CoterminousOriginSilent",
        "coterminous_origin_silent_seconds > 600 or coterminous_releases_behind > 0", "30m",
        "ticket", "The service that releases come from is silent, or ahead.",
    ),
)  # fmt: skip


def rules() -> str:
    """The rules as Prometheus reads them (YAML)."""
    return "".join(f"{line}\n" for line in _lines())


def _lines() -> Iterator[str]:
    yield "# Rules for Prometheus: name this file under `rule_files`, and scrape /metrics as the"
    yield "# job `coterminous`. Each has a section in the run-books of the service."
    yield "groups:"
    yield "  - name: coterminous"
    yield "    rules:"
    for each in ALERTS:
        yield f"      - alert: {each.name}"
        yield f"        expr: {json.dumps(each.expression)}"
        yield f"        for: {each.lasts}"
        yield "        labels:"
        yield f"          severity: {each.severity}"
        yield "        annotations:"
        yield f"          summary: {json.dumps(each.summary)}"
        yield f"          runbook: {json.dumps(f'{RUN_BOOKS}#{each.anchor}')}"
