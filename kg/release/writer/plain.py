"""Work on a store of foreign data: as the engine does it, with SPARQL's own default graph."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kg.errors import BadQuery
from kg.model.terms import Iri
from kg.release.writer.run import Runner, refuse_what_cannot_be_split
from kg.release.writer.text import Block, Operation, operations, refuse_services, with_using
from kg.store.base import Dataset
from kg.store.changes import Changes
from kg.store.writable import Seen, WritableStore

GRAPHS = 100
"""How many graphs a variable may stand for; what fills more is left to the engine."""


class Uncounted(Changes):
    """A change that only the engine knows; it cannot be told or taken back."""

    def __bool__(self) -> bool:
        return True


class _LeftToTheEngine(Exception):
    """An operation that cannot be worked out graph by graph."""


class Plain(Runner):
    """Does work on a store that has no graphs of a release; see `Runner`.

    With `counts` nothing is left to the engine of which it would not be known what it changed.
    """

    home = None

    def __init__(self, store: WritableStore, *, counts: bool = False) -> None:
        super().__init__(store, ())
        self._frozen = frozenset()
        self._counts = counts

    def apply(self, changes: Changes) -> Changes:
        """Make a change; the default graph is one as any other."""
        self._store.apply(changes)
        return changes

    def _update(self, text: str, base: str, using: Dataset | None) -> Changes:
        try:
            return super()._update(text, base, using)
        except _LeftToTheEngine:
            refuse_services(text)
            if self._counts:
                raise BadQuery(
                    "An update that fills several graphs at once cannot be checked by shapes.",
                    hint="Write one operation for each graph.",
                ) from None
            whole = with_using(text, using) if using else text
            if any(each.kind == "LOAD" for each in operations(text)):
                raise BadQuery(
                    "An update that loads cannot fill several graphs at once.",
                    hint="Send the LOAD first, and the rest after it.",
                ) from None
            self._store.update(whole, base or None)
            return Uncounted()

    def _modify(self, operation: Operation, using: Dataset | None) -> Changes:
        try:
            refuse_what_cannot_be_split(operation, (*operation.deletes, *operation.inserts))
        except BadQuery:
            raise _LeftToTheEngine from None
        return super()._modify(operation, using)

    def _made(
        self, operation: Operation, block: Block, scope: Iri | None, seen: Seen
    ) -> Iterable[tuple[Iri | None, Any]]:
        if not block.graph.startswith(("?", "$")):
            yield from super()._made(operation, block, scope, seen)
            return
        prologue, where = operation.prologue, operation.where
        graphs = self._store.graphs_meant(prologue, block.graph, where, seen)
        if len(graphs) > GRAPHS or "_:" in block.triples:
            raise _LeftToTheEngine
        for each in graphs:
            of_one = f"{{ {where} FILTER(sameTerm({block.graph}, {each.nt()})) }}"
            for triple in self._store.made(prologue, block.triples, of_one, seen):
                yield each, triple

    def _cleared(self, operation: Operation) -> Changes:
        changes = super()._cleared(operation)
        if operation.targets[0] == "ALL":
            changes.follow(self._emptied(None, drop=False))
        return changes
