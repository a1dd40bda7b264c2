"""A view to take away: for programs that draw networks, for tables, and as RDF."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

import networkx as nx

from kg.analysis.asking import Row, query, rows_of
from kg.analysis.graphml import graphml as as_graphml
from kg.analysis.measures.views import View
from kg.errors import BadParameter
from kg.model.terms import Iri, Literal, Statement
from kg.questions.bind import bind_rows
from kg.questions.library import Library
from kg.store.base import Store
from kg.store.formats import TRIPLES, by_name

_NODE: Final = ("id", "label", "kind", "type", "start", "end")
_EDGE: Final = ("source", "target", "relation", "weight", "start", "end", "via", "officers")
_TODAY: Final = re.compile(rb' lastmodifieddate="[^"]*"')  # the same view gives the same bytes
_NAME: Final = re.compile(rb'(<graph [^>]*?) name="[^"]*"')  # which the format does not have
_RDF: Final = ("turtle", "ntriples", "jsonld", "rdfxml")


def graphml(view: View) -> bytes:
    """GraphML 1.0: nodes and edges with typed attributes, of which `iri` is the thing."""
    return as_graphml(_titled(view))


def gexf(view: View) -> bytes:
    """GEXF 1.2draft, dynamic where anything is dated: nodes and edges with their days."""
    sink = io.BytesIO()
    nx.write_gexf(view.graph, sink, version="1.2draft")
    return _NAME.sub(rb"\1", _TODAY.sub(b"", sink.getvalue(), count=1), count=1)


def nodes(view: View) -> bytes:
    """The nodes as CSV (RFC 4180), a line each."""
    return _csv(_NODE, view.nodes)


def edges(view: View) -> bytes:
    """The edges as CSV, a line each; `source` and `target` are identifiers of nodes."""
    return _csv(_EDGE, view.edges)


def node_link(view: View) -> bytes:
    """JSON as networkx and d3 read it: `nodes` and `links`."""
    found = nx.node_link_data(_titled(view), edges="links")
    return json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


_FORMS: Final[Mapping[str, Callable[[View], bytes]]] = {
    "csv": edges,
    "csv-nodes": nodes,
    "gexf": gexf,
    "graphml": graphml,
    "json": node_link,
}

FORMS: Final = (*_FORMS, *_RDF, "nquads")
"""The names of the formats."""


def export(view: View, form: str, store: Store, library: Library) -> bytes:
    """A view in a format; raises `BadParameter` for one that there is not.

    As RDF it is all that the graph states of its nodes and of what joins them; as N-Quads, with the
    named graphs that state it.
    """
    if form in _FORMS:
        return _FORMS[form](view)
    if form == "nquads":
        return _quads(view, store, library)
    if form not in _RDF:
        raise BadParameter("format", f"'{form}' is not one of {', '.join(FORMS)}")
    sink = io.BytesIO()
    asked = bind_rows(query(library, "statements-of"), ["thing"], [[each] for each in view.things])
    written = by_name(form, TRIPLES)
    store.write(asked, sink, written, written)
    return sink.getvalue()


def _titled(view: View) -> nx.Graph[Iri]:
    made = view.graph.copy()
    made.graph.update(name=view.name, description=view.title)
    return made


def _csv(columns: tuple[str, ...], told: Iterable[Mapping[str, Any]]) -> bytes:
    sink = io.StringIO(newline="")
    writer = csv.DictWriter(sink, columns, restval="", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(told)
    return sink.getvalue().encode()


def _quads(view: View, store: Store, library: Library) -> bytes:
    lines = {
        Statement(*_parts(row)).nq()
        for row in rows_of(store, library, "views-stated", "thing", view.things)
    }
    return "".join(f"{line}\n" for line in sorted(lines)).encode()


def _parts(row: Row) -> tuple[Iri, Iri, Iri | Literal, Iri]:
    thing, predicate, value, graph = row["thing"], row["predicate"], row["value"], row["graph"]
    assert isinstance(thing, Iri)
    assert isinstance(predicate, Iri)
    assert isinstance(value, (Iri, Literal))  # no release has a blank node
    assert isinstance(graph, Iri)
    return thing, predicate, value, graph
