"""When to ask an origin again: at a steady pace, slower the longer it fails, never in step."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Final

FIRST: Final = 1.0
"""Seconds after the first failure, or fewer where it is asked more often anyway."""
LONGEST: Final = 30
"""How many times as long as its pace the longest pause is."""


class Pace:
    """The pauses between two times that an origin is asked, `every` so many seconds."""

    def __init__(self, every: float, chance: Callable[[], float] = random.random) -> None:
        self._every = every
        self._chance = chance
        self._failures = 0

    def succeeded(self) -> float:
        """Seconds until the next time, now that it has answered.

        >>> Pace(10, lambda: 0.0).succeeded(), Pace(10, lambda: 0.5).succeeded()
        (8.0, 10.0)
        """
        self._failures = 0
        return self._every * (0.8 + 0.4 * self._chance())

    def failed(self, after: float = 0.0) -> float:
        """Seconds until the next time, now that it has not; `after` so many that it asks for.

        >>> pace = Pace(10, lambda: 1.0)
        >>> [pace.failed() for _ in range(10)][::3], pace.failed(after=60)
        ([1.0, 8.0, 64.0, 300.0], 300.0)
        """
        longest = LONGEST * self._every
        pause = min(min(FIRST, self._every) * 2.0 ** min(self._failures, 32), longest)
        self._failures += 1
        return max(pause * (0.5 + 0.5 * self._chance()), min(after, longest))
