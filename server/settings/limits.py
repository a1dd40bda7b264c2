"""What one GraphQL operation may ask: every limit, and the setting of each."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from kg.settings import Setting
from server.settings.table import SERVER_SETTINGS


def _limit(default: float, unit: str, sentence: str, setting: str = "") -> Any:
    return field(
        default=default, metadata={"unit": unit, "description": sentence, "setting": setting}
    )


@dataclass(frozen=True)
class Limits:
    """What one GraphQL operation may ask. Each has a unit and a description in its metadata.

    What passes one is refused before anything is asked of the graph; `serviceLimits` tells all.
    """

    document: int = _limit(131_072, "bytes", "How long a GraphQL document may be.")
    tokens: int = _limit(15_000, "tokens", "How many tokens a document may have.")
    nesting: int = _limit(
        64, "brackets", "How deep brackets may nest in a document or in its variables."
    )
    definitions: int = _limit(
        100, "definitions", "How many operations and fragments a document may have."
    )
    directives: int = _limit(100, "directives", "How many directives a document may apply.")
    directives_in_place: int = _limit(
        5, "directives", "How many directives one place of a document may have."
    )
    depth: int = _limit(15, "levels", "How many fields deep an operation may go.")
    aliases: int = _limit(30, "aliases", "How many aliases an operation may use.")
    root_fields: int = _limit(30, "fields", "How many fields an operation may ask at its root.")
    selections: int = _limit(
        5_000, "selections", "How many selections an operation may have, fragments written out."
    )
    overlaps: int = _limit(
        20_000, "pairs", "How many pairs of fields under one response key may have to be compared."
    )
    introspection_lists: int = _limit(
        2, "lists", "How many lists of fields or types introspection may nest in each other."
    )
    introspection_depth: int = _limit(40, "levels", "How many fields deep introspection may go.")
    introspection: int = _limit(
        500_000, "values", "How many values introspection may ask of the schema."
    )
    values: int = _limit(5_000, "values", "How many values the variables may hold.")
    text: int = _limit(16_384, "characters", "How long a text in an argument may be.")
    errors: int = _limit(20, "errors", "How many errors of one document are told.")
    conditions: int = _limit(100, "conditions", "How many conditions all filters may have.")
    queries: int = _limit(200, "queries", "How many SPARQL queries an operation may take.")
    page: int = _limit(1_000, "things", "How many things a page of a list may hold.")
    default_page: int = _limit(50, "things", "How many a page holds where `first` is left out.")
    product: int = _limit(
        10_000, "things", "How many things lists in lists may hold, their pages multiplied."
    )
    computed: int = _limit(
        10_000, "rows", "How many rows or things one query of a computed field may give."
    )
    rows: int = _limit(
        250_000, "rows", "How many rows all queries of an operation may give, told before they run."
    )
    deadline: float = _limit(
        10.0, "seconds", "How long an answer may take before it is stopped.", "deadline"
    )
    body: int = _limit(1, "MiB", "How large the body of a request may be.", "body")

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ) -> Limits:
        """The limits of this environment; raises `BadSetting` for one that cannot be read.

        >>> Limits.read({"COTERMINOUS_GRAPHQL_DEPTH": "20"}).depth
        20
        """
        known = (*SERVER_SETTINGS, *LIMIT_SETTINGS)
        values: dict[str, Any] = {each.name: each.read(environment) for each in known}
        return cls(**{each.name: values[_setting_name(each)] for each in fields(cls)})


def _setting_name(limit: Any) -> str:
    return limit.metadata["setting"] or "graphql-" + str(limit.name).replace("_", "-")


LIMIT_SETTINGS: tuple[Setting, ...] = tuple(
    Setting(_setting_name(each), int, getattr(Limits, each.name), each.metadata["description"])
    for each in fields(Limits)
    if not each.metadata["setting"]
)
"""A setting for each limit that is not a setting of the whole service already."""
