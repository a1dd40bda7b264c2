"""What an operation may ask: how long, how deep, how wide. All are told where they are passed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    OperationDefinitionNode,
    SelectionSetNode,
)

from kg.errors import KgError


class TooMuchAsked(KgError):
    """An operation that asks more than is answered at once."""

    code = "query-too-large"

    def __init__(self, what: str, hint: str, at: str = "") -> None:
        super().__init__(what)
        self.hint = hint
        self.at = at


@dataclass(frozen=True)
class Limits:
    """The limits of an operation."""

    depth: int = 15
    aliases: int = 30
    tokens: int = 15_000
    product: int = 10_000
    page: int = 1_000
    default_page: int = 50


LIMITS = Limits()


def page(first: int | None, limits: Limits, at: str) -> int:
    """How many to list; raises `TooMuchAsked` for more than a page holds, or fewer than none."""
    wanted = limits.default_page if first is None else first
    if not 0 <= wanted <= limits.page:
        raise TooMuchAsked(
            f"`first` is {wanted}; a page holds 0 to {limits.page}.",
            "Ask for a smaller page, and for the next one with `after`.",
            at,
        )
    return wanted


def check_product(product: int, limits: Limits, at: str) -> None:
    """Refuse lists in lists whose pages, multiplied, are more than may be answered."""
    if product > limits.product:
        raise TooMuchAsked(
            f"The lists down to '{at}' may hold {product} things; at most {limits.product} are"
            " answered at once.",
            "Give smaller values of `first`.",
            at,
        )


def errors(document: DocumentNode, limits: Limits = LIMITS) -> list[GraphQLError]:
    """What is wrong with the size of a document, apart from its tokens; introspection is free."""
    fragments = {
        each.name.value: each
        for each in document.definitions
        if isinstance(each, FragmentDefinitionNode)
    }
    found: list[GraphQLError] = []
    for each in document.definitions:
        if isinstance(each, OperationDefinitionNode):
            walk = _Walk(fragments)
            depth = walk.depth(each.selection_set, ())
            if depth > limits.depth:
                found.append(_refused(each, "levels of fields", depth, limits.depth))
            if walk.aliases > limits.aliases:
                found.append(_refused(each, "aliases", walk.aliases, limits.aliases))
    return found


class _Walk:
    """The depth of selections, fragments followed once each; aliases are counted on the way."""

    def __init__(self, fragments: Mapping[str, FragmentDefinitionNode]) -> None:
        self.aliases = 0
        self._fragments = fragments
        self._depths: dict[str, int] = {}

    def depth(self, selections: SelectionSetNode | None, inside: tuple[str, ...]) -> int:
        """How many fields deep the selections go."""
        below = selections.selections if selections else ()
        return max((self._one(each, inside) for each in below), default=0)

    def _one(self, selection: Any, inside: tuple[str, ...]) -> int:
        if isinstance(selection, FieldNode):
            if selection.name.value.startswith("__"):
                return 1
            self.aliases += selection.alias is not None
            return 1 + self.depth(selection.selection_set, inside)
        if not isinstance(selection, FragmentSpreadNode):
            return self.depth(selection.selection_set, inside)
        name = selection.name.value
        if name in inside or name not in self._fragments:
            return 0  # another rule tells of both
        if name not in self._depths:
            fragment = self._fragments[name].selection_set
            self._depths[name] = self.depth(fragment, (*inside, name))
        return self._depths[name]


def _refused(node: OperationDefinitionNode, what: str, number: int, most: int) -> GraphQLError:
    error = TooMuchAsked(
        f"The operation has {number} {what}; at most {most} are answered.",
        "Ask in several requests.",
    )
    return GraphQLError(str(error), node, original_error=error)
