"""A network as GraphML 1.0, as the schema of that format has it."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import networkx as nx


def graphml(graph: nx.Graph[Any]) -> bytes:
    """The graph with all that is said of its nodes and edges; numbers and truths keep their types.

    Identifiers are name tokens, which no address is: nodes are `n0`, `n1` and so on, and their
    attribute `iri` says which thing each is.

    >>> told = graphml(nx.DiGraph([("urn:a", "urn:b")]))
    >>> again = nx.parse_graphml(told.decode())
    >>> list(nx.relabel_nodes(again, nx.get_node_attributes(again, "iri")).edges)
    [('urn:a', 'urn:b')]
    """
    written = BytesIO()
    nx.write_graphml_xml(_numbered(graph), written)
    return _truths(written.getvalue())


def _truths(written: bytes) -> bytes:
    """Truths as XML has them, small."""
    keys = b"|".join(re.findall(rb'<key id="(\w+)"[^>]* attr.type="boolean"', written))
    found = rb'(<data key="(?:%s)">)(True|False)(?=</data>)' % keys
    return re.sub(found, lambda each: each[1] + each[2].lower(), written) if keys else written


def _numbered(graph: nx.Graph[Any]) -> nx.Graph[str]:
    names = {node: f"n{place}" for place, node in enumerate(graph)}
    made: Any = graph.__class__(**graph.graph)
    made.add_nodes_from((names[node], {"iri": str(node), **graph.nodes[node]}) for node in graph)
    for place, (one, two, said) in enumerate(graph.edges(data=True)):
        # Of several between two nodes each is told by its identifier.
        key = {"key": f"e{place}"} if graph.is_multigraph() else {}
        made.add_edge(names[one], names[two], **key, **said)
    numbered: nx.Graph[str] = made
    return numbered
