"""What compiling selections stands on, whatever is selected: fields, levels and variables."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final, NamedTuple, cast

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLObjectType,
)
from graphql.execution.collect_fields import collect_sub_fields
from graphql.execution.values import get_argument_values

from kg.errors import KgError
from kg.model.names import cot
from kg.model.terms import Iri
from server.graphql.api import Api
from server.graphql.planning.conditions import Step
from server.graphql.planning.plan import Branch, Certainty, Level, Page, Selected
from server.graphql.planning.scope import Scope

BOUNDS: Final = ("earliestStart", "latestStart", "earliestEnd", "latestEnd")
Nodes = list[FieldNode]


class Place(NamedTuple):
    """Where a selection stands: its level, the thing in it, what is in force, and its path."""

    level: Level
    branch: Branch
    scope: Scope
    at: str
    only: frozenset[str] | None = None


@contextmanager
def located(nodes: Sequence[FieldNode]) -> Iterator[None]:
    """Tells with an error of the asker where in the document it is."""
    try:
        yield
    except KgError as error:
        raise GraphQLError(str(error), nodes, original_error=error) from error


@dataclass
class Selections(ABC):
    """Selections of one operation; `levels` fills up, parents first."""

    here: Api
    fragments: dict[str, FragmentDefinitionNode]
    variables: dict[str, Any]
    release: str
    spoken: frozenset[Iri] = frozenset()
    fanout: object = None
    levels: list[Level] = field(default_factory=list)
    _numbers: Iterator[int] = field(default_factory=count)

    @abstractmethod
    def select(self, place: Place, target: str, nodes: Nodes) -> Selected:
        """What is shown of a thing of this output type."""

    @abstractmethod
    def page(
        self, level: Level, target: str, nodes: Nodes, args: Mapping[str, Any], scope: Scope
    ) -> Page:
        """A page of a list, its level completed: how many, from where, in which order."""

    def fields(self, kind: str, nodes: Nodes) -> dict[str, Nodes]:
        """What is selected of an object type, by response key; fragments are merged."""
        object_type = cast(GraphQLObjectType, self.here.schema.type_map[kind])
        found = collect_sub_fields(
            self.here.schema, self.fragments, self.variables, object_type, nodes
        )
        return {key: each for key, each in found.items() if not name_of(each).startswith("__")}

    def arguments(self, kind: str, nodes: Nodes) -> dict[str, Any]:
        """The arguments of a field, with defaults; what was left out without one is not there."""
        object_type = cast(GraphQLObjectType, self.here.schema.type_map[kind])
        definition = object_type.fields[name_of(nodes)]
        return get_argument_values(definition, nodes[0], self.variables)

    def level(self, level: Level) -> Level:
        """Adds a level to the plan."""
        level.number = len(self.levels)
        self.levels.append(level)
        return level

    def below(self, place: Place, level: Level) -> Level:
        """Adds a level whose parents are the things at a place."""
        level.above, level.variable, level.only = place.level, place.branch, place.only
        return self.level(level)

    def column(self, branch: Branch, step: Step) -> str:
        """The variable of a branch for a literal or a code."""
        if step not in branch.columns:
            branch.columns[step] = f"c{next(self._numbers)}"
        return branch.columns[step]

    def fresh(self, letter: str) -> str:
        """A variable that is not in use."""
        return f"{letter}{next(self._numbers)}"

    def bounds(self, branch: Branch) -> tuple[str, str, str, str]:
        """The variables of a branch for the four bounds of a dated thing."""
        first, start, end, last = (self.column(branch, Step(cot(each))) for each in BOUNDS)
        return first, start, end, last

    def certainty(self, place: Place, args: Mapping[str, Any]) -> Certainty:
        """How sure it is that the thing at a place held on a day."""
        day = place.scope.day if args.get("on") is None else args["on"]
        months = place.scope.months if args.get("carryMonths") is None else args["carryMonths"]
        return Certainty(day, months, self.bounds(place.branch))


def name_of(nodes: Sequence[FieldNode]) -> str:
    """The name of a selected field."""
    return nodes[0].name.value


def fragments_of(document: DocumentNode) -> dict[str, FragmentDefinitionNode]:
    """The fragments of a document by name."""
    return {
        each.name.value: each
        for each in document.definitions
        if isinstance(each, FragmentDefinitionNode)
    }
