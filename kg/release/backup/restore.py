"""Put a backup back: verified beside the store first, then in its place at once."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from kg.errors import Forbidden
from kg.release.backup.exchange import exchange
from kg.release.backup.manifest import BadBackup, Manifest
from kg.release.backup.packed import FolderSink, unpack
from kg.release.catalogue import Catalogue
from kg.release.live import Live, sync

_MARK = "restoring"
_MOUNTED = (errno.EBUSY, errno.EXDEV)
_NO_NAMES = (errno.EEXIST, errno.ENOTDIR, errno.EISDIR, errno.ENAMETOOLONG, errno.ELOOP)


def restore(source: Path, store: Path, *, replace: bool = False) -> Manifest:
    """Make a folder the store that a backup holds, and tell what that is.

    Everything is unpacked beside the store and held against the digests before the store is
    touched. Whoever is ended meanwhile leaves the store as it was or as it is to be. Raises
    `BadBackup`, and `Forbidden` for a store that is there already, unless it is to be replaced, or
    that another process writes to.
    """
    if not source.exists():
        raise BadBackup(source, "is not there", "Name what a backup was made to.")
    store = store.resolve()
    is_there = store.is_dir() and any(store.iterdir())
    if is_there and not replace:
        raise Forbidden(f"{store} is not empty.", hint="--replace puts the backup in its place.")
    store.parent.mkdir(parents=True, exist_ok=True)
    with _alone(store) if is_there else nullcontext(), _beside(store) as place:
        try:
            told, found = unpack(source, FolderSink(place))
            _compare(source, told, found)
            _complete(source, place, told)
        except OSError as error:
            if error.errno not in _NO_NAMES:
                raise
            path = Path(error.filename or source).name
            raise BadBackup(source, f"has names that cannot be, as {path!r}") from None
        _put(place, store, is_there=is_there)
    return told


@contextmanager
def _alone(store: Path) -> Iterator[None]:
    with Live(Catalogue(store)).locked() as is_ours:
        if not is_ours:
            raise Forbidden(
                "Another process writes to this folder.", hint="End it, then restore again."
            )
        yield


@contextmanager
def _beside(store: Path) -> Iterator[Path]:
    """A new folder beside the store; what was left by one who was ended is removed."""
    for left in store.parent.glob(f".{store.name}-{_MARK}-*"):
        shutil.rmtree(left, ignore_errors=True)
    place = store.parent / f".{store.name}-{_MARK}-{os.getpid()}"
    place.mkdir()
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _compare(source: Path, told: Manifest, found: Manifest) -> None:
    if "current" not in told.files:
        raise BadBackup(source, "holds no release")
    for path in sorted({*told.files, *found.files}):
        if path not in found.files:
            raise BadBackup(source, f"lacks {path}")
        if path not in told.files:
            raise BadBackup(source, f"holds {path}, which its manifest does not name")
        if told.files[path] != found.files[path]:
            raise BadBackup(source, f"has other bytes in {path} than were written")
    if (told.same, told.links) != (found.same, found.links):
        raise BadBackup(source, "has other links than its manifest names")


def _complete(source: Path, place: Path, told: Manifest) -> None:
    """The links, once all files are there; and all of it on disk."""
    sink = FolderSink(place)
    for path, first in told.same.items():
        if first not in told.files:
            raise BadBackup(source, f"links {path} to {first}, which it does not hold")
        sink.same(path, first)
    for path, target in told.links.items():
        parent = (place / path).parent
        is_within = _is_within(place, parent) and _is_within(place, parent / target)
        if target.startswith("/") or not is_within:
            raise BadBackup(source, f"links {path} to a place outside of the store")
        sink.link(path, target)
    for path in told.links:  # once more: what a link names may be a link that came later
        if not _is_within(place, place / path):
            raise BadBackup(source, f"links {path} to a place outside of the store")
    sink.settle()


def _is_within(place: Path, path: Path) -> bool:
    """Whether a path ends within a folder when all links on its way are followed."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(place))


def _put(place: Path, store: Path, *, is_there: bool) -> None:
    try:
        if is_there:
            exchange(place, store)
        else:
            place.rename(store)
    except OSError as error:
        if error.errno not in _MOUNTED:
            raise
        hint = "Name a folder in it as the store, such as its folder `store`."
        raise Forbidden(f"{store} is where a disk is mounted.", hint=hint) from None
    sync(store.parent)
