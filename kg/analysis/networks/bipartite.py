"""The graph of persons and bodies, joined by offices."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

import networkx as nx

from kg.analysis.networks.tenures import Held, Tenure
from kg.model.terms import Iri

Graph: TypeAlias = "nx.Graph[Iri]"


def bipartite(held: Iterable[tuple[Tenure, Held | None]]) -> Graph:
    """Persons and bodies as nodes (`kind`, `label`), and an edge for each office, with the IRIs of
    its tenures (`tenures`) and whether any is attested on the day (`held`). Nodes and edges are in
    the order of the IRIs, so that what is computed of them does not hang on chance."""
    order = sorted(held, key=lambda each: each[0].iri)
    graph: Graph = nx.Graph()
    names = {each.person: ("person", each.person_name) for each, _ in order}
    names |= {each.body: ("body", each.body_name) for each, _ in order}
    for thing in sorted(names):
        graph.add_node(thing, kind=names[thing][0], label=names[thing][1])
    for tenure, how in order:
        known = graph.get_edge_data(tenure.person, tenure.body, {})
        both = (*known.get("tenures", ()), tenure.iri)
        best = "attested" if "attested" in (how, known.get("held")) else how or ""
        graph.add_edge(tenure.person, tenure.body, tenures=both, held=best)
    return graph


def shared(graph: Graph) -> Graph:
    """The part of it that joins bodies: persons with two bodies or more, and these bodies."""
    joining = [each for each in of_kind(graph, "person") if graph.degree(each) > 1]
    return graph.subgraph({*joining, *(body for each in joining for body in graph[each])})


def of_kind(graph: Graph, kind: str) -> list[Iri]:
    """The persons or the bodies of a graph, in the order of their IRIs."""
    return sorted(each for each in graph if graph.nodes[each]["kind"] == kind)


def projection(graph: Graph) -> Graph:
    """The bodies alone: an edge between two that one person led, with the persons (`officers`) and
    how many they are (`weight`)."""
    bodies = of_kind(graph, "body")
    made: Graph = nx.Graph()
    made.add_nodes_from((each, dict(graph.nodes[each])) for each in bodies)
    for one in bodies:
        officers: dict[Iri, list[Iri]] = {}
        for person in sorted(graph[one]):
            for two in graph[person]:
                if one < two:
                    officers.setdefault(two, []).append(person)
        for two in sorted(officers):
            made.add_edge(one, two, officers=tuple(officers[two]), weight=len(officers[two]))
    return made
