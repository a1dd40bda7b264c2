"""The questions that ship: found by name, listed by theme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kg.errors import UnknownQuestion
from kg.questions.header import Header, read
from kg.resources import folder


@dataclass(frozen=True)
class Question:
    """A named question: `name` is `<theme>/<what-is-asked>`."""

    name: str
    path: Path
    sparql: str
    header: Header

    @property
    def theme(self) -> str:
        """The theme it stands under."""
        return self.name.partition("/")[0]

    @cached_property
    def graphql(self) -> str:
        """The text of its GraphQL twin, or nothing where it has none."""
        twin = self.path.with_suffix(".graphql")
        return twin.read_text(encoding="utf-8") if twin.exists() else ""


class Library(Mapping[str, Question]):
    """The questions of a folder by name, in the order of their names."""

    def __init__(self, root: Path | None = None) -> None:
        self.root = root or folder("queries")
        self._paths = {
            path.relative_to(self.root).with_suffix("").as_posix(): path
            for path in sorted(self.root.rglob("*.rq"))
            if path.relative_to(self.root).parts[0] != "inside"
        }
        self._read: dict[str, Question] = {}

    def __getitem__(self, name: str) -> Question:
        """The question by that name; raises `UnknownQuestion` with near names."""
        if name not in self._paths:
            raise UnknownQuestion(name, list(self._paths))
        if name not in self._read:
            path = self._paths[name]
            text = path.read_text(encoding="utf-8")
            self._read[name] = Question(name, path, text, read(text, path))
        return self._read[name]

    def __contains__(self, name: object) -> bool:
        """Whether there is a question by that name."""
        return name in self._paths

    def __iter__(self) -> Iterator[str]:
        """The names."""
        return iter(self._paths)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._paths)

    def themes(self) -> dict[str, list[Question]]:
        """The questions by theme."""
        themes: dict[str, list[Question]] = {}
        for question in self.values():
            themes.setdefault(question.theme, []).append(question)
        return themes

    def inside(self, name: str) -> str:
        """A query that the rooms ask for themselves, by its name under `inside/`."""
        return (self.root / "inside" / f"{name}.rq").read_text(encoding="utf-8")
