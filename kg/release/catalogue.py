"""Which releases there are: the current one, those that are kept, those that were retired.

A store folder holds `releases/<name>/` (each sealed), `current` (the name of the current one, in a
file that is replaced whole) and `log.jsonl` (name, digest and day of every release ever published
here, so that a retired one can still be told from one that never was).
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import NamedTuple

from kg.errors import NoRelease, RetiredRelease, UnknownRelease


class Published(NamedTuple):
    """A line of the log."""

    name: str
    digest: str
    built: str


class Catalogue:
    """The releases of a store folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pointer = folder / "current"
        self._releases = folder / "releases"
        self._log = folder / "log.jsonl"

    def current(self) -> Path:
        """The folder of the current release; raises `NoRelease` where there is none."""
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
        if name in self.names():
            return self._releases / name
        for each in self.log():
            if each.name == name:
                raise RetiredRelease(name, each.digest)
        raise UnknownRelease(name, self.names())

    def names(self) -> list[str]:
        """The names of the kept releases, oldest first."""
        kept = {each.parent.name for each in self._releases.glob("*/release.json")}
        order = {each.name: place for place, each in enumerate(self.log())}
        return sorted(kept, key=lambda name: (order.get(name, -1), name))

    def log(self) -> list[Published]:
        """Everything that was ever published here, oldest first."""
        if not self._log.exists():
            return []
        lines = self._log.read_text(encoding="utf-8").splitlines()
        return [Published(**json.loads(line)) for line in lines if line.strip()]

    def publish(self, folder: Path, name: str, *, digest: str, built: str, keep: int) -> Path:
        """Move a sealed folder into place under its name and make it current.

        The switch is one rename, so a reader sees the old release or the new one. All but the
        newest `keep` releases are retired afterwards; the current one never is.
        """
        self._releases.mkdir(parents=True, exist_ok=True)
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
        for each in self.names()[: -max(keep, 1)]:
            if each != name:
                shutil.rmtree(self._releases / each, ignore_errors=True)
        return place

    def point(self, name: str) -> None:
        """Make a kept release the current one."""
        written = self.pointer.with_name(f"current.{os.getpid()}")
        written.write_text(name + "\n", encoding="utf-8")
        written.replace(self.pointer)
