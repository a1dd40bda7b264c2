"""What was made lately and may be wanted again."""

from __future__ import annotations

from collections import OrderedDict
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Kept(Generic[K, V]):
    """Things by key, up to a weight in all; what was not wanted for longest is given up first.

    >>> kept = Kept[str, int](2)
    >>> kept.keep("a", 1), kept.keep("b", 2, weight=2), kept.find("a"), kept.find("b")
    (1, 2, None, 2)
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._weight = 0
        self._kept: OrderedDict[K, tuple[V, int]] = OrderedDict()

    def __len__(self) -> int:
        """How many there are."""
        return len(self._kept)

    @property
    def weight(self) -> int:
        """What they weigh in all."""
        return self._weight

    def find(self, key: K) -> V | None:
        """The thing by that key, if it is kept."""
        found = self._kept.get(key)
        if found is None:
            return None
        self._kept.move_to_end(key)
        return found[0]

    def keep(self, key: K, value: V, weight: int = 1) -> V:
        """Keep a thing, instead of what was kept by that key; returns it."""
        if key in self._kept:
            self._weight -= self._kept.pop(key)[1]
        self._kept[key] = value, weight
        self._weight += weight
        while self._weight > self._most:
            _, (_, gone) = self._kept.popitem(last=False)
            self._weight -= gone
        return value
