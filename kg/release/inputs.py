"""What goes into a release, and the name that follows from it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.resources import folder

_CODE = ("errors.py", "resources.py", "model", "store", "search", "ingest", "derive", "validate")
_RELEASE_CODE = (
    "questions/described.py", "questions/header.py", "questions/library.py",
    "release/build.py", "release/inputs.py", "release/sources.py",
)  # fmt: skip


@dataclass(frozen=True)
class Inputs:
    """The folders that a release is made from; tests and users may give their own."""

    data: Path
    ontology: Path
    queries: Path

    @classmethod
    def shipped(cls) -> Inputs:
        """The inputs that ship with the project."""
        return cls(folder("kg.data"), folder("ontology"), folder("queries"))

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
        code = folder("kg")
        for each in (*_CODE, *_RELEASE_CODE):
            found = [code / each] if each.endswith(".py") else sorted((code / each).rglob("*.py"))
            for path in found:
                yield f"code/{path.relative_to(code).as_posix()}", path

    def digest(self) -> str:
        """SHA-256 over the names and bytes of all files, in hexadecimal."""
        whole = hashlib.sha256()
        for name, path in self.files():
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            whole.update(f"{name}\0{content}\n".encode())
        return whole.hexdigest()

    def name(self) -> str:
        """The name of the release that these inputs make: `r` and 12 digits of the digest."""
        return "r" + self.digest()[:12]


_SUFFIXES = {".ttl", ".rq", ".graphql", ".csv", ".toml", ".jsonld"}
