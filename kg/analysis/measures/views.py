"""The named views: networks that a question may be asked of as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import networkx as nx

from kg.analysis.asking import Row, rows, rows_of, text
from kg.analysis.networks.bipartite import bipartite, projection, shared
from kg.analysis.networks.tenures import CARRY, Held, Tenure, held_on, tenures
from kg.errors import UnknownThing
from kg.model.names import PREFIXES
from kg.model.terms import Iri
from kg.questions.library import Library
from kg.store.base import Store

Graph: TypeAlias = "nx.Graph[Iri]"

VIEWS: Final[Mapping[str, str]] = {
    "claims": "Who says what where, and which claims and documents bear on each other.",
    "interlocks": "CCGs that one person led at once.",
    "lineage": "Which body became which.",
    "membership": "Which body was in which system, region, area team, authority or cluster.",
    "officers": "CCGs and the chief officers whom several of them had.",
}
"""The views by name, each with what it shows."""

_DIRECTED: Final = ("claims", "lineage", "membership")


@dataclass(frozen=True)
class View:
    """A view on a day, or of all days where `on` is empty.

    Nodes are IRIs with `label`, `kind` (of which class), `type` (of which kind a body is) and the
    days from `start` to `end` on which they surely stood, as far as known. Edges have `relation`,
    `weight` (how many statements they stand for), `via` (the IRIs of what they were read from) and
    the sure days. All values are texts or numbers; several are joined by `; `.
    """

    name: str
    on: str
    graph: Graph

    @property
    def title(self) -> str:
        """What it shows, and of which day."""
        return VIEWS[self.name] + (f" On {self.on}." if self.on else "")

    @property
    def nodes(self) -> Sequence[Mapping[str, str | int]]:
        """The nodes as rows, in the order of their IRIs, which are their `id`."""
        return [{"id": each, **self.graph.nodes[each]} for each in sorted(self.graph)]

    @property
    def edges(self) -> Sequence[Mapping[str, str | int]]:
        """The edges as rows; `source` and `target` are the `id` of nodes."""
        told = (
            {"source": one, "target": two, **said} for one, two, said in self.graph.edges.data()
        )
        return sorted(told, key=lambda each: (each["source"], each["target"]))

    @property
    def things(self) -> Sequence[Iri]:
        """The nodes, and what the edges were read from."""
        read = (self.graph.edges[edge].get("via", "") for edge in self.graph.edges)
        via = {each for joined in read for each in joined.split("; ") if each}
        return sorted({*self.graph, *map(Iri, via)})


def view(store: Store, library: Library, name: str, on: str = "", *, carry: int = CARRY) -> View:
    """A view by its name; `on` is an ISO day. Raises `UnknownThing` for another name.

    On a day, officers are those in office that day, carried by so many months from a day that a
    source attests; members those of that day; changes and claims those that there had been by it.
    """
    if name not in VIEWS:
        raise UnknownThing(name, list(VIEWS), f"The views are {', '.join(VIEWS)}.")
    if name in _DIRECTED:
        graph = _stated(rows(store, library, f"views-{name}"), name, on)
    else:
        graph = _officers(tenures(store, library), name, on, carry)
    _describe(graph, rows_of(store, library, "views-nodes", "thing", sorted(graph)))
    return View(name, on, graph)


def _stated(found: Iterable[Row], name: str, on: str) -> Graph:
    graph: Graph = nx.DiGraph()
    told = [row for row in found if not on or _is_of(row, name, on)]
    ends = {text(row[end]) for row in told for end in ("source", "target")}
    graph.add_nodes_from(map(Iri, sorted(ends)))
    for row in told:
        source, target = Iri(text(row["source"])), Iri(text(row["target"]))
        graph.add_edge(source, target, **_merged(graph.get_edge_data(source, target, {}), row))
    return graph


def _is_of(row: Row, name: str, on: str) -> bool:
    start, end = text(row["start"]), text(row["end"])
    if name == "membership":
        return bool(start) and start <= on and (not end or on <= end)
    return bool(start) and start <= on


def _merged(known: Mapping[str, str | int], row: Row) -> dict[str, str | int]:
    """An edge with one more statement."""
    days = {each: text(row[each]) for each in ("start", "end")}
    edge: dict[str, str | int] = {
        "relation": _joined(known.get("relation", ""), text(row["relation"])),
        "weight": int(known.get("weight", 0)) + 1,
    }
    via = _joined(known.get("via", ""), text(row["via"]))
    if via:
        edge["via"] = via
    start = min(filter(None, (str(known.get("start", "")), days["start"])), default="")
    is_open = bool(known) and "end" not in known
    end = "" if is_open or not days["end"] else max(str(known.get("end", "")), days["end"])
    return edge | {name: day for name, day in (("start", start), ("end", end)) if day}


def _joined(known: str | int, new: str) -> str:
    return "; ".join(sorted({*str(known).split("; "), new} - {""}))


def _officers(found: Sequence[Tenure], name: str, on: str, carry: int) -> Graph:
    held: list[tuple[Tenure, Held | None]] = []
    if on:
        held += held_on(found, on, carry)
    else:
        held += ((each, None) for each in found if each.confidence != "low")
    both = shared(bipartite(held))
    graph: Graph = nx.Graph()
    if name == "officers":
        graph.add_nodes_from(sorted(both))
        for one, two in _pairs(both):
            said = both.edges[one, two]
            way = {"relation": said["held"] or "held", "weight": len(said["tenures"])}
            graph.add_edge(one, two, **way, via="; ".join(said["tenures"]))
        return graph
    bodies = projection(both)
    graph.add_nodes_from(sorted(bodies))
    for one, two in _pairs(bodies):
        said = bodies.edges[one, two]
        graph.add_edge(
            one,
            two,
            relation="sharedOfficer",
            weight=said["weight"],
            via="; ".join(_tenures(both, (one, two), said["officers"])),
            officers="; ".join(both.nodes[each]["label"] for each in said["officers"]),
        )
    return graph


def _pairs(graph: Graph) -> list[tuple[Iri, Iri]]:
    return sorted((min(one, two), max(one, two)) for one, two in graph.edges)


def _tenures(both: Graph, bodies: Iterable[Iri], officers: Iterable[Iri]) -> list[Iri]:
    pairs = ((body, person) for body in bodies for person in officers)
    return sorted({each for pair in pairs for each in both.edges[pair]["tenures"]})


def _describe(graph: Graph, found: Iterable[Row]) -> None:
    for row in found:
        node = graph.nodes[Iri(text(row["thing"]))]
        kind = text(row["class"])
        if kind.startswith(PREFIXES["cot"]):
            node["kind"] = _joined(node.get("kind", ""), kind.removeprefix(PREFIXES["cot"]))
        node["type"] = _joined(node.get("type", ""), text(row["type"]))
        for name in ("label", "start", "end"):
            if text(row[name]):
                node.setdefault(name, text(row[name]))
    for thing in graph:
        graph.nodes[thing].setdefault("label", str(thing))
