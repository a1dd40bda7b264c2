"""A place in the text that is being marked by arrow keys."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

_WORD: Final = re.compile(r"\w+(?:['’.-]\w+)*|[^\w\s]")


@dataclass(frozen=True)
class Marking:
    """The place from `start` to `end`; while it `is_open`, moving moves all of it, else its end.

    >>> first = Marking.at("Anna Lee is chair.", 0)
    >>> first.place, first.begun().by_word(1).place, first.by_word(2).place
    ((0, 4), (0, 8), (9, 11))
    """

    text: str
    start: int
    end: int
    is_open: bool = True

    @classmethod
    def at(cls, text: str, offset: int) -> Marking:
        """The word at that place, or the next one."""
        words = [each.span() for each in _WORD.finditer(text)]
        place = min(bisect_right([end for _, end in words], offset), len(words) - 1)
        return cls(text, *words[place]) if words else cls(text, 0, len(text))

    @property
    def place(self) -> tuple[int, int]:
        """Where it is, at least one character."""
        return self.start, max(self.end, self.start + 1)

    def begun(self) -> Marking:
        """The same, with its beginning held."""
        return replace(self, is_open=False)

    def by_word(self, step: int) -> Marking:
        """A word on or back."""
        words = [each.span() for each in _WORD.finditer(self.text)]
        ends = [end for _, end in words]
        at = bisect_left(ends, self.end)
        place = min(max(at + step, 0), len(words) - 1) if words else 0
        return self._to(*words[place]) if words else self

    def by_letter(self, step: int) -> Marking:
        """A character on or back: of its beginning while that is not held, else of its end."""
        if self.is_open:
            return replace(self, start=min(max(self.start + step, 0), self.end - 1))
        return replace(self, end=min(max(self.end + step, self.start + 1), len(self.text)))

    def by_row(self, below: Callable[[int, int], int], step: int) -> Marking:
        """A row on or back; `below` tells the place so many rows below another."""
        there = Marking.at(self.text, below(self.end - 1, step))
        return self._to(there.start, there.end)

    def _to(self, start: int, end: int) -> Marking:
        if self.is_open:
            return replace(self, start=start, end=end)
        return replace(self, end=max(end, self.start + 1))
