"""PageRank by repeated multiplication, for where networkx would need numpy and scipy for it."""

from __future__ import annotations

from typing import Final

import networkx as nx

DAMPING: Final = 0.85
NEAR: Final = 1e-12
"""How far a node's rank may be from what it would be after one step more."""
ROUNDS: Final = 1_000


def pagerank(graph: nx.DiGraph[int], weight: str = "weight") -> dict[int, float]:
    """The rank of each node; all together are 1. What a node without a way out has goes to all.

    >>> ranks = pagerank(nx.DiGraph([(0, 1), (2, 1)]))
    >>> ranks[1] > ranks[0] == ranks[2], round(sum(ranks.values()), 9)
    (True, 1.0)
    """
    size = len(graph)
    ranks = dict.fromkeys(graph, 1 / size) if size else {}
    out = {node: sum(said.get(weight, 1) for said in graph[node].values()) for node in graph}
    for _ in range(ROUNDS):
        lost = sum(ranks[node] for node in graph if not out[node])
        base = (1 - DAMPING + DAMPING * lost) / max(size, 1)
        found = dict.fromkeys(graph, base)
        for node, ways in graph.adjacency():
            for other, said in ways.items():
                found[other] += DAMPING * ranks[node] * said.get(weight, 1) / out[node]
        apart = sum(abs(found[node] - ranks[node]) for node in graph)
        ranks = found
        if apart <= size * NEAR:
            break
    return ranks
