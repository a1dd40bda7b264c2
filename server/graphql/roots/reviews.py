"""Documents in review, which are told only to who may write: `mutations` answers them."""

from __future__ import annotations

from typing import Final, NoReturn

from kg.errors import BadQuery
from server.graphql.roots.field import RootField

REVIEWS: Final = frozenset({"review", "reviews"})
"""The root fields that tell of reviews."""


def reviews(field: RootField) -> NoReturn:
    """Refuses what came without the token, or with fields that are told to everybody."""
    raise BadQuery(
        f"`{field.name}` is told by POST, to who sends a token that may write.",
        hint="Send it as `Authorization: Bearer`, in an operation of its own.",
    )
