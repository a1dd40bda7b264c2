"""An operation into a plan: its root fields, each with the levels that hang on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLObjectType,
    OperationDefinitionNode,
)
from graphql.execution.collect_fields import collect_fields

from server.graphql.api import Api
from server.graphql.planning.languages import heard
from server.graphql.planning.plan import Plan, Root
from server.graphql.planning.select import Selector
from server.graphql.planning.selections import Nodes, located, name_of
from server.graphql.release import Release
from server.graphql.roots.field import RootField
from server.graphql.roots.table import root


class AnotherRelease(Exception):
    """The operation asks a release that is not the one that is open."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def compile_operation(
    here: Api,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Mapping[str, Any],
    release: Release,
) -> Plan:
    """The plan of an operation of a document that was found valid, with coerced variables.

    Raises `GraphQLError` for what only the ontology can tell to be wrong, with its place, and
    `AnotherRelease`.
    """
    fragments = {
        each.name.value: each
        for each in document.definitions
        if isinstance(each, FragmentDefinitionNode)
    }
    fanout = getattr(release, "fanout", None)
    selector = Selector(here, fragments, {**variables}, release.name, release.spoken, fanout)
    query = cast(GraphQLObjectType, here.schema.query_type)
    fields = collect_fields(here.schema, fragments, {**variables}, query, operation.selection_set)
    roots: dict[str, Root] = {}
    for key, nodes in fields.items():
        if not name_of(nodes).startswith("__"):
            with located(nodes):
                roots[key] = _root(selector, release, key, nodes)
    heard(selector.levels, selector.spoken)
    return Plan(roots, tuple(selector.levels))


def _root(selector: Selector, release: Release, key: str, nodes: Nodes) -> Root:
    args = selector.arguments("Query", nodes)
    if args.get("release") not in (None, release.name):
        raise AnotherRelease(args["release"])
    return root(RootField(selector, release, key, nodes, args))
