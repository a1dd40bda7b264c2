"""Rows into the tree of the response: by response key, as graphql-core will read it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from kg.errors import KgError
from kg.model.terms import Iri, Literal, Term
from server.graphql import codes
from server.graphql.execution import computed
from server.graphql.execution.rows import ROOT, Row
from server.graphql.execution.run import Runner
from server.graphql.identity import short
from server.graphql.interval import Bounds, holding
from server.graphql.planning import cursor
from server.graphql.planning.plan import (
    Certainty,
    Coded,
    Computed,
    ConceptPart,
    Fetched,
    First,
    Leaf,
    Level,
    Name,
    Page,
    PagePart,
    Plain,
    Plan,
    Ready,
    Root,
    Selected,
    Shape,
    Single,
    Told,
)
from server.graphql.projection import Projection
from server.graphql.release import Release

Tree = dict[str, Any]


class MoreThanOne(KgError):
    """Several values or things where there should be one."""

    code = "more-than-one"


class BadValue(KgError):
    """A literal that is not of its datatype."""

    code = "bad-value"


def assemble(plan: Plan, runner: Runner, release: Release, shown: Projection) -> Tree:
    """The tree: a value by response key; an error stands where its value would."""
    trees = Trees(runner, release, shown)
    return {key: trees.root(key, root) for key, root in plan.roots.items()}


class Trees:
    """Makes the tree of one answer, or of a part of it."""

    def __init__(self, runner: Runner, release: Release, shown: Projection) -> None:
        self._runner = runner
        self._release = release
        self._shown = shown

    def root(self, key: str, root: Root) -> Any:
        """What stands under a response key of the root."""
        match root:
            case Ready(value):
                return value
            case Page():
                return self._page(root, ROOT)
            case First():
                return self._first(root)
            case Computed():
                return computed.shaped(root, self._runner.computed[key], self._fetched)

    def _first(self, root: First) -> Any:
        pages = self._runner.results[root.level.number].pages
        rows = [row for page in pages.values() for row in page]
        if len(rows) > 1:
            error = MoreThanOne(f"There is more than one {root.what}.")
            some = ", ".join(short(str(row.node)) for row in rows)
            error.hint = (
                f"Among them are {some}: name one by `id`, add `asOf`, or ask for the list."
            )
            return error
        return self._object(root.selected, rows[0]) if rows else None

    def _fetched(self, shape: Fetched, thing: Iri) -> Any:
        rows = self._runner.results[shape.level.number].pages.get(thing)
        return self._object(shape.selected, rows[0]) if rows else None

    def _object(self, selected: Selected, row: Row) -> Any:
        branch = selected.branch
        iri = row.iri(branch)
        if iri is None:
            return None
        if branch.var in row.twice:
            return _twice()
        kind = selected.possible[0]
        if len(selected.possible) > 1:
            kind = self._runner.typename(row, branch, selected.possible)
        tree: Tree = {"__typename": kind}
        for entry in selected.entries:
            if entry.only is None or kind in entry.only:
                tree[entry.key] = self.value(entry.shape, row, iri)
        return tree

    def value(self, shape: Shape, row: Row, iri: Iri) -> Any:
        """What is shown of a thing in a row."""
        match shape:
            case Leaf():
                return self._leaf(shape, row, iri)
            case Name(form):
                return short(iri) if form == "id" else iri
            case Single(selected):
                return self._object(selected, row)
            case Page() | Plain():
                return self._list(shape, iri)
            case Certainty(day, months, bounds):
                return _certainty(row, day, months, bounds)
            case Coded() | ConceptPart():
                return self._code(shape, row, iri)
            case Told():
                return shape.tell(self, row, iri)

    def _list(self, shape: Page | Plain, iri: Iri) -> Any:
        return self._page(shape, iri) if isinstance(shape, Page) else self._plain(shape, iri)

    def term(self, row: Row, var: str) -> Any:
        """The term of a variable, or the error that there is more than one."""
        return _twice() if var in row.twice else row.terms[var]

    def found(self, level: Level, iri: Iri) -> list[Row]:
        """The rows of a level below a thing."""
        return self._runner.results[level.number].pages.get(iri, [])

    def _code(self, shape: Coded | ConceptPart, row: Row, iri: Iri) -> Any:
        if isinstance(shape, ConceptPart):
            return codes.part(self._shown, iri, shape.part)
        if shape.var in row.twice:
            return _twice()
        code = row.terms[shape.var]
        return codes.concept(self._shown, code, shape.parts) if isinstance(code, Iri) else None

    def _leaf(self, shape: Leaf, row: Row, iri: Iri) -> Any:
        if shape.var in row.twice:
            return _twice()
        term = row.terms[shape.var]
        if term is None and shape.kind == "label":
            return codes.part(self._shown, iri, "label")
        return None if term is None else value(term, shape.kind)

    def _plain(self, shape: Plain, parent: Iri) -> list[Any]:
        rows = self._runner.results[shape.level.number].pages.get(parent, [])
        if shape.kind == "name" and parent in self._shown.ontology.concept_by_iri:
            name = "type" if shape.level.source == "types" else "graphs"
            return list(codes.part(self._shown, parent, name))
        if shape.coded:
            parts = shape.coded.parts
            return [
                codes.concept(self._shown, row.node, parts)
                for row in rows
                if isinstance(row.node, Iri)
            ]
        return [value(row.node, shape.kind) for row in rows]

    def _page(self, shape: Page, parent: Iri) -> Tree:
        level = shape.level
        result = self._runner.results[level.number]
        rows = result.pages.get(parent, [])
        return {
            key: result.totals.get(parent, 0)
            if part.kind == "totalCount"
            else self.part(part, level, rows)
            for key, part in shape.parts
        }

    def part(self, part: PagePart, level: Level, rows: Sequence[Row]) -> Any:
        """A part of a page other than its total; one row too many says that there are more."""
        shown = list(rows[: level.first])
        is_more, is_behind = len(rows) > len(shown), level.after is not None
        if level.is_backward:
            shown, is_more, is_behind = shown[::-1], is_behind, is_more
        if part.selected:
            return [self._listed(part.selected, row) for row in shown]
        if part.kind == "edges":
            return [self._edge(part, level, row) for row in shown]
        info = {
            "hasNextPage": is_more,
            "hasPreviousPage": is_behind,
            "startCursor": self._cursor(level, shown[0]) if shown else None,
            "endCursor": self._cursor(level, shown[-1]) if shown else None,
        }
        return {key: info[name] for key, name, _ in part.keys}

    def _listed(self, selected: Selected, row: Row) -> Any:
        found = self._object(selected, row)
        return BadValue(f"{row.node.nt()} is not a thing.") if found is None else found

    def _edge(self, part: PagePart, level: Level, row: Row) -> Tree:
        tree: Tree = {}
        for key, _, shown in part.keys:
            if shown is None:
                tree[key] = self._cursor(level, row)
            elif isinstance(shown, Selected):
                tree[key] = self._listed(shown, row)
            else:
                tree[key] = self.value(shown, row, row.thing)
        return tree

    def _cursor(self, level: Level, row: Row) -> str:
        return cursor.encode(self._release.name, level, row.keys, Iri(str(row.node)))


def value(term: Term, kind: str) -> Any:
    """A term as a value of that scalar, or the error that it cannot be one."""
    if not isinstance(term, Literal):
        return short(term) if kind == "name" else str(term)
    try:
        if kind == "Int":
            return _whole(term.text)
        if kind == "Decimal":
            return plain(Decimal(term.text))
    except (ValueError, InvalidOperation):
        return BadValue(f"'{term.text}' is not a value of {kind}.")
    if kind == "Boolean":
        return term.text in ("true", "1")
    return term.text


def _whole(text: str) -> int | BadValue:
    number = int(text)
    if not -(2**31) <= number < 2**31:
        return BadValue(f"'{text}' is more than an Int can be.")
    return number


def plain(number: Decimal) -> str:
    """A number without exponent and without zeros that say nothing.

    >>> plain(Decimal("740000")), plain(Decimal("0.250"))
    ('740000', '0.25')
    """
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _certainty(
    row: Row, day: str | None, months: int, variables: tuple[str, str, str, str]
) -> str | None:
    if day is None:
        return None
    found = [row.terms[each] for each in variables]
    bounds = Bounds(*(each.text if isinstance(each, Literal) else None for each in found))
    return holding(bounds, day, months)


def _twice() -> MoreThanOne:
    return MoreThanOne("The graph has more than one value here, where one is meant.")
