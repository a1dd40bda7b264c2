"""The interval test: whether something held on a day. It is written here and nowhere else.

A dated thing has four bounds: `earliestStart`, `latestStart`, `earliestEnd`, `latestEnd`, the first
and the last day both inclusive. It *held* on a day when it had surely begun and had not surely
ended. It is *carried* to a day when an attested day lies within so many months of it and the outer
bounds allow the day; an outer bound that is missing allows every day. Both are SPARQL 1.1 here,
for queries that are generated and for the files that people write, and Python, for what is shown.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

Holding = Literal["attested", "carried", "unknown", "not held"]


class Names(NamedTuple):
    """The terms of the test as SPARQL: variables, or a day written out."""

    day: str = "?day"
    earliest_start: str = "?earliestStart"
    latest_start: str = "?latestStart"
    earliest_end: str = "?earliestEnd"
    latest_end: str = "?latestEnd"
    months: str = "?carryMonths"


AS_WRITTEN: Final = Names()
"""The names that the test has in files that people write."""


class Bounds(NamedTuple):
    """The bounds of a thing as ISO days, each nothing where it is not known."""

    earliest_start: str | None = None
    latest_start: str | None = None
    earliest_end: str | None = None
    latest_end: str | None = None


def holds(names: Names = AS_WRITTEN) -> str:
    """The expression that is true when something held on the day.

    >>> holds()
    '?latestStart <= ?day && (!BOUND(?earliestEnd) || ?earliestEnd >= ?day)'
    """
    day, start, end = names.day, names.latest_start, names.earliest_end
    return f"{start} <= {day} && (!BOUND({end}) || {end} >= {day})"


def carried(names: Names = AS_WRITTEN) -> str:
    """The expression that is true when something did not hold on the day but is carried to it."""
    day = names.day
    begun = f"(!BOUND({names.earliest_start}) || {names.earliest_start} <= {day})"
    not_ended = f"(!BOUND({names.latest_end}) || {names.latest_end} >= {day})"
    before = f"{names.latest_start} > {day} && {_within(day, names.latest_start, names.months)}"
    after = f"{names.earliest_end} < {day} && {_within(names.earliest_end, day, names.months)}"
    return f"{begun} && {not_ended} && (({before}) || (BOUND({names.earliest_end}) && {after}))"


def _within(early: str, late: str, months: str) -> str:
    # Whole months, then days: no month has 31 days to spare, so the sum cannot run over.
    apart = f"YEAR({late}) * 12 + MONTH({late}) - YEAR({early}) * 12 - MONTH({early})"
    return f"({apart}) * 31 + DAY({late}) - DAY({early}) <= {months} * 31"


HOLDS: Final = holds()
CARRIED: Final = carried()


def holding(bounds: Bounds, day: str, months: int = 0) -> Holding:
    """How sure it is that something with these bounds held on that day.

    >>> holding(Bounds("2019-04-01", "2019-04-01", "2020-03-31", "2020-03-31"), "2020-03-31")
    'attested'
    >>> holding(Bounds(None, "2019-04-01", "2019-10-05", None), "2020-02-05", 4)
    'carried'
    """
    first, start, end, last = bounds
    if start is not None and start <= day and (end is None or end >= day):
        return "attested"
    if (first is not None and day < first) or (last is not None and day > last):
        return "not held"
    if start is None:
        return "unknown"
    near = (start > day and _months_apart(day, start, months)) or (
        end is not None and end < day and _months_apart(end, day, months)
    )
    return "carried" if near else "unknown"


def _months_apart(early: str, late: str, months: int) -> bool:
    (year, month, day), (year2, month2, day2) = _parts(early), _parts(late)
    return (year2 * 12 + month2 - year * 12 - month) * 31 + day2 - day <= months * 31


def _parts(day: str) -> tuple[int, int, int]:
    year, month, of_month = day.split("-")
    return int(year), int(month), int(of_month)
