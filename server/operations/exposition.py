"""Metrics in the text format of Prometheus (exposition format 0.0.4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from server.readers.watch import BOUNDS, Latencies

PREFIX = "coterminous_"
MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
Labels = Mapping[str, str]


class Family(NamedTuple):
    """Samples of one name: their kind (counter or gauge), what they say, and each with labels."""

    name: str
    kind: str
    help: str
    samples: Iterable[tuple[Labels, float]]


def one(name: str, kind: str, sentence: str, value: float) -> Family:
    """A family of one sample without labels."""
    return Family(name, kind, sentence, [({}, value)])


def by(name: str, sentence: str, label: str, values: Mapping[str, float]) -> Family:
    """A family of counters, by one label."""
    return Family(name, "counter", sentence, [({label: key}, each) for key, each in values.items()])


def lines(family: Family) -> Iterator[str]:
    """A family as it is written.

    >>> list(lines(by("a_total", "All.", "of", {'x"': 2})))[2]
    'coterminous_a_total{of="x\\\\""} 2'
    """
    yield from _head(family.name, family.kind, family.help)
    for labels, value in family.samples:
        yield f"{PREFIX}{family.name}{_labelled(labels)} {value:.15g}"


def histogram(name: str, sentence: str, doors: Mapping[str, Latencies]) -> Iterator[str]:
    """Latencies as they are written, in seconds and by door."""
    yield from _head(name, "histogram", sentence)
    for door, latencies in doors.items():
        total = 0
        for bound in (*BOUNDS, float("inf")):
            total += latencies.counts[bound]
            edge = "+Inf" if bound == float("inf") else f"{bound:g}"
            yield f"{PREFIX}{name}_bucket{_labelled({'door': door, 'le': edge})} {total}"
        yield f"{PREFIX}{name}_sum{_labelled({'door': door})} {latencies.seconds:.6f}"
        yield f"{PREFIX}{name}_count{_labelled({'door': door})} {total}"


def _head(name: str, kind: str, sentence: str) -> Iterator[str]:
    yield f"# HELP {PREFIX}{name} {sentence}"
    yield f"# TYPE {PREFIX}{name} {kind}"


def _labelled(labels: Labels) -> str:
    if not labels:
        return ""
    return "{" + ",".join(f'{name}="{_escaped(text)}"' for name, text in labels.items()) + "}"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
