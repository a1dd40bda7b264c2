"""What goes into a release, and the name that follows from it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InvalidInput
from kg.resources import folder
from kg.settings import BESIDE

_CODE = ("errors.py", "resources.py", "model", "store", "search", "ingest", "derive", "validate")
_RELEASE_CODE = (
    "questions/described.py", "questions/header.py", "questions/library.py",
    "release/build.py", "release/inputs.py", "release/making", "release/sources.py",
)  # fmt: skip


@dataclass(frozen=True)
class Inputs:
    """The folders that a release is made from; tests and users may give their own."""

    data: Path
    ontology: Path
    queries: Path
    beside: tuple[Path, ...] = ()
    """Files of N-Quads that are read as well, however large; their graphs describe themselves."""

    @classmethod
    def shipped(cls, beside: Path | None = None) -> Inputs:
        """The inputs that ship with the project, with those that are to be read beside them.

        `beside` is a file of N-Quads or a folder of them, else what the settings say. Raises
        `InvalidInput` where there is none.
        """
        told = str(beside or BESIDE.read())
        own = (folder("kg.data"), folder("ontology"), folder("queries"))
        return cls(*own, beside=tuple(_quads(Path(told))) if told else ())

    @property
    def rules(self) -> Path:
        """The derivation rules, which are part of the ontology."""
        return self.ontology / "rules"

    def files(self) -> Iterator[tuple[str, Path]]:
        """Every file that decides what the release holds, by a name that no machine changes.

        The building code is among them: other code may make another graph of the same data.
        """
        for name, root in (
            ("data", self.data),
            ("ontology", self.ontology),
            ("queries", self.queries),
        ):
            for path in sorted(root.rglob("*")):
                if path.is_file() and path.suffix in _SUFFIXES:
                    yield f"{name}/{path.relative_to(root).as_posix()}", path
        for number, path in enumerate(self.beside):
            yield f"beside/{number}", path
        code = folder("kg")
        for each in (*_CODE, *_RELEASE_CODE):
            found = [code / each] if each.endswith(".py") else sorted((code / each).rglob("*.py"))
            for path in found:
                yield f"code/{path.relative_to(code).as_posix()}", path

    def digest(self) -> str:
        """SHA-256 over the names and bytes of all files, in hexadecimal."""
        whole = hashlib.sha256()
        for name, path in self.files():
            with path.open("rb") as file:
                content = hashlib.file_digest(file, "sha256").hexdigest()
            whole.update(f"{name}\0{content}\n".encode())
        return whole.hexdigest()

    def name(self) -> str:
        """The name of the release that these inputs make: `r` and 12 digits of the digest."""
        return "r" + self.digest()[:12]


def _quads(place: Path) -> list[Path]:
    """The files of N-Quads at a place, in the order of their names."""
    found = (
        [place] if place.is_file() else sorted(place.glob("*.nq")) + sorted(place.glob("*.nq.gz"))
    )
    if not found:
        hint = "Name a file, or a folder with files that end in .nq or .nq.gz."
        raise InvalidInput(place, None, "there are no N-Quads", hint)
    return found


_SUFFIXES = {".ttl", ".rq", ".graphql", ".csv", ".toml", ".jsonld"}
