"""The values of variables: how many, how deep in each other, and how long their texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from server.limits.graphql.refusals import check
from server.settings import Limits


def check_variables(variables: Mapping[str, Any], limits: Limits) -> int:
    """How many values the variables hold, as JSON has them; raises `TooMuchAsked`.

    >>> check_variables({"where": {"id": {"in": ["a", "b"]}}, "first": 3}, Limits())
    6
    """
    number = 0
    level: list[Any] = [variables]
    depth = 0
    while level:
        depth += 1
        below: list[Any] = []
        for each in level:
            if isinstance(each, str):
                check("text", len(each), limits, "variables")
            elif isinstance(each, Mapping):
                below += each.values()
            elif isinstance(each, list):
                below += each
        number += len(below)
        check("values", number, limits, "variables")
        if below:
            check("nesting", depth, limits, "variables")
        level = below
    return number
