"""The short names of things: an IRI without the start that all of ours have."""

from __future__ import annotations

from kg.errors import BadQuery
from kg.model.names import ID, PREFIXES, expand
from kg.model.names import short as short
from kg.model.terms import Iri


def thing(text: str) -> Iri:
    """The IRI that an id names; raises `BadQuery` for what cannot be one.

    >>> thing("organisation/26A/ccg")
    'https://w3id.org/coterminous/id/organisation/26A/ccg'
    """
    prefix, colon, _ = text.partition(":")
    # `Iri` lets brackets through; the store refuses them, and would tell of its own query.
    is_written = "[" not in text and "]" not in text
    try:
        if is_written and colon and _is_whole(prefix):
            return expand(text)
        if is_written and text and not text.startswith("/"):
            return Iri(ID + text)
    except ValueError:
        pass
    raise BadQuery(
        f"'{text}' is not an id.", hint="Write it as in 'organisation/26A/ccg', or as a whole IRI."
    )


def _is_whole(prefix: str) -> bool:
    return prefix in PREFIXES or prefix in ("http", "https", "urn")
