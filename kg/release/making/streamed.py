"""A release of more statements than memory holds: read, derive, seal, then make and check the rest.

Statements go by in blocks. Those that are to be in order are sorted on the disk, and everything
that is made of the graph is made by a process of its own, as many at once as there are cores.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple, Protocol

from kg.derive import rules as derivation
from kg.release.inputs import Inputs
from kg.release.making import reading, sealing, tasks
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
    graphs, triples = _read(work, inputs, lines, told)
    told.step("Sealing")
    digest, survey = sealing.seal(lines, work / "graph.nq.gz")
    shutil.rmtree(runs)
    told.note(f"{survey.statements:,} statements")
    (work / census.FILE).write_text(sealing.census(survey).text(), encoding="utf-8")
    (work / since.FILE).write_text(since.Since().text(), encoding="utf-8")
    graph = Graph(work, inputs.queries, inputs.ontology, survey.typed, texts)
    found = _make(graph, survey, triples, told)
    return Streamed(f"sha256:{digest}", triples, survey.statements, graphs, found)


def _read(work: Path, inputs: Inputs, lines: SortedLines, told: Told) -> tuple[int, int]:
    """Fill the store and seal it: how many graphs it has, and how many triples in all."""
    store = BulkStore.fresh(work / "store")
    read = reading.Reading(store, lines)
    told.step("Reading the ontology, the questions, the tables and the annotated documents")
    told.note(f"{read.take(reading.own(inputs)):,} statements read")
    told.step("Reading what is beside them")
    for path in inputs.beside:
        told.note(f"{path.name}: {read.take(reading.beside(path)):,} statements read")
    store.compact()
    told.step("Deriving what follows")
    for rule in derivation.rules(inputs.rules):
        told.note(f"{rule.name}: {read.derive(rule, work):,} statements")
    store.seal()
    return len(store.graph_names()), store.merged_size()


def _make(graph: Graph, survey: Survey, triples: int, told: Told) -> list[Finding]:
    """Everything that is made of a sealed graph; what is wrong with it."""
    found: list[Finding] = []
    told.step("Counting, indexing and checking")
    with tasks.pool() as pool:
        counting = pool.submit(tasks.counted, graph)
        waiting = [
            counting,
            pool.submit(tasks.searched, graph),
            pool.submit(tasks.lawful, graph, survey),
            pool.submit(tasks.quoted, graph),
            pool.submit(tasks.divided, graph),
        ]
        if triples <= tasks.FEW:
            waiting.append(pool.submit(tasks.linked, graph))
        known = counting.result().known or Known()
        waiting += _shapes(pool, graph, known)
        for made in tasks.done(waiting):
            told.note(f"{made.name}: {len(made.findings)} findings, {made.cost}")
            found += made.findings
    return found


def _shapes(pool: ProcessPoolExecutor, graph: Graph, known: Known) -> list[Future[Made]]:
    return [pool.submit(tasks.shaped, graph, known, part, PARTS) for part in range(PARTS)]
