"""The addresses of SPARQL: queries, updates and graphs."""

from __future__ import annotations

from starlette.routing import Route

from server.sparql.endpoint import endpoint
from server.sparql.graph_store import graph_store
from server.sparql.update import update
from server.sparql.void import routes as void

_METHODS = ["GET", "PUT", "POST", "PATCH", "DELETE"]  # and HEAD, wherever GET is

routes = (
    Route("/sparql", endpoint, methods=["GET", "POST"]),
    Route("/update", update, methods=["POST"]),
    Route("/rdf-graph-store", graph_store, methods=_METHODS),
    Route("/rdf-graph-store/{path:path}", graph_store, methods=_METHODS),
    *void,
)
