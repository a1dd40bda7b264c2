"""Work on a store of foreign data: as the engine does it, with SPARQL's own default graph."""

from __future__ import annotations

from kg.errors import BadParameter, Forbidden, UnknownGraph
from kg.release.writer.text import operations, with_using
from kg.release.writer.work import Drop, Put, Update, Withdraw, Work
from kg.store.changes import Changes
from kg.store.writable import WritableStore


class Plain:
    """Does work on a store that has no graphs of a release."""

    def __init__(self, store: WritableStore) -> None:
        self._store = store

    def run(self, work: Work) -> bool:
        """Do it whole or not at all; whether a graph was made by it."""
        if isinstance(work, Update):
            self._update(work)
            return False
        if isinstance(work, Put):
            return self._put(work)
        if isinstance(work, Drop):
            if work.graph and not self._store.has_graph(work.graph):
                raise UnknownGraph(work.graph)
            self._store.empty(work.graph)
            return False
        if isinstance(work, Withdraw):
            raise BadParameter("sequence", "no change sets are kept of foreign data")
        changes = Changes()
        changes.made = {work.graph}
        self._store.apply(changes)
        return True

    def _update(self, work: Update) -> None:
        text, base = work.text, work.base or None
        self._store.check(text, base)
        if "load" in text.lower() and any(each.kind == "LOAD" for each in operations(text)):
            raise Forbidden("LOAD is not followed here.", hint="Send the document itself.")
        self._store.update(with_using(text, work.using) if work.using else text, base)

    def _put(self, work: Put) -> bool:
        created = work.graph is not None and not self._store.has_graph(work.graph)
        triples = self._store.parsed(work.data, work.media, work.base or work.graph or None)
        old = self._store.triples_of(work.graph) if work.replace else []
        changes = self._store.change(
            ((work.graph, each) for each in triples), ((work.graph, each) for each in old)
        )
        if created:
            changes.made = {str(work.graph)}
        self._store.apply(changes)
        return created
