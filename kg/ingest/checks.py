"""What no single cell can show: lives that overlap or end before they begin, days that do not meet.

A mapping asks for these checks. `[lives]` names the columns that tell one body from another and
those of its first and last day; `[follows]` names the day that must be the one after another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from kg.ingest.mapping_world import Table, World
from kg.ingest.tables import Row, Window, window


def check(whole: World) -> None:
    """Raise `InvalidInput`, with file and line, for the first row that cannot be true."""
    for table in whole.tables.values():
        if lives := table.mapping.lives:
            _check_lives(table, lives)
        if follows := table.mapping.follows:
            _check_follows(whole, table, follows)


def _days(row: Row, column: str) -> Window:
    text = row.one(column)
    return window(text) if text else Window("", "")


def _check_lives(table: Table, told: Mapping[str, Any]) -> None:
    alike: defaultdict[str, list[tuple[Window, Window, Row]]] = defaultdict(list)
    for row in table.rows.values():
        start, end = _days(row, told["start"]), _days(row, told["end"])
        if end.latest and start.earliest and end.latest < start.earliest:
            raise row.invalid(
                f"'{row.key}' ends on {end.latest}, before it starts on {start.earliest}",
                "Correct one of the two dates.",
            )
        alike["/".join(row.one(column) for column in told["of"])].append((start, end, row))
    for name, lives in alike.items():
        _check_apart(name, sorted(lives, key=lambda life: life[0].latest or life[0].earliest))


def _check_apart(name: str, lives: list[tuple[Window, Window, Row]]) -> None:
    """Lives overlap for certain when one starts, at the latest, before the last can have ended."""
    for (_, end, earlier), (start, _, row) in pairwise(lives):
        ended = end.earliest or end.latest
        if not ended or (start.latest or start.earliest) <= ended:
            until = f"until {ended}" if ended else "with no end"
            raise row.invalid(
                f"'{name}' starts again on {start.latest or start.earliest}, "
                f"but line {earlier.line} has it {until}",
                "End the earlier life first; a code has one body of a kind at a time.",
            )


def _check_follows(whole: World, table: Table, told: Mapping[str, Any]) -> None:
    when: Mapping[str, str] = told.get("when", {})
    for row in table.rows.values():
        if any(row.one(column) != value for column, value in when.items()):
            continue
        [(_, text)] = whole.cells(table, row, tuple(told["day"].split(".")))
        closed = whole.cells(table, row, tuple(told["after"].split(".")))
        day = window(text).latest
        before = (date.fromisoformat(day) - timedelta(days=1)).isoformat()
        last = window(closed[0][1]).latest if closed else ""
        if last != before:
            who = row.one(told["after"].partition(".")[0])
            told_last = f"closed on {last}" if last else "has no closing date"
            raise row.invalid(
                f"the change of {day} is not the day after '{who}' ended: it {told_last}",
                "Correct the day of the change or the closing date.",
            )
