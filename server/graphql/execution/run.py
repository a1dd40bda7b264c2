"""The levels of a plan, asked one after the other: rows by parent."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple

from kg.model.terms import Iri
from kg.store.base import Rows, Store
from kg.store.cells import term, text
from server.graphql.execution import computed
from server.graphql.execution.readmodel import ReadModel
from server.graphql.execution.readmodel.lean import Lean, Several, Wanted, wanted
from server.graphql.execution.readmodel.lists import Ranked
from server.graphql.execution.rows import (
    ROOT,
    TWICE,
    Cells,
    Layout,
    Result,
    Row,
    cut,
    iris,
    layout,
    paged,
)
from server.graphql.execution.strategy import Strategy, chunks, query, strategy
from server.graphql.planning.plan import Branch, Computed, Level, Plan
from server.graphql.projection import CONCEPT_CLASS, Projection
from server.graphql.release import Release
from server.graphql.render import total
from server.limits.graphql import TooMuchAsked, check, in_force


class Asked(NamedTuple):
    """A query as it was asked: where it hangs, its text, how many rows it gave, in which time; and
    its strategy: how pages are paged, or `list`, `total` or `computed`."""

    at: str
    sparql: str
    rows: int
    seconds: float = 0.0
    strategy: str = ""


class _Source(NamedTuple):
    """What a computed value is made from."""

    release: Release
    select: Any


@dataclass
class Known:
    """What is the same each time that a plan is run: layouts, and texts without parents."""

    layouts: dict[int, Layout] = field(default_factory=dict)
    texts: dict[tuple[int, bool], str] = field(default_factory=dict)
    wanted: dict[int, tuple[Wanted, ...]] = field(default_factory=dict)
    leans: dict[tuple[int, frozenset[Iri]], tuple[Lean, Known]] = field(default_factory=dict)

    def layout(self, level: Level) -> Layout:
        """The layout of the rows of a level."""
        found = self.layouts.get(level.number)
        if found is None:
            found = self.layouts[level.number] = layout(level)
        return found

    def text(self, level: Level, make: Callable[[], str], *, is_total: bool = False) -> str:
        """The text that `make` makes, once where the level has no parents."""
        if level.source != "class":
            return make()
        found = self.texts.get((level.number, is_total))
        if found is None:
            found = self.texts[level.number, is_total] = make()
        return found

    def may_keep(self, level: Level) -> tuple[Wanted, ...]:
        """What may be kept of a level."""
        found = self.wanted.get(level.number)
        if found is None:
            found = self.wanted[level.number] = tuple(wanted(level.branch))
        return found

    def lean(self, level: Level, kept: frozenset[Iri]) -> tuple[Lean, Known]:
        """The level without what is kept of it, and what is known of that."""
        found = self.leans.get((level.number, kept))
        if found is None:
            some = [each for each in self.may_keep(level) if each.predicate in kept]
            made = Lean.of(level, self.layout(level), some), Known() if kept else self
            found = self.leans[level.number, kept] = made
        return found


class Runner:
    """Asks the levels of a plan; `asked` is every query, in order.

    With a read model, what is kept there is not asked for.
    """

    def __init__(
        self,
        release: Release,
        shown: Projection,
        known: Known | None = None,
        model: ReadModel | None = None,
    ) -> None:
        self._release = release
        self._model = model
        self._known = Known() if known is None else known
        self._store: Store = release.store
        self.shown = shown
        self._kinds: dict[tuple[str, Iterable[str]], str] = {}
        self.asked: list[Asked] = []
        self.results: dict[int, Result] = {}
        self.computed: dict[str, Any] = {}

    def run(self, plan: Plan) -> None:
        """Ask all levels, parents first. The number of queries is `plan.queries`, always."""
        for key, root in plan.roots.items():
            if isinstance(root, Computed):
                source = _Source(self._release, partial(self._select, key))
                try:
                    self.computed[key] = computed.made(root, source)
                except TooMuchAsked as error:
                    self.computed[key] = error
        for level in plan.levels:
            parents = self._parents(level)
            result = Result(level, self._known.layout(level))
            self.results[level.number] = result
            ranked = self._model.rankings.find(self._store, level) if self._model else None
            if level.has_count:
                result.counts = self._totals(level, parents, ranked)
            if level.has_rows:
                result.cells = self._pages(level, parents, result, ranked)

    def _parents(self, level: Level) -> Sequence[Iri]:
        if level.above is None or level.variable is None:
            return level.given
        above, branch = self.results[level.above.number], level.variable
        cell = above.layout.cell(branch)
        found: Iterable[str] = above.distinct(cell)
        if level.only is not None and branch.types:
            found = self._parents_of(above, cell, above.layout.columns[branch.types], level.only)
        terms = [term(each.removeprefix(TWICE)) for each in found]
        return [each for each in terms if isinstance(each, Iri)]

    def _parents_of(
        self, above: Result, cell: int, types: int, only: frozenset[str]
    ) -> Iterable[str]:
        # Anything that may be shown as one of these: to fetch for too many does no harm.
        return dict.fromkeys(
            row[cell]
            for page in above.cells.values()
            for row in page[: above.level.first]
            if self.kind(row[types], row[cell], only) in only
        )

    def typename(self, row: Row, branch: Branch, possible: Iterable[str] = ()) -> str:
        """The object type of what a branch stands for in a row."""
        cell = row.cells[row.layout.cell(branch)].removeprefix(TWICE)
        return self.kind(row.cells[row.layout.columns[branch.types]], cell, tuple(possible))

    def kind(self, types: str, thing: str, possible: Iterable[str]) -> str:
        """The object type of a thing by its cell and that of its types."""
        if thing[1:-1] in self.shown.ontology.concept_by_iri:
            types = f"{types} {CONCEPT_CLASS.nt()}"
        known = self._kinds.get((types, possible))
        if known is None:
            known = self._kinds[types, possible] = self.shown.typename(iris(types), possible)
        return known

    def _pages(
        self, level: Level, parents: Sequence[Iri], result: Result, ranked: Ranked | None
    ) -> dict[str, list[Cells]]:
        may_keep = self._known.may_keep(level)
        if self._model is None or not (may_keep or ranked):
            return self._whole(level, parents, result.counts, self._known)
        columns = self._model.columns
        properties = dict.fromkeys(each.predicate for each in may_keep)
        found = {each: columns.find(self._store, each) for each in properties}
        kept = {each: column for each, column in found.items() if column is not None}
        lean, known = self._known.lean(level, frozenset(kept))
        page = ranked.page(level) if ranked and lean.is_bare else None
        if page is None:
            pages = self._whole(lean.level, parents, result.counts, known)
        else:
            head = result.layout.keys.stop
            pages = {ROOT.nt(): [row[:head] for row in page]} if page else {}
        try:
            pages = lean.whole(pages, kept)
        except Several as several:
            columns.give_up(several.predicate)
            pages, kept = self._whole(level, parents, result.counts, self._known), {}
        rows = sum(map(len, pages.values()))
        columns.paid((each for each in properties if each not in kept), rows)
        return pages

    def _whole(
        self, level: Level, parents: Sequence[Iri], counts: Mapping[str, int], known: Known
    ) -> dict[str, list[Cells]]:
        """The pages as the engine gives them."""
        shape, way = known.layout(level), strategy(self._store, level, counts)
        if way is Strategy.CUT:
            asked = query(self._store, level, parents, way)
            found = self._paged(level, asked, way, shape)
            return cut(found, (level.first or 0) + 1)
        pages: dict[str, list[Cells]] = {}
        for some in chunks(self._store, level, parents, way):
            asked = known.text(level, partial(query, self._store, level, some, way))
            pages |= self._paged(level, asked, way, shape)
        return pages

    def _paged(
        self, level: Level, sparql: str, way: Strategy, shape: Layout
    ) -> dict[str, list[Cells]]:
        is_paged = level.source == "step" and level.first is not None
        return paged(shape, self._cells(level.at, sparql, way.value if is_paged else "list"))

    def _totals(
        self, level: Level, parents: Sequence[Iri], ranked: Ranked | None
    ) -> dict[str, int]:
        if ranked:
            return {ROOT.nt(): len(ranked.rows)}
        lateral = strategy(self._store, level, {}) is Strategy.LATERAL
        make = partial(total, level, parents, lateral=lateral)
        answer = self._cells(level.at, self._known.text(level, make, is_total=True), "total")
        if level.source == "class":
            return {ROOT.nt(): int(text(answer[0][0]) or 0)}
        return {each[0]: int(text(each[1]) or 0) for each in answer if each[0]}

    def _cells(self, at: str, sparql: str, way: str) -> list[Cells]:
        began = time.perf_counter()
        found = self._store.cells(sparql)
        self.asked.append(Asked(at, sparql, len(found), time.perf_counter() - began, way))
        return found

    def _select(self, at: str, sparql: str) -> Rows:
        began = time.perf_counter()
        found = self._store.select(sparql)
        seconds = time.perf_counter() - began
        check("computed", len(found.rows), in_force(), at)
        self.asked.append(Asked(at, sparql, len(found.rows), seconds, "computed"))
        return found
