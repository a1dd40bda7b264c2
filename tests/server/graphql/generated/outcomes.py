"""What an operation comes to: the queries that it is compiled to, and in some worlds its answer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final

from graphql import GraphQLError, OperationDefinitionNode, parse
from graphql.execution.values import get_variable_values

from kg.model.terms import Iri
from server.graphql.api import Api
from server.graphql.execution.execute import Operation, respond
from server.graphql.planning import cursor
from server.graphql.planning.compile import AnotherRelease, compile_operation
from server.graphql.planning.plan import Level, Plan
from server.graphql.render import rows, total
from tests.server.graphql.generated.candidates import AFTER

PARENT: Final = Iri("urn:coterminous:parent")
Told = tuple[Any, ...]


class Outcomes:
    """What operations come to in a few worlds; the first is that for which they are compiled."""

    def __init__(self, here: Api, worlds: Sequence[Any]) -> None:
        self._here = here
        self._worlds = worlds
        self.compiled = lru_cache(4096)(self._compiled)
        self.answered = lru_cache(64)(self._answered)

    def differ(self, one: str, other: str) -> bool:
        """Whether two operations are compiled to other queries, or answered in another way.

        An operation that is refused is like every other.
        """
        if AFTER in other:
            other = self._placed(one, other)
        told = self.compiled(one), self.compiled(other)
        if told[0] != told[1]:
            return all(told)
        numbers = range(len(self._worlds)) if all(told) else ()
        return any(self._is_other(number, one, other) for number in numbers)

    def _is_other(self, number: int, one: str, other: str) -> bool:
        told = self.answered(number, one), self.answered(number, other)
        return all(told) and told[0] != told[1]

    def _plan(self, document: str) -> Plan:
        parsed = parse(document)
        operation = parsed.definitions[0]
        assert isinstance(operation, OperationDefinitionNode)
        variables = get_variable_values(self._here.schema, (), {})
        assert isinstance(variables, dict)
        return compile_operation(self._here, parsed, operation, variables, self._worlds[0])

    def _compiled(self, document: str) -> Told:
        """The queries of all levels, as they are for one parent; nothing if it is refused."""
        try:
            plan = self._plan(document)
        except AnotherRelease as other:
            return ("another release", other.name)
        except GraphQLError:
            return ()
        return ("queries", *(text for level in plan.levels for text in _queries(level)))

    def _answered(self, number: int, document: str) -> Told:
        asked = Operation(document, {}, None, True)
        answer = respond(self._worlds[number], asked)
        if "data" not in answer:
            return ()
        queries = [each["sparql"] for each in answer["extensions"]["kg"]["asked"]]
        return (repr(answer["data"]), repr(answer.get("errors")), *queries)

    def _placed(self, one: str, other: str) -> str:
        """The other with a cursor of one of the lists of the first."""
        for level in self._plan(one).levels:
            if level.fingerprint:
                keys = [None for _ in level.order]
                place = cursor.encode(self._worlds[0].name, level, keys, PARENT)
                if self.compiled(made := other.replace(AFTER, place)):
                    return made
        return one


def _queries(level: Level) -> list[str]:
    parents = level.given or (PARENT,)
    makers = [(rows, level.has_rows), (total, level.has_count)]
    return [make(level, parents, lateral=True) for make, is_asked in makers if is_asked]
