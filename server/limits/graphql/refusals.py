"""What is told of an operation that asks too much: which limit, how much, how much is allowed."""

from __future__ import annotations

from functools import cache
from typing import Final

from kg.errors import KgError
from server.settings import Limits

LIMITS: Final = Limits()
"""The limits as they are where nothing is set."""


class TooMuchAsked(KgError):
    """An operation that asks more than is answered at once."""

    code = "query-too-large"

    def __init__(self, what: str, hint: str, at: str = "") -> None:
        super().__init__(what)
        self.hint = hint
        self.at = at


_TOLD: Final = {
    "document": ("The document has {} bytes", "read", "Send a shorter document."),
    "tokens": ("The document has {} tokens", "read", "Send a shorter document."),
    "nesting": ("The brackets nest {} deep", "followed", "Write it flatter."),
    "definitions": ("The document has {} definitions", "read", "Send only those that are needed."),
    "directives": ("The document has {} directives", "applied", "Ask in several requests."),
    "directives_in_place": ("One place has {} directives", "applied", "Take some away."),
    "text": ("A text has {} characters", "read", "Look for fewer words."),
    "values": ("The variables hold {} values", "read", "Ask in several requests."),
    "depth": ("The operation has {} levels of fields", "answered", "Ask in several requests."),
    "aliases": ("The operation has {} aliases", "answered", "Ask in several requests."),
    "root_fields": ("The operation has {} root fields", "answered", "Ask in several requests."),
    "selections": (
        "With its fragments written out the operation has {} selections", "answered",
        "Ask in several requests, or spread a fragment in fewer places.",
    ),
    "overlaps": (
        "Fields under the same response keys make {} pairs", "compared",
        "Select each field once.",
    ),
    "introspection_lists": (
        "Introspection nests {} lists of fields or types", "answered",
        "Ask for the fields of types once, not for those of their fields' types again.",
    ),
    "introspection_depth": (
        "Introspection goes {} levels deep", "answered", "Follow `ofType` less far.",
    ),
    "introspection": (
        "Introspection asks {} values of the schema", "answered",
        "Ask for less of each type, or for one type at a time.",
    ),
    "computed": ("A query of this field gives {} rows", "taken", "Ask for less of it."),
    "conditions": ("The filters have {} conditions", "tested", "Filter by fewer things at once."),
    "queries": (
        "The operation takes {} SPARQL queries", "run", "Ask in several requests.",
    ),
    "rows": (
        "The operation may give {} rows", "fetched", "Give smaller values of `first`.",
    ),
}  # fmt: skip


def refusal(limit: str, number: int, most: float, at: str = "") -> TooMuchAsked:
    """The error for so much where a limit allows less.

    >>> print(refusal("aliases", 31, 30))
    The operation has 31 aliases; at most 30 are answered.
    """
    what, verb, hint = _TOLD[limit]
    told = f"{what.format(number)}; at most {most} {'is' if most == 1 else 'are'} {verb}."
    return TooMuchAsked(told, f"{hint} The limit is `{limit}` of `serviceLimits`.", at)


def check(limit: str, number: int, limits: Limits, at: str = "") -> None:
    """Raise `TooMuchAsked` where a limit by that name allows less."""
    most = getattr(limits, limit)
    if number > most:
        raise refusal(limit, number, most, at)


@cache
def in_force() -> Limits:
    """The limits of this process, as its environment sets them."""
    return Limits.read()


def page(first: int | None, limits: Limits, at: str, name: str = "first") -> int:
    """How many to list; raises `TooMuchAsked` for more than a page holds, or fewer than none."""
    wanted = limits.default_page if first is None else first
    if not 0 <= wanted <= limits.page:
        raise TooMuchAsked(
            f"`{name}` is {wanted}; a page holds 0 to {limits.page}.",
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
