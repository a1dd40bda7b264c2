"""All tables together, so that a cell of one may name a row of another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import product
from pathlib import Path
from urllib.parse import quote

from kg.errors import InvalidInput
from kg.ingest.mapping_file import Cell, GraphKind, Plan, TableMapping, Template, Value
from kg.ingest.tables import Column, Row, read, window
from kg.model.terms import XSD, Iri, Literal

_DATATYPES = {
    "integer": XSD + "integer",
    "decimal": XSD + "decimal",
    "boolean": XSD + "boolean",
    "address": XSD + "anyURI",
}
_DAY = Column("date", required=False, many=False)
_BOUNDS = {("earliest",), ("latest",)}
_PARTS = {"earliest": _DAY, "latest": _DAY, "text": Column("text", required=False, many=False)}


@dataclass(frozen=True)
class Table:
    """A mapping with the rows that were read by it, by their keys."""

    mapping: TableMapping
    rows: Mapping[str, Row]


@dataclass
class World:
    """The tables of a plan by name, and what the cells of their rows mean."""

    tables: Mapping[str, Table]
    kinds: Mapping[str, GraphKind]
    _iris: dict[str, Iri] = field(default_factory=dict)

    @classmethod
    def read(cls, data: Path, plan: Plan) -> World:
        """Every table of the plan under `data`, with every reference checked.

        Raises `InvalidInput` for what `tables.read` refuses, for a cell that names a row that
        no table has, and for a mapping that asks for a cell that no table has.
        """
        tables = {}
        for mapping in plan.mappings:
            rows = read(data / mapping.table, mapping.columns, mapping.key)
            tables[mapping.name] = Table(mapping, {row.key: row for row in rows})
        world = cls(tables, plan.kinds)
        for table in tables.values():
            world._check_mapping(table.mapping)
            world._check_references(table)
        return world

    def row(self, column: Column, key: str) -> tuple[Table, Row] | None:
        """The row that a reference names, with its table."""
        for name in column.tables:
            table = self.tables[name]
            if key in table.rows:
                return table, table.rows[key]
        return None

    def cells(self, table: Table, row: Row, way: Cell) -> list[tuple[Column, str]]:
        """What stands at the end of a way through the tables: each value with its column.

        A part of a date (`earliest`, `latest`) is a date again; `text` is the cell as text. A
        column that only some of the tables have, to which a reference leads, is empty in others.
        """
        column, held = table.mapping.columns.get(way[0]), row.cells.get(way[0], ())
        if column is None:
            return []
        if len(way) == 1:
            return [(column, text) for text in held]
        if column.kind != "reference":
            return [(_PARTS[way[1]], each) for text in held if (each := _part(way[1], text))]
        found = [other for text in held if (other := self.row(column, text))]
        return [cell for other in found for cell in self.cells(*other, way[1:])]

    def terms(self, table: Table, row: Row, value: Value) -> list[Iri | Literal]:
        """The terms that a value of a mapping means in a row; none where it needs an empty cell."""
        if isinstance(value, Literal):
            return [value]
        if way := value.lone_cell:
            found = self.cells(table, row, way)
            return [term for cell in found if (term := self._term(*cell))]
        if value.is_iri:
            return list(self.iris(table, row, value))
        text = self.text(table, row, value)
        return [Literal(text)] if text else []

    def text(self, table: Table, row: Row, template: Template) -> str:
        """A template as text, several values of a cell joined by commas."""
        parts = [
            part
            if isinstance(part, str)
            else ", ".join(text for _, text in self.cells(table, row, part))
            for part in template.parts
        ]
        return "".join(parts) if all(parts) else ""

    def iris(self, table: Table, row: Row, template: Template) -> Iterator[Iri]:
        """A template as IRIs, one for each value of a cell that holds several."""
        if way := template.lone_cell:
            for column, text in self.cells(table, row, way):
                yield self._reference(column, text)
            return
        choices = [
            [part]
            if isinstance(part, str)
            else [quote(text, safe="/-._~") for _, text in self.cells(table, row, part)]
            for part in template.parts
        ]
        for chosen in product(*choices):
            yield self._iri("".join(chosen))

    def _term(self, column: Column, text: str) -> Iri | Literal | None:
        if column.kind == "reference":
            return self._reference(column, text)
        if column.kind == "date":
            day = window(text).day
            return Literal.date(day) if day else None
        return Literal(text, _DATATYPES.get(column.kind, XSD + "string"))

    def _reference(self, column: Column, key: str) -> Iri:
        found = self.row(column, key)
        assert found, "references are checked when the tables are read"
        table, row = found
        return next(self.iris(table, row, table.mapping.iri))

    def _iri(self, text: str) -> Iri:
        # Making an IRI checks it, and most are made many times.
        return self._iris.get(text) or self._iris.setdefault(text, Iri(text))

    def _check_references(self, table: Table) -> None:
        columns = table.mapping.columns.items()
        references = [(name, column) for name, column in columns if column.kind == "reference"]
        for row in table.rows.values():
            for name, column in references:
                for key in row.cells[name]:
                    if not self.row(column, key):
                        raise self._unknown(row, name, column, key)

    def _unknown(self, row: Row, name: str, column: Column, key: str) -> InvalidInput:
        known = [each for table in column.tables for each in self.tables[table].rows]
        near = get_close_matches(key, known, n=1)
        where = " or ".join(column.tables)
        return row.invalid(
            f"the column '{name}': no row of {where} has the key '{key}'",
            f"Did you mean '{near[0]}'?" if near else "Add the row, or correct the key.",
        )

    def _check_mapping(self, mapping: TableMapping) -> None:
        for column in mapping.columns.values():
            for name in column.tables:
                if name not in self.tables:
                    reason = f"no mapping reads the table '{name}'"
                    raise InvalidInput(mapping.path, None, reason, "Correct the reference.")
        for way in mapping.cells:
            if not self._leads(mapping, way):
                reason = f"'{{{'.'.join(way)}}}' leads to no cell"
                raise InvalidInput(mapping.path, None, reason, "Correct the name of the column.")

    def _leads(self, mapping: TableMapping, way: Cell) -> bool:
        """Whether a way ends at a cell, in one at least of the tables it leads through."""
        column = mapping.columns.get(way[0])
        if column is None or len(way) == 1:
            return column is not None
        if column.kind != "reference":
            return way[1:] == ("text",) or (column.kind == "date" and way[1:] in _BOUNDS)
        return any(self._leads(self.tables[name].mapping, way[1:]) for name in column.tables)


def _part(name: str, text: str) -> str:
    if name == "text":
        return text
    return window(text).earliest if name == "earliest" else window(text).latest
