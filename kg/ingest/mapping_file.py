"""Mapping files: which things of the graph the rows of a table are, as data.

A mapping is a TOML file. `[columns]` tells what each cell may hold (see `kg.ingest.tables`);
each `[[things]]` is a node that every row makes. A value is told by its form:

    "{name}"                    the cell, typed by its column; one value for each that it holds
    "{opened.earliest}"         a bound of a date cell
    "{source.publisher}"        a cell of the row that a reference names; `{person}` is its IRI
    "cotv:type-{type}"          an IRI: a prefix of the project, then text and cells
    "{person.name}, {role}"     text; several values are joined by commas
    true, 3                     a literal

A value that needs an empty cell is left out, and so is a thing whose IRI needs one.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InvalidInput
from kg.ingest.tables import Column
from kg.model.names import PREFIXES, cot, expand
from kg.model.terms import Iri, Literal

_CELL = re.compile(r"\{([\w.]+)\}")
_PREFIXED = re.compile(r"(\w+):(?!\s)")
_NEEDED = {"table", "graph", "title", "key", "evidence", "columns"}
_KEYS = _NEEDED | {"iri", "locator", "licence", "things", "lives", "follows"}

Cell = tuple[str, ...]
"""The way to a cell: a column, then columns of the rows it refers to, or a part of a date."""


@dataclass(frozen=True)
class Template:
    """Text with cells in it, and the IRI prefix it begins with, if it makes IRIs."""

    parts: tuple[str | Cell, ...]
    is_iri: bool

    @classmethod
    def of(cls, text: str) -> Template:
        """The template that a mapping writes; the class's forms are told at the module."""
        found = _PREFIXED.match(text)
        is_iri = bool(found and found[1] in PREFIXES)
        if is_iri and found:
            text = PREFIXES[found[1]] + text[found.end() :]
        pieces = _CELL.split(text)
        parts: list[str | Cell] = [
            tuple(piece.split(".")) if place % 2 else piece for place, piece in enumerate(pieces)
        ]
        return cls(tuple(part for part in parts if part != ""), is_iri)

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells it needs."""
        return tuple(part for part in self.parts if not isinstance(part, str))

    @property
    def lone_cell(self) -> Cell | None:
        """The cell that is all of it, so that its column tells the type of the value."""
        first = self.parts[0] if len(self.parts) == 1 else ""
        return None if isinstance(first, str) else first


Value = Template | Literal


@dataclass(frozen=True)
class Thing:
    """A node that each row makes: its IRI, its class if it is given here, what is said of it."""

    iri: Template
    kind: Iri | None
    when: str
    dates: tuple[tuple[str, str], ...]
    properties: tuple[tuple[Iri, tuple[Value, ...]], ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell that it asks for."""
        templates = [self.iri, *(each for _, values in self.properties for each in values)]
        return (
            *(cell for each in templates if isinstance(each, Template) for cell in each.cells),
            *((column,) for _, column in self.dates),
            *(((self.when,),) if self.when else ()),
        )


@dataclass(frozen=True)
class TableMapping:
    """A table, the graph it makes, and how. `evidence` is a column of sources, or `self`."""

    path: Path
    table: str
    graph: str
    title: str
    key: str
    iri: Template
    evidence: str
    locator: Template | None
    licence: str | None
    columns: Mapping[str, Column]
    things: tuple[Thing, ...]
    lives: Mapping[str, Any]
    follows: Mapping[str, Any]

    @property
    def name(self) -> str:
        """The table without its ending, as references name it: `register/ccgs`."""
        return self.table.removesuffix(".csv")

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell that the mapping asks for."""
        evidence = () if self.evidence in {"self", ""} else ((self.evidence,),)
        return (
            *self.iri.cells,
            *(self.locator.cells if self.locator else ()),
            *evidence,
            *(cell for thing in self.things for cell in thing.cells),
        )


@dataclass(frozen=True)
class GraphKind:
    """What is alike in all graphs of a folder: their kind, corpus, licence, attribution."""

    kind: str
    corpus: str
    licence: str
    attribution: str


@dataclass(frozen=True)
class Plan:
    """The mappings in the order in which they are read, and the kinds of graph they make."""

    mappings: tuple[TableMapping, ...]
    kinds: Mapping[str, GraphKind]


def plan(folder: Path) -> Plan:
    """The plan that `order.toml` of the folder tells: mapping files by name, without `.toml`.

    Raises `InvalidInput` for a file that is missing, is not TOML, or is not a mapping, and for
    a mapping that the order leaves out.
    """
    order = _toml(folder / "order.toml")
    try:
        names = order["mappings"]
        kinds = {name: GraphKind(**told) for name, told in order["graphs"].items()}
    except (KeyError, TypeError) as error:
        raise InvalidInput(folder / "order.toml", None, str(error), "Complete it.") from None
    for path in sorted(folder.glob("*.toml")):
        if path.stem not in {*names, "order"}:
            reason = f"the mapping '{path.stem}' is not in the order"
            raise InvalidInput(folder / "order.toml", None, reason, "Add it to `mappings`.")
    mappings = tuple(read(folder / f"{name}.toml") for name in names)
    for mapping in mappings:
        if mapping.graph.partition("/")[0] not in kinds:
            reason = f"no kind of graph is told for '{mapping.graph}'"
            raise InvalidInput(mapping.path, None, reason, "Add it to `graphs` of `order.toml`.")
    return Plan(mappings, kinds)


def read(path: Path) -> TableMapping:
    """One mapping file. Raises `InvalidInput` with what is wrong with it."""
    told = _toml(path)
    unknown = set(told) - _KEYS
    if unknown:
        reason = f"a mapping has no '{min(unknown)}'"
        raise InvalidInput(path, None, reason, f"It has: {', '.join(sorted(_KEYS))}.")
    try:
        return _mapping(path, told)
    except KeyError as error:
        raise InvalidInput(path, None, f"there is no {error}", "Add it.") from None
    except ValueError as error:
        raise InvalidInput(path, None, str(error), "See `kg/data/README.md`.") from None


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise InvalidInput(path, None, "there is no such file", "Name the mapping.") from None
    except tomllib.TOMLDecodeError as error:
        raise InvalidInput(path, None, str(error), "Mend the TOML.") from None


def _mapping(path: Path, told: Mapping[str, Any]) -> TableMapping:
    columns = {name: Column.of(words) for name, words in told["columns"].items()}
    iri = Template.of(told.get("iri", ""))
    return TableMapping(
        path,
        told["table"],
        told["graph"],
        told["title"],
        told["key"],
        iri,
        told["evidence"],
        Template.of(told["locator"]) if "locator" in told else None,
        told.get("licence"),
        columns,
        tuple(_thing(thing, iri) for thing in told.get("things", ())),
        told.get("lives", {}),
        told.get("follows", {}),
    )


def _thing(told: Mapping[str, Any], row: Template) -> Thing:
    return Thing(
        Template.of(told["iri"]) if "iri" in told else row,
        cot(told["class"]) if "class" in told else None,
        told.get("when", ""),
        tuple(told.get("dates", {}).items()),
        tuple((_predicate(name), _values(each)) for name, each in told["properties"].items()),
    )


def _predicate(name: str) -> Iri:
    return expand(name) if ":" in name else cot(name)


def _values(told: object) -> tuple[Value, ...]:
    if isinstance(told, list):
        return tuple(value for each in told for value in _values(each))
    if isinstance(told, str):
        return (Template.of(told),)
    if isinstance(told, bool | int):
        return (Literal.of(told),)
    raise ValueError(f"{told!r} is not a value")
