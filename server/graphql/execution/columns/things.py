"""The columns of an operation: made once for a plan, then filled from the rows of each answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import chain
from typing import Any, cast

from graphql import GraphQLObjectType

from server.graphql.execution.columns.base import (
    Column,
    Context,
    Slot,
    by_tree,
    constant,
    entries_of,
    is_typename,
    leaf,
    name,
    objects,
    there,
    where,
)
from server.graphql.execution.columns.leaves import Fault
from server.graphql.execution.columns.pages import page, plain
from server.graphql.execution.complete import Fields, Nodes
from server.graphql.execution.rows import ROOT, Cells, Layout, iris, layout
from server.graphql.planning.edges import Within
from server.graphql.planning.plan import (
    First,
    Leaf,
    Name,
    Page,
    Plain,
    Plan,
    Root,
    Selected,
    Shape,
    Single,
)
from server.graphql.projection import CONCEPT_CLASS, Projection


class Response:
    """The columns of a plan; `data` raises `Fault` where the answer has any error."""

    def __init__(
        self, plan: Plan, selected: Mapping[str, Nodes], fields: Fields, shown: Projection
    ) -> None:
        self.fields = fields
        self._shown = shown
        query = cast(GraphQLObjectType, fields.schema.query_type)
        self._roots: dict[str, Callable[[Context], Any]] = {}
        for key, nodes in selected.items():
            if is_typename(nodes):
                self._roots[key] = lambda _, told=query.name: told  # type: ignore[misc]
            elif key in plan.roots:
                slot = Slot(query, nodes, fields.below(query, nodes))
                self._roots[key] = self._root(key, plan.roots[key], slot)

    def data(self, context: Context) -> dict[str, Any]:
        """The values of the root fields, but for those that tell of the schema."""
        return {key: made(context) for key, made in self._roots.items()}

    def _root(self, key: str, root: Root, slot: Slot) -> Callable[[Context], Any]:
        match root:
            case Page():
                pages = page(root, slot, self)
                return lambda context: pages(context, [ROOT.nt()])[0]
            case First():
                return self._first(root, slot)
        return lambda context: context.completed(
            slot.output, slot.nodes, slot.parent, context.trees.root(key, root)
        )

    def _first(self, root: First, slot: Slot) -> Callable[[Context], Any]:
        column = self.things(root.selected, slot, layout(root.level))

        def made(context: Context) -> Any:
            rows = [*chain(*context.runner.results[root.level.number].cells.values())]
            if len(rows) > 1:
                raise Fault
            return column(context, rows)[0] if rows else None

        return made

    def things(self, selected: Selected, slot: Slot, place: Layout) -> Column:
        """The things that a branch stands for, each as an object of its type."""
        cell = place.cell(selected.branch)
        made = self._of_kinds(selected, slot, place, cell)

        def column(context: Context, rows: list[Cells]) -> list[Any]:
            found = there([row[cell] for row in rows])
            return made(context, rows) if all(found) else where(found, made)(context, rows)

        return slot.checked(column)

    def _of_kinds(self, selected: Selected, slot: Slot, place: Layout, cell: int) -> Column:
        makers: dict[str, Column] = {}

        def maker(kind: str) -> Column:
            if kind not in makers:
                makers[kind] = self._objects(selected, kind, slot, place, cell)
            return makers[kind]

        if len(selected.possible) == 1:
            return maker(selected.possible[0])
        kinds_of = self._kinds(selected, place, cell)

        def column(context: Context, rows: list[Cells]) -> list[Any]:
            kinds = kinds_of(context, rows)
            different = dict.fromkeys(kinds)
            if len(different) == 1:
                return maker(kinds[0])(context, rows)
            made: dict[str, Any] = {}
            for kind in different:
                some = [row for row, one in zip(rows, kinds, strict=True) if one == kind]
                made[kind] = iter(maker(kind)(context, some))
            return [next(made[kind]) for kind in kinds]

        return column

    def _kinds(self, selected: Selected, place: Layout, cell: int) -> Column:
        types, possible = place.columns[selected.branch.types], selected.possible
        concepts = self._shown.ontology.concept_by_iri if "Concept" in possible else {}
        known: dict[tuple[str, bool], str] = {}

        def kind(held: str, is_code: bool) -> str:
            also = [CONCEPT_CLASS] if is_code else []
            found = self._shown.typename([*iris(held), *also], possible)
            if found not in possible:
                raise Fault
            known[held, is_code] = found
            return found

        def column(_: Context, rows: list[Cells]) -> list[Any]:
            keys = [(row[types], row[cell][1:-1] in concepts) for row in rows]
            return [known.get(key) or kind(*key) for key in keys]

        return column

    def _objects(
        self, selected: Selected, kind: str, slot: Slot, place: Layout, cell: int
    ) -> Column:
        entries = entries_of(selected, kind)
        return self._object(kind, slot, place, cell, {key: entries[key].shape for key in entries})

    def _object(
        self, kind: str, slot: Slot, place: Layout, cell: int, shapes: Mapping[str, Shape]
    ) -> Column:
        parent, columns = self.fields.named(kind), dict[str, Column]()
        for key, nodes in self.fields.of(parent, slot.nodes).items():
            if is_typename(nodes):
                columns[key] = constant(kind)
                continue
            below = Slot(parent, nodes, self.fields.below(parent, nodes))
            found = shapes.get(key)
            columns[key] = (
                self.shape(found, below, place, cell) if found else below.checked(constant(None))
            )
        return objects(columns)

    def shape(self, shape: Shape, slot: Slot, place: Layout, thing: int) -> Column:
        """What is shown of the thing in that cell."""
        match shape:
            case Leaf():
                return leaf(shape, slot, place, thing)
            case Name():
                return name(shape, thing)
            case Single(selected):
                return self.things(selected, slot, place)
            case Page():
                pages = page(shape, slot, self)
                return lambda context, rows: pages(context, [row[thing] for row in rows])
            case Plain():
                return plain(shape, slot, place, thing)
            case Within(kind, parts):
                return self._object(kind, slot, place, thing, dict(parts))
        return by_tree(shape, slot, place, thing)
