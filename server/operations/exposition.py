"""Metrics in the text format of Prometheus (exposition format 0.0.4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from server.operations.table import METRICS, Metric
from server.readers.gate.watch import BOUNDS, Latencies

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
Labels = Mapping[str, str]


class Family(NamedTuple):
    """Samples of one metric, each with its labels."""

    metric: Metric
    samples: Iterable[tuple[Labels, float]]


def family(name: str, samples: Iterable[tuple[Labels, float]]) -> Family:
    """The samples of the metric by that name."""
    return Family(METRICS[name], samples)


def one(name: str, value: float) -> Family:
    """The one sample of a metric without labels."""
    return family(name, [({}, value)])


def by(name: str, values: Mapping[str, float]) -> Family:
    """The samples of a metric, by its one label."""
    (label,) = METRICS[name].labels
    return family(name, [({label: key}, each) for key, each in values.items()])


def lines(told: Family) -> Iterator[str]:
    """A family as it is written.

    >>> list(lines(by("refusals_total", {'x"': 2})))[2]
    'coterminous_refusals_total{code="x\\\\""} 2'
    """
    yield from _head(told.metric)
    for labels, value in told.samples:
        yield f"{told.metric.full}{_labelled(labels)} {value:.15g}"


def histogram(name: str, doors: Mapping[str, Latencies]) -> Iterator[str]:
    """Latencies as they are written, in seconds and by door."""
    metric = METRICS[name]
    yield from _head(metric)
    for door, latencies in doors.items():
        total = 0
        for bound in (*BOUNDS, float("inf")):
            total += latencies.counts[bound]
            edge = "+Inf" if bound == float("inf") else f"{bound:g}"
            yield f"{metric.full}_bucket{_labelled({'door': door, 'le': edge})} {total}"
        yield f"{metric.full}_sum{_labelled({'door': door})} {latencies.seconds:.6f}"
        yield f"{metric.full}_count{_labelled({'door': door})} {total}"


def _head(metric: Metric) -> Iterator[str]:
    yield f"# HELP {metric.full} {metric.sentence}"
    yield f"# TYPE {metric.full} {metric.kind}"


def _labelled(labels: Labels) -> str:
    if not labels:
        return ""
    return "{" + ",".join(f'{name}="{_escaped(text)}"' for name, text in labels.items()) + "}"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
