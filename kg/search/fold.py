"""Names made alike: letters, marks, and the long and short forms of what bodies are called."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_APOSTROPHES: Final = re.compile("['’‘ʼ`´]")
_ASCII_APOSTROPHES: Final = {ord("'"): None, ord("`"): None}
_ASCII_WORDS: Final = re.compile("[a-z0-9]+")
_SHORT: Final = {
    "clinical commissioning group": "ccg",
    "clinical commissioning groups": "ccg",
    "integrated care board": "icb",
    "integrated care boards": "icb",
    "integrated care system": "ics",
    "integrated care systems": "ics",
    "primary care trust": "pct",
    "primary care trusts": "pct",
    "strategic health authority": "sha",
    "strategic health authorities": "sha",
    "sustainability and transformation partnership": "stp",
    "sustainability and transformation partnerships": "stp",
    "commissioning support unit": "csu",
    "commissioning support units": "csu",
}
_LONG: Final = re.compile(r"\b(?:" + "|".join(sorted(_SHORT, key=len, reverse=True)) + r")\b")


def fold(text: str) -> str:
    """The words of a text in small letters without accents and marks, one space between them.

    Apostrophes join, everything else that is neither letter nor digit parts; `&` is `and`.

    >>> fold("  Bath & North-East SOMERSET’s  Ｃafé")
    'bath and north east somersets cafe'
    """
    if text.isascii():  # as most are; the same in fewer steps
        plain = text.lower().replace("&", " and ").translate(_ASCII_APOSTROPHES)
        return " ".join(_ASCII_WORDS.findall(plain))
    # Composed first, so that full-width and ligature forms are letters before they are folded.
    plain = unicodedata.normalize("NFKC", text).casefold().replace("&", " and ")
    letters = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", plain))
    marked = (each for each in letters if not unicodedata.combining(each))
    return " ".join("".join(each if each.isalnum() else " " for each in marked).split())


def shorten(folded: str) -> str:
    """A folded text with the long names of kinds of body in their short forms.

    >>> shorten("nhs leeds clinical commissioning group")
    'nhs leeds ccg'
    """
    return _LONG.sub(lambda found: _SHORT[found.group()], folded)
