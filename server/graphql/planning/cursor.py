"""Cursors: a place in a list, with all that must be the same when it is given back."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Sequence

import orjson

from kg.errors import BadQuery
from kg.model.terms import Iri, Literal, Term
from server.graphql.planning.plan import Cursor, Level


class BadCursor(BadQuery):
    """A cursor that is none, or that belongs to another list."""


def fingerprint(level: Level) -> str:
    """What tells a list from all others: its property, filter, scope and order."""
    told = repr((level.source, level.step, level.group, level.order))
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def encode(release: str, level: Level, values: Sequence[Term | None], iri: Iri) -> str:
    """The cursor of a place, as text that means nothing to anybody else."""
    packed = [release, level.fingerprint, [_packed(each) for each in values], iri]
    return base64.urlsafe_b64encode(orjson.dumps(packed)).decode().rstrip("=")


def decode(text: str, release: str, level: Level) -> Cursor:
    """The place that a cursor tells; raises `BadCursor` where it is not of this list."""
    try:
        padded = text + "=" * (-len(text) % 4)
        name, mark, values, iri = orjson.loads(base64.b64decode(padded, b"-_", validate=True))
        cursor = Cursor(tuple(_unpacked(each) for each in values), Iri(iri))
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


def _packed(term: Term | None) -> list[str] | None:
    if isinstance(term, Literal):
        return list(term)
    return None if term is None else [str(term)]


def _unpacked(packed: list[str] | None) -> Term | None:
    if packed is None:
        return None
    return Literal(*packed) if len(packed) > 1 else Iri(packed[0])
