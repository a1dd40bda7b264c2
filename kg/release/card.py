"""A release whose graph is on an engine: all that a release has beside its graph, kept here.

The engine says which release it holds where `coterminous build --to` has published it; of another
graph the name is made of what is in it. What is made of a graph is asked of the engine once, or is
that of the same release where it is kept here as well.
"""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Collection
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

from kg.analysis import fanout, languages, partitions
from kg.analysis.lineage import stored
from kg.analysis.lineage.reading import read as read_lineage
from kg.analysis.paths import stored as hops
from kg.analysis.paths.build import build as read_hops
from kg.errors import BadQuery, DeadlinePassed, EngineFailed, NoRelease
from kg.model.ontology import load
from kg.questions.library import Library
from kg.release import published, sums
from kg.release.answers import latest
from kg.release.catalogue import Catalogue
from kg.release.feed.parts import fetched
from kg.release.inputs import Inputs
from kg.release.opened import FANOUT, INDEX, LANGUAGES, LATEST, ReleaseInfo
from kg.search import index
from kg.settings import addresses_of, default_store
from kg.store import census
from kg.store.readmodel import since, writing
from kg.store.remote.place import FILE, Engine
from kg.store.remote.probe import check_heard, probed
from kg.store.remote.store import RemoteStore

HEARD: Final = 10.0
"""Seconds that an engine has to answer a small question, else it is not asked a large one."""
SECONDS: Final = 300.0
"""Seconds that one question may take while a card is made."""
_MADE: Final = (
    INDEX, FANOUT, LANGUAGES, partitions.FILE, stored.FILE, hops.FILE, sums.MEASURES,
    sums.CROSSWALK, LATEST,
)  # fmt: skip
_FASTER: Final = (census.FILE, writing.FILE, since.FILE)
"""By which queries are put in a better way, as engines take it that are as the standard says."""
_MODEL: Final = ("ontology", "queries")
_KEEP: Final = 3
_NOT_CODE = shutil.ignore_patterns("*.py", "__pycache__")


def ensure_card(store: Path, inputs: Inputs | None = None, *, origin: str = "") -> Path:
    """The folder of the release that an engine holds now, made current; `store` is the engine's.

    What is made of a graph is fetched from `origin`, the address of a service that offers the same
    release, where it is not kept here. Raises `EngineFailed` or `DeadlinePassed` where the engine
    does not answer and no release of it is known; else the last one goes on. Raises `NoRelease`
    where the engine holds nothing.
    """
    catalogue = Catalogue(store)
    try:
        check_heard(Engine.at(addresses_of(store)), HEARD)
        engine = probed(Engine.at(addresses_of(store)), SECONDS)
    except (EngineFailed, DeadlinePassed) as failed:
        try:
            return catalogue.current()
        except NoRelease:
            raise failed from None
    remote = RemoteStore(engine, seconds=SECONDS)
    told = published.read(remote)
    if told:
        engine = replace(engine, merged=told.merged, graphs=told.graphs)
        remote = RemoteStore(engine, seconds=SECONDS)
    elif not remote.merged_size():
        raise NoRelease(store)
    info = told.info if told else _info(remote)
    if not catalogue.holds(info.name):
        return _publish(catalogue, remote, info, inputs or Inputs.shipped(), origin)
    catalogue.point(info.name)
    return catalogue.current()


def holds_another(store: Path) -> bool:
    """Whether an engine says that it holds another release than the one that is current here.

    Raises `EngineFailed`. What nobody has published is never another.
    """
    current = Catalogue(store).current()
    engine = Engine.read(current)
    told = published.read(RemoteStore(engine, seconds=HEARD)) if engine else None
    return told is not None and told.info.name != current.name


def _info(remote: RemoteStore) -> ReleaseInfo:
    """What is known of a graph that nobody has published: its size makes its name."""
    sizes = json.dumps([remote.engine.reads, remote.engine.graphs, remote.merged_size()])
    name = "e" + sha256(sizes.encode()).hexdigest()[:12]
    day = datetime.now(UTC).date().isoformat()
    triples, graphs = remote.merged_size(), len(remote.engine.graphs)
    return ReleaseInfo(name, day, "", triples, triples, graphs, 0, 0.0, 0)


def _publish(
    catalogue: Catalogue, remote: RemoteStore, info: ReleaseInfo, inputs: Inputs, origin: str
) -> Path:
    work = catalogue.folder / f"building-{info.name}-{os.getpid()}"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    try:
        began = time.monotonic()
        names = _files(remote)
        if same := _same(info):
            _link(same, work, names)
        elif not (origin and info.digest and fetched(origin, info, work, names)):
            _make(work, remote, inputs)
        (work / FILE).write_text(remote.engine.text(), encoding="utf-8")
        size = sum(each.stat().st_size for each in work.rglob("*") if each.is_file())
        made = replace(info, bytes=size, seconds=round(time.monotonic() - began, 1))
        text = json.dumps(asdict(made), indent=2) + "\n"
        (work / "release.json").write_text(text, encoding="utf-8")
        return catalogue.publish(work, info.name, digest=info.digest, built=info.built, keep=_KEEP)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _same(info: ReleaseInfo) -> Path | None:
    """The same release where it is kept here with its graph, so that nothing need be asked."""
    here = Catalogue(default_store())
    if not info.digest or not here.holds(info.name):
        return None
    folder = here.find(info.name)
    return folder if ReleaseInfo.read(folder).digest == info.digest else None


def _files(remote: RemoteStore) -> tuple[str, ...]:
    """The files of a release, beside its model, that are of use where its graph is there."""
    return (*_MADE, *(_FASTER if remote.engine.proved.dialect == "standard" else ()))


def _link(source: Path, work: Path, names: Collection[str]) -> None:
    for name in names:
        if (source / name).exists():
            shutil.copyfile(source / name, work / name)
    for name in _MODEL:
        shutil.copytree(source / name, work / name)


def _make(work: Path, remote: RemoteStore, inputs: Inputs) -> None:
    """Ask the engine for all that is made of a graph; the model and the questions are ours."""
    shutil.copytree(inputs.ontology, work / "ontology", ignore=_NOT_CODE)
    shutil.copytree(inputs.queries, work / "queries", ignore=_NOT_CODE)
    library = Library(inputs.queries)
    index.write(work / INDEX, remote, library.inside("search-names"))
    wide = fanout.measured(remote, library.inside(fanout.QUERY))
    _write(work / FANOUT, json.dumps(wide.json(), indent=0) + "\n")
    spoken = languages.spoken(remote, library.inside(languages.QUERY))
    _write(work / LANGUAGES, json.dumps(sorted(spoken)) + "\n")
    with suppress(BadQuery):  # what an engine cannot count is counted by nobody
        _write(work / partitions.FILE, partitions.partitions(remote, library).text())
    stored.write(read_lineage(remote, library), work / stored.FILE)
    hops.write(read_hops(remote, library, load(inputs.ontology)), work / hops.FILE)
    latest.write(work, remote, library)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
