"""The digests of a release's files, so that bytes which have changed on the disk are found out.

Tables of the engine never change once written, and a commit shares most of its own with the
release before it, so only those that are new are read.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from kg.analysis import partitions
from kg.analysis.lineage import stored
from kg.analysis.paths import stored as hops
from kg.errors import BrokenRelease
from kg.store import census, widths
from kg.store.readmodel import since, writing

FILE = "sums.json"
CROSSWALK = "crosswalk.csv.gz"
"""The file of a release that a build has made with every code on the bodies of every day of change.

A commit does not make it anew, so a release of writes does not have it.
"""
MEASURES = "measures.json"
"""The file of a release with the measures of its views, as its build has made them."""
_VOLATILE = ("LOCK", "LOG")
"""Files of the engine that may change when a store is opened."""


def write(folder: Path, before: Path | None = None) -> None:
    """Write down the SHA-256 of what a release holds; `before` is the one that it was made of."""
    known = _read(before) if before else {}
    found = {}
    for name, path in _files(folder):
        older = before / name if before else path
        is_same = name in known and older.exists() and older.samefile(path)
        found[name] = known[name] if is_same else _digest(path)
    (folder / FILE).write_text(json.dumps(found, indent=0) + "\n", encoding="utf-8")


def check(folder: Path) -> None:
    """Raise `BrokenRelease` for the first file that is not what was written, or is not there."""
    for name, digest in _read(folder).items():
        path = folder / name
        if not path.is_file() or _digest(path) != digest:
            raise BrokenRelease(folder.name, name)


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    beside = (
        "search.sqlite",
        partitions.FILE,
        stored.FILE,
        hops.FILE,
        MEASURES,
        CROSSWALK,
        census.FILE,
        widths.FILE,
        writing.FILE,
        since.FILE,
    )
    for path in sorted([*(folder / "store").iterdir(), *(folder / each for each in beside)]):
        if path.is_file() and path.name not in _VOLATILE:
            yield path.relative_to(folder).as_posix(), path


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _read(folder: Path) -> dict[str, str]:
    if not (folder / FILE).exists():
        return {}
    try:
        found: dict[str, str] = json.loads((folder / FILE).read_text(encoding="utf-8"))
    except ValueError:
        raise BrokenRelease(folder.name, FILE) from None
    return found
