"""What `/metrics` tells, from its table."""

from __future__ import annotations

from kg.release.opened import OpenRelease
from server.docs.generated.markdown import code, plain, table
from server.operations.table import GROUPS, Metric


def told(_: OpenRelease) -> str:
    """A table for each group of metrics."""
    head = ("metric", "kind", "by", "what it tells")
    return "\n".join(
        f"## {title}\n\n" + table(head, [_row(each) for each in group])
        for title, group in GROUPS.items()
    )


def _row(metric: Metric) -> tuple[str, str, str, str]:
    by = ", ".join(code(each) for each in metric.labels)
    return code(metric.full), metric.kind, by, plain(metric.sentence)
