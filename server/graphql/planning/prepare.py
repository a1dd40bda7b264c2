"""Everything about an operation that is known before the graph is asked, and kept for next time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

import orjson
from graphql import (
    DocumentNode,
    ExecutionResult,
    FragmentDefinitionNode,
    GraphQLError,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    get_operation_ast,
)
from graphql import execute as execute_tree
from graphql.execution.values import get_variable_values

from kg.errors import BadQuery
from server.graphql.api import Api, Invalid
from server.graphql.execution.columns import Response
from server.graphql.execution.complete import Fields, Nodes
from server.graphql.execution.run import Known
from server.graphql.planning.compile import compile_operation
from server.graphql.planning.plan import Plan
from server.graphql.planning.price import Price, priced
from server.graphql.planning.reading import told
from server.graphql.release import Release
from server.limits.graphql import Limits, TooMuchAsked, check_variables

_LARGEST: Final = 16 * 1024
_PLAN: Final = 1_000
"""What the smallest plan weighs; the rest is the length of what was sent."""
_OPTIONS: Final = (
    orjson.OPT_PASSTHROUGH_DATETIME
    | orjson.OPT_PASSTHROUGH_DATACLASS
    | orjson.OPT_PASSTHROUGH_SUBCLASS
)
"""Nothing is a key that JSON would take for something else."""
_NOT_HERE: Final = {
    OperationType.MUTATION: (
        "A mutation is sent by POST, with a token that may write.",
        "Send it as `Authorization: Bearer`.",
    ),
    OperationType.SUBSCRIPTION: (
        "A subscription is answered again and again, which one response cannot be.",
        "Accept text/event-stream, or connect by WebSocket (graphql-transport-ws).",
    ),
}
"""Operations that are not answered by one response: why, and what to do instead."""


@dataclass(frozen=True)
class Operation:
    """What is asked: a document, and of its operations the one of that name.

    `on_error` says what an error does to what is around it: `NULL`, `PROPAGATE` or `HALT`. `kg` is
    what is to be told of how it is answered, as `explain.wanted` has it; `explain` is one of these.
    """

    document: str
    variables: Mapping[str, Any] = field(default_factory=dict)
    name: str | None = None
    explain: bool = False
    on_error: str = "NULL"
    kg: frozenset[str] = frozenset()

    @property
    def explains(self) -> bool:
        """Whether it is to be told how the answer came about."""
        return self.explain or "explain" in self.kg


@dataclass(frozen=True)
class Prepared:
    """An operation that can be run: its plan, and what is selected of the root by key."""

    release: Release
    document: DocumentNode
    operation: OperationDefinitionNode
    fields: Fields
    selected: Mapping[str, Nodes]
    plan: Plan
    response: Response
    price: Price
    values: int
    known: Known = field(default_factory=Known)

    @cached_property
    def asks_schema(self) -> bool:
        """Whether it asks what the schema is."""
        return len(self.of_graph) < len(self.selected)

    @cached_property
    def of_graph(self) -> Mapping[str, Nodes]:
        """What is selected of the root, but for the schema."""
        return {key: nodes for key, nodes in self.selected.items() if not _is_schema(nodes)}

    def schema(self, variables: Mapping[str, Any]) -> Mapping[str, Any]:
        """What it asks of the schema, by response key, with variables as they were sent."""
        nodes = [node for each in self.selected.values() if _is_schema(each) for node in each]
        operation = OperationDefinitionNode(
            operation=self.operation.operation,
            variable_definitions=self.operation.variable_definitions,
            selection_set=SelectionSetNode(selections=nodes),
        )
        document = DocumentNode(definitions=[operation, *fragments_of(self.document).values()])
        found = execute_tree(self.fields.schema, document, variable_values={**variables})
        assert isinstance(found, ExecutionResult)
        assert found.data is not None, found.errors
        return found.data


def prepared(here: Api, asked: Operation, release: Release) -> Prepared:
    """The operation, ready to be run on a release.

    Raises `Invalid` and `GraphQLError` for what cannot be, and `AnotherRelease`.
    """
    key = _key(asked, release)
    known = here.plans.find(key) if key else None
    if isinstance(known, Prepared) and known.release is release:
        return known
    made = _prepared(here, asked, release)
    return here.plans.keep(key, made, _PLAN + len(key[0]) + len(key[2])) if key else made


def _key(asked: Operation, release: Release) -> tuple[str, str | None, bytes, str] | None:
    """What a plan depends on; nothing where it is too much to be kept."""
    try:
        variables = orjson.dumps(asked.variables, option=_OPTIONS) if asked.variables else b""
    except TypeError:
        return None
    is_small = len(variables) + len(asked.document) <= _LARGEST
    return (asked.document, asked.name, variables, release.name) if is_small else None


def _prepared(here: Api, asked: Operation, release: Release) -> Prepared:
    document = here.document(asked.document)
    operation = _operation(document, asked.name)
    sent = _within(asked, here.limits)
    definitions = operation.variable_definitions or ()
    coerced = get_variable_values(here.schema, definitions, {**asked.variables})
    if isinstance(coerced, list):
        raise Invalid(coerced)
    plan = compile_operation(here, document, operation, coerced, release)
    try:
        price = priced(plan, release, here.limits)
    except TooMuchAsked as error:
        raise GraphQLError(str(error), operation, original_error=error) from None
    fields = Fields(here.schema, fragments_of(document), coerced)
    selected = fields.root(operation.selection_set)
    response = Response(plan, selected, fields, here.shown)
    return Prepared(release, document, operation, fields, selected, plan, response, price, sent)


def _within(asked: Operation, limits: Limits) -> int:
    """How many values the variables hold."""
    try:
        return check_variables(asked.variables, limits)
    except TooMuchAsked as error:
        raise told(error) from None


def fragments_of(document: DocumentNode) -> dict[str, FragmentDefinitionNode]:
    """The fragments of a document by name."""
    return {
        each.name.value: each
        for each in document.definitions
        if isinstance(each, FragmentDefinitionNode)
    }


def _operation(document: DocumentNode, name: str | None) -> OperationDefinitionNode:
    found = get_operation_ast(document, name)
    if found is None:
        what = f"no operation '{name}'" if name else "several operations, and none was named"
        error = BadQuery(f"The document has {what}.", hint="Name one in `operationName`.")
        raise GraphQLError(str(error), original_error=error)
    if found.operation in _NOT_HERE:
        error = BadQuery(_NOT_HERE[found.operation][0], hint=_NOT_HERE[found.operation][1])
        raise GraphQLError(str(error), found, original_error=error)
    return found


def _is_schema(nodes: Nodes) -> bool:
    return nodes[0].name.value in ("__schema", "__type")
