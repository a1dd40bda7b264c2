"""The addresses of operations."""

from __future__ import annotations

from starlette.routing import Route

from server.operations.health import live, ready
from server.operations.metrics import metrics
from server.operations.queries import cancel, queries

routes = (
    Route("/livez", live),
    Route("/readyz", ready),
    Route("/metrics", metrics),
    Route("/admin/queries", queries),
    Route("/admin/queries/{number}", cancel, methods=["DELETE"]),
)
