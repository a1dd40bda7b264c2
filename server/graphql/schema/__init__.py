"""The GraphQL schema, made from what `projection` shows; the only room that knows graphene.

graphene makes the types (`outputs`, `inputs`, `arguments`, `parts`, `told`); the root fields that
are not lists of a class stand in `roots.graphql`, with the root of `subscription`. The named
questions are fields of their own (`questions`, whose columns have the types that `twins` finds),
added as `asked` to a schema that lacks them. `texts` has the descriptions, `terms` says which term
each element stands for, `sdl` writes it all down, and `revision` tells two schemas apart. What
graphene would do at run time is taken off again: every field reads the response's tree
(`execution.execute`), so that a value is computed once, by level, and not by a resolver.
"""

from __future__ import annotations

from graphql import GraphQLInputObjectType, GraphQLSchema

from server.graphql.projection import Projection
from server.graphql.schema.asked import with_questions
from server.graphql.schema.outputs import Outputs
from server.graphql.schema.parts import graphene
from server.graphql.schema.roots import extended
from server.graphql.schema.subscription import subscription
from server.graphql.schema.terms import with_terms

__all__ = ["build", "with_questions"]


def build(shown: Projection) -> GraphQLSchema:
    """The schema of what is shown. It takes a good part of a second, so keep it."""
    outputs = Outputs(shown)
    objects = [outputs.named(each) for each in shown.possible("Node")]
    made = graphene.Schema(
        query=outputs.query(),
        subscription=subscription(outputs.named),
        types=objects,
        auto_camelcase=False,
    )
    return with_terms(_bare(extended(made.graphql_schema)), shown)


def _bare(schema: GraphQLSchema) -> GraphQLSchema:
    """The schema without graphene's resolvers and containers."""
    for kind in schema.type_map.values():
        if kind.name.startswith("__"):
            continue
        if isinstance(kind, GraphQLInputObjectType):
            kind.out_type = dict  # type: ignore[method-assign, assignment]
            continue
        for each in getattr(kind, "fields", {}).values():
            each.resolve = None
        if hasattr(kind, "resolve_type"):
            kind.resolve_type = lambda value, *_: value["__typename"]
    return schema
