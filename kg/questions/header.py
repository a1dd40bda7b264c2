"""The `#+` header of a `.rq` file: the question, its parameters, the columns of its answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import InvalidInput

_LINE = re.compile(r"^#\+ (question|title|param|answer|note|empty|view)(?: ([A-Za-z]\w*))?: (.+)$")


@dataclass(frozen=True)
class Parameter:
    """A parameter: its name and what it means. Its type is that of its default."""

    name: str
    sentence: str


@dataclass(frozen=True)
class Column:
    """A column of the answer: what it means, and how the twin gives it.

    `path` is a dotted path into the twin's `data`, or arithmetic over such paths:
    `count(path)`, `sum(path)`. It is empty where there is no twin.
    """

    name: str
    sentence: str
    path: str


@dataclass(frozen=True)
class Header:
    """What a question file says of itself."""

    question: str
    title: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    notes: tuple[str, ...] = field(default=())
    may_be_empty: str = ""
    view: str = "table"


def read(text: str, path: Path) -> Header:
    """The header of a question file; `InvalidInput` names the line that cannot be read."""
    parameters: list[Parameter] = []
    columns: list[Column] = []
    notes: list[str] = []
    single: dict[str, str] = {}
    for key, name, value in _lines(text, path):
        if key == "param":
            parameters.append(Parameter(name, value))
        elif key == "answer":
            sentence, _, twin = value.partition(" <- ")
            columns.append(Column(name, sentence.strip(), twin.strip()))
        elif key == "note":
            notes.append(value)
        else:
            single[key] = value
    if "question" not in single or not columns:
        raise InvalidInput(
            path,
            1,
            "the header has no question or no answer columns",
            "Begin with '#+ question: …' and one '#+ answer name: …' for each variable.",
        )
    return Header(
        single["question"],
        single.get("title", single["question"]),
        tuple(parameters),
        tuple(columns),
        tuple(notes),
        single.get("empty", ""),
        single.get("view", "table"),
    )


def _lines(text: str, path: Path) -> Iterator[tuple[str, str, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("#+"):
            continue
        found = _LINE.match(line)
        if not found or (found[1] in ("param", "answer")) != bool(found[2]):
            raise _unreadable(path, number, line)
        yield found[1], found[2] or "", found[3]


def _unreadable(path: Path, number: int, line: str) -> InvalidInput:
    return InvalidInput(
        path, number, f"cannot read the header line '{line}'",
        "Keys are question, title, note, empty, view, 'param NAME' and 'answer NAME', "
        "each followed by ': ' and text.",
    )  # fmt: skip
