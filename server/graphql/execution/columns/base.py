"""What columns are, and those of single values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from graphql import GraphQLNonNull, GraphQLObjectType, GraphQLOutputType

from server.graphql.execution.assemble import Trees
from server.graphql.execution.columns import leaves
from server.graphql.execution.columns.leaves import Fault
from server.graphql.execution.complete import TYPENAME, Completer, Fields, Nodes, OnError
from server.graphql.execution.rows import TWICE, Cells, Layout, Row, iris
from server.graphql.execution.run import Runner
from server.graphql.planning.edges import Stated
from server.graphql.planning.plan import Certainty, Coded, Entry, Leaf, Name, Selected, Shape
from server.graphql.release import Release


@dataclass
class Context:
    """What the columns of one answer are made from."""

    runner: Runner
    release: Release
    fields: Fields

    @cached_property
    def trees(self) -> Trees:
        """Makes whatever has no column of its own."""
        return Trees(self.runner, self.release, self.runner.shown)

    def completed(
        self, output: GraphQLOutputType, nodes: Nodes, parent: GraphQLObjectType, found: Any
    ) -> Any:
        """A value of a tree, completed; raises `Fault` for any error in it."""
        try:
            return Completer(self.fields, OnError.HALT).value(output, nodes, parent, found)
        except Exception as error:
            raise Fault from error


Column = Callable[[Context, list[Cells]], list[Any]]
"""Makes a value for each row."""


@dataclass(frozen=True)
class Slot:
    """Where a value goes: the field that is selected of an object type."""

    parent: GraphQLObjectType
    nodes: Nodes
    output: GraphQLOutputType

    @property
    def is_required(self) -> bool:
        """Whether there must be a value."""
        return isinstance(self.output, GraphQLNonNull)

    def checked(self, column: Column) -> Column:
        """The column, which raises `Fault` where a value is missing that must be there."""
        if not self.is_required:
            return column

        def whole(context: Context, rows: list[Cells]) -> list[Any]:
            made = column(context, rows)
            if None in made:
                raise Fault
            return made

        return whole


def constant(value: Any) -> Column:
    """The same for each row."""
    return lambda _, rows: [value] * len(rows)


def objects(columns: Mapping[str, Column]) -> Column:
    """An object for each row, of a column for each response key."""
    blank = dict.fromkeys(columns)  # to copy it is faster than to make each object anew

    def column(context: Context, rows: list[Cells]) -> list[Any]:
        made: list[dict[str, Any]] = [blank.copy() for _ in rows]
        for key, found in columns.items():
            for one, value in zip(made, found(context, rows), strict=True):
                one[key] = value
        return made

    return column


def where(cells: list[bool], found: Column) -> Column:
    """A column with a value where there is one to be made, and null elsewhere."""

    def column(context: Context, rows: list[Cells]) -> list[Any]:
        there = [row for row, is_there in zip(rows, cells, strict=True) if is_there]
        values = iter(found(context, there))
        return [next(values) if is_there else None for is_there in cells]

    return column


def leaf(shape: Leaf, slot: Slot, place: Layout, thing: int) -> Column:
    """A literal or a code of each row."""
    cell = place.columns[shape.var]
    if shape.kind in ("String", "Url"):
        return slot.checked(lambda _, rows: leaves.strings(row[cell] for row in rows))
    if shape.kind == "label":
        return slot.checked(_labels(cell, shape, slot, place, thing))
    read = leaves.reader(shape.kind, slot.output)
    return lambda _, rows: leaves.each([row[cell] for row in rows], read)


def _labels(cell: int, shape: Leaf, slot: Slot, place: Layout, thing: int) -> Column:
    treed = by_tree(shape, slot, place, thing)

    def column(context: Context, rows: list[Cells]) -> list[Any]:
        found = leaves.strings(row[cell] for row in rows)
        if None in found:  # codes have their labels from the ontology
            missing = [each is None for each in found]
            told = where(missing, treed)(context, rows)
            found = [other if one is None else one for one, other in zip(found, told, strict=True)]
        return found

    return column


def name(shape: Name, thing: int) -> Column:
    """The id or the IRI of the thing of each row."""
    if shape.form == "id":
        return lambda _, rows: leaves.ids(row[thing] for row in rows)
    return lambda _, rows: [row[thing][1:-1] for row in rows]


def by_tree(shape: Shape, slot: Slot, place: Layout, thing: int) -> Column:
    """A value of any shape for each row, by way of its tree; once for rows that are alike in it."""
    cells = _depends(shape, place, thing)

    def column(context: Context, rows: list[Cells]) -> list[Any]:
        known: dict[object, Any] = {}
        made: list[Any] = []
        for row in rows:
            key = id(row) if cells is None else tuple(row[each] for each in cells)
            if key not in known:
                [iri] = iris(row[thing])
                found = context.trees.value(shape, Row(row, place), iri)
                known[key] = context.completed(slot.output, slot.nodes, slot.parent, found)
            made.append(known[key])
        return made

    return column


def _depends(shape: Shape, place: Layout, thing: int) -> tuple[int, ...] | None:
    match shape:
        case Coded(var) | Stated(var):
            return (place.columns[var],)
        case Certainty(_, _, bounds):
            return tuple(place.columns[each] for each in bounds)
    return None


def entries_of(selected: Selected, kind: str) -> Mapping[str, Entry]:
    """What is shown of things of an object type, by response key."""
    found = (each for each in selected.entries if each.only is None or kind in each.only)
    return {each.key: each for each in found}


def there(cells: list[str]) -> list[bool]:
    """Which cells have a thing; raises `Fault` where one has two of them."""
    found = [cell[:1] == "<" != cell[1:2] for cell in cells]
    if not all(found) and any(cell[:1] == TWICE for cell in cells):
        raise Fault
    return found


def is_typename(nodes: Nodes) -> bool:
    """Whether what is selected is the name of the type."""
    return nodes[0].name.value == TYPENAME
