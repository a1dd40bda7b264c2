"""What a plan costs, told before anything is asked: its queries, its conditions, its rows at most.

A page gives the things that were asked for and one more, for each parent; a list that has no pages
gives what the widest thing of the release has (`kg.analysis.fanout`). Each of them is as many rows
as its types, and as its values where there are several of what should have one.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import prod
from typing import Final, NamedTuple

from kg.analysis.fanout import Fanout
from kg.model.names import RDF_TYPE, cot
from server.graphql.execution.strategy import FEW, has_few
from server.graphql.planning.conditions import (
    All,
    AnyOf,
    Condition,
    Group,
    Is,
    Not,
    Same,
    Some,
    Step,
    Value,
    Way,
)
from server.graphql.planning.plan import Branch, Computed, Level, Plan
from server.graphql.release import Release
from server.limits.graphql import Limits, check

WORDS: Final = 5
"""How many words a fact has at most, beside the graphs that state it (`render.groups`)."""


class Price(NamedTuple):
    """How many SPARQL queries, how many conditions in filters, and how many rows at most.

    The rows are nothing where the release does not tell how wide it is.
    """

    queries: int
    conditions: int
    rows: int | None


def priced(plan: Plan, release: Release, limits: Limits) -> Price:
    """What a plan costs on a release; raises `TooMuchAsked` where that is more than is allowed."""
    conditions = sum(_conditions(each) for each in _groups(plan))
    check("conditions", conditions, limits)
    check("queries", plan.queries, limits)
    fanout = getattr(release, "fanout", None)
    rows = None
    if isinstance(fanout, Fanout):
        rows = Rows(fanout, limits, release.store).of(plan)
        check("rows", rows, limits)
    return Price(plan.queries, conditions, rows)


class Rows:
    """The most rows that queries give, by how wide the graph is."""

    def __init__(self, fanout: Fanout, limits: Limits, store: object) -> None:
        self._fanout = fanout
        self._limits = limits
        self._store = store
        self._shown: dict[int, int] = {}
        self._given = limits.computed

    def of(self, plan: Plan) -> int:
        """The most rows that all queries of a plan give together."""
        computed = [each.queries for each in plan.roots.values() if isinstance(each, Computed)]
        self._given = self._limits.computed * max([1, *computed])
        own = self._limits.computed * sum(computed)
        return own + sum(self.level(each) for each in plan.levels)

    def level(self, level: Level) -> int:
        """The most rows that the queries of a level give; those above it come first."""
        parents = self._parents(level)
        self._shown[level.number] = self._things(level, parents, level.first)
        total = (1 if level.source == "class" else parents) if level.has_count else 0
        return total + (self._fetched(level, parents) if level.has_rows else 0)

    def _fetched(self, level: Level, parents: int) -> int:
        more = None if level.first is None else level.first + 1
        things = self._things(level, parents, more)
        # A thing with two keys stands twice in its page: two texts of one language may be alike.
        keys = prod(self._step(key.step) for key in level.order if key.step)
        if level.order and more:
            things = min(things * keys, parents * more)
        if more and level.source == "step" and not getattr(self._store, "lateral", False):
            things = max(things, self._whole(level, parents) * keys)
        return things * self._wide(level.branch)

    def _whole(self, level: Level, parents: int) -> int:
        """The most things that are fetched where the pages are cut from whole lists."""
        if has_few(self._store, level):
            return self._things(level, parents, None)
        return min(self._things(level, parents, None), FEW) if level.has_count else 0

    def _parents(self, level: Level) -> int:
        if level.source == "class":
            return 1
        if level.above is not None:
            return self._shown[level.above.number]
        # What a computed value will lead to is not known yet, but its rows are limited.
        return level.most or len(level.given) or self._given

    def _things(self, level: Level, parents: int, page: int | None) -> int:
        """The most things of all parents, counting a page of each at most."""
        if level.source == "fact":
            return parents * (WORDS + self._fanout.named)
        if level.step:
            return self._led(level.step, parents, page)
        if level.source == "class":
            found = self._members(level.group)
            return found if page is None else min(found, page)
        each = {"types": self._fanout.along(RDF_TYPE), "graphs": self._graphs()}
        return parents * each.get(level.source, 1)

    def _led(self, step: Step, parents: int, page: int | None) -> int:
        if isinstance(step, Way):
            found = parents * self._step(step, 0)
            return found if page is None else min(found, parents * page)
        return self._fanout.most(step.predicate, parents, page, inverse=step.inverse)

    def _members(self, group: Group) -> int:
        """The most things of a group's classes, by the conditions that leave the fewest."""
        found = [self._fanout.members(group.classes)]
        if group.corpus:
            found.append(self._fanout.having(cot("corpus"), group.corpus))
        for each in _all(group.where):
            match each:
                case Same(iris):
                    found.append(len(iris))
                case Value(Step(_, False) as step, "eq" | "in", terms) if _is_exact(each, step):
                    found.append(sum(self._fanout.having(step.predicate, one) for one in terms))
                case Some(step, Group(where=Same(iris))) if _is_one(step):
                    back = self._fanout.along(step.predicate, inverse=not step.inverse)
                    found.append(len(iris) * back)
        return min(found)

    def _wide(self, branch: Branch) -> int:
        """How many rows one thing is, with what is fetched of it."""
        types = max(self._fanout.along(RDF_TYPE), 1) if branch.types else 1
        types *= self._graphs() if branch.stated else 1
        columns = prod(self._step(step) for step in branch.columns)
        below = (self._step(step) * self._wide(one) for (step, _), one in branch.branches.items())
        return types * columns * prod(below)

    def _graphs(self) -> int:
        """How many rows the graphs of a thing are, of which each may state several types."""
        return max(self._fanout.graphs, 1) * max(self._fanout.along(RDF_TYPE), 1)

    def _step(self, step: Step, least: int = 1) -> int:
        """The most things, or values, that a step leads to from one thing."""
        found = self._fanout.along(step.predicate, inverse=step.inverse)
        if isinstance(step, Way):
            found += sum(self._step(each, 0) for each in step.also)
            found *= prod(self._step(each) for each in step.via)
        return max(found, least)


def _is_exact(value: Value, step: Step) -> bool:
    return _is_one(step) and not value.is_numeric and not value.is_spoken


def _is_one(step: Step) -> bool:
    return not isinstance(step, Way)


def _groups(plan: Plan) -> Iterator[Group]:
    for level in plan.levels:
        yield level.group
        yield from _of_branch(level.branch)


def _of_branch(branch: Branch) -> Iterator[Group]:
    for (_, group), inner in branch.branches.items():
        yield group
        yield from _of_branch(inner)


def _conditions(group: Group) -> int:
    return _tests(group.where) if group.where else 0


def _tests(condition: Condition) -> int:
    match condition:
        case All(parts) | AnyOf(parts):
            return sum(_tests(each) for each in parts)
        case Not(part):
            return _tests(part)
        case Is(group):
            return 1 + _conditions(group)
        case _:
            inner = getattr(condition, "group", None)
            return 1 + (_conditions(inner) if isinstance(inner, Group) else 0)


def _all(where: Condition | None) -> list[Condition]:
    if isinstance(where, All):
        return [each for part in where.parts for each in _all(part)]
    return [where] if where else []
