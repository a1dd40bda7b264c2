"""From the sources to a sealed release: read, check, derive, index, seal, publish.

Nothing is visible until the last step, which is one rename. Whatever stops a build leaves the
last good release in place, and serving.
"""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from kg.errors import InvalidGraph, NoRelease
from kg.release import sources, sums
from kg.release.catalogue import Catalogue, base_of
from kg.release.inputs import Inputs
from kg.release.making import streamed
from kg.release.opened import ReleaseInfo
from kg.release.writer.writer import take_over
from kg.validate.facts import Finding
from kg.validate.report import of_texts


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


STEPS = 5
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
    with TemporaryDirectory() as work:
        found = streamed.make(Path(work), wanted, texts, told).findings
    return [each.line() for each in found]


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


def _refuse(found: Sequence[Finding]) -> None:
    if found:
        raise InvalidGraph([each.line() for each in found])


_NOT_CODE = shutil.ignore_patterns("*.py", "__pycache__")
