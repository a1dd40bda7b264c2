"""Statements as they go by in large numbers, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from kg.model.names import RDF_TYPE

_TYPE: Final = f"<{RDF_TYPE}>".encode()
_DAY: Final = b'"^^<http://www.w3.org/2001/XMLSchema#date>'


@dataclass
class Seen:
    """Statements that came or went, counted for the census."""

    count: int = 0
    sizes: Counter[str] = field(default_factory=Counter)
    days: set[str] = field(default_factory=set)

    def look(self, lines: Iterable[bytes]) -> None:
        """Count these."""
        sizes, days = Counter[bytes](), set[bytes]()
        for line in lines:
            _, predicate, rest = line.split(b" ", 2)
            sizes[predicate] += 1
            if predicate == _TYPE:
                sizes[rest[: rest.index(b" ")]] += 1
            elif (end := rest.rfind(_DAY)) > 0:
                days.add(rest[1:end])
            self.count += 1
        self.sizes.update({term[1:-1].decode(): many for term, many in sizes.items()})
        self.days |= {each.decode() for each in days}


class Moved(NamedTuple):
    """What came, and what went."""

    came: Seen
    gone: Seen
