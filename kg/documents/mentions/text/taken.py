"""Whether a stretch of text meets one that something was found in already."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from itertools import accumulate


def taken(spans: Iterable[tuple[int, int, object]]) -> Callable[[int, int], bool]:
    """A question: does a stretch meet any of these, each told by its places and what it is?

    >>> is_taken = taken([(4, 9, "STP"), (0, 20, "Kent STP"), (30, 31, "A")])
    >>> is_taken(19, 21), is_taken(20, 30), is_taken(30, 40)
    (True, False, True)
    """
    known = sorted((start, end) for start, end, *_ in spans)
    starts = [start for start, _ in known]
    furthest = list(accumulate((end for _, end in known), max))

    def is_taken(start: int, end: int) -> bool:
        before = bisect_left(starts, end)  # so many begin before the stretch ends
        return before > 0 and furthest[before - 1] > start

    return is_taken
