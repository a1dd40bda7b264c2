"""What can be measured of a view, node by node."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

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
"""From how many nodes it is estimated at most."""

PASSED: Final = 3_000_000
"""So many nodes and edges are passed over for an estimate; of a larger view it is made from fewer
nodes, but from `FEWEST`."""

FEWEST: Final = 20

LARGEST: Final = 200_000
"""A view of more edges is not measured here: it would take minutes."""

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
    that is not there, or that does not fit the installed networkx, and for a view of more than
    `LARGEST` edges.
    """
    _check_size(view)
    things = sorted(view.graph)
    graph = _numbered(view.graph, {thing: place for place, thing in enumerate(things)})
    with dispatched(backend):
        reckoned = _reckoned(graph)
    groups, parts = _numbers(reckoned.communities), _numbers(reckoned.components)
    found = [
        Measures(
            thing=thing,
            label=view.graph.nodes[thing]["label"],
            kind=view.graph.nodes[thing].get("kind", ""),
            degree=graph.degree(place),
            betweenness=round(reckoned.between[place], _PLACES),
            pagerank=round(reckoned.ranks[place], _PLACES),
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
        components=len(reckoned.components),
        communities=len(reckoned.communities),
        modularity=round(reckoned.modularity, _PLACES),
        is_exact=reckoned.is_exact,
        measures=sorted(found, key=lambda each: (-each.pagerank, each.thing)),
    )


class _Reckoned(NamedTuple):
    """What networkx says of the nodes, which are numbers here."""

    communities: list[set[int]]
    components: list[set[int]]
    modularity: float
    between: Mapping[int, float]
    is_exact: bool
    ranks: Mapping[int, float]


def _reckoned(graph: nx.Graph[int]) -> _Reckoned:
    plain: nx.Graph[int] = nx.Graph(graph)
    communities = _largest_first(
        nx.community.louvain_communities(plain, weight="weight", seed=SEED)
    )
    is_exact = len(graph) * graph.number_of_edges() <= EXACT
    pivots = None if is_exact else _pivots(graph)
    return _Reckoned(
        communities,
        _largest_first(nx.connected_components(plain)),
        nx.community.modularity(plain, communities) if plain.size() else 0.0,
        nx.betweenness_centrality(graph, k=pivots, seed=SEED),
        is_exact,
        _ranks(nx.DiGraph(graph)),
    )


def _check_size(view: View) -> None:
    edges = view.graph.number_of_edges()
    if edges > LARGEST:
        hint = "Name a day, or take the view away with 'coterminous export' and measure it there."
        reason = f"'{view.name}' has {edges:,} edges; views of up to {LARGEST:,} are measured here"
        raise BadParameter("view", reason, hint)


def _pivots(graph: nx.Graph[int]) -> int:
    passed = len(graph) + graph.number_of_edges()
    return min(len(graph), PIVOTS, max(FEWEST, PASSED // passed))


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
