"""What another machine offers, had here: whole and verified, or not at all.

A release is put together in `pulling/<name>`; what has come stays there, so that the next time goes
on with it. Files that a release kept here has already are linked. Nothing is seen of it until every
byte of it was read back; then it is published as one that was built here would be.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from kg.errors import NoRelease
from kg.release.catalogue import Catalogue, base_of, is_earlier, sequence_of
from kg.release.feed.held import is_held
from kg.release.feed.index import Index, Offer, file_at, manifest_at
from kg.release.feed.manifest import Manifest, Part, UnreadableManifest, digest
from kg.release.feed.origin import Origin, OriginFailed
from kg.release.opened import ReleaseInfo

PULLING: Final = "pulling"
"""The folder beside `releases` in which releases are put together."""
ROOM: Final = 64 * 1024 * 1024
"""Bytes of the disk that are left free."""
_ALL: Final = 1 << 30


@dataclass(frozen=True)
class Pulled:
    """How what is here compares with what an origin offers.

    `behind` is by how many releases it is behind, `came` how many bytes were fetched for it and
    `linked` how many were here already.
    """

    release: str
    wanted: str
    behind: int
    came: int = 0
    linked: int = 0


class Pulling:
    """Has in a store folder what an origin offers: the current release, or the one that is pinned.

    `keep` releases stay beside those that are being read.
    """

    def __init__(
        self, store: Path, origin: Origin, *, keep: int = 3, pin: str = "",
        told: Callable[[str], None] = lambda _: None,
    ) -> None:  # fmt: skip
        self.index = Index()
        self._catalogue = Catalogue(store)
        self._place = store / PULLING
        self._origin = origin
        self._keep, self._pin = keep, pin
        self._told = told
        self._etag = ""
        self._rotten: set[str] = set()  # digests of files that are not any more what they were

    def state(self) -> Pulled:
        """How far it is, by the index as it was last seen."""
        wanted, ours = self.index.wanted(self._pin), self._current()
        name = wanted.name if wanted else ""
        return Pulled(ours, name, self.index.behind(ours, name) if name else 0)

    def once(self) -> Pulled:
        """Ask the origin, fetch what is new, and switch to it.

        Raises `OriginFailed` and `UnreadableManifest` where that does not come to be, with what
        is here as it was; of what was fetched, all that is good is kept for the next time.
        """
        with self._alone() as is_ours:
            if not is_ours:
                return self.state()  # another process on this machine does it
            self._look()
            wanted = self.index.wanted(self._pin)
            if wanted is None:
                if self._pin:
                    raise OriginFailed(self._origin.address, "it does not offer what is pinned")
                return self.state()
            came = linked = 0
            if is_earlier(wanted.name, self._current()):
                return self.state()  # who is told of a commit sees it in every later answer
            if not self._catalogue.holds(wanted.name):
                came, linked = self._fetch(wanted)
            elif self._current() != wanted.name:
                self._catalogue.point(wanted.name)
            self._retire(wanted.name)
            return replace(self.state(), came=came, linked=linked)

    def _look(self) -> None:
        answer = self._origin.index(self._etag)
        if answer.body is not None:
            self.index = Index.read(answer.body)
            self._etag = answer.etag

    def _fetch(self, offer: Offer) -> tuple[int, int]:
        """Put it together and publish it; how many bytes came, and how many were here."""
        manifest = self._manifest(offer)
        self._told(f"Release {offer.name}: {manifest.size / 1e6:.1f} MB")
        work = self._place / offer.name
        for left in self._place.iterdir():
            if left.is_dir() and left != work:
                shutil.rmtree(left, ignore_errors=True)
        work.mkdir(exist_ok=True)
        linked = self._link(manifest, work)
        self._check_room(
            sum(each.size for each in manifest.parts if not (work / each.path).exists())
        )
        came = sum(self._file(offer.name, each, work) for each in manifest.parts)
        self._verify(manifest, work)
        _drop_others(manifest, work)
        info = ReleaseInfo.read(work)
        self._catalogue.publish(work, offer.name, digest=info.digest, built=info.built, keep=_ALL)
        return came, linked

    def _manifest(self, offer: Offer) -> Manifest:
        text = self._origin.small(manifest_at(offer.name)).body or b""
        if hashlib.sha256(text).hexdigest() != offer.manifest:
            raise UnreadableManifest(f"the manifest of {offer.name} is not the one of the index")
        manifest = Manifest.read(text)
        if manifest.release != offer.name:
            raise UnreadableManifest(f"the manifest of {offer.name} is of {manifest.release}")
        return manifest

    def _link(self, manifest: Manifest, work: Path) -> int:
        """Take over the files that a kept release has; how many bytes those are."""
        known: dict[str, Path] = {}
        for name in self._catalogue.names():
            written = self._place / f"{name}.json"
            with suppress(OSError, UnreadableManifest):
                folder = self._catalogue.find(name)
                for each in Manifest.read(written.read_bytes()).parts:
                    known[each.digest] = folder / each.path
        linked = 0
        for each in manifest.parts:
            place = work / each.path
            if each.digest in known and each.digest not in self._rotten and not place.exists():
                place.parent.mkdir(parents=True, exist_ok=True)
                with suppress(OSError):
                    place.hardlink_to(known[each.digest])
                    linked += each.size
        written = self._place / f"{manifest.release}.json"
        written.write_bytes(manifest.text())
        return linked

    def _check_room(self, needed: int) -> None:
        free = shutil.disk_usage(self._place).free
        if free < needed + ROOM:
            told = f"{needed} bytes are to come, and {free} are free on the disk here"
            raise OriginFailed(self._origin.address, told)

    def _file(self, release: str, part: Part, work: Path) -> int:
        """Fetch what is missing of a file; a whole one that is wrong is thrown away."""
        place = work / part.path
        if place.exists():
            return 0
        begun = place.with_name(place.name + ".part")
        begun.parent.mkdir(parents=True, exist_ok=True)
        with begun.open("ab") as sink:
            if sink.tell() > part.size:
                sink.truncate(0)
            came = 0
            if sink.tell() < part.size:
                address = file_at(release, part.path)
                came = self._origin.continued(address, sink, part.size, part.digest)
        if digest(begun) != part.digest:
            begun.unlink()
            raise OriginFailed(self._origin.address, f"{release}/{part.path} has another digest")
        begun.replace(place)
        return came

    def _verify(self, manifest: Manifest, work: Path) -> None:
        """Read all of it once more, also what was linked; what is wrong is thrown away."""
        for each in manifest.parts:
            place = work / each.path
            if digest(place) != each.digest:
                self._rotten.add(each.digest)
                place.unlink()
                raise OriginFailed(
                    self._origin.address, f"{manifest.release}/{each.path} has another digest here"
                )

    def _retire(self, current: str) -> None:
        """Remove what is older than the newest `keep`, and nobody reads."""
        order = {each.name: place for place, each in enumerate(self._catalogue.log())}
        names = [each for each in self._catalogue.names() if each != current]
        names.sort(key=lambda name: order.get(name, -1))
        older = names[: max(len(names) - max(self._keep - 1, 0), 0)]
        kept = {*names, current} - set(older)
        bases = {base_of(each) for each in kept if sequence_of(each)}
        for each in older:
            folder = self._catalogue.folder / "releases" / each
            if each not in bases and not is_held(folder):
                shutil.rmtree(folder, ignore_errors=True)
                (self._place / f"{each}.json").unlink(missing_ok=True)

    def _current(self) -> str:
        try:
            return self._catalogue.current().name
        except NoRelease:
            return ""

    @contextmanager
    def _alone(self) -> Iterator[bool]:
        self._place.mkdir(parents=True, exist_ok=True)
        with (self._place / "lock").open("a") as held:
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
            else:
                try:
                    yield True
                finally:
                    self._origin.close()


def torn(folder: Path) -> str:
    """The first file of a release that was pulled which is not what its manifest says, or "".

    What was pulled is not forced to the disk, as it can be had again; so a machine that lost its
    power may have part of it.
    """
    written = folder.parent.parent / PULLING / f"{folder.name}.json"
    try:
        manifest = Manifest.read(written.read_bytes())
    except (OSError, UnreadableManifest):
        return ""
    for each in manifest.parts:
        place = folder / each.path
        if not place.is_file() or digest(place) != each.digest:
            return each.path
    return ""


def _drop_others(manifest: Manifest, work: Path) -> None:
    """Nothing is in a release that its manifest does not list."""
    known = {each.path for each in manifest.parts}
    for place, _, names in os.walk(work):
        for name in names:
            path = Path(place, name)
            if path.relative_to(work).as_posix() not in known:
                path.unlink()
