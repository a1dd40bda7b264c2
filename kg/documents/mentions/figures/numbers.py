"""Numbers in digits and in words."""

from __future__ import annotations

from functools import lru_cache

from kg.documents.patterns import compiled

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = {
    "hundred": 100, "thousand": 1_000, "k": 1_000, "million": 1_000_000, "m": 1_000_000,
    "mn": 1_000_000, "billion": 1_000_000_000, "bn": 1_000_000_000, "dozen": 12,
}  # fmt: skip
_VALUES = {word: value for value, word in enumerate(_UNITS)} | {
    word: 20 + 10 * at for at, word in enumerate(_TENS)
}
SMALL = {word: _VALUES[word] for word in _UNITS[2:13]}
"""How many `two` to `twelve` are: what people count bodies with."""
SETS = {"both": 2, "pair": 2, "duo": 2, "trio": 3, "quartet": 4, "quintet": 5}
"""How many a set of that name has."""
_ONES = "|".join(_UNITS[1:10])
_WORD = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{_ONES}))?"
    rf"|{'|'.join(sorted(_UNITS, key=len, reverse=True))})"
)
_SCALE = r"(?:hundred|thousand|million|billion|dozen)"
FRACTIONS = {
    "half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "sixth": 100 / 6,
    "seventh": 100 / 7, "eighth": 12.5, "ninth": 100 / 9, "tenth": 10.0,
}  # fmt: skip
DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
NUMBER = (
    rf"(?:(?:{DIGITS})(?:[ -]?(?:million|billion|thousand|bn|mn|m|k)\b)?"
    rf"|half a (?:million|billion|dozen)"
    rf"|(?:{_WORD})(?: and a half)?(?: {_SCALE})+(?: and {_WORD})?"
    rf"|an? (?:{_SCALE})(?: and {_WORD})?|{_WORD})"
)
_PIECE = compiled(rf"{DIGITS}|[a-z]+")


@lru_cache(maxsize=4096)
def number(words: str) -> float | None:
    """The value of a number in digits or words; None for anything else.

    >>> number("seventy-four"), number("1.8 million"), number("two hundred and six")
    (74.0, 1800000.0, 206.0)
    >>> number("half a million"), number("one and a half million"), number("the")
    (500000.0, 1500000.0, None)
    """
    text = words.lower().strip()
    if text.startswith("half a"):
        return 0.5 * _SCALES[text.split()[-1]]
    total, current, seen = 0.0, 0.0, False
    for piece in _PIECE.findall(text.replace(" and a half", " plushalf")):
        value = _plain(piece)
        if value is not None:
            current, seen = current + value, seen or piece != "plushalf"
        elif piece in _SCALES:
            current, seen = (current or 1) * _SCALES[piece], True
            if _SCALES[piece] >= _SCALES["thousand"]:
                total, current = total + current, 0.0
        elif piece not in {"a", "an", "and"}:
            return None
    return total + current if seen else None


def _plain(piece: str) -> float | None:
    """The value of digits or of a number word that is no scale."""
    if piece[0].isdigit():
        return float(piece.replace(",", ""))
    return 0.5 if piece == "plushalf" else _VALUES.get(piece)


def written(value: float) -> str:
    """A number without thousands separators, without a fraction where it has none.

    >>> written(74.0), written(66.666)
    ('74', '66.67')
    """
    return str(int(value)) if value == int(value) else f"{value:.2f}".rstrip("0").rstrip(".")
