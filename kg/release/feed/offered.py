"""What a folder of releases has to offer: its index, and the manifests beside its releases.

They lie where any server of static files finds them, in the folder `releases`. A folder that is
not to be written to is offered as well; each process then reads its releases once.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from kg.errors import NoRelease
from kg.release.catalogue import Catalogue
from kg.release.feed.index import FILE, Index, Offer
from kg.release.feed.manifest import NAME, Manifest, UnreadableManifest
from kg.release.opened import ReleaseInfo
from kg.store.remote.place import FILE as REMOTE


class Offered:
    """What the releases of a catalogue are to whoever pulls them; made when first asked for.

    Those whose graph is on an engine elsewhere are not offered.
    """

    def __init__(self, catalogue: Catalogue, *, writes: bool = True) -> None:
        self.folder = catalogue.folder / "releases"
        self._catalogue = catalogue
        self._writes = writes
        self._made: dict[str, tuple[bytes, Manifest]] = {}

    def names(self) -> list[str]:
        """The releases that are offered, oldest first."""
        return [
            each
            for each in self._catalogue.names()
            if NAME.fullmatch(each) and not (self.folder / each / REMOTE).exists()
        ]

    def index(self) -> Index:
        """The index as it is now."""
        names = self.names()
        self._made = {name: made for name, made in self._made.items() if name in names}
        try:
            current = self._catalogue.current().name
        except NoRelease:
            current = ""
        offers = []
        for each in names:
            with suppress(FileNotFoundError):  # retired meanwhile
                offers.append(self._offer(each))
        known = {each.name for each in offers}
        return Index(current if current in known else "", tuple(offers))

    def manifest(self, name: str) -> bytes | None:
        """The manifest of a release as it is sent; `None` for what is not offered."""
        return self._of(name)[0] if name in self.names() else None

    def digest(self, name: str, path: str) -> str | None:
        """The SHA-256 of a file of a release; `None` for what is no part of it."""
        if name not in self.names():
            return None
        found = (each.digest for each in self._of(name)[1].parts if each.path == path)
        return next(found, None)

    def write(self) -> Index:
        """Write all of it for a server of static files, the index last; what was written."""
        found = self.index()
        _write(self.folder / FILE, found.text())
        return found

    def _offer(self, name: str) -> Offer:
        text, manifest = self._of(name)
        info = ReleaseInfo.read(self.folder / name)
        return Offer(name, info.built, info.digest, manifest.size, hashlib.sha256(text).hexdigest())

    def _of(self, name: str) -> tuple[bytes, Manifest]:
        if name not in self._made:
            path = self.folder / f"{name}.json"
            text = path.read_bytes() if path.exists() else self._new(name, path)
            try:
                self._made[name] = text, Manifest.read(text)
            except UnreadableManifest:  # a machine that lost its power may have left it empty
                text = self._new(name, path)
                self._made[name] = text, Manifest.read(text)
        return self._made[name]

    def _new(self, name: str, path: Path) -> bytes:
        text = Manifest.of(self.folder / name).text()
        if self._writes:
            with suppress(OSError):
                _write(path, text)
        return text


def _write(path: Path, text: bytes) -> None:
    begun = path.with_name(f"{path.name}.{os.getpid()}")
    begun.write_bytes(text)
    begun.replace(path)
