"""The GraphQL of one ontology: its schema, and the documents that were found valid."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from graphql import DocumentNode, GraphQLError, GraphQLSchema, parse, validate

from kg.model.definitions import Ontology
from server.graphql.projection import Projection, project
from server.graphql.schema import build
from server.limits.graphql import LIMITS, Limits, errors

_DOCUMENTS: Final = 256
_KEPT: Final = 4


@dataclass
class Api:
    """The GraphQL of one ontology."""

    ontology: Ontology
    limits: Limits = LIMITS

    def __post_init__(self) -> None:
        self._documents: OrderedDict[str, DocumentNode] = OrderedDict()

    @cached_property
    def shown(self) -> Projection:
        """What it shows of the ontology."""
        return project(self.ontology)

    @cached_property
    def schema(self) -> GraphQLSchema:
        """The schema."""
        return build(self.shown)

    def document(self, text: str) -> DocumentNode:
        """The document, parsed and found valid; raises `Invalid` with all that is wrong."""
        if text in self._documents:
            self._documents.move_to_end(text)
            return self._documents[text]
        try:
            document = parse(text, max_tokens=self.limits.tokens)
        except GraphQLError as error:
            raise Invalid([error]) from None
        # Size first: what is too large is not worth a closer look.
        found = errors(document, self.limits) or validate(self.schema, document)
        if found:
            raise Invalid(found)
        self._documents[text] = document
        if len(self._documents) > _DOCUMENTS:
            self._documents.popitem(last=False)
        return document


class Invalid(Exception):
    """A request that cannot be begun; `errors` say why."""

    def __init__(self, found: list[GraphQLError]) -> None:
        super().__init__(found)
        self.errors = found


_APIS: dict[int, Api] = {}


def api(ontology: Ontology) -> Api:
    """The GraphQL of an ontology; the last few are kept."""
    kept = _APIS.get(id(ontology))
    if kept is None or kept.ontology is not ontology:
        while len(_APIS) >= _KEPT:
            del _APIS[next(iter(_APIS))]
        kept = _APIS[id(ontology)] = Api(ontology)
    return kept
