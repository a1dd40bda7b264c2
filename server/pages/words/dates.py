"""Days and periods as people write them, from bounds."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")  # fmt: skip
_ISO = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
BOUNDS = ("earliestStart", "latestStart", "earliestEnd", "latestEnd")
"""The four properties that bound everything dated."""


class Period(NamedTuple):
    """The four bounds of something dated, as ISO days, empty where nothing bounds it."""

    earliest_start: str
    latest_start: str
    earliest_end: str
    latest_end: str

    @classmethod
    def of(cls, told: Mapping[str, str]) -> Period:
        """The period of a thing, from its bounds by name."""
        return cls(*(told.get(name, "") for name in BOUNDS))

    def holds(self, on: str) -> bool:
        """Whether it held on that day for certain; the one interval test (DESIGN 10).

        >>> Period("2013-04-01", "2013-04-01", "2020-03-31", "2020-03-31").holds("2020-03-31")
        True
        """
        begun = bool(self.latest_start) and self.latest_start <= on
        return begun and (not self.earliest_end or self.earliest_end >= on)

    def __str__(self) -> str:
        """The period in words, empty where nothing is known.

        >>> str(Period("2013-04-01", "2013-04-01", "2020-03-31", "2020-03-31"))
        '1 April 2013 to 31 March 2020'
        >>> str(Period("2022-07-01", "2022-07-01", "", ""))
        'since 1 July 2022'
        >>> str(Period("", "2019-02-28", "2019-02-01", ""))
        'some time from 1 February 2019 to 28 February 2019'
        """
        first, last = self.latest_start, self.earliest_end
        if first and last and first > last:
            # A date known to a month or a year, and nothing more: no single day is attested.
            return f"some time from {day(last)} to {day(first)}"
        begins = between(self.earliest_start, self.latest_start)
        ends = between(self.earliest_end, self.latest_end)
        if begins and ends:
            return f"{begins} to {ends}"
        if begins:
            return f"since {begins}"
        return f"until {ends}" if ends else ""


def day(text: str) -> str:
    """An ISO day in words; other text as it is.

    >>> day("2020-04-01"), day("soon")
    ('1 April 2020', 'soon')
    """
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return text
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"


def worded(text: str) -> str:
    """A sentence with its ISO days in words.

    >>> worded("The register counts 135 on 2020-04-01.")
    'The register counts 135 on 1 April 2020.'
    """
    return _ISO.sub(lambda found: day(found[0]), text)


def between(earliest: str, latest: str) -> str:
    """A date that lies between two days, said as precisely as it is known.

    >>> between("2018-02-01", "2018-02-28"), between("2018-01-01", "2018-12-31")
    ('February 2018', '2018')
    >>> between("2018-02-03", "2018-04-01"), between("2015-03-31", ""), between("", "")
    ('between 3 February 2018 and 1 April 2018', '31 March 2015 or later', '')
    """
    if not earliest or not latest:
        known = earliest or latest
        return f"{day(known)} or {'later' if earliest else 'earlier'}" if known else ""
    if earliest == latest:
        return day(earliest)
    return _whole(earliest, latest) or f"between {day(earliest)} and {day(latest)}"


def _whole(earliest: str, latest: str) -> str:
    try:
        first, last = date.fromisoformat(earliest), date.fromisoformat(latest)
    except ValueError:
        return ""
    if first.year != last.year:
        return ""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year)
    ends = monthrange(first.year, first.month)[1]
    if first.month == last.month and (first.day, last.day) == (1, ends):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    return ""
