"""Labels set where they cover neither each other nor what is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle: left, top, right, bottom, with downwards as the greater."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether two boxes have more than an edge in common.

        >>> Box(0, 0, 2, 2).meets(Box(1, 1, 3, 3)), Box(0, 0, 2, 2).meets(Box(2, 0, 3, 2))
        (True, False)
        """
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def moved(self, right: float, down: float) -> Box:
        """The same box elsewhere."""
        return Box(self.left + right, self.top + down, self.right + right, self.bottom + down)

    def within(self, other: Box) -> bool:
        """Whether it lies in the other."""
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )


def first_free(box: Box, moves: Iterable[tuple[float, float]], taken: Sequence[Box]) -> Box | None:
    """The box after the first move that brings it clear of all that is taken, or `None`.

    >>> first_free(Box(0, 0, 2, 1), [(0, 0), (0, 1)], [Box(0, 0, 1, 1)])
    Box(left=0, top=1, right=2, bottom=2)
    """
    found = (box.moved(*move) for move in moves)
    return next((each for each in found if not any(each.meets(one) for one in taken)), None)
