"""All comparisons of the project with others, in one place."""

from __future__ import annotations

from typing import Final

from tests.bench import compared_here as here
from tests.bench import compared_served as served
from tests.bench.graphql_http import CLIENTS
from tests.bench.registry import MARK, Comparison, Peer
from tests.bench.sparql_client import CONNECTIONS
from tests.bench.sparql_peers import OXIGRAPH, RDFLIB

_ITSELF: Final = "this project, same run"
_HANDED: Final = "it is handed to a process that can be ended at its deadline, and back: 0.3 ms"
_LOOKED_UP: Final = ("point", "lineage", "join", "construct", "describe")
_SERVED: Final = ("oxigraph serve", "Virtuoso", "rdflib-endpoint")
_SHORT: Final = {
    **{(f"{kind}, cold", peer): _HANDED for kind in _LOOKED_UP for peer in _SERVED},
    ("date range, cold", "Virtuoso"): f"{_HANDED}; with a million triples ours is the faster",
    ("contains, cold", "rdflib-endpoint"): "that much is wanted of a million triples; of fewer, it "
    "has the less to pass over",
}
"""Why figures of the SPARQL comparison may fall short."""
_MEETS: Final = (
    "networkx stops where the two ends meet; ours then looks at all within half the way for the "
    "best borne out, and leaves out hubs as it goes"
)
_CORES: Final = (
    "readers of endless queries have the lowest turn at the processors, but their beginning and "
    "their end have not, and there are only two"
)
_GRAPHENE: Final = "its executor, no data loader, the same store"
COMPARISONS: Final = (
    Comparison(
        "sparql", "SPARQL over HTTP on a made world, each query new (cold) and repeated (warm)",
        (
            Peer("oxigraph serve", "read-only, loaded, optimised", OXIGRAPH.split("==")[1]),
            Peer("Virtuoso", "250,000 buffers, 2 threads a query", "virtuoso-t --version"),
            Peer("rdflib-endpoint", "oxigraph as its store, in memory", RDFLIB.split("==")[1]),
        ),
        ("sparql",), served.wanted_of_sparql(), served.of_sparql, _SHORT,
    ),
    Comparison(
        "questions", "questions of the library over HTTP, p50, nothing kept",
        (Peer("rdflib in memory", "the same SPARQL in process, without HTTP", "rdflib"),),
        ("three_questions",), {"rdflib": 1}, served.of_questions,
    ),
    Comparison(
        "graphql", "GraphQL lists, flat (bodies x fields) and nested, p50 in process",
        (
            Peer("the same queries, raw", "written as JSON by the engine", "pyoxigraph"),
            Peer("graphene, rows at hand", f"{_GRAPHENE}, our queries asked before", "graphene"),
            Peer("graphene, a query a field", f"{_GRAPHENE}, asked in each resolver", "graphene"),
            Peer("strawberry, rows at hand", "dicts of the same rows", "strawberry-graphql"),
        ),
        ("graphql_speed",),
        {"raw": 1 / 1.25, "graphene": 1, "strawberry": 1, "per field, memory": 15,
         "per field, disk": 6},
        here.of_lists,
    ),
    Comparison(
        "graphql repeats", "the same GraphQL again and again over HTTP",
        (
            Peer(MARK, f"{served.WARM:,} answers a second, by wrk or {CLIENTS} clients of Python"),
            Peer("ours, no cache", _ITSELF),
        ),
        ("graphql_http",), {MARK: 1, "no cache": 1}, served.of_repeats,
    ),
    Comparison(
        "paths", "the five best paths between random pairs of things",
        (Peer("networkx", "shortest_simple_paths over the same hops", "networkx"),),
        ("analysis",), {"networkx p50": 1, "networkx p95": 1}, here.of_paths,
        {("shortest, p50", "networkx"): _MEETS, ("best evidenced, p50", "networkx"): _MEETS},
    ),
    Comparison(
        "growth", "parts of the analysis on a graph some times as large",
        (Peer("ours at 1x", f"{_ITSELF}, its time at 1x so many times"),),
        ("analysis",), {"linear": 0.8}, here.of_growth,
    ),
    Comparison(
        "scale", "a build, and look-ups, at a few times the size",
        (Peer(here.SMALL, f"{_ITSELF}, of 100,000 made triples beside the shipped ones"),),
        ("scale", "scale_world"), {"linear": 0.8, "flat": 0.67}, here.of_scale,
    ),
    Comparison(
        "validation", "the ontology's shapes over a made graph with faults",
        (Peer("pySHACL", "rdflib graphs in memory, no inference", "pyshacl"),),
        ("validation",), {"pySHACL": 1}, here.of_validation,
    ),
    Comparison(
        "recoding", "a table put on the bodies of another day",
        (Peer("csv and crosswalk", "Python's csv, a look-up a row, no reasons and no breaks"),),
        ("recoding",), {"csv": 0.5}, here.of_recoding,
    ),
    Comparison(
        "search", "words of names, in process on the shipped release",
        (Peer("CONTAINS scan", "SPARQL on the same engine, LIMIT 20", "pyoxigraph"),),
        ("search",), {"scan": 1}, here.of_search,
    ),
    Comparison(
        "imports", "the differences that an official file makes, by the command",
        (
            Peer(MARK, "300,000 bodies in 60 s"),
            Peer("csv, read only", "Python's csv, rows by code, nothing compared"),
        ),
        ("import_ods",), {MARK: 1}, here.of_imports,
    ),
    Comparison(
        "extraction", "articles read into candidates for review",
        (
            Peer(MARK, f"{here.ARTICLES_A_SECOND} articles a second on two cores"),
            Peer("plain tokeniser", "one regular expression, nothing read"),
        ),
        ("extraction",), {MARK: 1}, here.of_extraction,
    ),
    Comparison(
        "restart", "a service that was killed under writes, from its start on",
        (Peer(MARK, f"{served.BACK:g} s at a million triples"),),
        ("restart",), {MARK: 1}, served.of_restarts,
    ),
    Comparison(
        "switches", "releases that change under load, in several services",
        (Peer(MARK, "no answer fails, and none is of two releases"),),
        ("rolling",), {MARK: 1}, served.of_switches,
    ),
    Comparison(
        "runaways", "queries without end, and quick ones beside them",
        (
            Peer(MARK, f"{served.OVERSHOOT:g} ms after the deadline; {served.NEIGHBOURS:g} ms"),
            Peer("ours, alone", f"{_ITSELF}, nothing else asked"),
        ),
        ("runaway",), {MARK: 1}, served.of_runaways,
        {("quick queries beside them, p99", MARK): _CORES},
    ),
    Comparison(
        "explorer", "the Explorer of 300 things in a browser",
        (Peer(MARK, "its budgets: ready 1 s, frame p95 110 ms, another day 100 ms"),),
        ("explorer",), {MARK: 1}, served.of_explorer,
    ),
)  # fmt: skip
"""Each with its peers, with what is wanted, and with what runs it."""
CLIENT: Final = f"one machine, the client beside the contenders, {CONNECTIONS} connections warm"
