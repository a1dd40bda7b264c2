"""A level without what is kept: the engine is asked for the rest, and the rows are filled up.

What may be kept of a level are the values of plain properties, followed forward in the default
graph, and the types, of its things and of the single objects on them. Rows that are filled up are
the same, cell for cell, as those of the whole level.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice, repeat
from typing import NamedTuple

from kg.model.names import RDF_TYPE
from kg.model.terms import Iri
from server.graphql.execution.readmodel.columns import Column
from server.graphql.execution.rows import TWICE, Cells, Layout, layout
from server.graphql.planning.conditions import ANYTHING, Step
from server.graphql.planning.plan import Branch, Level


class Several(Exception):
    """Several values where one is kept at most; which of them comes first, only the engine says."""

    def __init__(self, predicate: Iri) -> None:
        super().__init__(predicate)
        self.predicate = predicate


class Wanted(NamedTuple):
    """A variable of a level that may be kept: its property, and the variable of the subject."""

    name: str
    predicate: Iri
    subject: str


def wanted(branch: Branch) -> Iterator[Wanted]:
    """What may be kept of a branch, subjects first."""
    for step, name in branch.columns.items():
        if _is_plain(step):
            yield Wanted(name, step.predicate, branch.var)
    if branch.types:
        yield Wanted(branch.types, RDF_TYPE, branch.var)
    for (step, group), inner in branch.branches.items():
        if _is_plain(step) and group == ANYTHING:
            yield Wanted(inner.var, step.predicate, branch.var)
        yield from wanted(inner)


def _is_plain(step: Step) -> bool:
    return type(step) is Step and not step.inverse


def _without(branch: Branch, kept: frozenset[str]) -> Branch:
    """What the engine is asked for of a branch."""
    branches = {key: (each, _without(each, kept)) for key, each in branch.branches.items()}
    return replace(
        branch,
        columns={step: name for step, name in branch.columns.items() if name not in kept},
        types="" if branch.types in kept else branch.types,
        branches={
            key: less
            for key, (inner, less) in branches.items()
            if inner.var not in kept or less != Branch(inner.var)
        },
    )


@dataclass(frozen=True)
class Lean:
    """A level without what is kept of it.

    `taken` are the cells of its rows by their place in a whole row, and `filled` the places that
    are filled up: each with its property and the place of the subject.
    """

    level: Level
    taken: Mapping[int, int]
    filled: Mapping[int, tuple[Iri, int]]
    node: int
    width: int

    @classmethod
    def of(cls, level: Level, whole: Layout, kept: Sequence[Wanted]) -> Lean:
        """The level without these variables, except for what others hang on."""
        less = replace(level, branch=_without(level.branch, frozenset(one.name for one in kept)))
        place = layout(less)
        subjects = {"n": whole.node, **whole.columns}
        head = whole.keys.stop
        return cls(
            less,
            {each: each for each in range(head)}
            | {whole.columns[name]: cell for name, cell in place.columns.items()},
            {
                whole.columns[name]: (predicate, subjects[subject])
                for name, predicate, subject in kept
                if name not in place.columns
            },
            whole.node,
            head + len(whole.columns),
        )

    @property
    def is_bare(self) -> bool:
        """Whether the engine is asked for nothing but which things there are."""
        return self.level.branch == Branch("n")

    def whole(
        self, pages: Mapping[str, list[Cells]], columns: Mapping[Iri, Column]
    ) -> dict[str, list[Cells]]:
        """The pages with their rows filled up; raises `Several` where there is more than one value
        for a cell."""
        if not self.filled:
            return {**pages}
        rows = iter(self._rows([*chain.from_iterable(pages.values())], columns))
        return {above: [*islice(rows, len(page))] for above, page in pages.items()}

    def _rows(self, rows: Sequence[Cells], columns: Mapping[Iri, Column]) -> list[Cells]:
        made: dict[int, Sequence[str]] = {
            each: [row[cell] for row in rows] for each, cell in self.taken.items()
        }
        for each, (predicate, subject) in self.filled.items():
            column, subjects = columns[predicate], made[subject]
            is_sure = subject == self.node or subject in self.filled
            if not (is_sure or all(each[:1] != TWICE for each in subjects)):
                raise Several(predicate)
            if column.several and not column.several.isdisjoint(subjects):
                raise Several(predicate)
            made[each] = [*map(column.values.get, subjects, repeat(""))]
        return [[*row] for row in zip(*(made[each] for each in range(self.width)), strict=True)]
