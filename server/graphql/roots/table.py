"""The root fields that are not of a class, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from server.graphql.planning.plan import Root
from server.graphql.roots.ask import ask
from server.graphql.roots.audits import audits, count_audit, middle_tier
from server.graphql.roots.became import coterminosity, replaced
from server.graphql.roots.changes import changes
from server.graphql.roots.classes import node, of_class
from server.graphql.roots.differences import differences
from server.graphql.roots.disagreements import disagreements
from server.graphql.roots.field import RootField
from server.graphql.roots.interlocks import (
    bridges,
    interlock_groups,
    merger_interlocks,
    shared_tenures,
)
from server.graphql.roots.lineage import lineage
from server.graphql.roots.measures import measures
from server.graphql.roots.path import path
from server.graphql.roots.reviews import reviews
from server.graphql.roots.search import search
from server.graphql.roots.service import concepts, release, releases, service_limits
from server.graphql.roots.since import changes_since

TABLE: Final[Mapping[str, Callable[[RootField], Root]]] = {
    "ask": ask,
    "audits": audits,
    "bridges": bridges,
    "changes": changes,
    "changesSince": changes_since,
    "concepts": concepts,
    "coterminosity": coterminosity,
    "countAudit": count_audit,
    "differences": differences,
    "disagreements": disagreements,
    "interlockGroups": interlock_groups,
    "lineage": lineage,
    "measures": measures,
    "mergerInterlocks": merger_interlocks,
    "middleTier": middle_tier,
    "node": node,
    "path": path,
    "release": release,
    "releases": releases,
    "replaced": replaced,
    "review": reviews,
    "reviews": reviews,
    "search": search,
    "serviceLimits": service_limits,
    "sharedTenures": shared_tenures,
    "thing": node,
}


def root(field: RootField) -> Root:
    """The root of the plan for this field."""
    found = TABLE[field.name](field) if field.name in TABLE else of_class(field)
    assert found is not None, f"the schema has a root field {field.name!r} that is not compiled"
    return found
