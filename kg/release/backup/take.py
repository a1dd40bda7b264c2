"""Take a backup of a store, which may be served and written to meanwhile."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kg.errors import Forbidden
from kg.release.backup.manifest import Manifest
from kg.release.backup.packed import Sink, is_file, writing
from kg.release.backup.state import held


def take(store: Path, place: Path, settings: Mapping[str, Any] | None = None) -> Manifest:
    """Write one state of the store to a file or a folder, and tell what it holds.

    The state is one that was current, with all that was acknowledged before this was called. A file
    by that name is replaced when the new one is whole; a folder has to be new or empty. Raises
    `Forbidden`, and `NoRelease` where there is nothing to keep.
    """
    if not place.name:
        raise Forbidden(f"{place} is the folder you are in.", hint="Name a new file or folder.")
    if place.exists() and is_file(place) != place.is_file():
        raise Forbidden(f"{place} is there already, in another form.", hint="Name another place.")
    if place.is_dir() and any(place.iterdir()):
        raise Forbidden(f"{place} is not empty.", hint="Name a new folder for each backup.")
    made = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    with held(store) as state, writing(place) as sink:
        name = (state / "current").read_text(encoding="utf-8").strip()
        manifest = Manifest(name, made, settings=dict(settings or {}))
        _take(state, sink, manifest)
        sink.end(manifest)
    return manifest


def _take(state: Path, sink: Sink, manifest: Manifest) -> None:
    known: dict[tuple[int, int], str] = {}
    for folder, folders, names in os.walk(state):
        folders.sort()
        linked = [name for name in folders if Path(folder, name).is_symlink()]
        for each in sorted([*names, *linked]):
            source = Path(folder, each)
            path = source.relative_to(state).as_posix()
            if source.is_symlink():
                manifest.links[path] = str(source.readlink())
                sink.link(path, manifest.links[path])
                continue
            number = source.stat().st_dev, source.stat().st_ino
            if first := known.get(number):
                manifest.same[path] = first
                sink.same(path, first)
                continue
            known[number] = path
            manifest.files[path] = sink.file(path, source)
