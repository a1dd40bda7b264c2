"""A document read: parsed and found valid, and how much it asks of each limit.

What is dear to do comes after what tells that it would be too dear: the text is measured before it
is parsed, the fragments are checked before they are followed, pairs of fields are counted before
they are compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    KnownFragmentNamesRule,
    LoneAnonymousOperationRule,
    NoFragmentCyclesRule,
    NoUnusedFragmentsRule,
    UniqueFragmentNamesRule,
    UniqueOperationNamesRule,
    parse,
    specified_rules,
    validate,
)
from graphql.validation import MaxIntrospectionDepthRule

from kg.errors import KgError
from server.limits.graphql import Limits, TooMuchAsked, applied, check_text, measured

_FIRST: Final = (
    UniqueOperationNamesRule,
    LoneAnonymousOperationRule,
    UniqueFragmentNamesRule,
    KnownFragmentNamesRule,
    NoFragmentCyclesRule,
    NoUnusedFragmentsRule,
)
"""The rules that the size of a document with its fragments written out is told by."""


_ALL: Final = tuple(each for each in specified_rules if each is not MaxIntrospectionDepthRule)
"""All rules, but for the one that our own limits take the place of, which can be set."""


class Invalid(Exception):
    """A request that cannot be begun; `errors` say why."""

    def __init__(self, found: list[GraphQLError]) -> None:
        super().__init__(found)
        self.errors = found


class Read(NamedTuple):
    """A valid document, and how much it asks of each limit by the limit's name."""

    document: DocumentNode
    asked: Mapping[str, int]


def read(text: str, schema: GraphQLSchema, limits: Limits) -> Read:
    """The document; raises `Invalid` with all that is wrong, or with the limits that it passes."""
    document, asked = _parsed(text, limits)
    _refuse(applied(document, limits).errors)
    _refuse(validate(schema, document, _FIRST, max_errors=limits.errors))
    size = measured(document, limits, schema)
    _refuse(size.errors or validate(schema, document, _ALL, max_errors=limits.errors))
    nesting = max(asked["nesting"], size.asked["nesting"])
    return Read(document, {**asked, **size.asked, "nesting": nesting})


def told(error: KgError) -> GraphQLError:
    """An error that is of no place in the document, as GraphQL tells it."""
    return GraphQLError(str(error), original_error=error)


def _parsed(text: str, limits: Limits) -> tuple[DocumentNode, dict[str, int]]:
    try:
        asked = check_text(text, limits)
        return parse(text, max_tokens=limits.tokens), asked
    except TooMuchAsked as error:
        raise Invalid([told(error)]) from None
    except GraphQLError as error:
        raise Invalid([error]) from None


def _refuse(found: list[GraphQLError]) -> None:
    if found:
        raise Invalid(found)
