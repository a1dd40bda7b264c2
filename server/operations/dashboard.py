"""A dashboard for Grafana: a row for each group of metrics, a panel for each of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from server.operations.table import GROUPS, Metric

_WIDTH, _HEIGHT, _COLUMNS = 8, 7, 24
_SOURCE = {"type": "prometheus", "uid": "${source}"}


def dashboard() -> str:
    """The dashboard as JSON, to be imported; it asks which data source to use."""
    told = {
        "title": "coterminous",
        "uid": "coterminous",
        "tags": ["coterminous"],
        "schemaVersion": 39,
        "version": 1,
        "editable": True,
        "refresh": "30s",
        "time": {"from": "now-6h", "to": "now"},
        "templating": {"list": [
            {"name": "source", "type": "datasource", "query": "prometheus", "label": "Source"},
        ]},
        "panels": [*_panels()],
    }  # fmt: skip
    return json.dumps(told, indent=2) + "\n"


def _panels() -> Iterator[dict[str, Any]]:
    number, top = 1, 0
    for title, metrics in GROUPS.items():
        place = {"x": 0, "y": top, "w": _COLUMNS, "h": 1}
        yield {"id": number, "type": "row", "title": title, "gridPos": place, "panels": []}
        number, top = number + 1, top + 1
        for count, each in enumerate(metrics):
            column, row = count * _WIDTH % _COLUMNS, count * _WIDTH // _COLUMNS
            place = {"x": column, "y": top + row * _HEIGHT, "w": _WIDTH, "h": _HEIGHT}
            yield _panel(number, each, place)
            number += 1
        top += -(-len(metrics) * _WIDTH // _COLUMNS) * _HEIGHT


def _panel(number: int, metric: Metric, place: dict[str, int]) -> dict[str, Any]:
    unit = "ops" if metric.kind == "counter" and metric.unit == "short" else metric.unit
    return {
        "id": number,
        "type": "timeseries",
        "title": metric.name,
        "description": metric.sentence,
        "datasource": _SOURCE,
        "gridPos": place,
        "fieldConfig": {"defaults": {"unit": unit, "min": 0}, "overrides": []},
        "targets": [
            {"refId": letter, "datasource": _SOURCE, "expr": expression, "legendFormat": legend}
            for letter, (expression, legend) in zip("ABC", _asked(metric), strict=False)
        ],
    }


def _asked(metric: Metric) -> Iterator[tuple[str, str]]:
    """What is drawn of a metric, each with its legend."""
    legend = " ".join(f"{{{{{each}}}}}" for each in metric.labels) or metric.name
    if metric.kind == "histogram":
        for share in (0.5, 0.95):
            asked = f"sum by (le, door) (rate({metric.full}_bucket[$__rate_interval]))"
            yield f"histogram_quantile({share}, {asked})", f"{legend} p{share * 100:.0f}"
    elif metric.kind == "counter":
        divided = f" by ({', '.join(metric.labels)})" if metric.labels else ""
        yield f"sum{divided} (rate({metric.full}[$__rate_interval]))", legend
    else:
        yield metric.full, legend
