"""What is made of a graph that is sealed: each file by itself, in processes of their own.

The processes read the same store; what one of them holds is given back when it is done.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from typing import Final, NamedTuple, TextIO

from kg.analysis import partitions
from kg.analysis.lineage import stored
from kg.analysis.lineage.reading import read as read_lineage
from kg.analysis.paths import stored as hops
from kg.analysis.paths.build import build as read_hops
from kg.analysis.recode.crosswalk import MOST, size, write_rows
from kg.model import rdf
from kg.model.ontology import load
from kg.model.terms import Triple
from kg.questions.library import Library
from kg.release import sums
from kg.release.answers import latest
from kg.release.making.counting import Counting
from kg.release.making.memory import peak
from kg.release.opened import FANOUT, INDEX, LANGUAGES
from kg.search import index
from kg.store import widths
from kg.store.oxigraph import OxigraphStore
from kg.store.readmodel import writing
from kg.validate import large, shapes
from kg.validate.facts import Finding
from kg.validate.report import of_violations
from kg.validate.shapes import Part
from kg.validate.shapes_known import Known
from kg.validate.survey import Survey

FEW: Final = 500_000
"""Up to so many triples a graph is small."""


@dataclass(frozen=True)
class Graph:
    """A sealed graph in the making: where it is, and what it is asked by.

    A thing has a class in `typed` named graphs at most.
    """

    work: Path
    queries: Path
    ontology: Path
    triples: int = 0
    typed: int = 0
    texts: Path | None = None

    @property
    def store(self) -> OxigraphStore:
        """The store, read-only."""
        return OxigraphStore.sealed(self.work / "store")

    @property
    def library(self) -> Library:
        """The questions."""
        return Library(self.queries)


class Made(NamedTuple):
    """What came of a task: its name, what is wrong, and what the process has taken so far."""

    name: str
    findings: Sequence[Finding] = ()
    known: Known | None = None
    seconds: float = 0
    mebibytes: int = 0

    @property
    def cost(self) -> str:
        """What it has cost, for a person."""
        return f"{self.seconds:.1f} s of a core, {self.mebibytes:,} MiB"


def _made(name: str, findings: Sequence[Finding] = (), known: Known | None = None) -> Made:
    return Made(name, findings, known, process_time(), peak())


def counted(graph: Graph) -> Made:
    """The read model, and how wide the graph is; one look at each property does for all."""
    store = graph.store
    counting = Counting.of(store, graph.library)
    writing.write(graph.work / writing.FILE, store, counting.look)
    found = counting.measures(graph.typed, len(store.graph_names()))
    (graph.work / FANOUT).write_text(json.dumps(found.fanout.json(), indent=0) + "\n", "utf-8")
    widths.keep(graph.work, found.widths)
    (graph.work / LANGUAGES).write_text(json.dumps(found.spoken) + "\n", encoding="utf-8")
    return _made("Counting", known=found.known)


def searched(graph: Graph) -> Made:
    """The search index."""
    index.write(graph.work / INDEX, graph.store, graph.library.inside("search-names"))
    return _made("Indexing names and codes")


def divided(graph: Graph) -> Made:
    """How the graph divides."""
    parts = partitions.partitions(graph.store, graph.library)
    (graph.work / partitions.FILE).write_text(parts.text(), encoding="utf-8")
    latest.write(graph.work, graph.store, graph.library)
    return _made("Dividing")


def told(graph: Graph) -> Made:
    """The lineage, and the crosswalk of one that is not too long."""
    lineage = read_lineage(graph.store, graph.library)
    stored.write(lineage, graph.work / stored.FILE)
    if size(lineage) <= MOST:
        with gzip_of(graph.work / sums.CROSSWALK) as file:
            write_rows(lineage, csv.writer(file, lineterminator="\n"))
    return _made("Telling what became of bodies")


def linked(graph: Graph) -> Made:
    """The links by which things are connected."""
    found = read_hops(graph.store, graph.library, load(graph.ontology))
    hops.write(found, graph.work / hops.FILE)
    return _made("Linking")


def measured(graph: Graph) -> Made:
    """The measures of the views that can be counted exactly, of a graph that is not too large."""
    from kg.analysis.measures.stored import LARGEST, written  # networkx takes its time to load

    if graph.triples <= LARGEST:
        text = written(graph.store, graph.library)
        (graph.work / sums.MEASURES).write_text(text, encoding="utf-8")
    return _made("Measuring")


@contextmanager
def gzip_of(path: Path) -> Iterator[TextIO]:
    """A text to be written to a file compressed, without a time: the same text, the same bytes."""
    with (
        path.open("wb") as file,
        gzip.GzipFile("", "wb", 9, file, mtime=0) as packed,
        io.TextIOWrapper(packed, "utf-8", newline="") as opened,
    ):
        yield opened


def shaped(graph: Graph, known: Known, part: int, parts: int) -> Made:
    """What of the graph breaks its shapes, of a part of them."""
    found = shapes.check(graph.store, _schema(graph), known, Part(part, parts))
    return _made(f"Checking shapes, part {part + 1} of {parts}", of_violations(found))


def lawful(graph: Graph, survey: Survey) -> Made:
    """What of the graph breaks the laws that shapes cannot say."""
    found = large.of_laws(graph.store, graph.library, survey, _schema(graph))
    return _made("Checking references and dates", found)


def quoted(graph: Graph) -> Made:
    """What is wrong with places in texts, and with their words."""
    return _made("Checking words", large.of_texts(graph.store, graph.library, graph.texts))


def _schema(graph: Graph) -> list[Triple]:
    return [each for path in sorted(graph.ontology.rglob("*.ttl")) for each in rdf.triples(path)]


def done(tasks: Iterable[Future[Made]]) -> Iterator[Made]:
    """What came of tasks, as they are done."""
    for each in as_completed(tasks):
        yield each.result()
