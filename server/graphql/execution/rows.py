"""What a level gave: rows of cells by parent, as the store wrote them.

A cell is a term as `kg.store.cells` has it. The response is made from cells by their numbers; `Row`
shows one row with its terms by variable, for whatever is not worth that.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, NamedTuple

from kg.model.terms import Iri, Term
from kg.store.cells import term
from server.graphql.planning.plan import BY_PARENT, Branch, Level
from server.graphql.render import columns

ROOT: Final = Iri("urn:coterminous:root")
"""Stands for the parent of what has none."""
TWICE: Final = "!"
"""Begins a cell that should have one value and has more; the first of them stands behind it."""

Cells = list[str]


class Layout(NamedTuple):
    """Which cell of a row is what: the parent if there are several, the thing, the keys of the
    order, the variables of the branch by name, and which of these are types."""

    parent: int | None
    node: int
    keys: range
    columns: Mapping[str, int]
    types: frozenset[int]

    def cell(self, branch: Branch) -> int:
        """The cell of the thing that a branch stands for."""
        return self.node if branch.var == "n" else self.columns[branch.var]


def layout(level: Level) -> Layout:
    """The layout of the rows of a level."""
    has_parent = level.source in BY_PARENT
    node = 1 if has_parent else 0
    start = node + 1 + (len(level.order) if level.has_keys else 0)
    found = {name: start + number for number, name in enumerate(columns(level.branch))}
    return Layout(
        0 if has_parent or level.source == "parent" else None,
        node,
        range(node + 1, start),
        found,
        frozenset(found[each] for each in type_variables(level.branch)),
    )


def type_variables(branch: Branch) -> list[str]:
    """The variables of a branch, and of those on it, that hold types, or other IRIs of a kind."""
    own = [each for each in (branch.types, branch.stated) if each]
    return own + [name for each in branch.branches.values() for name in type_variables(each)]


def paged(shape: Layout, answer: Sequence[Cells]) -> dict[str, list[Cells]]:
    """The rows by parent, in their order; several rows of one thing become one.

    Its types are then all in one cell, and where other cells differ it is marked with `TWICE`.
    """
    parent, node = shape.parent, shape.node
    root = ROOT.nt()
    if parent is None and len({row[node] for row in answer}) == len(answer):
        return {root: [*answer]} if answer else {}
    pages: dict[str, dict[str, Cells]] = {}
    for row in answer:
        above = root if parent is None else row[parent]
        page = pages.get(above)
        if page is None:
            page = pages[above] = {}
        first = page.setdefault(row[node], row)
        if first is not row:
            _merge(shape, first, row)
    return {above: list(page.values()) for above, page in pages.items()}


def _merge(shape: Layout, first: Cells, other: Cells) -> None:
    for cell in shape.columns.values():
        held, found = first[cell], other[cell]
        if held == found:
            continue
        if cell in shape.types:
            if found not in held.split(" "):
                first[cell] = f"{held} {found}"
        elif held[:1] != TWICE:
            first[cell] = TWICE + held


def cut(pages: dict[str, list[Cells]], most: int) -> dict[str, list[Cells]]:
    """The pages, each with so many rows at most."""
    return {above: rows[:most] for above, rows in pages.items()}


@dataclass
class Row:
    """A thing in a list: its terms by variable, all of its types, and what it has twice."""

    cells: Cells
    layout: Layout

    @property
    def node(self) -> Term:
        """The thing."""
        found = term(self.cells[self.layout.node])
        assert found is not None
        return found

    @property
    def thing(self) -> Iri:
        """The thing's IRI, of a thing that has one."""
        return Iri(str(self.node))

    @property
    def keys(self) -> tuple[Term | None, ...]:
        """The values of the order's keys."""
        return tuple(term(self.cells[each]) for each in self.layout.keys)

    @cached_property
    def terms(self) -> Mapping[str, Term | None]:
        """The terms of the branch by variable; of several the first, of types too."""
        found = self.layout.columns.items()
        return {
            name: term(self.cells[cell].removeprefix(TWICE).partition(" <")[0])
            if cell in self.layout.types
            else term(self.cells[cell].removeprefix(TWICE))
            for name, cell in found
        }

    @cached_property
    def types(self) -> Mapping[str, set[Iri]]:
        """All types by variable."""
        return {
            name: set(iris(self.cells[cell]))
            for name, cell in self.layout.columns.items()
            if cell in self.layout.types
        }

    @cached_property
    def twice(self) -> set[str]:
        """The variables that should have one value and have more."""
        found = self.layout.columns.items()
        return {name for name, cell in found if self.cells[cell][:1] == TWICE}

    def iri(self, branch: Branch) -> Iri | None:
        """The thing that a branch stands for in this row."""
        found = self.node if branch.var == "n" else self.terms.get(branch.var)
        return found if isinstance(found, Iri) else None


def iris(cell: str) -> list[Iri]:
    """The IRIs of a cell that may have several.

    >>> iris("<urn:x> <urn:y>"), iris("")
    (['urn:x', 'urn:y'], [])
    """
    found = [term(each) for each in cell.split(" ") if each]
    return [each for each in found if isinstance(each, Iri)]


@dataclass
class Result:
    """What a level gave: rows and totals by the cell of the parent.

    A page has one row more than was asked for where there are more.
    """

    level: Level
    layout: Layout
    cells: Mapping[str, list[Cells]] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def pages(self) -> Mapping[Iri, list[Row]]:
        """The rows by parent."""
        found = self.cells.items()
        return {_iri(above): [Row(each, self.layout) for each in rows] for above, rows in found}

    @cached_property
    def totals(self) -> Mapping[Iri, int]:
        """The totals by parent."""
        return {_iri(above): number for above, number in self.counts.items()}

    def distinct(self, cell: int) -> Collection[str]:
        """The different contents of a cell in all rows that are shown, in their order."""
        most = self.level.first
        return dict.fromkeys(row[cell] for page in self.cells.values() for row in page[:most])


def _iri(cell: str) -> Iri:
    found = term(cell)
    assert isinstance(found, Iri)
    return found
