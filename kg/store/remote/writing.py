"""Whole graphs written to an engine, by its graph store or, where it has none, by updates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kg.errors import EngineFailed
from kg.model.terms import Iri
from kg.store.remote.store import RemoteStore
from kg.store.remote.wire import Asked

PUT_LINES: Final = 50_000
"""Triples that one request puts; of a graph that has more, those behind are added to it."""
INSERT_LINES: Final = 500
"""The same of an update."""
TIMES: Final = 3
"""How often a graph is put before it is given up; an update is sent once."""
_TURTLE: Final = {"Content-Type": "text/turtle; charset=utf-8"}
_NAMES: Final = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"


class Writer:
    """Writes to the engine of a store, as it has proved that it can be written to."""

    def __init__(self, remote: RemoteStore) -> None:
        self._remote = remote
        self._store = remote.engine.proved.graph_store
        self._update = remote.engine.write

    def put(self, graph: Iri, lines: Sequence[bytes]) -> None:
        """Have a graph hold these lines of N-Triples and nothing else.

        In one step if they are no more than `PUT_LINES` and the engine has a graph store.
        """
        if not self._store:
            self._updated(f"DROP SILENT GRAPH <{graph}>")
            for some in _chunks(lines, INSERT_LINES):
                data = b"\n".join(some).decode()
                self._updated(f"INSERT DATA {{ GRAPH <{graph}> {{\n{data}\n}} }}")
            return
        method = "PUT"
        for some in _chunks(lines, PUT_LINES):
            self._sent(method, graph, b"\n".join(some) + b"\n")
            method = "POST"  # the same triples twice are the same graph

    def drop(self, graph: Iri) -> None:
        """Have a graph hold nothing."""
        if self._store:
            self._sent("DELETE", graph, None)
        else:
            self._updated(f"DROP SILENT GRAPH <{graph}>")

    def graphs(self) -> list[Iri]:
        """The named graphs that there are now."""
        rows = self._remote.select(_NAMES).rows
        return sorted(row[0] for row in rows if isinstance(row[0], Iri))

    def _sent(self, method: str, graph: Iri, content: bytes | None) -> None:
        asked = Asked(method, [("graph", graph)], content=content, headers=_TURTLE)
        for left in reversed(range(TIMES)):
            try:
                return self._remote.wire.once(self._store, asked, self._remote.seconds).close()
            except EngineFailed:
                if not left:
                    raise
        return None

    def _updated(self, text: str) -> None:
        asked = Asked(form=[("update", text)])
        self._remote.wire.once(self._update, asked, self._remote.seconds).close()


def _chunks(lines: Sequence[bytes], size: int) -> Iterator[Sequence[bytes]]:
    for start in range(0, max(len(lines), 1), size):
        yield lines[start : start + size]
