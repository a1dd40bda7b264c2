"""Subscriptions, in a reader: what one is about, and what an event is to whoever asked for it.

An event is answered in a reader of the new release, like any other operation.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any, Final, cast

import orjson
from graphql import (
    DocumentNode,
    ExecutionResult,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLObjectType,
    GraphQLResolveInfo,
    NameNode,
    OperationDefinitionNode,
    OperationType,
    Visitor,
    get_operation_ast,
    parse,
    print_ast,
    separate_operations,
    visit,
)
from graphql import execute as execute_tree
from graphql.execution.collect_fields import collect_fields
from graphql.execution.values import get_argument_values, get_variable_values

from kg.errors import BadQuery
from kg.release.opened import OpenRelease
from server.graphql.api import Api, Invalid, api
from server.graphql.execution.execute import Operation, formatted, respond
from server.graphql.explanation import explain
from server.graphql.identity import thing
from server.graphql.planning.selections import located
from server.limits.graphql import TooMuchAsked, page
from server.readers.protocol import Reply, Request

PUBLISHED: Final = "releasePublished"
CHANGED: Final = "changed"
PROGRESS: Final = "documentProgress"


def operation_of(asked: Mapping[str, Any]) -> Operation:
    """The operation of a `GraphqlRequest` as it comes to a reader."""
    return Operation(
        asked["query"],
        asked.get("variables") or {},
        asked.get("operationName"),
        kg=explain.wanted(asked.get("extensions") or {}),
        on_error=asked.get("onError") or "NULL",
    )


def subscribed(here: Api, asked: Operation) -> dict[str, Any] | None:
    """What a subscription is about, or nothing if the operation is none.

    It has `field`, of `changed` the IRIs of the things in `ids`, null for all, and of
    `documentProgress` the `document`, null for all. Raises
    `Invalid`, and `GraphQLError` for an id that is none or for too many.
    """
    document = here.document(asked.document)
    operation = get_operation_ast(document, asked.name)
    if operation is None or operation.operation != OperationType.SUBSCRIPTION:
        return None
    declared = operation.variable_definitions or ()
    variables = get_variable_values(here.schema, declared, dict(asked.variables))
    if isinstance(variables, list):
        raise Invalid(variables)
    root = cast(GraphQLObjectType, here.schema.subscription_type)
    nodes = _fields(here, document, operation, variables, root)
    args = get_argument_values(root.fields[nodes[0].name.value], nodes[0], variables)
    ids = args.get("ids")
    with located(nodes):
        return {
            "field": nodes[0].name.value,
            "ids": ids and _things(ids, here.limits.page),
            "document": args.get("document"),
        }


def event(release: OpenRelease, request: Request, reply: Reply) -> None:
    """Answer a subscription once: the body is its request, with what happened as `event`."""
    asked: dict[str, Any] = orjson.loads(request.body)
    told: dict[str, Any] = asked["event"]
    operation = operation_of(asked)
    try:
        if told["field"] == PUBLISHED:
            as_query = _as_query(operation.document, operation.name)
            response = respond(release, replace(operation, document=as_query, name=None))
        else:
            response = _executed(
                api(release.ontology, release.library), operation, {told["field"]: told["value"]}
            )
    except Invalid as invalid:  # the schema has moved on
        response = {"errors": [formatted(each) for each in invalid.errors]}
    response.setdefault("extensions", {})["release"] = release.name
    reply.head(200 if "data" in response else 400, {"content-type": "application/json"})
    reply.write(orjson.dumps(response))


def _fields(
    here: Api,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: dict[str, Any],
    root: GraphQLObjectType,
) -> list[FieldNode]:
    fragments = {
        each.name.value: each
        for each in document.definitions
        if isinstance(each, FragmentDefinitionNode)
    }
    found = collect_fields(here.schema, fragments, variables, root, operation.selection_set)
    for nodes in found.values():
        return nodes
    error = BadQuery("The subscription asks for nothing.", hint=f"Ask `{PUBLISHED}`.")
    raise GraphQLError(str(error), operation, original_error=error)


def _things(ids: list[str], limit: int) -> list[str]:
    if len(ids) > limit:
        raise TooMuchAsked(
            f"`ids` has {len(ids)} things; at most {limit} are watched.",
            "Watch all by leaving `ids` out, or fewer.",
            CHANGED,
        )
    return sorted({str(thing(each)) for each in ids})


def _executed(here: Api, asked: Operation, value: dict[str, Any]) -> dict[str, Any]:
    def read(source: Mapping[str, Any], info: GraphQLResolveInfo, **args: Any) -> Any:
        found = source[info.field_name]
        if info.field_name == "things":
            return found[: page(args.get("first"), here.limits, "things")]
        return found

    result = execute_tree(
        here.schema, here.document(asked.document), value, variable_values=dict(asked.variables),
        operation_name=asked.name, field_resolver=read,
    )  # fmt: skip
    assert isinstance(result, ExecutionResult)
    errors = {"errors": [formatted(each) for each in result.errors]} if result.errors else {}
    return {"data": result.data, **errors}


class _Renamed(Visitor):
    """Asks `release` of the query root where a subscription asks for the one that is published."""

    def leave_operation_definition(
        self, node: OperationDefinitionNode, *_: object
    ) -> OperationDefinitionNode:
        """The operation as a query."""
        changed: OperationDefinitionNode = _with(node, operation=OperationType.QUERY)
        return changed

    def leave_field(self, node: FieldNode, *_: object) -> FieldNode | None:
        """The field, which goes on answering by the name that it was asked by."""
        if node.name.value != PUBLISHED:
            return None
        alias = node.alias or node.name
        changed: FieldNode = _with(node, name=NameNode(value="release"), alias=alias)
        return changed

    def leave_named_type(self, node: Any, *_: object) -> Any:
        """The type, where a fragment is on the root."""
        if node.name.value != "Subscription":
            return None
        return _with(node, name=NameNode(value="Query"))


def _with(node: Any, **changed: object) -> Any:
    return type(node)(**{key: getattr(node, key) for key in node.keys} | changed)


@lru_cache(maxsize=64)
def _as_query(document: str, name: str | None) -> str:
    """The same as a query of what `releasePublished` stands for, the only operation."""
    parsed = parse(document)
    operation = get_operation_ast(parsed, name)
    assert operation
    own = separate_operations(parsed)[operation.name.value if operation.name else ""]
    return print_ast(visit(own, _Renamed()))
