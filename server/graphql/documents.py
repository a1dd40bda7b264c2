"""Documents are added, told, decided on and committed, as the root fields of an operation say."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, cast

import orjson
from graphql import (
    ExecutionResult,
    GraphQLError,
    OperationDefinitionNode,
    get_operation_ast,
)
from graphql import execute as execute_tree

from kg.documents.record.given import Given
from kg.documents.record.read import read_data
from kg.documents.review.desk import Desk
from kg.documents.review.state import Item, Review
from kg.documents.review.suggestions import suggested
from kg.documents.review.words import said
from kg.errors import BadParameter, BadQuery, InvalidWrite, UnknownThing
from kg.release.documents.planned import Plan, plan, written_graph
from kg.release.opened import OpenRelease
from server.graphql.api import api
from server.graphql.execution.execute import Answer, Operation, formatted
from server.graphql.protocol import MUTATOR, SHELF, WRITES, WRITTEN
from server.readers.protocol import Reply, Request

_GRAPH: Final = ("commitDocument", "withdrawDocument")
_GIVEN: Final = ("title", "author", "issued", "publisher", "address", "kind")


class _ToWrite(Exception):
    """No error, but the way out of an execution."""

    def __init__(self, made: Plan, data: bytes) -> None:
        super().__init__(made.graph)
        self.graph, self.data = made.graph, data


def done(
    release: OpenRelease, asked: Operation, names: list[str], request: Request, reply: Reply
) -> Answer | None:
    """The answer to an operation whose root fields have these names.

    Nothing where the reply tells the front what to write first.
    """
    here = api(release.ontology, release.library)
    document = here.document(asked.document)
    operation = cast(OperationDefinitionNode, get_operation_ast(document, asked.name))
    if len(names) > 1 and set(names) & set(_GRAPH):
        error = BadQuery("What writes the graph is to be the only field.", hint="Send it alone.")
        raise GraphQLError(str(error), operation, original_error=error)
    doing = _Doing(release, request)
    result = execute_tree(
        here.schema, document, doing, variable_values=dict(asked.variables),
        operation_name=asked.name, field_resolver=doing.read,
    )  # fmt: skip
    assert isinstance(result, ExecutionResult)
    for each in result.errors or ():
        if isinstance(each.original_error, _ToWrite):
            reply.head(200, {WRITES: each.original_error.graph})
            reply.write(each.original_error.data)
            return None
    errors = {"errors": [formatted(each) for each in result.errors]} if result.errors else {}
    return {"data": result.data, **errors, "extensions": {"release": release.name}}


def states(release: OpenRelease, request: Request, reply: Reply) -> None:
    """How the documents are whose ids the body has, as `subscriptions.progress` compares them.

    One that is not there is left out.
    """
    found = {}
    desk = _desk(request.text(SHELF))
    for name in orjson.loads(request.body):
        with suppress(UnknownThing):
            review = desk.open(name)
            found[name] = {
                "title": review.record.title or None,
                "progress": asdict(review.progress),
                "decisions": len(review.decisions),
                "graph": _state(release, name),
            }
    reply.write(orjson.dumps(found))


def _state(release: OpenRelease, document: str) -> str:
    """What stands for a document's graph as it is; empty where there is none."""
    told = written_graph(release, document)
    return hashlib.sha256(told).hexdigest() if told else ""


@lru_cache(maxsize=1)
def _desk(shelf: str) -> Desk:
    return Desk(Path(shelf))


