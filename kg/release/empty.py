"""The release that holds nothing, for data that is not ours: SPARQL's own default graph."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from kg.questions.library import Library
from kg.release import sums
from kg.release.catalogue import Catalogue
from kg.release.inputs import Inputs
from kg.release.live import EMPTY, Live
from kg.release.opened import ReleaseInfo
from kg.search import index
from kg.store import census, widths
from kg.store.census import Census
from kg.store.oxigraph import OxigraphStore
from kg.store.readmodel import since, writing


def ensure_empty(folder: Path, inputs: Inputs | None = None) -> Path:
    """The folder of the newest release of foreign data, made current; an empty one to begin with.

    Its model and its questions are those that ship.
    """
    catalogue = Catalogue(folder)
    if not catalogue.holds(EMPTY):
        _publish(catalogue, inputs or Inputs.shipped())
    newest = Live(catalogue).current(EMPTY)
    catalogue.point(newest.name)
    return newest


def _publish(catalogue: Catalogue, inputs: Inputs) -> None:
    work = catalogue.folder / f"building-{EMPTY}"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    store = OxigraphStore.fresh(work / "store")
    index.write(work / "search.sqlite", store, Library(inputs.queries).inside("search-names"))
    writing.write(work / writing.FILE, store)
    widths.write(work, store, Library(inputs.queries).inside(widths.QUERY))
    store.seal()
    del store
    (work / census.FILE).write_text(Census().text(), encoding="utf-8")
    (work / since.FILE).write_text(since.Since().text(), encoding="utf-8")
    for name, source in (("ontology", inputs.ontology), ("queries", inputs.queries)):
        shutil.copytree(source, work / name, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    day, digest = datetime.now(UTC).date().isoformat(), f"sha256:{sha256(b'').hexdigest()}"
    info = ReleaseInfo(EMPTY, day, digest, 0, 0, 0, 0, 0.0, 0)
    sums.write(work)
    (work / "release.json").write_text(json.dumps(asdict(info), indent=2) + "\n", encoding="utf-8")
    catalogue.publish(work, EMPTY, digest=digest, built=day, keep=len(catalogue.names()) + 1)
