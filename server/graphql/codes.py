"""Codes as the response shows them; they are known from the ontology, without asking the graph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kg.model.names import graph, shorten
from kg.model.terms import Iri
from server.graphql.identity import short
from server.graphql.projection import CONCEPT_CLASS, Projection


def concept(shown: Projection, iri: Iri, parts: Sequence[tuple[str, str]]) -> Mapping[str, Any]:
    """A code as an object: the parts that are wanted, under their response keys."""
    return {"__typename": "Concept"} | {key: part(shown, iri, name) for key, name in parts}


def part(shown: Projection, iri: Iri, name: str) -> Any:
    """A part of a code; null for all but its names where the ontology does not have it."""
    fixed = {"id": short(iri), "iri": iri, "type": [shorten(CONCEPT_CLASS)]}
    if name in fixed:
        return fixed[name]
    if name == "graphs":
        return [shorten(graph("schema"))]
    found = shown.ontology.concept_by_iri.get(iri)
    if found is None:
        return None
    return shown.scheme_of[iri].name if name == "scheme" else getattr(found, name)
