"""The times that statistics are given for, as people write them."""

from __future__ import annotations

import re
from typing import Final

from kg.model.dates import Bounds, bounds

_YEARS: Final = re.compile(r"(\d{4})\s*[/–-]\s*(\d{2}|\d{4})")
_DAY: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def period(text: str) -> Bounds | None:
    """The first and last day of a period, or `None` for what is not one.

    A year, a month, a day (also as 31/03/2020), or a financial year from April: `2019/20`,
    `2019-2020`, and `2019-20`, which no month is. `2011-12` is December 2011, as ISO has it.

    >>> period("2019/20")
    Bounds(earliest='2019-04-01', latest='2020-03-31')
    >>> period("2011-12")
    Bounds(earliest='2011-12-01', latest='2011-12-31')
    >>> period("last year") is None
    True
    """
    plain = text.strip()
    if day := _DAY.fullmatch(plain):
        plain = f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"
    try:
        return bounds(plain)
    except ValueError:
        years = _YEARS.fullmatch(plain)
    if years is None:
        return None
    first = int(years[1])
    follows = int(years[2]) in (first + 1, (first + 1) % 100)
    return Bounds(f"{first}-04-01", f"{first + 1}-03-31") if follows else None