class _Doing:
    """Does what the fields of the root say, one after the other."""

    def __init__(self, release: OpenRelease, request: Request) -> None:
        self._release = release
        self._who = request.text(MUTATOR)
        self._desk = _desk(request.text(SHELF))
        self._written = request.text(WRITTEN)
        self._fields: Mapping[str, Callable[..., Any]] = {
            "review": self._reviewed,
            "reviews": self._reviews,
            "addDocument": self._add,
            "decide": self._decide,
            "undoDecision": self._undo,
            "addMissed": self._missed,
            "commitDocument": self._commit,
            "withdrawDocument": self._withdraw,
        }

    def read(self, source: Any, info: Any, **args: Any) -> Any:
        """The value of a field: of the root by doing it, below it what is there."""
        if source is self:
            return self._fields[info.field_name](**args)
        found = source[info.field_name]
        return found[: args["first"]] if "first" in args else found

    def _reviews(self, release: str | None = None) -> list[dict[str, Any]]:
        """All documents that were added; they are the same in every release."""
        return [_review(self._desk.open(each)) for each in self._desk.shelf.ids()]

    def _reviewed(self, document: str, release: str | None = None) -> dict[str, Any]:
        return _review(self._desk.open(document))

    def _add(self, text: str, **said: str) -> dict[str, Any]:
        given = Given.checked(**{name: said.get(name) or "" for name in _GIVEN})
        added = self._desk.shelf.add(read_data(text.encode(), "The text", given=given))
        review = self._desk.open(added.record.id)
        return {"isNew": added.is_new, "near": list(added.near), "review": _review(review)}

    def _decide(  # noqa: PLR0913 - the arguments of the field
        self, document: str, candidate: str, verdict: str, reason: str = "",
        changes: str = "{}", reviewer: str = "",
    ) -> dict[str, Any]:  # fmt: skip
        told = _object("changes", changes)
        who = reviewer or self._who
        return _review(self._desk.decide(document, candidate, verdict, reason, told, who))

    def _undo(self, document: str, reviewer: str = "") -> dict[str, Any]:
        return _review(self._desk.undo(document, reviewer or self._who))

    def _missed(  # noqa: PLR0913 - the arguments of the field
        self, document: str, start: int, end: int, type: str,  # noqa: A002 - the argument's name
        value: str = "{}", reviewer: str = "",
    ) -> dict[str, Any]:  # fmt: skip
        told = _object("value", value)
        who = reviewer or self._who
        return _review(self._desk.missed(document, start, end, type, told, who))

    def _commit(self, document: str) -> dict[str, Any]:
        review = self._desk.open(document)
        made = plan(self._release, review)
        if self._written:
            return self._told(made, review)
        if made.violations:
            raise InvalidWrite(made.violations)
        raise _ToWrite(made, made.data)

    def _withdraw(self, document: str) -> dict[str, Any]:
        review = self._desk.open(document)
        made = plan(self._release, review)
        if self._written:
            return self._told(made, review)
        raise _ToWrite(made, b"")

    def _told(self, made: Plan, review: Review) -> dict[str, Any]:
        done: dict[str, Any] = orjson.loads(self._written)
        return done | {"graph": made.graph, "review": _review(review)}


def _review(review: Review) -> dict[str, Any]:
    following = review.next_after()
    return {
        "id": review.record.id,
        "title": review.record.title,
        "progress": asdict(review.progress),
        "candidates": [_candidate(review, each) for each in review.items],
        "next": _candidate(review, following) if following else None,
    }


def _candidate(review: Review, item: Item) -> dict[str, Any]:
    places = [{name: each[name] for name in ("start", "end", "exact", "role")}
              for each in item.candidate.evidence]  # fmt: skip
    return {
        "id": item.id,
        "type": item.candidate.type,
        "value": orjson.dumps(dict(item.value)).decode(),
        "verdict": item.verdict,
        "by": item.by or None,
        "reason": item.reason or None,
        "rule": item.candidate.extractor["rule"],
        "sentence": said(item.candidate.type, item.value),
        "suggestions": list(suggested(review, item)),
        "places": places,
    }


def _object(name: str, text: str) -> dict[str, Any]:
    try:
        told = orjson.loads(text)
    except orjson.JSONDecodeError:
        told = None
    if not isinstance(told, dict):
        raise BadParameter(name, "it is to be a JSON object, as text")
    return told
