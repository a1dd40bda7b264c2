"""The two forms of a backup: a tar file, packed or not, and a folder.

A tar file has its manifest last, so one that was cut off has none. Whatever their size, files pass
through a piece of memory of fixed size.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import shutil
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Protocol

from kg.release.backup.manifest import NAME, BadBackup, Manifest, safe
from kg.release.live import sync

PACKED = (".tar.gz", ".tgz")
PLAIN = (".tar",)
PIECE = 1024 * 1024
LARGEST = 64 * PIECE
"""Bytes that a manifest may have."""


class Sink(Protocol):
    """What takes the files of a backup."""

    def file(self, path: str, source: Path) -> tuple[int, str]:
        """Take a file; its size and SHA-256 as they were taken."""

    def same(self, path: str, as_path: str) -> None:
        """Take a file that is one with another that was taken before."""

    def link(self, path: str, target: str) -> None:
        """Take a symbolic link."""

    def end(self, manifest: Manifest) -> None:
        """Take the manifest; that is all."""


class _Hashed(io.RawIOBase):
    """A file that is read while its digest is taken."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self.digest, self.size = file, hashlib.sha256(), 0

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        self.digest.update(data)
        self.size += len(data)
        return data


class TarSink:
    """A tar file."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar = tar

    def file(self, path: str, source: Path) -> tuple[int, str]:
        """Take a file."""
        with source.open("rb") as file:
            told = tarfile.TarInfo(path)
            told.size, told.mode = os.fstat(file.fileno()).st_size, 0o644
            hashed = _Hashed(file)
            self._tar.addfile(told, hashed)
        return hashed.size, hashed.digest.hexdigest()

    def same(self, path: str, as_path: str) -> None:
        """Take a file that is one with another."""
        self._named(path, as_path, tarfile.LNKTYPE)

    def link(self, path: str, target: str) -> None:
        """Take a symbolic link."""
        self._named(path, target, tarfile.SYMTYPE)

    def end(self, manifest: Manifest) -> None:
        """Take the manifest."""
        data = manifest.text().encode()
        told = tarfile.TarInfo(NAME)
        told.size, told.mode = len(data), 0o644
        self._tar.addfile(told, io.BytesIO(data))

    def _named(self, path: str, target: str, kind: bytes) -> None:
        told = tarfile.TarInfo(path)
        told.type, told.linkname = kind, target
        self._tar.addfile(told)


class FolderSink:
    """A folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def file(self, path: str, source: Path) -> tuple[int, str]:
        """Take a file."""
        with source.open("rb") as file:
            return self.take(path, file)

    def take(self, path: str, file: IO[bytes]) -> tuple[int, str]:
        """Take what is read from a file that is open."""
        hashed = _Hashed(file)
        with self._place(path).open("xb") as out:
            while piece := hashed.read(PIECE):
                out.write(piece)
        return hashed.size, hashed.digest.hexdigest()

    def same(self, path: str, as_path: str) -> None:
        """Take a file that is one with another."""
        try:
            self._place(path).hardlink_to(self.folder / as_path)
        except OSError:  # a file system without links
            shutil.copyfile(self.folder / as_path, self._place(path))

    def link(self, path: str, target: str) -> None:
        """Take a symbolic link."""
        self._place(path).symlink_to(target)

    def end(self, manifest: Manifest) -> None:
        """Take the manifest."""
        self._place(NAME).write_text(manifest.text(), encoding="utf-8")

    def settle(self) -> None:
        """Have all of it on disk when this returns."""
        found = [each for each in self.folder.rglob("*") if not each.is_symlink()]
        sync(*found, self.folder)

    def _place(self, path: str) -> Path:
        place = self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        return place


def is_file(place: Path) -> bool:
    """Whether a backup by that name is a tar file; else it is a folder."""
    return place.name.endswith((*PACKED, *PLAIN))


@contextmanager
def writing(place: Path) -> Iterator[Sink]:
    """What takes the files of a backup at a place, which is there when the context ends, whole."""
    place.parent.mkdir(parents=True, exist_ok=True)
    begun = place.with_name(f".{place.name}-{os.getpid()}")
    try:
        if not is_file(place):
            shutil.rmtree(begun, ignore_errors=True)
            begun.mkdir()
            sink = FolderSink(begun)
            yield sink
            sink.settle()
        else:
            with begun.open("wb") as out:
                with _packed(out, place) as stream, tarfile.open(fileobj=stream, mode="w|") as tar:
                    yield TarSink(tar)
                out.flush()
                os.fsync(out.fileno())
        begun.rename(place)
    finally:
        shutil.rmtree(begun) if begun.is_dir() else begun.unlink(missing_ok=True)


@contextmanager
def _packed(out: IO[bytes], place: Path) -> Iterator[IO[bytes]]:
    if place.name.endswith(PLAIN):
        yield out
        return
    with gzip.GzipFile("", "wb", 1, out, 0) as stream:
        yield stream  # type: ignore[misc]  # a GzipFile is a file


def unpack(place: Path, sink: FolderSink) -> tuple[Manifest, Manifest]:
    """Put the files of a backup in a folder: what its manifest says, and what was found."""
    return _untar(place, sink) if place.is_file() else _unfold(place, sink)


def _untar(place: Path, sink: FolderSink) -> tuple[Manifest, Manifest]:
    told, found = "", Manifest("", "")
    try:
        with tarfile.open(place, "r|*") as tar:
            for each in tar:
                told = _member(tar, each, place, sink, found) or told
    except (tarfile.TarError, EOFError, zlib.error, gzip.BadGzipFile, UnicodeDecodeError):
        reason = "cannot be read to its end: it was cut off or damaged, or is no backup"
        raise BadBackup(place, reason) from None
    if not told:
        raise BadBackup(place, "has no manifest: it was cut off, or is no backup")
    return Manifest.read(told, place), found


def _member(
    tar: tarfile.TarFile, each: tarfile.TarInfo, place: Path, sink: FolderSink, found: Manifest
) -> str:
    """Note down or unpack what comes next; the text of the manifest, if it is that."""
    path = safe(each.name, place)
    if path in found.files or path in found.same or path in found.links:
        raise BadBackup(place, f"holds {path!r} twice")
    if each.issym():
        found.links[path] = each.linkname
    elif each.islnk():
        found.same[path] = safe(each.linkname, place)
    elif not each.isfile() or (file := tar.extractfile(each)) is None:
        raise BadBackup(place, f"holds {path!r}, which is no file")
    elif path == NAME:
        return file.read(min(each.size, LARGEST)).decode()
    else:
        found.files[path] = sink.take(path, file)
    return ""


def _unfold(place: Path, sink: FolderSink) -> tuple[Manifest, Manifest]:
    if not (place / NAME).is_file():
        raise BadBackup(place, "has no manifest: it is no backup")
    text = (place / NAME).read_text(encoding="utf-8", errors="replace")
    told, found = Manifest.read(text, place), Manifest("", "")
    for path in sorted(place.rglob("*")):
        name = path.relative_to(place).as_posix()
        if path.is_symlink():
            found.links[name] = str(path.readlink())
        elif name in told.same:
            found.same[name] = safe(told.same[name], place)
        elif path.is_file() and name != NAME:
            found.files[name] = sink.file(name, path)
    return told, found
