"""What a backup holds: each file with its digest, so that none is missed and none has changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import PurePosixPath
from typing import Any

from kg.errors import KgError

NAME = "manifest.json"
FORMAT = 1
"""The form of a backup that is written here; no newer one is read."""


class BadBackup(KgError):
    """A backup that is not whole, was changed, or is of a form that is not known here."""

    code = "bad-backup"

    def __init__(self, place: object, reason: str, hint: str = "") -> None:
        super().__init__(f"{place} {reason}.")
        self.at = str(place)
        self.hint = hint or "Nothing was touched. Take another backup."


@dataclass(frozen=True)
class Manifest:
    """The state of a store: its current release, when it was held, and all files.

    `files` have sizes and SHA-256 by path; `same` are paths of files that are one with another, and
    `links` symbolic links. `settings` are those of whoever took it, without secrets.
    """

    release: str
    made: str
    files: dict[str, tuple[int, str]] = field(default_factory=dict)
    same: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    format: int = FORMAT

    @property
    def bytes(self) -> int:
        """The size of all files, each counted once."""
        return sum(size for size, _ in self.files.values())

    def text(self) -> str:
        """As it is written."""
        return json.dumps(asdict(self), indent=0, sort_keys=True) + "\n"

    @classmethod
    def read(cls, text: str, place: object) -> Manifest:
        """The manifest in a text; raises `BadBackup`, which names the place."""
        try:
            told = json.loads(text)
            if told["format"] > FORMAT:
                hint = "Restore it with the version that took it, or a newer one."
                raise BadBackup(place, f"is of the newer form {told['format']}", hint)
            _check_links(told)
            told["files"] = {path: (size, sha) for path, (size, sha) in told["files"].items()}
            return cls(**told)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise BadBackup(place, "has a manifest that cannot be read") from None


def _check_links(told: Mapping[str, Any]) -> None:
    for path, other in (*told["same"].items(), *told["links"].items()):
        if not (isinstance(path, str) and isinstance(other, str)):
            raise TypeError("a link is no text")


def safe(path: str, place: object) -> str:
    """The path, if it stays within a store; raises `BadBackup` if not."""
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts or "\0" in path:
        raise BadBackup(place, f"names a file outside of a store, {path!r}")
    return path
