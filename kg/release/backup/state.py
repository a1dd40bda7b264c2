"""One state of a store, held fast while it is read: hard links, and copies of what still grows.

A release never changes once it is published, and what a commit has told is in the release that the
pointer names. So the release is held first; the logs are cut where it ends; documents come last,
since no release needs one that is not on the shelf yet.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.documents.record.shelf import FOLDER
from kg.errors import Forbidden, NoRelease
from kg.release.catalogue import Catalogue, base_of, published, sequence_of
from kg.release.live import Live
from kg.settings import addresses_of

TRIES = 20
"""How often the newest release is looked for while older ones are retired."""
_GROWING = (".jsonl",)
_PASSING = (".lock",)
_NOT_KEPT = ("LOCK", "LOG")
"""Files that the engine makes anew."""


@contextmanager
def held(store: Path) -> Iterator[Path]:
    """A folder with one state of the store, for as long as the context lasts.

    Raises `NoRelease` where there is none, and `Forbidden` where the graph is on an engine.
    """
    if addresses_of(store):
        raise Forbidden(
            "The graph is on an engine elsewhere, and is not kept in this folder.",
            hint="Back it up by the engine's own means; `coterminous build --to` writes it anew.",
        )
    Catalogue(store).current()  # there has to be one
    place = store / f"building-backup-{os.getpid()}"
    shutil.rmtree(place, ignore_errors=True)
    try:
        _hold(store, place)
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _hold(store: Path, place: Path) -> None:
    for tried in range(TRIES):
        try:
            name = _releases(store, place)
        except (FileNotFoundError, NoRelease):  # it was retired meanwhile: there is a newer one
            if tried == TRIES - 1:
                raise
            shutil.rmtree(place, ignore_errors=True)
        else:
            _logs(store, place, sequence_of(name))
            _documents(store / FOLDER, place / FOLDER)
            return


def _releases(store: Path, place: Path) -> str:
    """Hold the current release and the one that it was made of; the name of the current one."""
    current = Catalogue(store).current()
    place.mkdir(parents=True)
    for name in {current.name, base_of(current.name)}:
        if (current.with_name(name)).is_dir():
            _linked(current.with_name(name), place / "releases" / name)
    if not (place / "releases" / current.name / "release.json").exists():
        raise FileNotFoundError(current)
    (place / "current").write_text(current.name + "\n", encoding="utf-8")
    return current.name


def _logs(store: Path, place: Path, sequence: int) -> None:
    """What was told of releases up to this commit, and the changes of each commit."""
    for path in (store / "log.jsonl", store / "format.json"):
        if path.exists():
            shutil.copyfile(path, place / path.name)
    live = Live(Catalogue(store))
    known = [each.name for each in published(live.folder / "log.jsonl")]
    if not known:
        return
    (place / "live" / "changes").mkdir(parents=True)
    lines = (live.folder / "log.jsonl").read_text(encoding="utf-8").splitlines()
    whole = [line for line in lines if line.endswith("}")]
    kept = [line for line, name in zip(whole, known, strict=False) if sequence_of(name) <= sequence]
    (place / "live" / "log.jsonl").write_text("".join(f"\n{each}" for each in kept), "utf-8")
    for path in live.changes.glob("*.nq.gz"):
        if int(path.name.partition(".")[0]) <= sequence:
            (place / "live" / "changes" / path.name).hardlink_to(path)


def _documents(shelf: Path, place: Path) -> None:
    if shelf.is_dir():
        for each in sorted(shelf.iterdir()):
            if each.is_dir() and not each.name.startswith("."):
                _linked(each, place / each.name)


def _linked(folder: Path, place: Path) -> None:
    """The same tree; what still grows is copied up to its last whole line."""
    place.mkdir(parents=True)
    for each in sorted(folder.iterdir()):
        if each.is_symlink():
            (place / each.name).symlink_to(each.readlink())
        elif each.is_dir():
            _linked(each, place / each.name)
        elif each.suffix in _GROWING:
            data = each.read_bytes()
            (place / each.name).write_bytes(data[: data.rfind(b"\n") + 1])
        elif each.suffix not in _PASSING and each.name not in _NOT_KEPT:
            try:
                (place / each.name).hardlink_to(each)
            except FileNotFoundError:
                raise
            except OSError:  # a file system without links
                shutil.copyfile(each, place / each.name)
