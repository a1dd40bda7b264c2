"""A document of any size in a graph of the user's own: streamed in, with all that follows from it.

Nothing holds the statements: they are sorted on the disk and the engine takes them in by blocks.
What is made of the graph is made once at the end, by processes of their own, as a build makes it.
It is told as two commits of one release: what the document says, and what the rules then say.
"""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple, Protocol

from kg.analysis.lineage import stored
from kg.analysis.lineage.reading import read as read_lineage
from kg.derive.rules import rules
from kg.errors import InvalidWrite
from kg.model.terms import Iri
from kg.questions.library import Library
from kg.release.answers import latest
from kg.release.making import deriving, processes, tasks
from kg.release.making.memory import give_back
from kg.release.making.reading import Reading
from kg.release.making.tasks import Graph
from kg.release.opened import FANOUT, is_large
from kg.release.writer.desk import Desk
from kg.release.writer.history import Bodies, Commit
from kg.release.writer.large.seen import Moved, Seen
from kg.release.writer.policy import broken
from kg.release.writer.work import Done, Withdraw
from kg.store.bulk import merged
from kg.store.sorting import SortedLines
from kg.store.writable import WritableStore
from kg.validate.shapes import Part
from kg.validate.shapes_known import Known

BLOCK: Final = 2_000
"""How many lines are handed to the engine at once; it sorts twenty-five such blocks in memory."""
PARTS: Final = 4
"""In how many parts shapes are checked."""
_PACKED: Final = 1


class Told(Protocol):
    """Who is told how it goes."""

    def step(self, sentence: str) -> None:
        """A step begins."""


class Silent:
    """Nobody is told."""

    def step(self, sentence: str) -> None:
        """Say nothing."""


class Document(NamedTuple):
    """What is to be said in a graph: lines of N-Quads of that graph, without blank nodes."""

    graph: Iri
    blocks: Iterable[list[bytes]]
    who: str = ""


def load(desk: Desk, document: Document, told: Told) -> Done:
    """Add a document to its graph, and have everything follow that is made of it.

    Nothing is done where it says nothing new. Raises `InvalidWrite` where what it says breaks the
    shapes of that graph; the store is then to be thrown away.
    """
    told.step("Working out the statements")
    place = desk.workplace()
    lines = SortedLines(place / "said")
    for block in document.blocks:
        lines.add(block)
    told.step("Loading them")
    created = not desk.store.has_graph(document.graph)
    seen, body = Seen(), place / "added.gz"
    with gzip.GzipFile(body, "wb", _PACKED, mtime=0) as packed:
        blocks = _new(desk.store, lines, created=created)
        desk.store.bulk().take(_passed_on(blocks, packed, seen))
    shutil.rmtree(place / "said")
    give_back()
    if not seen.count:
        return desk.nothing()
    commit = Commit.large(desk.sequence + 1, document.who, [document.graph], seen.count, 0)
    desk.told_large(commit, {document.graph} if created else (), Bodies(added=body))
    renew(desk, place, Moved(seen, Seen()), told, document.graph)
    return Done(commit.sequence, "", created, commit.added, 0, (), desk.standing.derived)


def renew(desk: Desk, place: Path, moved: Moved, told: Told, strict: Iri | None = None) -> None:
    """Derive anew, and make anew what is made of the graph, in a folder.

    Raises `InvalidWrite` for things of the graph `strict` that break shapes, where it is refused.
    """
    bulk, until = desk.store.bulk(), desk.sequence
    ordered = rules(desk.base_folder / "ontology" / "rules")
    told.step("Deriving what follows")
    graphs = [each.graph for each in ordered]
    gone = _underived(desk, graphs, moved.gone)
    bulk.compact()
    lines = SortedLines(place / "derived")
    read = Reading(bulk, lines, of_users=True)
    read.count = len(desk.store)
    for _ in deriving.derive(ordered, bulk, read, place):
        pass  # what is said of it is counted below
    give_back()
    before = moved.came.count
    for block in _blocks(lines):
        moved.came.look(block)
    count = moved.came.count - before
    desk.told_large(Commit.large(until + 1, "the rules", graphs, count, gone), ())
    bulk.compact()
    desk.store.flush()
    desk.measure()
    give_back()
    told.step("Counting, indexing and checking")
    desk.store.backup(place / "store")
    _make(desk, place, strict)
    desk.standing.renew(place, until, desk.sequence, moved)


