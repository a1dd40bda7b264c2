"""The GraphQL of one ontology and its questions: the schema, and documents found valid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Any, Final

from graphql import DocumentNode, GraphQLSchema

from kg.errors import KgError
from kg.model.definitions import Ontology
from kg.questions.library import Library
from server.graphql.planning.reading import Invalid, Read, read
from server.graphql.projection import Projection, project
from server.graphql.recent import Kept
from server.graphql.schema import build, with_questions
from server.graphql.schema.questions import Theme, themes
from server.graphql.schema.sdl import printed
from server.limits.graphql import Limits, in_force

__all__ = ["Api", "Invalid", "OlderModel", "api"]

_TREE: Final = 1_000
"""Characters that even the smallest document weighs, or the smallest plan."""
_DOCUMENTS: Final = 512_000
_LARGEST: Final = 32 * 1024
"""Characters of a document that is kept; a tree takes a hundred times the room of its text."""
_PLANS: Final = 256_000
_KEPT: Final = 4


class OlderModel(KgError):
    """A release whose model lacks what the fields of today tell."""

    code = "older-model"

    def __init__(self, lacking: str) -> None:
        super().__init__(f"GraphQL cannot be asked of this release, which is older: {lacking}")
        self.hint = "Ask it in SPARQL or on its pages; leave `release` out to ask the current one."


@dataclass
class Api:
    """The GraphQL of one ontology."""

    ontology: Ontology
    library: Library | None = None
    limits: Limits = field(default_factory=in_force)

    def __post_init__(self) -> None:
        self._documents: Kept[str, Read] = Kept(_DOCUMENTS)
        self.plans: Kept[tuple[object, ...], Any] = Kept(_PLANS)

    @cached_property
    def shown(self) -> Projection:
        """What it shows of the ontology."""
        return project(self.ontology)

    @cached_property
    def schema(self) -> GraphQLSchema:
        """The schema; raises `OlderModel` where the ontology lacks what fields of today tell."""
        try:
            return (
                with_questions(self.without_questions, self.themes)
                if self.themes
                else self.without_questions
            )
        except (TypeError, KeyError) as error:  # of a type, or of a class, that there is not
            raise OlderModel(str(error)) from error

    @cached_property
    def themes(self) -> Mapping[str, Theme]:
        """The named questions as fields of `ask`, by theme."""
        return themes(self.library, self.shown, self.without_questions) if self.library else {}

    @cached_property
    def without_questions(self) -> GraphQLSchema:
        """The schema without `ask`, for which the twins of the questions are written."""
        return build(self.shown)

    @cached_property
    def sdl(self) -> str:
        """The schema as SDL."""
        return printed(self.schema)

    @cached_property
    def digest(self) -> str:
        """The digest of the schema, as it is published: of the bytes of its SDL."""
        return f"sha256:{sha256(self.sdl.encode()).hexdigest()}"

    def document(self, text: str) -> DocumentNode:
        """The document, parsed and found valid; raises `Invalid` with all that is wrong."""
        return self._read(text).document

    def asked(self, text: str) -> Mapping[str, int]:
        """How much a document asks of each limit, by the limit's name; raises `Invalid` too."""
        return self._read(text).asked

    def _read(self, text: str) -> Read:
        known = self._documents.find(text)
        if known is not None:
            return known
        found = read(text, self.schema, self.limits)
        return (
            self._documents.keep(text, found, _TREE + len(text)) if len(text) <= _LARGEST else found
        )


_APIS: dict[tuple[int, int], Api] = {}


def api(ontology: Ontology, library: Library | None = None) -> Api:
    """The GraphQL of an ontology and of named questions, if any; the last few are kept."""
    key = id(ontology), id(library)
    kept = _APIS.get(key)
    if kept is None or kept.ontology is not ontology or kept.library is not library:
        while len(_APIS) >= _KEPT:
            del _APIS[next(iter(_APIS))]
        kept = _APIS[key] = Api(ontology, library)
    return kept
