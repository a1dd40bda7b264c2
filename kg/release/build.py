"""From the sources to a sealed release: read, check, derive, index, seal, publish.

Nothing is visible until the last step, which is one rename. Whatever stops a build leaves the
last good release in place, and serving.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from kg.analysis import fanout, languages, partitions
from kg.analysis.lineage import stored
from kg.analysis.lineage.dag import Dag
from kg.analysis.lineage.reading import read as read_lineage
from kg.analysis.paths import stored as hops
from kg.analysis.paths.build import build as read_hops
from kg.analysis.recode.crosswalk import write_crosswalk
from kg.derive import rules as derivation
from kg.errors import InvalidGraph, NoRelease
from kg.model.ontology import load
from kg.model.terms import Statement
from kg.questions.library import Library
from kg.release import sources, sums
from kg.release.catalogue import Catalogue, base_of
from kg.release.inputs import Inputs
from kg.release.making import streamed
from kg.release.opened import FANOUT, LANGUAGES, ReleaseInfo
from kg.release.writer.writer import take_over
from kg.search import index
from kg.store import census, widths
from kg.store.census import Census
from kg.store.oxigraph import OxigraphStore
from kg.store.readmodel import since, writing
from kg.validate.facts import Finding
from kg.validate.report import of_graph, of_texts


class Report(Protocol):
    """Who is told how a build goes: a progress bar, a log, nobody."""

    def step(self, sentence: str) -> None:
        """A step begins."""

    def note(self, sentence: str) -> None:
        """Something worth knowing has been found."""


class Silent:
    """A report that tells nobody."""

    def step(self, sentence: str) -> None:
        """Say nothing."""

    def note(self, sentence: str) -> None:
        """Say nothing."""


STEPS = 8
"""How many steps a build reports."""


def ensure(
    store: Path,
    texts: Path | None = None,
    report: Report | None = None,
    *,
    inputs: Inputs | None = None,
    keep: int = 3,
) -> Path:
    """The folder of the release that these inputs make; built only if it is not there yet.

    Raises `InvalidInput` or `InvalidGraph` for sources that cannot be taken in; what was current
    before is current still.
    """
    catalogue = Catalogue(store)
    wanted = inputs or Inputs.shipped()
    name = wanted.name()
    if catalogue.holds(name):
        _refuse(of_texts(list(sources.documents(wanted.data)), texts) if texts else [])
        with suppress(NoRelease):
            if base_of(catalogue.current().name) == name:
                return catalogue.current()
        catalogue.point(name)
        return take_over(store)
    return build(store, texts, report, inputs=wanted, keep=keep)


def build(
    store: Path,
    texts: Path | None = None,
    report: Report | None = None,
    *,
    inputs: Inputs | None = None,
    keep: int = 3,
) -> Path:
    """A new release from these inputs, published; see `ensure` for what it raises."""
    wanted, told = inputs or Inputs.shipped(), report or Silent()
    name = wanted.name()
    work = _workplace(store, name)
    try:
        info = _make(work, name, wanted, texts, told)
        told.step("Publishing")
        catalogue = Catalogue(store)
        if catalogue.holds(name):
            catalogue.point(name)
        else:
            catalogue.publish(work, name, digest=info.digest, built=info.built, keep=keep)
        return take_over(store)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def check(
    texts: Path | None = None, report: Report | None = None, *, inputs: Inputs | None = None
) -> list[str]:
    """The findings on the sources, all of them; an empty list when they are sound."""
    wanted, told = inputs or Inputs.shipped(), report or Silent()
    if wanted.beside:
        with TemporaryDirectory() as work:
            found = streamed.make(Path(work), wanted, texts, told).findings
        return [each.line() for each in found]
    statements = _read(wanted, told)
    graph = OxigraphStore.memory(statements)
    derived = _derive(graph, wanted, told)
    told.step("Checking shapes, references and words")
    wrong = of_graph(graph, [*statements, *derived], wanted.ontology)
    return [each.line() for each in [*wrong, *of_texts(statements, texts)]]


def _workplace(store: Path, name: str) -> Path:
    """A folder of this process to build in; what builds that were killed have left is removed."""
    store.mkdir(parents=True, exist_ok=True)
    for left in store.glob("building-*"):
        if not _is_running(left.name.rpartition("-")[2]):
            shutil.rmtree(left, ignore_errors=True)
    work = store / f"building-{name}-{os.getpid()}"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    return work


def _is_running(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, ValueError):
        return False
    except PermissionError:
        return True
    return True


def _make(work: Path, name: str, inputs: Inputs, texts: Path | None, told: Report) -> ReleaseInfo:
    if inputs.beside:
        return _stream(work, name, inputs, texts, told)
    began = time.monotonic()
    statements = _read(inputs, told)
    _refuse(of_texts(statements, texts))
    graph = OxigraphStore.fresh(work / "store")
    graph.load(statements)
    statements += _derive(graph, inputs, told)
    told.step("Checking shapes, references and words")
    _refuse(of_graph(graph, statements, inputs.ontology))
    told.step("Indexing names and codes")
    index.write(work / "search.sqlite", graph, Library(inputs.queries).inside("search-names"))
    told.step("Sealing")
    lines = _canonical(statements)
    # No time in the header, so the same graph gives the same bytes.
    (work / "graph.nq.gz").write_bytes(gzip.compress(lines, 4, mtime=0))
    shutil.copytree(inputs.ontology, work / "ontology", ignore=_NOT_CODE)
    shutil.copytree(inputs.queries, work / "queries", ignore=_NOT_CODE)
    graph.seal()
    wide = fanout.measured(graph, Library(inputs.queries).inside(fanout.QUERY))
    (work / FANOUT).write_text(json.dumps(wide.json(), indent=0) + "\n", encoding="utf-8")
    spoken = languages.spoken(graph, Library(inputs.queries).inside(languages.QUERY))
    (work / LANGUAGES).write_text(json.dumps(sorted(spoken)) + "\n", encoding="utf-8")
    parts = partitions.partitions(graph, Library(inputs.queries))
    (work / partitions.FILE).write_text(parts.text(), encoding="utf-8")
    widths.write(work, graph, Library(inputs.queries).inside(widths.QUERY))
    _write_lineage(work, read_lineage(graph, Library(inputs.queries)))
    found = read_hops(graph, Library(inputs.queries), load(inputs.ontology))
    (work / hops.FILE).write_bytes(hops.written(found))
    _write_measures(work, graph, Library(inputs.queries))
    (work / census.FILE).write_text(Census.of(statements).text(), encoding="utf-8")
    writing.write(work / writing.FILE, graph)
    (work / since.FILE).write_text(since.Since().text(), encoding="utf-8")
    triples, graphs = graph.merged_size(), len(graph.graph_names())
    del graph  # closes it: the size below is that of what is kept
    sums.write(work)
    info = ReleaseInfo(
        name=name,
        built=datetime.now(UTC).date().isoformat(),
        digest="sha256:" + hashlib.sha256(lines).hexdigest(),
        triples=triples,
        statements=lines.count(b"\n"),
        graphs=graphs,
        bytes=sum(each.stat().st_size for each in work.rglob("*") if each.is_file()),
        seconds=round(time.monotonic() - began, 1),
        inputs=sum(1 for _ in inputs.files()),
    )
    written = json.dumps(asdict(info), indent=2) + "\n"
    (work / "release.json").write_text(written, encoding="utf-8")
    return info


def _stream(work: Path, name: str, inputs: Inputs, texts: Path | None, told: Report) -> ReleaseInfo:
    """The same of sources that need not fit in memory."""
    began = time.monotonic()
    shutil.copytree(inputs.ontology, work / "ontology", ignore=_NOT_CODE)
    shutil.copytree(inputs.queries, work / "queries", ignore=_NOT_CODE)
    made = streamed.make(work, inputs, texts, told)
    _refuse(made.findings)
    sums.write(work)
    info = ReleaseInfo(
        name=name,
        built=datetime.now(UTC).date().isoformat(),
        digest=made.digest,
        triples=made.triples,
        statements=made.statements,
        graphs=made.graphs,
        bytes=sum(each.stat().st_size for each in work.rglob("*") if each.is_file()),
        seconds=round(time.monotonic() - began, 1),
        inputs=sum(1 for _ in inputs.files()),
    )
    written = json.dumps(asdict(info), indent=2) + "\n"
    (work / "release.json").write_text(written, encoding="utf-8")
    return info


def _write_lineage(work: Path, dag: Dag) -> None:
    (work / stored.FILE).write_text(stored.written(dag), encoding="utf-8")
    plain = work / "crosswalk.csv"
    write_crosswalk(dag, plain)
    (work / sums.CROSSWALK).write_bytes(gzip.compress(plain.read_bytes(), 9, mtime=0))
    plain.unlink()


def _write_measures(work: Path, graph: OxigraphStore, library: Library) -> None:
    from kg.analysis.measures.stored import LARGEST, written  # networkx takes its time to load

    if graph.merged_size() <= LARGEST:
        (work / sums.MEASURES).write_text(written(graph, library), encoding="utf-8")


def _refuse(found: Sequence[Finding]) -> None:
    if found:
        raise InvalidGraph([each.line() for each in found])


def _read(inputs: Inputs, told: Report) -> list[Statement]:
    told.step("Reading the ontology and the questions")
    statements = [*sources.schema(inputs.ontology), *sources.questions(inputs.queries)]
    told.step("Reading the register and the editorial tables")
    statements += sources.tables(inputs.data)
    told.step("Reading the annotated documents")
    statements += sources.documents(inputs.data)
    told.note(f"{len(statements):,} statements read")
    return statements


def _derive(graph: OxigraphStore, inputs: Inputs, told: Report) -> list[Statement]:
    told.step("Deriving what follows")
    derived: list[Statement] = []
    for rule in derivation.rules(inputs.rules):
        made = derivation.run(rule, graph)
        graph.load(made, merge=rule.merged)
        derived += made
        told.note(f"{rule.name}: {len(made):,} statements")
    return derived


def _canonical(statements: Iterable[Statement]) -> bytes:
    # No blank node is left, so sorted lines are the canonical form (RDFC-1.0, section 4.4).
    return "".join(f"{line}\n" for line in sorted({each.nq() for each in statements})).encode()


_NOT_CODE = shutil.ignore_patterns("*.py", "__pycache__")
