"""What can be measured of a view, node by node."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

import networkx as nx

from kg.analysis.measures.pagerank import DAMPING, NEAR, ROUNDS, pagerank
from kg.analysis.measures.views import View
from kg.errors import BadParameter
from kg.model.terms import Iri

SEED: Final = 7
"""What is drawn by lot is drawn from here, so that it comes out the same every time."""

EXACT: Final = 4_000_000
"""Up to so many nodes times edges, betweenness is counted; above it is estimated."""

PIVOTS: Final = 200
"""From how many nodes it is estimated."""

_PLACES: Final = 9  # what engines agree on


@dataclass(frozen=True)
class Measures:
    """The measures of a node.

    `degree` is the number of its neighbours' edges; `betweenness` the share of the shortest ways
    between all others that go through it; `pagerank` its share of 1. `community` and `component`
    are numbers, the largest first; a community is where Louvain's method puts it.
    """

    thing: Iri
    label: str
    kind: str
    degree: int
    betweenness: float
    pagerank: float
    community: int
    component: int


@dataclass(frozen=True)
class Measured:
    """A view's measures, nodes of the most PageRank first, and how they were come by.

    `is_exact` is false where betweenness is estimated from some nodes; `modularity` is how much
    more the communities keep to themselves than chance would have it, from -0.5 to 1.
    """

    view: str
    on: str
    nodes: int
    edges: int
    components: int
    communities: int
    modularity: float
    is_exact: bool
    measures: Sequence[Measures]


def measured(view: View, backend: str = "") -> Measured:
    """The measures of a view.

    `backend` is a networkx backend that is installed, such as `parallel`, tried first for whatever
    it can do; networkx's own settings (`NETWORKX_…`) hold too. Raises `BadParameter` for a backend
    that is not there, or that does not fit the installed networkx.
    """
    things = sorted(view.graph)
    places = {thing: place for place, thing in enumerate(things)}
    with dispatched(backend):
        graph = _numbered(view.graph, places)
        plain: nx.Graph[int] = nx.Graph(graph)
        communities = _largest_first(
            nx.community.louvain_communities(plain, weight="weight", seed=SEED)
        )
        components = _largest_first(nx.connected_components(plain))
        is_exact = len(graph) * graph.number_of_edges() <= EXACT
        pivots = None if is_exact else min(PIVOTS, len(graph))
        between = nx.betweenness_centrality(graph, k=pivots, seed=SEED)
        ranks = _ranks(nx.DiGraph(graph))
        modularity = nx.community.modularity(plain, communities) if plain.size() else 0.0
    groups, parts = _numbers(communities), _numbers(components)
    found = [
        Measures(
            thing=thing,
            label=view.graph.nodes[thing]["label"],
            kind=view.graph.nodes[thing].get("kind", ""),
            degree=graph.degree(place),
            betweenness=round(between[place], _PLACES),
            pagerank=round(ranks[place], _PLACES),
            community=groups[place],
            component=parts[place],
        )
        for place, thing in enumerate(things)
    ]
    return Measured(
        view=view.name,
        on=view.on,
        nodes=len(things),
        edges=graph.number_of_edges(),
        components=len(components),
        communities=len(communities),
        modularity=round(modularity, _PLACES),
        is_exact=is_exact,
        measures=sorted(found, key=lambda each: (-each.pagerank, each.thing)),
    )


@contextmanager
def dispatched(backend: str) -> Iterator[None]:
    """networkx with a backend tried first; without one, as networkx itself is set."""
    if not backend:
        yield
        return
    priority: Any = nx.config.backend_priority
    try:
        chosen = priority(algos=[backend, *priority.algos])
    except ValueError:
        known = ", ".join(sorted(nx.config.backends)) or "none"
        hint = f"Installed are: {known}. 'nx-parallel' brings the backend 'parallel'."
        raise BadParameter("backend", f"networkx has no backend '{backend}'", hint) from None
    try:
        with chosen:
            yield
    except (ImportError, TypeError, AttributeError) as fault:  # it was made for another networkx
        reason = (
            f"networkx's backend '{backend}' does not work with networkx {nx.__version__}: {fault}"
        )
        hint = "Another version of either may fit; nx-parallel 0.3 fits networkx 3.4."
        raise BadParameter("backend", reason, hint) from None


def _numbered(graph: nx.Graph[Iri], places: Mapping[Iri, int]) -> nx.Graph[int]:
    """The graph with numbers for nodes, in order: sets of texts would be in an order of chance."""
    made: nx.Graph[int] = nx.DiGraph() if graph.is_directed() else nx.Graph()
    made.add_nodes_from(range(len(places)))
    for one, two, weight in sorted(
        (places[one], places[two], said.get("weight", 1)) for one, two, said in graph.edges.data()
    ):
        made.add_edge(one, two, weight=weight)
    return made


def _ranks(graph: nx.DiGraph[int]) -> Mapping[int, float]:
    try:
        found: Mapping[int, float] = nx.pagerank(graph, DAMPING, max_iter=ROUNDS, tol=NEAR)
    except ModuleNotFoundError:
        return pagerank(graph)
    return found


def _largest_first(parts: Iterable[set[int]]) -> list[set[int]]:
    return sorted(parts, key=lambda part: (-len(part), min(part)))


def _numbers(parts: Sequence[set[int]]) -> Mapping[int, int]:
    return {node: number for number, part in enumerate(parts, 1) for node in part}
