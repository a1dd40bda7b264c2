"""The columns of lists: the page of each parent, made from the rows of all pages at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain, islice
from typing import Any, Protocol, cast

from graphql import GraphQLNonNull, GraphQLObjectType, get_named_type

from kg.model.terms import Iri
from kg.store.cells import is_iri
from server.graphql import codes
from server.graphql.execution.columns import leaves
from server.graphql.execution.columns.base import (
    Column,
    Context,
    Slot,
    by_tree,
    constant,
    is_typename,
    objects,
)
from server.graphql.execution.columns.leaves import Fault
from server.graphql.execution.complete import Fields
from server.graphql.execution.rows import Cells, Layout, Result, Row, layout
from server.graphql.planning import cursor
from server.graphql.planning.plan import Level, Page, PagePart, Plain, Selected, Shape


class Columns(Protocol):
    """Makes columns of anything."""

    @property
    def fields(self) -> Fields:
        """What is selected of each type."""

    def things(self, selected: Selected, slot: Slot, place: Layout) -> Column:
        """The things that a branch stands for, each as an object of its type."""

    def shape(self, shape: Shape, slot: Slot, place: Layout, thing: int) -> Column:
        """What is shown of the thing in that cell."""


Pages = Callable[[Context, list[str]], list[Any]]
"""Makes the page of each parent, which is told by its cell."""
_Part = Callable[[Context, Result, Sequence[str]], list[Any]]


def page(shape: Page, slot: Slot, columns: Columns) -> Pages:
    """The page of each parent as an object; parents that are alike share it."""
    connection = cast(GraphQLObjectType, get_named_type(slot.output))
    fields, parts, made = columns.fields, dict(shape.parts), dict[str, _Part]()
    for key, nodes in fields.of(connection, slot.nodes).items():
        if is_typename(nodes):
            made[key] = _same(connection.name)
        else:
            below = Slot(connection, nodes, fields.below(connection, nodes))
            made[key] = _part(shape.level, parts[key], below, columns)

    def pages(context: Context, parents: list[str]) -> list[Any]:
        result = context.runner.results[shape.level.number]
        different = [*dict.fromkeys(parents)]
        values = [each(context, result, different) for each in made.values()]
        found = [dict(zip(made, each, strict=True)) for each in zip(*values, strict=True)]
        if len(different) == len(parents):
            return found or [{} for _ in parents]
        known = dict(zip(different, found or [{} for _ in different], strict=True))
        return [known[each] for each in parents]

    return pages


def _same(value: Any) -> _Part:
    return lambda _, __, parents: [value] * len(parents)


def _part(level: Level, part: PagePart, slot: Slot, columns: Columns) -> _Part:
    if part.kind == "totalCount":
        return lambda _, result, parents: [result.counts.get(each, 0) for each in parents]
    if part.kind == "nodes" and part.selected:
        return _lists(columns.things(part.selected, _item(slot), layout(level)))
    if part.kind == "edges":
        return _lists(_edges(level, part, slot, columns))
    return _treed(level, part, slot)


def _item(slot: Slot) -> Slot:
    """The slot of an item, where the slot is of a list that is never null."""
    assert isinstance(slot.output, GraphQLNonNull)
    return Slot(slot.parent, slot.nodes, slot.output.of_type.of_type)


def _lists(column: Column) -> _Part:
    """The items of each parent's page, all of them made by one column."""

    def lists(context: Context, result: Result, parents: Sequence[str]) -> list[Any]:
        most, cells = result.level.first, result.cells
        pages = [cells.get(each, ())[:most] for each in parents]
        if result.level.is_backward:
            pages = [each[::-1] for each in pages]
        items = iter(column(context, [*chain.from_iterable(pages)]))
        return [[*islice(items, len(each))] for each in pages]

    return lists


def _edges(level: Level, part: PagePart, slot: Slot, columns: Columns) -> Column:
    """The edges, each as an object."""
    edge = cast(GraphQLObjectType, get_named_type(slot.output))
    place, shown = layout(level), {key: what for key, _, what in part.keys}
    made: dict[str, Column] = {}
    for key, nodes in columns.fields.of(edge, slot.nodes).items():
        if is_typename(nodes):
            made[key] = constant(edge.name)
            continue
        below, what = Slot(edge, nodes, columns.fields.below(edge, nodes)), shown[key]
        if what is None:
            made[key] = _cursors(level)
        elif isinstance(what, Selected):
            made[key] = columns.things(what, below, place)
        else:
            made[key] = columns.shape(what, below, place, place.node)
    return objects(made)


def _cursors(level: Level) -> Column:
    place = layout(level)

    def column(context: Context, rows: list[Cells]) -> list[Any]:
        found = (Row(each, place) for each in rows)
        name = context.release.name
        return [cursor.encode(name, level, each.keys, each.thing) for each in found]

    return column


def _treed(level: Level, part: PagePart, slot: Slot) -> _Part:
    """A part of each page by way of its tree."""
    place = layout(level)

    def made(context: Context, result: Result, parents: Sequence[str]) -> list[Any]:
        pages = ([Row(row, place) for row in result.cells.get(each, ())] for each in parents)
        return [
            context.completed(
                slot.output, slot.nodes, slot.parent, context.trees.part(part, level, rows)
            )
            for rows in pages
        ]

    return made


def plain(shape: Plain, slot: Slot, place: Layout, thing: int) -> Column:
    """A list of literals or codes of each row's thing."""
    treed, lists = by_tree(shape, slot, place, thing), _lists(_values(shape, _item(slot)))

    def column(context: Context, rows: list[Cells]) -> list[Any]:
        parents = [row[thing] for row in rows]
        concepts = context.runner.shown.ontology.concept_by_iri
        if shape.kind == "name" and any(each[1:-1] in concepts for each in parents):
            return treed(context, rows)  # the ontology knows codes better than the graph
        return lists(context, context.runner.results[shape.level.number], parents)

    return column


def _values(shape: Plain, item: Slot) -> Column:
    node = layout(shape.level).node
    read = leaves.reader(shape.kind, item.output)
    if shape.coded is None:
        return lambda _, rows: leaves.each([row[node] for row in rows], read)
    parts = shape.coded.parts

    def codes_of(context: Context, rows: list[Cells]) -> list[Any]:
        def code(cell: str) -> Any:
            if not is_iri(cell):
                raise Fault
            found = codes.concept(context.runner.shown, Iri(cell[1:-1]), parts)
            return context.completed(item.output, item.nodes, item.parent, found)

        return leaves.each([row[node] for row in rows], code)

    return codes_of
