"""The arguments of fields whose meaning is handed down to all that stands below them."""

from __future__ import annotations

from typing import Any

from server.graphql.schema import texts
from server.graphql.schema.parts import SCALARS, graphene


def scope(default: int | None = None) -> dict[str, Any]:
    """The day that is asked, and the months that are carried, so many if none are given."""
    return {"asOf": _argument("asOf", SCALARS["Date"]), **months(default)}


def months(default: int | None = None) -> dict[str, Any]:
    """The months that are carried, so many if none are given."""
    more = {} if default is None else {"default_value": default}
    return {"carryMonths": _argument("carryMonths", graphene.Int, **more)}


def published() -> dict[str, Any]:
    """The day by which documents were out that are listened to."""
    return {"publishedBy": _argument("publishedBy", SCALARS["Date"])}


def corpus() -> dict[str, Any]:
    """The sources that are asked."""
    return {"corpus": _argument("corpus", graphene.ID)}


def release() -> dict[str, Any]:
    """The release that is asked."""
    return {"release": _argument("release", graphene.String)}


def language() -> dict[str, Any]:
    """The languages that are preferred."""
    return {"language": _argument("language", graphene.List(graphene.NonNull(graphene.String)))}


def root_scope() -> dict[str, Any]:
    """All that a field of the root takes."""
    return scope(0) | published() | corpus() | language() | release()


def _argument(name: str, kind: Any, **more: Any) -> Any:
    return graphene.Argument(kind, description=texts.ARGS[name], **more)
