"""Which rules may run side by side: those of a layer, none of which stands on another of them."""

from __future__ import annotations

from collections.abc import Sequence

from kg.derive.rules import Rule
from kg.errors import InvalidInput


def layers(ordered: Sequence[Rule]) -> list[list[Rule]]:
    """Rules in layers, each in the order given; what a rule needs is in the layers before its own.

    Raises `InvalidInput` for a rule that needs what does not come before it.
    """
    level: dict[str, int] = {}
    found: list[list[Rule]] = []
    for rule in ordered:
        needed = level.keys() if rule.needs is None else rule.needs
        if unknown := sorted(each for each in needed if each not in level):
            raise InvalidInput(
                rule.path, None, f"it needs {', '.join(unknown)}, which no rule before it is",
                "Name rules of a lower order, or 'nothing'.",
            )  # fmt: skip
        level[rule.name] = 1 + max((level[each] for each in needed), default=-1)
        if level[rule.name] == len(found):
            found.append([])
        found[level[rule.name]].append(rule)
    return found
