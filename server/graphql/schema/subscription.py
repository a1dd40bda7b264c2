"""The root of subscriptions: what a client can be told of as it happens."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from server.graphql.schema.parts import enum, graphene, list_of, make

_ROOT: Final = "What is told as it happens, over WebSocket or as an event stream."
_PUBLISHED: Final = (
    "Each release that comes to answer from now on. What is asked of it is answered from it."
)
_CHANGED: Final = (
    "What differs between each release that comes to answer from now on and the one before it; "
    "nothing is told where nothing differs."
)
_IDS: Final = "The things that are watched; all, if it is left out."
_CHANGES: Final = {
    "ADDED": ("added", "Nothing was said of it before."),
    "ALTERED": ("altered", "Something else is said of it than before."),
    "REMOVED": ("removed", "Nothing is said of it any more."),
}
_THINGS: Final = (
    "The things that differ, by id: those of which something else is said, as their subject."
)
_FIRST: Final = "How many at most; 50, if it is left out."


def subscription(named: Callable[[str], Any]) -> Any:
    """The root type; `named` gives an output type."""
    ids = graphene.Argument(graphene.List(graphene.NonNull(graphene.ID)), description=_IDS)
    fields = {
        "releasePublished": graphene.Field(
            graphene.NonNull(named("Release")), description=_PUBLISHED
        ),
        "changed": graphene.Field(
            graphene.NonNull(_things()), args={"ids": ids}, description=_CHANGED
        ),
    }
    return make("Subscription", graphene.ObjectType, fields, _ROOT)


def _things() -> Any:
    first = graphene.Argument(graphene.Int, description=_FIRST)
    fields = {
        "release": _text("The name of the release that answers now.", required=True),
        "previous": _text("The name of the release that answered before, if any did."),
        "totalCount": _number("How many of the things that are watched differ."),
        "added": _number("How many of them are new."),
        "altered": _number("Of how many something else is said."),
        "removed": _number("How many of them are gone."),
        "things": graphene.Field(list_of(_thing()), args={"first": first}, description=_THINGS),
    }
    told = "What differs between two releases that came one after the other."
    return make("ChangedThings", graphene.ObjectType, fields, told)


def _thing() -> Any:
    change = enum("ThingChange", _CHANGES, "How a thing differs between two releases.")
    identity = graphene.Field(graphene.NonNull(graphene.ID), description="Its id, for `node`.")
    fields = {
        "id": identity,
        "iri": _text("Its IRI.", required=True),
        "change": graphene.Field(graphene.NonNull(change), description="How it differs."),
        "statements": _number("Of how many statements it is the subject now."),
        "statementsBefore": _number("Of how many it was the subject before."),
    }
    return make("ChangedThing", graphene.ObjectType, fields, "A thing that differs.")


def _text(told: str, *, required: bool = False) -> Any:
    kind = graphene.NonNull(graphene.String) if required else graphene.String
    return graphene.Field(kind, description=told)


def _number(told: str) -> Any:
    return graphene.Field(graphene.NonNull(graphene.Int), description=told)
