"""What an engine can do, found out by asking it; nothing is taken on its word.

Only `writable` sends anything that might change the engine, and what it sends changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from typing import Final
from urllib.parse import urlsplit, urlunsplit

from kg.errors import BadQuery, EngineFailed, KgError
from kg.model.names import BASE
from kg.model.terms import Iri, Literal
from kg.store.base import Dataset
from kg.store.formats import ROWS, TRIPLES
from kg.store.remote.place import Engine, Proved
from kg.store.remote.store import RemoteStore
from kg.store.remote.wire import Asked

MERGED: Final = BASE + "graph/merged"
"""The graph with all that the default graph holds, on an engine that has none apart."""
PUBLISHED: Final = BASE + "graph/published"
"""The graph that says which release an engine holds."""
_NOWHERE: Final = Iri("urn:coterminous:nowhere")
_LATERAL: Final = (
    "SELECT ?a ?b WHERE { VALUES ?a { 1 2 } LATERAL { SELECT ?a ?b WHERE { VALUES ?b { 3 4 } "
    "FILTER (?a < 5) } ORDER BY ?b LIMIT 1 } } ORDER BY ?a"
)
_NAMES: Final = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
"""Not DISTINCT, for which Virtuoso passes over every statement of every graph in another way."""
_NOTHING: Final = f"DELETE DATA {{ GRAPH <{_NOWHERE}> {{ <{_NOWHERE}> <{_NOWHERE}> 1 }} }}"
_STORES: Final = {
    "update": ("store", "data"),
    "query": ("store", "data"),
    "statements": ("rdf-graphs/service",),
    "sparql": ("sparql-graph-crud-auth", "data", "rdf-graph-store"),
    "sparql-auth": ("sparql-graph-crud-auth",),
}
"""By the end of the address of updates, what stands there for the Graph Store Protocol."""
_ANY: Final = "SELECT ?s ?p ?o WHERE { ?s ?p ?o } LIMIT 1"


def probed(engine: Engine, seconds: float = 60.0) -> Engine:
    """The engine with what it proved, its named graphs, and where its merged graph is.

    Raises `EngineFailed` where nothing answers.
    """
    told = Proved(dialect=_dialect(engine))
    store = RemoteStore(replace(engine, proved=told), seconds=seconds)
    graphs = _graphs(store)
    has_default = bool(store.select(_ANY).rows)
    chosen = MERGED if MERGED in graphs and (told.dialect != "standard" or not has_default) else ""
    proved = replace(
        told,
        lateral=_has_lateral(store),
        default=_default(store, graphs, has_default=has_default),
        param=not _sees(store, _NOWHERE),
        text=_answers(store, "ASK { ?s ?p ?o . ?o <bif:contains> \"'coterminous'\" }"),
    )
    return replace(engine, proved=proved, merged=chosen, graphs=tuple(_shown(graphs)))


def check_heard(engine: Engine, seconds: float) -> None:
    """Raise `EngineFailed` or `DeadlinePassed` where no endpoint answers a small question in time.

    One that takes connections and answers nothing would else be waited for as if it worked.
    """
    _head(RemoteStore(engine, seconds=seconds))


def writable(engine: Engine, seconds: float = 60.0) -> Engine:
    """The engine with what it proved of writing: Update, and where its graph store is."""
    store = RemoteStore(engine, seconds=seconds)
    nothing = Asked(form=[("update", _NOTHING)])
    takes = _is_taken(store, engine.write, nothing)
    found = next((each for each in _stores(engine.write) if _is_store(store, each)), "")
    return replace(engine, proved=replace(engine.proved, update=takes, graph_store=found))


def _dialect(engine: Engine) -> str:
    return "virtuoso" if "virtuoso" in _head(RemoteStore(engine)) else "standard"


def _head(store: RemoteStore) -> str:
    """How an engine calls itself in the head of an answer, which is not read: what it tells of a
    truth is no truth on every engine."""
    asked = Asked(form=[("query", "ASK {}")], headers={"Accept": "application/sparql-results+json"})
    with store.wire.asked(asked, store.seconds) as body:
        return body.server


def _graphs(store: RemoteStore) -> list[Iri]:
    return sorted(row[0] for row in store.select(_NAMES).rows if isinstance(row[0], Iri))


def _shown(graphs: Iterable[Iri]) -> list[str]:
    """The graphs that are data: ours, or on an engine that has none of ours, all."""
    ours = [each for each in graphs if each.startswith(BASE + "graph/")]
    inner = (MERGED, PUBLISHED)
    return [each for each in ours or graphs if not each.startswith(inner)]


def _default(store: RemoteStore, graphs: list[Iri], *, has_default: bool) -> str:
    """What a query sees that names no graph; an engine whose graphs are all in it is a union."""
    if not has_default or not graphs:
        return "own"
    if PUBLISHED not in graphs:
        return "union" if store.engine.proved.dialect == "virtuoso" else "own"
    query = f"ASK {{ <{PUBLISHED}> ?p ?o }}"
    return "union" if store.ask(query) else "own"


def _has_lateral(store: RemoteStore) -> bool:
    try:
        rows = store.select(_LATERAL).rows
    except KgError:
        return False
    return [[each.text for each in row if isinstance(each, Literal)] for row in rows] == [
        ["1", "3"], ["2", "3"],
    ]  # fmt: skip


def _answers(store: RemoteStore, query: str) -> bool:
    """Whether an engine of another dialect knows what SPARQL does not."""
    if store.engine.proved.dialect == "standard":
        return False
    try:
        store.ask(query)
    except KgError:
        return False
    return True


def _sees(store: RemoteStore, graph: Iri) -> bool:
    """Whether there is anything in a graph that a request chooses."""
    written = BytesIO()
    store.write("ASK { ?s ?p ?o }", written, ROWS[0], TRIPLES[0], Dataset((graph,)))
    return b"true" in written.getvalue()


def _is_taken(store: RemoteStore, address: str, request: Asked) -> bool:
    try:
        store.wire.once(address, request, store.seconds).close()
    except (BadQuery, EngineFailed):
        return False
    return True


def _is_store(store: RemoteStore, address: str) -> bool:
    """Whether a graph can be put there; that of no triples leaves nothing behind."""
    put = Asked("PUT", [("graph", _NOWHERE)], content=b"", headers={"Content-Type": "text/turtle"})
    if not _is_taken(store, address, put):
        return False
    return _is_taken(store, address, Asked("DELETE", [("graph", _NOWHERE)]))


def _stores(write: str) -> list[str]:
    """Where the graph store of an engine may be, by the address of its updates.

    >>> _stores("http://localhost:7878/update")
    ['http://localhost:7878/store', 'http://localhost:7878/data']
    """
    parts = urlsplit(write)
    before, _, last = parts.path.rpartition("/")
    return [
        urlunsplit((parts.scheme, parts.netloc, f"{before}/{each}", "", ""))
        for each in _STORES.get(last, ("data",))
    ]
