"""Texts found by the words that they are made of: those that can hold some characters.

A word is a run of ASCII letters and digits, in small letters. Whatever the case of a text is
changed to, its words stay what they are, but for texts with one of few odd characters that turn
into ASCII; those can hold anything.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_WORD: Final = re.compile(r"[a-z0-9]+")
_ODD: Final = re.compile(
    "[\u00df\u0130\u0131\u0149\u017f\u01f0\u1e96-\u1e9a\u1e9e\u212a\ufb00-\ufb06]"
)
"""What becomes ASCII, in whole or in part, in small letters, in capitals, or regardless of case."""
_SMALL: Final = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


class Run(NamedTuple):
    """A run of characters that are in some word; whether the word begins or ends with it."""

    text: str
    begins: bool
    ends: bool


def words(text: str) -> list[str]:
    """The words of a text.

    >>> words("NHS 15E-Bradford, Fräulein")
    ['nhs', '15e', 'bradford', 'fr', 'ulein']
    """
    return _WORD.findall(small(text))


def small(text: str) -> str:
    """A text with the capitals of ASCII in small letters, and nothing else changed."""
    return text.translate(_SMALL)


def is_odd(text: str) -> bool:
    """Whether a text can hold, in another case, what it has no words for.

    >>> is_odd("Stra\u00dfe"), is_odd("Fr\u00e4ulein")
    (True, False)
    """
    return not text.isascii() and bool(_ODD.search(text))


def runs(text: str, *, begins: bool = False, ends: bool = False) -> list[Run]:
    """What the words of any text must have in them that holds this one, in any case.

    `begins` and `ends` where the text must begin or end with it.

    >>> runs("ford c")
    [Run(text='ford', begins=False, ends=True), Run(text='c', begins=True, ends=False)]
    """
    return [
        Run(
            found.group(),
            begins=begins or found.start() > 0,
            ends=ends or found.end() < len(text),
        )
        for found in _WORD.finditer(small(text))
    ]
