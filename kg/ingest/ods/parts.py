"""The facts of an import in parts of a bounded size, none of which names a body that is not there.

Bodies come first, and the links between them in another reading of the differences, since a file
may have a body before its parent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from kg.ingest.ods.differences import Change, Sort
from kg.ingest.ods.facts import Import
from kg.model.terms import Triple

LARGE: Final = 10_000
"""From so many differences on they are written as a stream, as `lines` gives them."""
LINES: Final = 50_000
"""Statements from which on a part is closed; the facts of one difference stay together."""
_LINKED = (Sort.NEW, Sort.REPARENTED)


def parts(
    work: Import, found: Callable[[], Iterable[Change]], *, described: bool, lines: int = LINES
) -> Iterator[bytes]:
    """The graph of an import as N-Triples documents, in the order in which they are to be written.

    `found` gives the differences, anew each time; contradictions are left out. Unless the graph is
    `described`, the first part says what it is. Of successions one small entry each is held.
    """
    held: dict[str, None] = {}
    for facts in _facts(work, found, described=described):
        held |= dict.fromkeys(f"{s.nt()} {p.nt()} {o.nt()} .\n" for s, p, o in facts)
        if len(held) >= lines:
            yield "".join(held).encode()
            held = {}
    if held:
        yield "".join(held).encode()


def lines(
    work: Import, found: Callable[[], Iterable[Change]], *, described: bool
) -> Iterator[list[bytes]]:
    """The same as lines of N-Quads, some at a time, in no order; a line may come twice."""
    behind = f" {work.graph.nt()} .\n"
    held: list[bytes] = []
    for facts in _facts(work, found, described=described):
        held += [f"{s.nt()} {p.nt()} {o.nt()}{behind}".encode() for s, p, o in facts]
        if len(held) >= LINES:
            yield held
            held = []
    yield held


def _facts(
    work: Import, found: Callable[[], Iterable[Change]], *, described: bool
) -> Iterator[Iterable[Triple]]:
    """What must stand in one part, each."""
    if not described:
        yield work.described()
    succeeded: list[Change] = []
    for change in found():
        if change.sort is Sort.SUCCEEDED:
            succeeded.append(change)
        elif change.sort is not Sort.CONTRADICTORY:
            yield work.of_body(change)
    for change in found():
        if change.sort in _LINKED:
            yield work.of_links(change)
    yield from work.successions(succeeded)
