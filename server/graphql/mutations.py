"""Mutations, and what is told of reviews, in a reader: known by their root fields.

Both are for who may write. What is to be written into the graph goes back to the front first
(`protocol.WRITES`), which has it written and asks again, with what became of it. `documents` does
what the fields say.
"""

from __future__ import annotations

from typing import Final

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    OperationDefinitionNode,
    OperationType,
    get_operation_ast,
)
from graphql.execution.collect_fields import collect_fields

from kg.release.opened import OpenRelease
from server.graphql.api import api
from server.graphql.execution.execute import Answer, Operation
from server.graphql.protocol import MUTATOR
from server.graphql.roots.reviews import REVIEWS
from server.readers.protocol import Reply, Request

_OURS: Final = ("mutation", "review")


def mutated(
    release: OpenRelease, asked: Operation, request: Request, reply: Reply
) -> Answer | None:
    """Do what a mutation asks, or tell of reviews, for who may write; an empty answer to all else.

    Nothing where the reply tells the front what to write first.
    """
    if not request.text(MUTATOR) or not any(each in asked.document for each in _OURS):
        return {}
    found = get_operation_ast(api(release.ontology, release.library).document(asked.document),
                              asked.name)  # fmt: skip
    if found is None or not _is_ours(release, asked, found):
        return {}
    from server.graphql.documents import done  # what reads texts takes its time to load

    names = [nodes[0].name.value for nodes in _fields(release, asked, found)]
    return done(release, asked, names, request, reply)


def _is_ours(release: OpenRelease, asked: Operation, operation: OperationDefinitionNode) -> bool:
    """Whether it is a mutation, or a query of reviews alone."""
    if operation.operation == OperationType.MUTATION:
        return True
    names = {nodes[0].name.value for nodes in _fields(release, asked, operation)}
    return operation.operation == OperationType.QUERY and bool(names) and names <= REVIEWS


def _fields(
    release: OpenRelease, asked: Operation, operation: OperationDefinitionNode
) -> list[list[FieldNode]]:
    """What is selected of the root, by response key."""
    here = api(release.ontology, release.library)
    root = here.schema.get_root_type(operation.operation)
    assert root is not None
    fragments = {
        each.name.value: each
        for each in here.document(asked.document).definitions
        if isinstance(each, FragmentDefinitionNode)
    }
    variables, selected = dict(asked.variables), operation.selection_set
    return list(collect_fields(here.schema, fragments, variables, root, selected).values())
