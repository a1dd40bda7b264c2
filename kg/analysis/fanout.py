"""How wide a graph is: how many values things have of each property, how many there are of a class.

With these, the most rows that a query can give are known before it runs. They are measured once,
when a release is built, by `queries/inside/fanout.rq`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from kg.analysis.asking import text
from kg.model.terms import Iri, Term
from kg.store.base import Store

QUERY = "fanout"

Widths = Sequence[tuple[int, int]]
"""How many values, and how many things have that many; the most values first."""


@dataclass(frozen=True)
class Fanout:
    """By property: how many things have how many values, and how many values have how many things.
    By class, and by property and code: how many things. By how many named graphs a thing is
    typed at most, and how many graphs there are."""

    forward: Mapping[str, Widths] = field(default_factory=dict)
    backward: Mapping[str, Widths] = field(default_factory=dict)
    size: Mapping[str, int] = field(default_factory=dict)
    code: Mapping[str, int] = field(default_factory=dict)
    graphs: int = 0
    named: int = 0

    def along(self, predicate: Iri, *, inverse: bool = False) -> int:
        """The most that a property leads to from one thing, or back to from one value.

        >>> Fanout(backward={"urn:p": [(7, 1), (2, 4)]}).along(Iri("urn:p"), inverse=True)
        7
        """
        return self.most(predicate, 1, inverse=inverse)

    def most(
        self, predicate: Iri, things: int, page: int | None = None, *, inverse: bool = False
    ) -> int:
        """The most that it leads to from so many things in all, counting a page of each at most.

        >>> fanout = Fanout(forward={"urn:p": [(7, 1), (2, 4)]})
        >>> fanout.most(Iri("urn:p"), 3), fanout.most(Iri("urn:p"), 3, page=5)
        (11, 9)
        """
        left, found = things, 0
        for many, having in (self.backward if inverse else self.forward).get(predicate, ()):
            taken = min(left, having)
            found += taken * (many if page is None else min(many, page))
            left -= taken
        return found

    def members(self, classes: Sequence[Iri]) -> int:
        """The most things of these classes.

        >>> Fanout(size={"urn:a": 2, "urn:b": 3}).members((Iri("urn:a"), Iri("urn:b")))
        5
        """
        return sum(self.size.get(each, 0) for each in classes)

    def having(self, predicate: Iri, value: Term) -> int:
        """The most things that have this value of a property: of a code all, else what any has."""
        known = self.code.get(f"{predicate} {value}") if isinstance(value, Iri) else None
        return self.along(predicate, inverse=True) if known is None else known

    def json(self) -> dict[str, Any]:
        """It as JSON has it; `Fanout(**json)` is the same again."""
        return asdict(self)


def measured(store: Store, query: str) -> Fanout:
    """How wide a store's default graph is; `query` is the text of `fanout.rq`."""
    widths: dict[str, dict[str, list[tuple[int, int]]]] = {}
    counts: dict[str, dict[str, int]] = {"size": {}, "code": {}, "named": {}}
    for way, term, many, things in store.select(query).rows:
        name, key = text(way), text(term)
        if name in counts:
            counts[name][key] = int(text(things))
        else:
            width = (int(text(many)), int(text(things)))
            widths.setdefault(name, {}).setdefault(key, []).append(width)
    for found in widths.values():
        for each in found.values():
            each.sort(reverse=True)
    graphs = widths.get("graphs", {}).get("", [(0, 0)])[0][0]
    named = counts["named"].get("", 0)
    return Fanout(
        widths.get("forward", {}), widths.get("backward", {}),
        counts["size"], counts["code"], graphs, named,
    )  # fmt: skip
