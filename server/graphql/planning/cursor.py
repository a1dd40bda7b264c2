"""Cursors: a place in a list, with all that must be the same when it is given back."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import orjson

from kg.errors import BadQuery
from kg.model.terms import Iri, Literal, Term
from server.graphql.planning.plan import Cursor, Key, Level

_FORWARD: Final = ("first", "after")
_BACKWARD: Final = ("last", "before")


class BadCursor(BadQuery):
    """A cursor that is none, or that belongs to another list."""


def fingerprint(level: Level) -> str:
    """What tells a list from all others: its property, filter, scope and order."""
    told = repr((level.source, level.step, level.group, level.order))
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def encode(release: str, level: Level, values: Sequence[Term | None], iri: Iri) -> str:
    """The cursor of a place, as text that means nothing to anybody else."""
    told = [*values][: _keys(level)]
    packed = [release, level.fingerprint, [_packed(each) for each in told], iri]
    return base64.urlsafe_b64encode(orjson.dumps(packed)).decode().rstrip("=")


def decode(text: str, release: str, level: Level) -> Cursor:
    """The place that a cursor tells; raises `BadCursor` where it is not of this list."""
    try:
        padded = text + "=" * (-len(text) % 4)
        name, mark, values, iri = orjson.loads(base64.b64decode(padded, b"-_", validate=True))
        known = tuple(_unpacked(each) for each in values)
        cursor = Cursor((*known, *[None] * level.is_backward), Iri(iri))
    except (ValueError, TypeError, binascii.Error):
        raise BadCursor(
            f"'{text}' is not a cursor.", level.at, "Give back an `endCursor` as it was."
        ) from None
    if name != release:
        raise BadCursor(
            f"The cursor was made in release '{name}', and this is '{release}'.",
            level.at,
            f"Ask with release '{name}', or begin again without `after`.",
        )
    if mark != level.fingerprint or len(cursor.values) != len(level.order):
        raise BadCursor(
            "The cursor is of another list, filter or order.",
            level.at,
            "Change the filter or the order only together with leaving out `after`.",
        )
    return cursor


def ways(args: Mapping[str, Any]) -> tuple[str, str]:
    """The arguments that say how long a page is and where it begins, for the way that it goes.

    >>> ways({"last": 3, "first": None}), ways({})
    (('last', 'before'), ('first', 'after'))
    """
    forward, backward = (
        any(args.get(each) is not None for each in way) for way in (_FORWARD, _BACKWARD)
    )
    if forward and backward:
        raise BadQuery(
            "A page goes forward, with `first` and `after`, or backward, with `last` and `before`.",
            hint="Leave one pair out, or give null for both of it.",
        )
    return _BACKWARD if backward else _FORWARD


def turned(order: Sequence[Key]) -> tuple[Key, ...]:
    """The order from its end to its beginning; things that tie in all keys are turned round too."""
    found = (
        replace(each, is_descending=not each.is_descending, nulls_first=not each.nulls_first)
        for each in order
    )
    return (*found, Key(None, is_descending=True))


def _keys(level: Level) -> int:
    """How many keys the order has that was asked for; one that is turned round has one more."""
    return len(level.order) - level.is_backward


def _packed(term: Term | None) -> list[str] | None:
    if isinstance(term, Literal):
        return list(term)
    return None if term is None else [str(term)]


def _unpacked(packed: list[str] | None) -> Term | None:
    if packed is None:
        return None
    return Literal(*packed) if len(packed) > 1 else Iri(packed[0])
