"""Of which files a release consists: each with its size and its SHA-256."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final, NamedTuple

from kg.store.remote.place import FILE as REMOTE

NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,80}(\+[0-9]{1,12})?")
"""The names that releases have."""
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_PART: Final = re.compile(r"(?!\.{1,2}$)[A-Za-z0-9_.+-]+")
_LATER: Final = ("LOCK", "LOG", "schema.graphql")
"""What comes to be when a release is opened or served, and is no part of it."""


class UnreadableManifest(ValueError):
    """A manifest or an index that is none; the reason."""


class Part(NamedTuple):
    """One file: its place within the release, how many bytes it has, and their SHA-256."""

    path: str
    size: int
    digest: str


@dataclass(frozen=True)
class Manifest:
    """The files of a release, by the order of their places."""

    release: str
    parts: tuple[Part, ...]

    @property
    def size(self) -> int:
        """The bytes of all its files."""
        return sum(each.size for each in self.parts)

    @classmethod
    def of(cls, folder: Path) -> Manifest:
        """That of the release in a folder; every file is read once."""
        parts = [Part(name, path.stat().st_size, digest(path)) for name, path in _files(folder)]
        return cls(folder.name, tuple(sorted(parts)))

    @classmethod
    def read(cls, text: bytes) -> Manifest:
        """What `text` writes; raises `UnreadableManifest` for what is none, or leads elsewhere."""
        told = parsed(text)
        try:
            name, rows = told["release"], told["files"]
            parts = tuple(Part(row["path"], row["bytes"], row["sha256"]) for row in rows)
        except (KeyError, TypeError):
            raise UnreadableManifest("it lists no files") from None
        check_name(name)
        for each in parts:
            _check(each)
        if not any(each.path == "release.json" for each in parts):
            raise UnreadableManifest("it lists no release.json")
        return cls(name, parts)

    def text(self) -> bytes:
        """The manifest as JSON; alike wherever the files are."""
        rows = [
            {"path": each.path, "bytes": each.size, "sha256": each.digest} for each in self.parts
        ]
        return json.dumps({"release": self.release, "files": rows}, indent=0).encode() + b"\n"


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def parsed(text: bytes) -> dict[str, Any]:
    """A JSON object; raises `UnreadableManifest` for anything else."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        raise UnreadableManifest("it is no JSON") from None
    if not isinstance(told, dict):
        raise UnreadableManifest("it is no JSON object")
    return told


def check_name(name: object) -> None:
    """Raise `UnreadableManifest` for what is no name of a release.

    >>> check_name("r0e5114504a68+12")
    >>> check_name("../r1")
    Traceback (most recent call last):
    kg.release.feed.manifest.UnreadableManifest: '../r1' is no name of a release
    """
    if not (isinstance(name, str) and NAME.fullmatch(name)):
        raise UnreadableManifest(f"'{name}' is no name of a release")


def check_digest(text: object) -> None:
    """Raise `UnreadableManifest` for what is no SHA-256."""
    if not (isinstance(text, str) and _DIGEST.fullmatch(text)):
        raise UnreadableManifest(f"'{text}' is no SHA-256")


def _check(part: Part) -> None:
    is_path = isinstance(part.path, str) and all(map(_PART.fullmatch, part.path.split("/")))
    if not is_path or part.path.rpartition("/")[2] == REMOTE:
        raise UnreadableManifest(f"'{part.path}' is no place in a release")
    if type(part.size) is not int or part.size < 0:
        raise UnreadableManifest(f"{part.path} has no size")
    check_digest(part.digest)


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Those of a release by their places, also those that are links to another one."""
    for place, folders, names in os.walk(folder, followlinks=True):
        folders[:] = [each for each in folders if _is_part(each)]
        for name in filter(_is_part, names):
            path = Path(place, name)
            yield PurePosixPath(path.relative_to(folder)).as_posix(), path


def _is_part(name: str) -> bool:
    is_code = name == "__pycache__" or name.endswith(".pyc")
    is_later = any(name == each or name.startswith(each + ".") for each in _LATER)
    return bool(_PART.fullmatch(name)) and not is_code and not is_later
