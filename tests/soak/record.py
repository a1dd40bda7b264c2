"""What a soak finds: how long each kind of request took, what was refused, and what was wrong."""

from __future__ import annotations

import statistics
import threading
from collections import Counter
from typing import Any


class Record:
    """What all clients have seen. Every method may be called from any thread.

    `wrong` are answers that cannot be, each as a sentence; `errors` are answers and failures that
    nothing explains, by what they were; `explained` are refusals that say when to ask again.
    """

    def __init__(self) -> None:
        self.wrong: list[str] = []
        self.errors: Counter[str] = Counter()
        self.explained: Counter[str] = Counter()
        self._seconds: dict[str, list[float]] = {}
        self._turn = threading.Lock()

    @property
    def answered(self) -> Counter[str]:
        """How many requests of each kind were answered."""
        with self._turn:
            return Counter({kind: len(each) for kind, each in self._seconds.items()})

    def took(self, kind: str, seconds: float) -> None:
        """An answer of that kind came."""
        with self._turn:
            self._seconds.setdefault(kind, []).append(seconds)

    def check(self, holds: bool, sentence: str) -> None:
        """Note what is wrong unless it holds."""
        if not holds:
            with self._turn:
                self.wrong.append(sentence)

    def failed(self, what: str, *, explained: bool) -> None:
        """A request was not answered."""
        with self._turn:
            (self.explained if explained else self.errors)[what] += 1

    def figures(self) -> dict[str, dict[str, float]]:
        """How many, the median and the 99th percentile in milliseconds, for each kind."""
        with self._turn:
            return {kind: _figures(each) for kind, each in sorted(self._seconds.items())}


def _figures(seconds: list[float]) -> dict[str, Any]:
    found = sorted(seconds)
    return {
        "number": len(found),
        "p50 ms": round(1000 * statistics.median(found), 2),
        "p99 ms": round(1000 * found[int(len(found) * 0.99)], 2),
        "most ms": round(1000 * found[-1], 1),
    }
