"""Answers of one release to queries that are certain to be quick."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Final, NamedTuple

from kg.errors import KgError
from kg.release.opened import OpenRelease
from kg.store.widths import Widths
from server.negotiate import pick
from server.readers.gate.cache import SLOW
from server.sparql.answer import content_type, formats, offered
from server.sparql.express.bound import MOST, anchors, steps
from server.sparql.express.shape import Query, Term, cut, read

KNOWN: Final = 1024
"""Shapes that are remembered, each with the constants that it depends on; then none is."""


class Quick(NamedTuple):
    """An answer: its media type, and its whole body."""

    media: bytes
    body: bytes


class Lane:
    """What is asked of one release, and is quick."""

    def __init__(self, release: OpenRelease) -> None:
        self.release = release
        self._store = release.store
        self._widths = release.widths or Widths()
        self._fixed: dict[str, tuple[int, ...]] = {}
        self._known: dict[tuple[str, ...], _Judged] = {}

    def answer(self, query: str, accept: str) -> Quick | None:
        """The answer that a reader would give; nothing where it is not certain to come at once."""
        found = cut(query)
        quick = self._quick(*found) if found else None
        if quick is None:
            return None
        sink = BytesIO()
        try:
            chosen = pick(accept, offered(quick.form))
            self._store.write(query, sink, *formats(chosen))
        except (KgError, OSError, RuntimeError):
            return None  # a reader will tell what is wrong
        body = sink.getvalue()
        return Quick(content_type(chosen).encode(), body) if len(body) < SLOW else None

    def _quick(self, shape: str, constants: Sequence[str]) -> Query | None:
        places = self._fixed.get(shape, ())
        known = self._known.get((shape, *[constants[at] for at in places]))
        if known is None:
            known = self._judged(shape, constants)
        for each in known.anchors:
            iri = constants[each.slot][1:-1] if each.slot >= 0 else each.iri
            if iri in self._widths.wide:
                return None
        return known.query

    def _judged(self, shape: str, constants: Sequence[str]) -> _Judged:
        query = read(shape, constants)
        places = query.fixed if query else ()
        is_quick = query and steps(query, self._widths) <= MOST
        found = _Judged(query, tuple(anchors(query))) if query and is_quick else _Judged(None, ())
        if len(self._known) >= KNOWN:
            self._known.clear()
            self._fixed.clear()
        self._fixed[shape] = places
        self._known[shape, *[constants[at] for at in places]] = found
        return found


class _Judged(NamedTuple):
    """A query, if it is quick, and the things in it of which not too much may be said."""

    query: Query | None
    anchors: tuple[Term, ...]
