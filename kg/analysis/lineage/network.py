"""A lineage as networkx has it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import networkx

from kg.analysis.lineage.bodies import KINDS, Body, Step
from kg.analysis.lineage.plain import shown


def network(
    bodies: Iterable[Body], steps: Iterable[Step], **about: str
) -> networkx.MultiDiGraph[str]:
    """Bodies as nodes and steps as edges, with all that is known of each; `about` is of the graph.

    What is not known is left out. A share is a fraction, a day an ISO day.
    """
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    graph.graph.update(about)
    for body in bodies:
        told = {
            "label": body.name, "kind": body.kind, "kindName": KINDS[body.kind],
            "code": body.code, **body.life._asdict(),
        }  # fmt: skip
        graph.add_node(str(body.iri), **_known(told))
    for step in steps:
        told = {
            "kind": step.kind, "day": step.day, "until": step.until, "whole": step.whole,
            "part": step.part, "share": None if step.share is None else float(step.share),
            "basis": step.basis, "event": step.event, "evidence": " ".join(step.evidence),
            "through": step.via, "inferred": step.inferred, "warnings": "; ".join(step.warnings),
        }  # fmt: skip
        graph.add_edge(str(step.before), str(step.after), **_known(told))
    return graph


def _known(told: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in told.items() if value not in (None, "")}
    # What is a string by another class, as an IRI is, has no type in GraphML.
    return {name: shown(x) if isinstance(x, str) else x for name, x in kept.items()}
