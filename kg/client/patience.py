"""When a request is made again: where the service said that it may be, and never for long."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

_LOST = frozenset({"writer-lost"})
"""What may have been done, so that asking again might do it twice."""


@dataclass(frozen=True)
class Patience:
    """How often a request is made in all, and for how many seconds is waited between.

    Waiting doubles from `first` to `longest`, each time a random part of it is left out, and is
    never shorter than what the service asks for in `Retry-After`; if that is longer than `longest`,
    the refusal is told at once.
    """

    attempts: int = 5
    first: float = 0.25
    longest: float = 20.0
    chance: Callable[[], float] = random.random

    def wait(self, attempt: int, status: int, retry_after: str, code: str) -> float | None:
        """Seconds until the next attempt after this one, counted from 1; `None` for never.

        >>> calm = Patience(chance=lambda: 1.0)
        >>> calm.wait(1, 503, "1", "overloaded"), calm.wait(3, 429, "", "too-many-requests")
        (1.0, 1.0)
        >>> calm.wait(1, 503, "", "memory-exceeded"), calm.wait(5, 429, "1", "too-many-requests")
        (None, None)
        """
        asked = float(retry_after) if retry_after.isdecimal() else None
        may = status == 429 or (status == 503 and asked is not None)
        if not may or code in _LOST or attempt >= self.attempts:
            return None
        if asked is not None and asked > self.longest:
            return None
        return max(asked or 0.0, self.pause(attempt))

    def pause(self, attempt: int) -> float:
        """Seconds to wait after this attempt where nothing is asked for."""
        grown: float = min(self.longest, self.first * 2 ** (attempt - 1))
        return grown * (0.5 + self.chance() / 2)


PATIENT = Patience()
"""What is done if nothing else is said."""
