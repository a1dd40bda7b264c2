"""A network that somebody has drawn, to be taken away like the named views."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import networkx as nx

from kg.analysis.measures.views import View
from kg.model.terms import Iri


@dataclass(frozen=True)
class Drawn(View):
    """A view with a title of its own, which may tell whose data it is."""

    told: str = ""

    @property
    def title(self) -> str:
        """What it shows, as it was given."""
        return self.told


def drawn(
    name: str,
    title: str,
    nodes: Mapping[Iri, Mapping[str, str | int | float]],
    edges: Iterable[tuple[Iri, Iri, Mapping[str, str]]],
) -> Drawn:
    """A view of these nodes, and of edges with `relation`, `via`, `start` and `end` as far as
    known: of one pair those in one direction are one edge, whose texts are joined by `; `."""
    graph: nx.DiGraph[Iri] = nx.DiGraph()
    for each in nodes:
        graph.add_node(each, **{key: value for key, value in nodes[each].items() if value != ""})
    for source, target, said in edges:
        known = graph.get_edge_data(source, target, {})
        graph.add_edge(source, target, **_joined(known, said))
    return Drawn(name, "", graph, title)


def _joined(known: Mapping[str, str | int], said: Mapping[str, str]) -> dict[str, str | int]:
    texts: dict[str, str | int] = {"weight": int(known.get("weight", 0)) + 1}
    for name in ("relation", "via", "documents"):
        both = {*str(known.get(name, "")).split("; "), *said.get(name, "").split("; ")} - {""}
        if both:
            texts[name] = "; ".join(sorted(both))
    starts = [day for day in (str(known.get("start", "")), said.get("start", "")) if day]
    is_open = (bool(known) and "end" not in known) or not said.get("end")
    if starts:
        texts["start"] = min(starts)
    if not is_open:
        texts["end"] = max(str(known.get("end", "")), said["end"])
    return texts
