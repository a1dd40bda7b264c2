"""The levels of a plan, asked one after the other: rows by parent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.model.terms import Iri, Literal, Term
from kg.search.find import Hit
from server.graphql.plan import Branch, Found, Level, Plan
from server.graphql.projection import CONCEPT_CLASS, Projection
from server.graphql.release import Release
from server.graphql.render import columns, rows, total

ROOT = Iri("urn:coterminous:root")
"""Stands for the parent of what has none."""


class Asked(NamedTuple):
    """A query as it was asked: where it hangs, its text, and how many rows it gave."""

    at: str
    sparql: str
    rows: int


@dataclass
class Row:
    """A thing in a list: its keys in the order, and the terms of its branch by variable.

    `types` has all types by variable; `twice` names variables that should have one value and
    have more.
    """

    node: Term
    keys: tuple[Term | None, ...]
    terms: dict[str, Term | None]
    types: dict[str, set[Iri]] = field(default_factory=dict)
    twice: set[str] = field(default_factory=set)

    def iri(self, branch: Branch) -> Iri | None:
        """The thing that a branch stands for in this row."""
        found = self.node if branch.var == "n" else self.terms.get(branch.var)
        return found if isinstance(found, Iri) else None


@dataclass
class Result:
    """What a level gave: pages by parent, one row more than asked for where there is more."""

    pages: Mapping[Iri, list[Row]]
    totals: Mapping[Iri, int]


class Runner:
    """Asks the levels of a plan; `asked` is every query, in order."""

    def __init__(self, release: Release, shown: Projection) -> None:
        self._release = release
        self._store = store = release.store
        self._shown = shown
        self._lateral = bool(getattr(store, "lateral", False))
        self.asked: list[Asked] = []
        self.results: dict[int, Result] = {}
        self.hits: dict[str, Sequence[Hit]] = {}

    def run(self, plan: Plan) -> None:
        """Ask all levels, parents first. The number of queries is `plan.queries`, always."""
        for key, root in plan.roots.items():
            if isinstance(root, Found):
                self.hits[key] = self._release.search.find(
                    root.text, first=root.first, kind=root.kind
                )
                if root.level:
                    root.level.given = tuple(dict.fromkeys(hit.iri for hit in self.hits[key]))
        for level in plan.levels:
            parents = self._parents(level)
            pages = self._pages(level, parents) if level.has_rows else {}
            totals = self._totals(level, parents) if level.has_count else {}
            self.results[level.number] = Result(pages, totals)

    def _parents(self, level: Level) -> Sequence[Iri]:
        if level.above is None or level.variable is None:
            return level.given
        above, branch, only = level.above, level.variable, level.only
        found: dict[Iri, None] = {}
        for page in self.results[above.number].pages.values():
            for row in page[: above.first]:
                iri = row.iri(branch)
                if iri is not None and (only is None or self.typename(row, branch) in only):
                    found[iri] = None
        return list(found)

    def typename(self, row: Row, branch: Branch, possible: Iterable[str] = ()) -> str:
        """The object type of what a branch stands for in a row."""
        types = row.types.get(branch.types, set())
        if row.iri(branch) in self._shown.ontology.concept_by_iri:
            types = types | {CONCEPT_CLASS}
        return self._shown.typename(types, possible)

    def _pages(self, level: Level, parents: Sequence[Iri]) -> dict[Iri, list[Row]]:
        answer = self._ask(level, rows(level, parents, lateral=self._lateral))
        pages: dict[Iri, dict[Term, Row]] = {}
        names = columns(level.branch)
        types = _type_variables(level.branch)
        has_parent = level.source in ("step", "types", "graphs")
        start = (2 if has_parent else 1) + len(level.order)
        for each in answer:
            parent = each[0] if has_parent else (each[0] if level.source == "parent" else ROOT)
            node = each[1] if has_parent else each[0]
            assert isinstance(parent, Iri)
            assert node is not None
            page = pages.setdefault(parent, {})
            terms = dict(zip(names, each[start:], strict=True))
            row = page.get(node)
            if row is None:
                row = page[node] = Row(node, tuple(each[start - len(level.order) : start]), terms)
            else:
                row.twice |= {name for name in names if terms[name] != row.terms[name]}
            for name in types:
                held = terms[name]
                if isinstance(held, Iri):
                    row.types.setdefault(name, set()).add(held)
        return {parent: list(page.values()) for parent, page in pages.items()}

    def _totals(self, level: Level, parents: Sequence[Iri]) -> dict[Iri, int]:
        answer = self._ask(level, total(level, parents, lateral=self._lateral))
        if level.source == "class":
            return {ROOT: _number(answer[0][0])}
        return {each[0]: _number(each[1]) for each in answer if isinstance(each[0], Iri)}

    def _ask(self, level: Level, sparql: str) -> list[tuple[Term | None, ...]]:
        found = self._store.select(sparql).rows
        self.asked.append(Asked(level.at, sparql, len(found)))
        return found


def _type_variables(branch: Branch) -> list[str]:
    own = [branch.types] if branch.types else []
    return own + [name for each in branch.branches.values() for name in _type_variables(each)]


def _number(term: Term | None) -> int:
    assert isinstance(term, Literal)
    return int(term.text)
