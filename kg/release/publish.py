"""A release written to an engine elsewhere, and compared with what is here.

The merged graph goes into a graph of its own under the release's name, the named graphs in place of
those before them, and last of all one small graph says which release the engine holds. So whoever
asks for the merged graph sees one release or the other, and never a part of one. A query that names
graphs may for a moment see some of the new release beside the old.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final, Protocol

from kg.errors import EngineFailed, Forbidden
from kg.model.terms import Iri
from kg.release import published
from kg.release.opened import ReleaseInfo
from kg.release.published import Published, Sum
from kg.store.oxigraph import OxigraphStore
from kg.store.remote.place import Engine, shown
from kg.store.remote.probe import MERGED, PUBLISHED, probed, writable
from kg.store.remote.store import NT, RemoteStore
from kg.store.remote.writing import Writer

SECONDS: Final = 300.0
"""Seconds that one request may take."""


class Report(Protocol):
    """Who is told how it goes."""

    def step(self, sentence: str) -> None:
        """A step begins."""

    def note(self, sentence: str) -> None:
        """Something worth knowing has been found."""


@dataclass(frozen=True)
class Compared:
    """How an engine's graphs compare with those of a release.

    `different` has, by graph, what it should be and what it is. Where an engine writes literals in
    its own way there are as many triples, and the digests differ.
    """

    release: str
    same: tuple[str, ...]
    different: Mapping[str, tuple[Sum, Sum]]

    @property
    def missing(self) -> list[str]:
        """The graphs that do not have as many triples as they should."""
        return [name for name, (ours, theirs) in self.different.items()
                if ours.triples != theirs.triples]  # fmt: skip


def publish(folder: Path, addresses: tuple[str, ...], report: Report) -> Compared:
    """Write the release in that folder to an engine, then read all of it back.

    Raises `Forbidden` where the engine takes no writes, and `EngineFailed` where it did not take
    all of it: it then goes on saying that it holds the release before.
    """
    report.step("Asking what the engine can do")
    engine = writable(probed(Engine.at(addresses), SECONDS))
    if not (engine.proved.update or engine.proved.graph_store):
        raise Forbidden(
            f"Nothing may be written at {shown(engine.write)}.",
            hint="Set COTERMINOUS_STORE_WRITE and COTERMINOUS_STORE_AUTH.",
        )
    remote = RemoteStore(engine, seconds=SECONDS)
    before, writer = published.read(remote), Writer(remote)
    info, store = ReleaseInfo.read(folder), OxigraphStore.sealed(folder / "store")
    names = {MERGED + "/" + info.name: None, **{str(each): each for each in store.graph_names()}}
    report.step("Writing graphs")
    sums = {}
    for place, graph in names.items():
        lines = _lines(store, graph)
        sums[place] = Sum.of(lines)
        if before is None or before.sums.get(place) != sums[place]:
            writer.put(Iri(place), lines)
            report.note(f"{place}: {len(lines):,} triples")
    report.step("Reading them back")
    found = _compared(info.name, sums, remote)
    if found.missing:  # perhaps of graphs that were not written, since they should have been there
        for place in found.missing:
            writer.put(Iri(place), _lines(store, names[place]))
        found = _compared(info.name, sums, remote)
    if found.missing:
        told = f"{len(found.missing)} graphs are not whole, the first <{found.missing[0]}>"
        raise EngineFailed([(shown(engine.write), told)])
    report.step("Switching")
    now = Published(info, MERGED + "/" + info.name, sums)
    writer.put(Iri(PUBLISHED), published.lines(now))
    _drop_old(writer, remote, now, before)
    return found


def verified(folder: Path, addresses: tuple[str, ...]) -> Compared:
    """How what an engine holds compares with the release in that folder; nothing is written."""
    remote = RemoteStore(probed(Engine.at(addresses), SECONDS), seconds=SECONDS)
    info, store = ReleaseInfo.read(folder), OxigraphStore.sealed(folder / "store")
    told = published.read(remote)
    merged = told.merged if told else remote.engine.merged
    names = {merged: None, **{str(each): each for each in store.graph_names()}}
    sums = {place: Sum.of(_lines(store, graph)) for place, graph in names.items()}
    return _compared(info.name, sums, remote)


def _compared(release: str, sums: Mapping[str, Sum], remote: RemoteStore) -> Compared:
    theirs = {place: Sum.of(remote.lines(Iri(place) if place else None)) for place in sums}
    same = tuple(place for place in sums if sums[place] == theirs[place])
    different = {
        place: (sums[place], theirs[place]) for place in sums if sums[place] != theirs[place]
    }
    return Compared(release, same, different)


def _lines(store: OxigraphStore, graph: Iri | None) -> list[bytes]:
    written = BytesIO()
    store.dump(graph, written, NT)
    return written.getvalue().splitlines()


def _drop_old(
    writer: Writer, remote: RemoteStore, now: Published, before: Published | None
) -> None:
    """Graphs of releases before the one before this: that one may still be asked for."""
    kept = {now.merged, *now.graphs, before.merged if before else ""}
    gone = set(before.graphs) - kept if before else set()
    for each in writer.graphs():
        if each in gone or (each.startswith(MERGED + "/") and each not in kept):
            writer.drop(each)
