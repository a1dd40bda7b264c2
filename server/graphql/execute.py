"""An operation answered: the schema and documents are kept, everything else is made anew."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    DocumentNode,
    ExecutionResult,
    GraphQLError,
    GraphQLResolveInfo,
    OperationDefinitionNode,
    get_operation_ast,
)
from graphql import execute as execute_tree
from graphql.execution.values import get_variable_values

from kg.errors import BadQuery, KgError, UnknownRelease
from server.graphql.api import Invalid, api
from server.graphql.assemble import assemble
from server.graphql.compile import AnotherRelease, compile_operation
from server.graphql.plan import Plan
from server.graphql.release import Release
from server.graphql.run import Runner

LOG = logging.getLogger("coterminous")

Answer = dict[str, Any]


@dataclass(frozen=True)
class Operation:
    """What is asked: a document, and of its operations the one of that name."""

    document: str
    variables: Mapping[str, Any] = field(default_factory=dict)
    name: str | None = None
    explain: bool = False


def execute(
    release: Release,
    document: str,
    variables: Mapping[str, Any] | None = None,
    operation: str | None = None,
    *,
    explain: bool = False,
) -> Answer:
    """The response of an operation, as JSON would have it: `data`, `errors`, `extensions`.

    `data` is left out where the operation could not be begun. `extensions.release` names the
    release that answered. With `explain`, `extensions.kg` tells the number of SPARQL queries,
    which depends on the document alone, and each of them.
    """
    try:
        return respond(release, Operation(document, variables or {}, operation, explain))
    except AnotherRelease as other:
        missing = UnknownRelease(other.name, [release.name])
        return _refused([GraphQLError(str(missing), original_error=missing)], release)


def respond(release: Release, asked: Operation) -> Answer:
    """The same, but raises `AnotherRelease` where the document asks one that is not open here."""
    try:
        return _respond(release, asked)
    except Invalid as invalid:
        return _refused(invalid.errors, release)
    except GraphQLError as error:
        return _refused([error], release)


def _respond(release: Release, asked: Operation) -> Answer:
    here = api(release.ontology)
    document = here.document(asked.document)
    operation = _operation(document, asked.name)
    given = dict(asked.variables)
    coerced = get_variable_values(here.schema, operation.variable_definitions or (), given)
    if isinstance(coerced, list):
        raise Invalid(coerced)
    plan = compile_operation(here, document, operation, coerced, release)
    runner = Runner(release, here.shown)
    runner.run(plan)
    tree = assemble(plan, runner, release, here.shown)
    result = execute_tree(
        here.schema, document, tree, variable_values=given, operation_name=asked.name,
        field_resolver=_read,
    )  # fmt: skip
    assert isinstance(result, ExecutionResult)
    answer: Answer = {"data": result.data}
    if result.errors:
        answer["errors"] = [formatted(each) for each in result.errors]
    answer["extensions"] = _extensions(release, plan, runner if asked.explain else None)
    return answer


def _read(source: Mapping[str, Any], info: GraphQLResolveInfo, **_args: object) -> Any:
    """What the tree has under the response key; an error there is raised by graphql-core."""
    return source.get(str(info.path.key))


def _operation(document: DocumentNode, name: str | None) -> OperationDefinitionNode:
    found = get_operation_ast(document, name)
    if found is None:
        what = f"no operation '{name}'" if name else "several operations, and none was named"
        error = BadQuery(f"The document has {what}.", hint="Name one in `operationName`.")
        raise GraphQLError(str(error), original_error=error)
    return found


def _extensions(release: Release, plan: Plan, runner: Runner | None) -> Answer:
    told: Answer = {"release": release.name}
    if runner:
        asked = [{"at": each.at, "rows": each.rows, "sparql": each.sparql} for each in runner.asked]
        told["kg"] = {"queries": plan.queries, "asked": asked}
    return told


def _refused(found: list[GraphQLError], release: Release) -> Answer:
    return {
        "errors": [formatted(each) for each in found],
        "extensions": {"release": release.name},
    }


def formatted(error: GraphQLError) -> Answer:
    """An error as a client sees it; of one that was not raised on purpose, only that it was."""
    cause = error.original_error
    while isinstance(cause, GraphQLError):
        cause = cause.original_error
    told: Answer = {"message": error.message}
    extensions = {"code": "bad-query"}
    if isinstance(cause, KgError):
        extensions = {"code": cause.code, "hint": cause.hint, "at": cause.at}
    elif cause is None and error.path:
        extensions = {"code": "bad-value"}  # graphql-core cannot write what the graph has
    elif error.path:
        LOG.error("a GraphQL field failed", exc_info=cause)
        told["message"] = "The service failed; the failure is in its log."
        extensions = {"code": "internal"}
    if error.locations:
        told["locations"] = [each.formatted for each in error.locations]
    if error.path:
        told["path"] = error.path
    told["extensions"] = {name: each for name, each in extensions.items() if each}
    return told
