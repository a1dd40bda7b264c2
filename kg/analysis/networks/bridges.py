"""Who bridged what: persons and bodies without whom others would not have hung together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx

from kg.analysis.networks.bipartite import Graph, bipartite, shared
from kg.analysis.networks.tenures import CARRY, Held, Tenure, held_on, tenures
from kg.model.terms import Iri
from kg.questions.library import Library
from kg.store.base import Store


@dataclass(frozen=True)
class Bridge:
    """A person, or a body that several officers served.

    `betweenness` is the share of the shortest ways between all others that go through it, from 0
    to 1. `parts` are what it alone holds together: the bodies of each part, by name; there is one
    part or none where others hold them together too.
    """

    thing: Iri
    name: str
    kind: str
    betweenness: float
    parts: Sequence[Sequence[str]]

    @property
    def is_only_link(self) -> bool:
        """Whether nothing else links what it links."""
        return len(self.parts) > 1


def bridges(
    store: Store, library: Library, on: str = "", *, carry: int = CARRY, kind: str = "ccg"
) -> list[Bridge]:
    """Who bridged what on a day, or ever if none is given; the most between first.

    Ever, two bodies hang together that one person led at any time, also one after the other.
    """
    found = tenures(store, library, kind)
    held: list[tuple[Tenure, Held | None]] = []
    if on:
        held += held_on(found, on, carry)
    else:
        held += ((each, None) for each in found if each.confidence != "low")
    return bridges_of(shared(bipartite(held)))


def bridges_of(graph: Graph) -> list[Bridge]:
    """The bridges of a graph of persons and bodies."""
    between = nx.betweenness_centrality(graph)
    cutting = set(nx.articulation_points(graph))
    made = [
        Bridge(
            thing=thing,
            name=said["label"],
            kind=said["kind"],
            betweenness=round(between[thing], 9),
            parts=_parts(graph, thing) if thing in cutting else (),
        )
        for thing, said in graph.nodes(data=True)
    ]
    return sorted(made, key=lambda each: (-each.betweenness, each.thing))


def _parts(graph: Graph, thing: Iri) -> Sequence[Sequence[str]]:
    whole = nx.node_connected_component(graph, thing)
    rest = graph.subgraph(whole - {thing})
    parts = (
        sorted(rest.nodes[each]["label"] for each in part if rest.nodes[each]["kind"] == "body")
        for part in nx.connected_components(rest)
    )
    return sorted(filter(None, parts))
