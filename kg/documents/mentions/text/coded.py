"""A text in which every person and every body is one character, so that short patterns read it.

A person is a character of `P`, a body or group one of `O`, a quotation one of `Q`, the title of a
post one of `T`; all else is the folded text. Places lead back to the
folded text, and characters to the mentions they stand for.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

P = "[\U000f0000-\U000f7fff]"
O = "[\U000f8000-\U000fffff]"  # noqa: E741 - the patterns read better with one letter
Q = "[\U00100000-\U0010fffd]"
T = "[\ue000-\uf8ff]"
_BASES = {"T": 0xE000, "P": 0xF0000, "O": 0xF8000, "Q": 0x100000}
_MOST = {"T": 0x1900, "P": 0x8000, "O": 0x8000, "Q": 0xFFFE}
"""How many mentions of a kind one text can have in this form; more stay words."""


@dataclass(frozen=True, slots=True)
class Coded:
    """The text, and what its special characters stand for."""

    text: str
    starts: array[int]
    shifts: array[int]

    def at(self, index: int) -> int:
        """The place in the folded text of a place in this one."""
        return index + self.shifts[bisect_right(self.starts, index) - 1]

    def place(self, folded: int) -> int:
        """The place in this text of a place in the folded text (the code that covers it)."""
        low, high = 0, len(self.text)
        while low < high:
            middle = (low + high) // 2
            if self.at(middle) < folded:
                low = middle + 1
            else:
                high = middle
        return low


def number_of(character: str) -> int:
    """Which person, body or quotation a special character stands for."""
    code = ord(character)
    return code - next(base for base in sorted(_BASES.values(), reverse=True) if code >= base)


def is_code(character: str, kind: str) -> bool:
    """Whether a character stands for a mention of the kind `P`, `O` or `Q`."""
    code = ord(character)
    return 0 <= code - _BASES[kind] < _MOST[kind]


def code(text: str, mentions: Sequence[tuple[int, int, str, int]]) -> Coded:
    """Put codes for mentions (start, end, kind, number), of which the longer wins where two meet.

    >>> code("Dr Ann Lee, chair", [(0, 10, "P", 0)]).text
    '\\U000f0000, chair'
    """
    pieces: list[str] = []
    starts, shifts = array("l", [0]), array("l", [0])
    length = at = 0
    for start, end, kind, number in sorted(mentions, key=lambda one: (one[0], -one[1])):
        if start < at or number >= _MOST[kind]:
            continue
        pieces += [text[at:start], chr(_BASES[kind] + number)]
        length += start - at + 1
        at = end
        starts.append(length)
        shifts.append(at - length)
    pieces.append(text[at:])
    return Coded("".join(pieces), starts, shifts)
