"""How much two texts have in common, told from a short sketch of each.

Bottom-k sketches of five-word shingles: A. Broder, "On the resemblance and containment of
documents", Compression and Complexity of Sequences, 1997.
"""

from __future__ import annotations

import re
from heapq import nsmallest
from itertools import islice
from typing import Final
from zlib import crc32

ALIKE: Final = 0.4
"""The share of shingles in common from which two texts are worth comparing: of articles that say
the same in other words it is near 0, of an article and its correction near 1."""
_SHINGLE: Final = 5
_SIZE: Final = 128
_DIGITS: Final = 8
_MOST: Final = 50_000
"""How many words are looked at: of a book its first chapters."""
_WORD: Final = re.compile(r"\w+")


def sketch(text: str) -> str:
    """The sketch of a text: the 128 smallest hashes of its shingles, eight hex digits each.

    Case, punctuation and white space do not count.
    """
    words = [each[0].casefold() for each in islice(_WORD.finditer(text), _MOST)]
    shingles = {
        " ".join(words[at : at + _SHINGLE]) for at in range(max(1, len(words) - _SHINGLE + 1))
    }
    smallest = nsmallest(_SIZE, {crc32(each.encode()) for each in shingles})
    return "".join(f"{each:0{_DIGITS}x}" for each in smallest)


def likeness(one: str, other: str) -> float:
    """About which share of their shingles two sketched texts have in common, from 0 to 1.

    >>> text = "The governing body met in public and agreed the minutes of its last meeting."
    >>> likeness(sketch(text), sketch(text.upper()))
    1.0
    >>> likeness(sketch(text), sketch("Quite another text has none of those words in a row."))
    0.0
    """
    first, second = _hashes(one), _hashes(other)
    smallest = nsmallest(_SIZE, first | second)
    return sum(each in first and each in second for each in smallest) / len(smallest)


def _hashes(text: str) -> set[str]:
    return {text[at : at + _DIGITS] for at in range(0, len(text), _DIGITS)}
