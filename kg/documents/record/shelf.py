"""The user's own documents: a folder each, with the text of record and what is known of it.

A shelf is the folder `documents` of a store. Each document has `{id}/text.txt` (UTF-8, exactly the
text of record) and `{id}/record.json`. Neither is ever changed. A document is made beside the
others and moved into place whole, so that whoever is ended while adding leaves nothing behind that
counts, and the next one who adds clears it away.
"""

from __future__ import annotations

import fcntl
import json
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NamedTuple

from kg.documents.record.likeness import ALIKE, likeness, sketch
from kg.documents.record.model import SHORT, TextRecord
from kg.errors import BadParameter, InvalidInput, UnknownThing

FOLDER: Final = "documents"
"""The name of the shelf in a store folder."""
TEXT: Final = "text.txt"
_UNFINISHED: Final = ".adding"
_LEAVING: Final = ".removing"
_DIGEST: Final = re.compile("[0-9a-f]{64}")


class Added(NamedTuple):
    """What adding came to: the record that is kept, and whether it was not there before.

    `near` has the ids of other documents that have most of their words in common with it, the
    likest first.
    """

    record: TextRecord
    is_new: bool
    near: tuple[str, ...]


class Shelf:
    """The documents of a folder, which is made when the first is added."""

    def __init__(self, folder: Path) -> None:
        self.path = folder

    @classmethod
    def of_store(cls, store: Path) -> Shelf:
        """The shelf of a store folder."""
        return cls(store / FOLDER)

    def add(self, record: TextRecord) -> Added:
        """Keep a document; one with the same text that is kept already stays as it is."""
        with self._alone():
            self._clear()
            is_new = not (self.path / record.id).exists()
            kept = self._put(record) if is_new else self._read(record.id)
            if kept.digest != record.digest:
                reason = f"has the same id as another document, {record.id}"
                raise InvalidInput(record.title or "text", None, reason, "Change it by a word.")
        return Added(kept, is_new, self.near(kept))

    def near(self, record: TextRecord) -> tuple[str, ...]:
        """The ids of other documents with nearly the same words, the likest first."""
        own = sketch(record.text)
        shares = {
            each: likeness(own, self._facts(each).get("sketch", ""))
            for each in self.ids()
            if each != record.id
        }
        alike = [each for each, share in shares.items() if share >= ALIKE]
        return tuple(sorted(alike, key=lambda each: -shares[each]))

    def ids(self) -> tuple[str, ...]:
        """The ids of all documents, in order."""
        return tuple(sorted(each.parent.name for each in self.path.glob("[!.]*/record.json")))

    def whole(self, prefix: str) -> str:
        """The id that begins so; UnknownThing where none does, BadParameter where several do."""
        found = [each for each in self.ids() if prefix and each.startswith(prefix.lower())]
        if prefix.lower() in found:
            return prefix.lower()
        if not found:
            raise UnknownThing(prefix, self.ids(), "`coterminous documents` lists those kept here.")
        if len(found) > 1:
            raise BadParameter(prefix, f"begins the id of {len(found)} documents", ", ".join(found))
        return found[0]

    def folder(self, prefix: str) -> Path:
        """The folder of a document, by its id or the beginning of it; raises as `whole` does."""
        return self.path / self.whole(prefix)

    def record(self, prefix: str) -> TextRecord:
        """A document, by its id or the beginning of it; raises as `whole` does."""
        return self._read(self.whole(prefix))

    def records(self) -> tuple[TextRecord, ...]:
        """All documents, in the order of their ids."""
        return tuple(map(self._read, self.ids()))

    def text(self, digest: str) -> str | None:
        """The text of record with that digest; nothing where it is not kept here, or was changed.

        `digest` is the SHA-256 of the text as UTF-8, in hexadecimal digits.
        """
        if not _DIGEST.fullmatch(digest):  # a graph may say anything
            return None
        try:
            content = (self.path / digest[:SHORT] / TEXT).read_bytes()
        except OSError:
            return None
        return content.decode("utf-8") if sha256(content).hexdigest() == digest else None

    def remove(self, prefix: str) -> None:
        """Take a document off the shelf with all that was decided on it; raises as `whole` does."""
        with self._alone():
            folder = self.folder(prefix)
            leaving = self.path / f"{_LEAVING}-{folder.name}"
            folder.rename(leaving)
            _sync(self.path)
            shutil.rmtree(leaving)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Hold the shelf: nobody else adds to it or takes from it meanwhile."""
        self.path.mkdir(parents=True, exist_ok=True)
        with (self.path / ".lock").open("w") as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            yield

    def _clear(self) -> None:
        for mark in (_UNFINISHED, _LEAVING):
            for left in self.path.glob(f"{mark}-*"):
                shutil.rmtree(left)

    def _put(self, record: TextRecord) -> TextRecord:
        work = self.path / f"{_UNFINISHED}-{record.id}"
        work.mkdir()
        facts = {key: value for key, value in asdict(record).items() if key != "text"}
        facts["sketch"] = sketch(record.text)
        told = json.dumps(facts, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        for name, data in ((TEXT, record.text), ("record.json", told)):
            (work / name).write_bytes(data.encode())
            _sync(work / name)
        _sync(work)
        work.rename(self.path / record.id)
        _sync(self.path)
        return record

    def _read(self, name: str) -> TextRecord:
        facts = dict(self._facts(name))
        facts.pop("sketch", None)
        text = (self.path / name / TEXT).read_bytes().decode("utf-8")
        pages = tuple(facts.pop("pages", ()))
        furniture = tuple((start, end) for start, end in facts.pop("furniture", ()))
        return TextRecord(text=text, pages=pages, furniture=furniture, **facts)

    def _facts(self, name: str) -> Mapping[str, Any]:
        facts: dict[str, Any] = json.loads((self.path / name / "record.json").read_bytes())
        return facts


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