def withdraw(desk: Desk, work: Withdraw, told: Told | None = None) -> Done:
    """Take back a large commit, some at a time; what follows of that is made by `renew`.

    Raises `BadParameter` where no change set is kept.
    """
    told = told or Silent()
    place = desk.workplace()
    bodies = Bodies(place / "gone.gz", place / "back.gz")
    seen, gone, graphs = Seen(), Seen(), set[str]()
    with ExitStack() as opened:
        removed, added = (
            opened.enter_context(gzip.GzipFile(each, "wb", _PACKED, mtime=0)) for each in bodies
        )
        for piece in desk.pieces(work.sequence):
            changes = desk.runner.apply(desk.store.possible(piece.inverse()))
            desk.runner.taken()
            graphs.update(changes.graphs())
            for lines, packed, count in zip(
                changes.nquads(), (added, removed), (seen, gone), strict=True
            ):
                packed.write(lines.encode())
                count.look(lines.encode().splitlines(keepends=True))
    if not (seen.count or gone.count):
        return desk.nothing()
    number = desk.sequence + 1
    commit = Commit.large(number, work.who, sorted(graphs), seen.count, gone.count)
    desk.told_large(commit, (), bodies)
    renew(desk, place, Moved(seen, gone), told)
    return Done(number, "", False, commit.added, commit.removed, (), desk.standing.derived)


def _make(desk: Desk, place: Path, strict: Iri | None) -> None:
    """Write what is made of a snapshot beside it, and look whether it may stay as it is."""
    base = desk.base_folder
    graph = Graph(place, base / "queries", base / "ontology", desk.info.triples, _typed(desk))
    with processes.pool(alone=graph.triples > tasks.FEW) as pool:
        counting = pool.submit(tasks.counted, graph)
        dated = pool.submit(_dated, graph)
        known = counting.result().known or Known()
        searched = pool.submit(tasks.searched, graph)  # takes much memory too, so not before
        told = pool.submit(_told, graph) if is_large(graph.triples) else dated
        if strict and desk.judgement.refuses(strict):
            asked = (place / "store", base / "ontology", strict, known)
            waiting = [pool.submit(broken, *asked, Part(each, PARTS)) for each in range(PARTS)]
            if found := [line for each in waiting for line in each.result()]:
                raise InvalidWrite(list(dict.fromkeys(found)))
        for each in (searched, dated, told):
            each.result()


def _typed(desk: Desk) -> int:
    """In how many graphs a thing has a class at most."""
    known = desk.release / FANOUT
    if not known.exists():
        return len(desk.store.graph_names())
    return int(json.loads(known.read_text(encoding="utf-8"))["graphs"]) + 1


def _dated(graph: Graph) -> None:
    latest.write(graph.work, graph.store, graph.library)


def _told(graph: Graph) -> None:
    stored.write(read_lineage(graph.store, Library()), graph.work / stored.FILE)


def _underived(desk: Desk, graphs: Iterable[Iri], gone: Seen) -> int:
    """Take away what rules have said, also where it is merged; how much that was."""
    before = gone.count
    for name in graphs:
        for changes in desk.store.pieces_of(name):
            desk.runner.apply(changes)
            gone.look(f"{each} ".encode() for each in changes.removed)
            desk.runner.taken()
    return gone.count - before


def _new(store: WritableStore, lines: SortedLines, *, created: bool) -> Iterator[list[bytes]]:
    """The lines in their order by blocks; of a graph that was there those that it does not have."""
    for block in _blocks(lines):
        yield block if created else store.unsaid(block)


def _passed_on(blocks: Iterable[list[bytes]], packed: gzip.GzipFile, seen: Seen) -> Iterator[bytes]:
    for block in blocks:
        seen.look(block)
        whole = b"".join(block)
        packed.write(whole)
        yield whole + b"".join(merged(block))


def _blocks(lines: SortedLines) -> Iterator[list[bytes]]:
    rest = iter(lines)
    while block := list(islice(rest, BLOCK)):
        yield block
