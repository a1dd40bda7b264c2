"""A property of the whole graph as a query, for whoever keeps its values."""

from __future__ import annotations

from kg.model.terms import Iri


def values(predicate: Iri) -> str:
    """The query for all that has the property, and its values: `?s ?o`."""
    return f"SELECT ?s ?o WHERE {{ ?s {predicate.nt()} ?o }}"


def number(predicate: Iri, most: int) -> str:
    """The query for how many values the property has in all, counted up to `most`: `?n`."""
    some = f"SELECT ?o WHERE {{ ?s {predicate.nt()} ?o }} LIMIT {most}"
    return f"SELECT (COUNT(*) AS ?n) WHERE {{ {{ {some} }} }}"
