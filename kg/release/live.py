"""Releases that writes have made: folders beside those that were built, named `{base}+{sequence}`.

A commit is one rename of such a folder into place. Whatever was not renamed was not committed, so
the writer begins from the newest of them, and what a writer that was killed has left is nothing.

    live/{base}/store       what the writer works on; made anew from the newest release
    live/changes/           what each commit changed
    live/log.jsonl          name, digest and day of every release that a commit has made
    live/lock               held by the one who writes
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from kg.errors import NoRelease
from kg.release import sums
from kg.release.catalogue import Catalogue, Published, base_of, published, sequence_of
from kg.release.opened import FILES, ReleaseInfo

EMPTY = "empty"
"""The name of the release that holds nothing, and on which foreign data is written."""
AT_ONCE = 4
"""How many files are forced to the disk at a time."""
YOUNG = 60.0
"""Seconds for which a release of a commit is kept, however many have come since."""


class Live:
    """The releases of commits in a store folder."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.folder = catalogue.folder / "live"
        self.changes = self.folder / "changes"
        self.releases = catalogue.folder / "releases"

    def newest(self, base: str) -> Path | None:
        """The newest release of a commit on that base, or on another one that it took over from."""
        found = [
            each
            for each in self.catalogue.names()
            if sequence_of(each) and (base_of(each) == EMPTY) == (base == EMPTY)
        ]
        name = max(found, key=sequence_of, default="")
        return self.catalogue.find(name) if name else None

    def sequence(self) -> int:
        """The number of the last commit, whatever its base."""
        names = (*self.catalogue.names(), *(each.name for each in self._log()))
        return max(map(sequence_of, names), default=0)

    def base(self, name: str) -> Path:
        """The folder of the release that one by this name was made of."""
        return self.releases / base_of(name)

    @contextmanager
    def locked(self) -> Iterator[bool]:
        """Whether nobody else is writing; nobody will while the context lasts."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "lock").open("a") as held:
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
            else:
                yield True

    def working_copy(self, release: Path) -> Path:
        """A store to work on that holds what this release does: hard links, and small files."""
        place = self.folder / base_of(release.name) / "store"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        for each in (release / "store").iterdir():
            if each.suffix == ".sst":
                _linked(each, place / each.name)
            else:
                shutil.copyfile(each, place / each.name)
        return place

    def workplace(self) -> Path:
        """A new folder to make a release in; those that were left are removed."""
        for left in self.catalogue.folder.glob("building-live-*"):
            shutil.rmtree(left, ignore_errors=True)
        place = self.catalogue.folder / f"building-live-{os.getpid()}"
        place.mkdir()
        return place

    def publish(self, work: Path, before: Path, info: ReleaseInfo, *, durable: bool) -> Path:
        """Complete the folder that holds a snapshot of the store, and make it the current release.

        What no commit changes is taken from the release `before`. When this returns and `durable`
        was asked for, everything is on disk.
        """
        for each in ("ontology", "queries"):
            (work / each).symlink_to(Path("..") / base_of(info.name) / each)
        for each in FILES:
            if (before / each).exists() and not (work / each).exists():
                _linked(before / each, work / each)
        sums.write(work, before)
        written = json.dumps(asdict(info), indent=2) + "\n"
        (work / "release.json").write_text(written, encoding="utf-8")
        if durable:
            _sync_below(work)
        place = self.releases / info.name
        shutil.rmtree(place, ignore_errors=True)
        work.rename(place)
        self.catalogue.point(info.name)
        with (self.folder / "log.jsonl").open("a", encoding="utf-8") as log:
            row = Published(info.name, info.digest, info.built)
            log.write("\n" + json.dumps(row._asdict()))  # whatever stands before was cut off
        if durable:
            self._sync_names()
        return place

    def settle(self, release: Path) -> None:
        """Have a release that was published, and what points to it, on disk."""
        _sync_below(release)
        sync(*self.changes.iterdir(), self.changes)
        self._sync_names()

    def retire(self, keep: int) -> None:
        """Remove all but the newest `keep` releases of commits; young ones stay."""
        found = sorted(filter(sequence_of, self.catalogue.names()), key=sequence_of)
        for name in found[: -max(keep, 1)]:
            folder = self.releases / name
            if time.time() - (folder / "release.json").stat().st_mtime > YOUNG:
                shutil.rmtree(folder, ignore_errors=True)

    def current(self, base: str) -> Path:
        """The release to begin from on that base; raises `NoRelease` where there is none."""
        newest = self.newest(base)
        if newest and base_of(newest.name) == base:
            return newest
        if not self.catalogue.holds(base):
            raise NoRelease(self.catalogue.folder)
        return self.releases / base

    def _sync_names(self) -> None:
        sync(self.releases, self.catalogue.pointer, self.catalogue.folder)

    def _log(self) -> list[Published]:
        return published(self.folder / "log.jsonl")


def sync(*paths: Path) -> None:
    """Have these files and folders on disk before this returns."""
    # Together, because a journal writes what waits for it at once.
    with ThreadPoolExecutor(min(len(paths), AT_ONCE) or 1) as pool:
        list(pool.map(_sync_one, paths))


def _sync_one(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync_below(folder: Path) -> None:
    # The engine has synced its tables when it wrote them, and what is linked is on disk already.
    files = (each for each in folder.rglob("*") if not each.is_symlink() and each.suffix != ".sst")
    sync(*files, folder)


def _linked(source: Path, place: Path) -> None:
    try:
        place.hardlink_to(source)
    except OSError:  # another file system, or one without links
        shutil.copyfile(source, place)
