"""Days, and dates that are less precise than a day, as bounds."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from kg.errors import BadParameter

_PARTIAL = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


class Bounds(NamedTuple):
    """The first and the last day that a date may mean; equal when it is known to the day."""

    earliest: str
    latest: str

    @property
    def day(self) -> str | None:
        """The day itself, when it is known."""
        return self.earliest if self.earliest == self.latest else None


def bounds(text: str) -> Bounds:
    """The bounds of an ISO date as precise as its source: year, month or day.

    Raises `ValueError` for anything else, and for a day that no calendar has.

    >>> bounds("2018-02")
    Bounds(earliest='2018-02-01', latest='2018-02-28')
    >>> bounds("2018-02-30")
    Traceback (most recent call last):
    ValueError: '2018-02-30' is not a date
    """
    found = _PARTIAL.match(text)
    if not found:
        raise ValueError(f"{text!r} is not a date")
    year, month, day = found.groups()
    try:
        first = date(int(year), int(month or 1), int(day or 1))
        last = date(
            int(year),
            int(month or 12),
            int(day or monthrange(int(year), int(month or 12))[1]),
        )
    except ValueError:
        raise ValueError(f"{text!r} is not a date") from None
    return Bounds(first.isoformat(), last.isoformat())


def day_of(parameter: str, text: str) -> str:
    """The ISO day that was given for a parameter, or nothing where none was.

    Raises `BadParameter` for what is not a day.

    >>> day_of("on", "2020-04-01"), day_of("on", "")
    ('2020-04-01', '')
    """
    if not text:
        return ""
    try:
        day = bounds(text).day
    except ValueError:
        day = None
    if not day:
        raise BadParameter(parameter, f"'{text}' is not a day", "Write it as 2020-04-01.")
    return day
