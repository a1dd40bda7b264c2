"""Sources of any size into a store: our own, and files of N-Quads beside them."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from kg.model.terms import Statement
from kg.release import sources
from kg.release.inputs import Inputs
from kg.store.bulk import BLOCK, BulkStore, canonical, merged
from kg.store.sorting import SortedLines


class Reading:
    """Statements on their way into a store and, all of them, into one order.

    The store has been written to by users too where it is `of_users`; see `kg.derive.rules.lines`.
    """

    def __init__(self, store: BulkStore, lines: SortedLines, *, of_users: bool = False) -> None:
        self._store, self._lines = store, lines
        self.of_users = of_users
        self.count = 0

    def take(self, blocks: Iterable[list[bytes]], *, merge: bool = True) -> int:
        """Add statements to their graphs and, unless told otherwise, to the default graph.

        How many there were; a statement that comes again is counted again.
        """
        before = self.count
        self._store.take(self._passed_on(blocks, merge=merge))
        return self.count - before

    def _passed_on(self, blocks: Iterable[list[bytes]], *, merge: bool) -> Iterator[bytes]:
        for block in blocks:
            self.count += len(block)
            self._lines.add(block)
            yield b"".join(block)
            if merge:
                yield b"".join(merged(block))


def own(inputs: Inputs) -> Iterator[list[bytes]]:
    """The statements of our own sources: the model, the questions, the tables, the documents."""
    parts: tuple[Callable[[], Iterable[Statement]], ...] = (
        lambda: sources.schema(inputs.ontology),
        lambda: sources.questions(inputs.queries),
        lambda: sources.tables(inputs.data),
        lambda: sources.documents(inputs.data),
    )
    for part in parts:
        lines = (f"{each.nq()}\n".encode() for each in part())
        while block := list(islice(lines, BLOCK)):
            yield block


def beside(path: Path) -> Iterator[list[bytes]]:
    """The statements of a file of N-Quads, compressed or not.

    Raises `InvalidInput` with the place of what cannot be taken in.
    """
    with path.open("rb", 1 << 20) as plain:
        file = gzip.GzipFile(fileobj=plain) if path.suffix == ".gz" else plain
        yield from canonical(file, str(path))
