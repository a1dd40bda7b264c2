"""A release from its sources, however large: read, derive, seal, then make and check the rest.

Statements go by in blocks. Those that are to be in order are sorted on the disk, and everything
that is made of the graph is made by a process of its own, as many at once as there are cores.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple, Protocol

from kg.derive.rules import rules
from kg.release.inputs import Inputs
from kg.release.making import deriving, processes, reading, sealing, tasks
from kg.release.making.memory import give_back
from kg.release.making.tasks import Graph, Made
from kg.store import census
from kg.store.bulk import BulkStore
from kg.store.readmodel import since
from kg.store.sorting import SortedLines
from kg.validate.facts import Finding
from kg.validate.shapes_known import Known
from kg.validate.survey import Survey

PARTS = 4
"""In how many parts shapes are checked."""


class Told(Protocol):
    """Who is told how it goes."""

    def step(self, sentence: str) -> None:
        """A step begins."""

    def note(self, sentence: str) -> None:
        """Something worth knowing has been found."""


class Streamed(NamedTuple):
    """What is in `release.json` of it, and what is wrong with it."""

    digest: str
    triples: int
    statements: int
    graphs: int
    findings: Sequence[Finding]


def make(work: Path, inputs: Inputs, texts: Path | None, told: Told) -> Streamed:
    """Make all files of a release in a folder but `release.json` and the sums.

    Nothing is kept of a graph with findings: the caller throws the folder away.
    """
    runs = work / "runs"
    lines = SortedLines(runs)
    store = _read(work, inputs, lines, told)
    give_back()
    told.step("Sealing")
    with ThreadPoolExecutor(1) as beside:
        sealed = beside.submit(_sealed, store)
        del store  # who seals it has it now, and it is closed when that is done
        digest, survey = sealing.seal(lines, work / "graph.nq.gz")
        graphs, triples = sealed.result()
    shutil.rmtree(runs)
    give_back()
    told.note(f"{survey.statements:,} statements")
    (work / census.FILE).write_text(sealing.census(survey).text(), encoding="utf-8")
    (work / since.FILE).write_text(since.Since().text(), encoding="utf-8")
    graph = Graph(work, inputs.queries, inputs.ontology, triples, survey.typed, texts)
    found = _make(graph, survey, told)
    return Streamed(f"sha256:{digest}", triples, survey.statements, graphs, found)


def _read(work: Path, inputs: Inputs, lines: SortedLines, told: Told) -> BulkStore:
    """A store with the sources and all that follows from them."""
    store = BulkStore.fresh(work / "store")
    read = reading.Reading(store, lines)
    told.step("Reading the sources")
    told.note(f"{read.take(reading.own(inputs)):,} statements read")
    for path in inputs.beside:
        told.note(f"{path.name}: {read.take(reading.beside(path)):,} statements read")
    store.compact()
    give_back()
    told.step("Deriving what follows")
    for rule, count in deriving.derive(rules(inputs.rules), store, read, work):
        told.note(f"{rule.name}: {count:,} statements")
    return store


def _sealed(store: BulkStore) -> tuple[int, int]:
    """Seal a store: how many graphs it has, and how many triples in all."""
    store.seal()
    return len(store.graph_names()), store.merged_size()


def _make(graph: Graph, survey: Survey, told: Told) -> list[Finding]:
    """Everything that is made of a sealed graph; what is wrong with it."""
    found: list[Finding] = []
    told.step("Counting, indexing and checking")
    # Of a small graph, what a process holds matters less than the time that one takes to start.
    with processes.pool(alone=graph.triples > tasks.FEW) as pool:
        counting = pool.submit(tasks.counted, graph)
        # What takes much memory comes one after the other, with what takes little beside it.
        beside = (tasks.quoted, tasks.searched, tasks.linked, tasks.told, tasks.measured)
        waiting = [
            counting,
            pool.submit(tasks.lawful, graph, survey),
            *(pool.submit(each, graph) for each in beside),
            pool.submit(tasks.divided, graph),
        ]
        known = counting.result().known or Known()
        waiting += _shapes(pool, graph, known)
        for made in tasks.done(waiting):
            told.note(f"{made.name}: {len(made.findings)} findings, {made.cost}")
            found += made.findings
    return found


def _shapes(pool: ProcessPoolExecutor, graph: Graph, known: Known) -> list[Future[Made]]:
    return [pool.submit(tasks.shaped, graph, known, part, PARTS) for part in range(PARTS)]
