"""What a run of the suite came to: as JSON, and as one table of ratios."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from tests.bench.registry import Comparison, Found, Row

VERSION: Final = 1
"""Of the form of the JSON."""
WIDE: Final = 160
"""Columns of a table that is read from a file or a pipe."""
Told = dict[str, Any]


@dataclass(frozen=True)
class Outcome:
    """A comparison that was run: what was found, the seconds it took, or why it failed."""

    comparison: Comparison
    found: Found
    seconds: float
    failure: str = ""


def told(outcome: Outcome) -> Told:
    """An outcome as JSON has it."""
    comparison, found = outcome.comparison, outcome.found
    return {
        "name": comparison.name,
        "what": comparison.what,
        "peers": [
            {
                "name": each.name,
                "version": each.shown_version(),
                "configuration": each.configuration,
                "absent": found.absent.get(each.name, ""),
            }
            for each in comparison.peers
        ],
        "seconds": round(outcome.seconds, 1),
        "failure": outcome.failure,
        "notes": comparison.notes(found),
        "rows": [_row(comparison, each) for each in found.rows],
    }


def _row(comparison: Comparison, row: Row) -> Told:
    return {
        "what": row.what,
        "peer": row.peer,
        "ours": _figures(row.ours),
        "theirs": _figures(row.theirs),
        "unit": row.unit,
        "ratio": _figures(row.ratio),
        "wanted": _figures(comparison.wanted.get(row.aim)),
        "met": comparison.is_met(row),
        "aim": row.aim,
    }


def _figures(number: float | None) -> float | None:
    """A number to four figures; nothing where there is none, or no end to it."""
    return None if number is None or math.isinf(number) else float(f"{number:.4g}")


def draw(console: Console, suite: Told) -> None:
    """Print the table, who was absent, what is to be known, and how many are as wanted."""
    drawn = Table("comparison", "what", "peer", title="Times better than the peer (below 1: worse)")
    for name in ("ours", "peer's", "ratio", "wanted"):
        drawn.add_column(name, justify="right", no_wrap=True)
    drawn.add_column("met")
    for comparison in suite["comparisons"]:
        for place, row in enumerate(comparison["rows"]):
            name = "" if place else comparison["name"]
            drawn.add_row(name, *_cells(row), end_section=row is comparison["rows"][-1])
    console.print(drawn)
    for line in _lines(suite):
        console.print(Text(line), soft_wrap=True)


def _cells(row: Told) -> Iterator[Text]:
    yield from (Text(row["what"]), Text(row["peer"]))
    yield from (Text(f"{row[each]:,.4g} {row['unit']}") for each in ("ours", "theirs"))
    yield Text(_short(row["ratio"]))
    yield Text("" if row["wanted"] is None else f"≥ {_short(row['wanted'])}")
    yield {True: Text("yes", "green"), False: Text("no", "bold red"), None: Text("")}[row["met"]]


def _short(ratio: float | None) -> str:
    """A ratio in as few letters as will do.

    >>> _short(0.123), _short(5.04), _short(431.2), _short(None)
    ('0.12', '5.0', '431', '∞')
    """
    if ratio is None:
        return "∞"
    return f"{ratio:.2f}" if ratio < 3 else f"{ratio:.1f}" if ratio < 100 else f"{ratio:,.0f}"


def _lines(suite: Told) -> Iterator[str]:
    for each in suite["comparisons"]:
        for peer in each["peers"]:
            if peer["absent"]:
                yield f"{each['name']}: {peer['name']} is absent: {peer['absent']}"
        if each["failure"]:
            yield f"{each['name']} FAILED: {each['failure']}"
        yield from (f"{each['name']}: {note}" for note in each["notes"])
    machine, rows = suite["machine"], _rows(suite)
    met = sum(row["met"] is True for row in rows)
    wanted = sum(row["met"] is not None for row in rows)
    yield f"{machine['processor']}, {machine['cores']} cores, {machine['memory MiB']:,} MiB"
    yield f"coterminous {suite['version']}, release {suite['release']}, {suite['seconds']:.0f} s"
    spent = (f"{each['name']} {each['seconds']:.0f}" for each in suite["comparisons"])
    yield f"seconds: {', '.join(spent)}"
    yield f"{met} of {wanted} are as wanted"


def _rows(suite: Told) -> Sequence[Told]:
    return [row for each in suite["comparisons"] for row in each["rows"]]
