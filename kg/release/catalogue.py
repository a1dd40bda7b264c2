"""Which releases there are: the current one, those that are kept, those that were retired.

A store folder holds `releases/<name>/` (each sealed), `current` (the name of the current one, in a
file that is replaced whole), `format.json` (the form of all this) and `log.jsonl` (name, digest and
day of every release ever published here, so that a retired one can still be told from one that
never was).
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import NamedTuple

from kg.errors import NoRelease, RetiredRelease, UnknownRelease
from kg.release import form


class Published(NamedTuple):
    """A line of the log."""

    name: str
    digest: str
    built: str


def base_of(name: str) -> str:
    """The release that was built, of which writes have made this one.

    >>> base_of("r1+12"), sequence_of("r1+12"), base_of("r1"), sequence_of("r1")
    ('r1', 12, 'r1', 0)
    """
    return name.partition("+")[0]


def sequence_of(name: str) -> int:
    """The number of the commit that made a release, 0 for one that was built."""
    number = name.partition("+")[2]
    return int(number) if number.isdecimal() else 0


def is_earlier(name: str, other: str) -> bool:
    """Whether a release is of the same base as another and was made by an earlier commit.

    >>> is_earlier("r1+2", "r1+10"), is_earlier("r1", "r2+1")
    (True, False)
    """
    return base_of(name) == base_of(other) and sequence_of(name) < sequence_of(other)


class Catalogue:
    """The releases of a store folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pointer = folder / "current"
        self._releases = folder / "releases"
        self._log = folder / "log.jsonl"

    def current(self) -> Path:
        """The folder of the current release; raises `NoRelease`, and `NewerStore`."""
        form.check(self.folder)
        try:
            name = self.pointer.read_text(encoding="utf-8").strip()
        except FileNotFoundError:
            raise NoRelease(self.folder) from None
        if not self.holds(name):
            raise NoRelease(self.folder)
        return self._releases / name

    def holds(self, name: str) -> bool:
        """Whether a release by that name is kept here, whole."""
        return bool(name) and (self._releases / name / "release.json").is_file()

    def find(self, name: str) -> Path:
        """The folder of a kept release; raises `RetiredRelease` or `UnknownRelease`."""
        form.check(self.folder)
        if name in self.names():
            return self._releases / name
        for each in (*self.log(), *published(self.folder / "live" / "log.jsonl")):
            if each.name == name:
                raise RetiredRelease(name, each.digest)
        raise UnknownRelease(name, self.names())

    def names(self) -> list[str]:
        """The names of the kept releases, oldest first, those of commits after their base."""
        kept = {each.parent.name for each in self._releases.glob("*/release.json")}
        order = {each.name: place for place, each in enumerate(self.log())}
        return sorted(
            kept, key=lambda name: (order.get(base_of(name), -1), sequence_of(name), name)
        )

    def log(self) -> list[Published]:
        """Everything that was ever published here, oldest first."""
        return published(self._log)

    def publish(self, folder: Path, name: str, *, digest: str, built: str, keep: int) -> Path:
        """Move a sealed folder into place under its name and make it current.

        The switch is one rename, so a reader sees the old release or the new one. All but the
        newest `keep` releases are retired afterwards; the current one never is.
        """
        form.check(self.folder)
        self._releases.mkdir(parents=True, exist_ok=True)
        form.stamp(self.folder)
        place = self._releases / name
        if not self.holds(name):
            shutil.rmtree(place, ignore_errors=True)
            try:
                folder.rename(place)
            except OSError:
                if not self.holds(name):  # else another process has just published the same
                    raise
        self.point(name)
        if all(each.name != name for each in self.log()):
            with self._log.open("a", encoding="utf-8") as log:
                log.write(json.dumps(Published(name, digest, built)._asdict()) + "\n")
        kept = self.names()
        needed = {name, *(base_of(each) for each in kept if sequence_of(each))}
        for each in [each for each in kept if not sequence_of(each)][: -max(keep, 1)]:
            if each not in needed:
                shutil.rmtree(self._releases / each, ignore_errors=True)
        return place

    def point(self, name: str) -> None:
        """Make a kept release the current one."""
        written = self.pointer.with_name(f"current.{os.getpid()}")
        written.write_text(name + "\n", encoding="utf-8")
        written.replace(self.pointer)


def published(log: Path) -> list[Published]:
    """The lines of a log; one that was cut off, since its writer was killed, is left out."""
    if not log.exists():
        return []
    lines = log.read_text(encoding="utf-8").splitlines()
    return [Published(**json.loads(line)) for line in lines if line.endswith("}")]
