"""`search`: things found by a name, an old name or a code."""

from __future__ import annotations

from typing import Any

from kg.errors import UnknownThing
from server.graphql.planning.plan import Asking, Root
from server.graphql.roots.field import RootField


def search(field: RootField) -> Root:
    """What the index finds; it is not in the graph, so only the things themselves take a query.

    Raises `UnknownThing` for a kind that is not a class.
    """
    first, _ = field.page()
    text, kind = field.args["text"], field.args.get("kind") or ""
    kinds = field.shown.ontology.classes
    if kind and kind not in kinds:
        raise UnknownThing(kind, list(kinds), "Give a class, such as 'Organisation'.")

    def make(asking: Asking) -> list[dict[str, Any]]:
        hits = asking.release.search.find(text, first=first, kind=kind)
        return [{**hit._asdict(), "node": hit.iri} for hit in hits]

    return field.computed(make, wide=first)
