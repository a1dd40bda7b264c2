"""`measures`: what a named network measures, node by node."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from server.graphql.planning.plan import Asking, Root
from server.graphql.roots.analysed import networks_of
from server.graphql.roots.field import RootField
from server.graphql.roots.values import exact, listed

if TYPE_CHECKING:
    from kg.analysis.measures.measured import Measured, Measures


def measures(field: RootField) -> Root:
    """No query of its own: a network is read once a release."""
    page, view, on = field.page(), str(field.args["view"]), field.args.get("on") or ""

    def make(asking: Asking) -> dict[str, Any]:
        return _told(networks_of(asking.release).measured(view.lower(), on), page)

    return field.computed(make, wide=page[0])


def _told(found: Measured, page: tuple[int, int]) -> dict[str, Any]:
    return {
        "view": found.view.upper(),
        "on": found.on or None,
        "edges": found.edges,
        "components": found.components,
        "communities": found.communities,
        "modularity": exact(found.modularity),
        "isExact": found.is_exact,
        **listed([_measure(each) for each in found.measures], page),
    }


def _measure(found: Measures) -> dict[str, Any]:
    return {
        "thing": found.thing,
        "degree": found.degree,
        "betweenness": exact(found.betweenness),
        "pageRank": exact(found.pagerank),
        "community": found.community,
        "component": found.component,
    }
