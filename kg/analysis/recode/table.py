"""A table of numbers by code and period, on the bodies of another day; row by row."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path as FilePath
from typing import Final, Protocol

from kg.analysis.lineage.bodies import KINDS
from kg.analysis.recode.periods import period
from kg.analysis.recode.placing import Placer, Placing, Target
from kg.errors import InvalidInput

ADDED: Final = (
    "to_date", "to_code", "to_name", "to_kind", "share", "share_basis", "coverage",
    "series_break", "outcome", "reason",
)  # fmt: skip
"""The columns that are added, in this order; before them one `<column>_recoded` for each value."""
_KEPT: Final = 50_000
_NUMBER: Final = re.compile(
    r"[+-]?(?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,2})?",
    re.ASCII | re.IGNORECASE,
)
"""No greater exponent: a few letters would become a number of a million digits."""


class Rows(Protocol):
    """Where rows are written: what `csv.writer` gives."""

    def writerow(self, row: Iterable[str], /) -> object:
        """Write one row."""


@dataclass(frozen=True)
class Columns:
    """The names of the columns: of codes, of periods (or none), and of the values to share out."""

    code: str
    period: str = ""
    values: tuple[str, ...] = ()


@dataclass
class Summary:
    """How many rows were read, and what came of them: by outcome, and by reason if not placed."""

    rows: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)

    @property
    def is_complete(self) -> bool:
        """Whether every row was placed, or split by known shares."""
        return self.rows == self.outcomes["placed"] + self.outcomes["split"]


def recode_file(placer: Placer, source: FilePath, columns: Columns, sink: Rows) -> Summary:
    """`recode` the CSV file of that path. Raises `InvalidInput` also where it cannot be read."""
    try:
        with source.open(encoding="utf-8-sig", newline="") as opened:
            return recode(placer, opened, columns, sink, name=str(source))
    except OSError as error:
        hint = "Give the path of a CSV file."
        raise InvalidInput(source, None, f"it cannot be read: {error.strerror}", hint) from None


def recode(
    placer: Placer, lines: Iterable[str], columns: Columns, sink: Rows, *, name: str = "table"
) -> Summary:
    """Write the rows of CSV lines with the bodies of the placer's day; what came of them.

    No row is left out: one that cannot be placed stays, with the reason. One that is split, or
    whose parts are of unknown size, becomes a row for each body; values are shared out where the
    shares are known and otherwise left empty, never guessed. Raises `InvalidInput` for lines that
    are not CSV in UTF-8 with these columns, by `name`, line and column.
    """
    summary = Summary()
    kept: dict[tuple[str, str], Placing] = {}
    for number, row in _read(name, lines, columns, sink):
        summary.rows += 1
        key = (row[columns.code], row.get(columns.period, ""))
        if key not in kept:
            if len(kept) >= _KEPT:
                kept.clear()  # a file of any length, and of any codes, takes no more memory
            kept[key] = _placed(placer, *key, dated=bool(columns.period))
        placing = kept[key]
        summary.outcomes[placing.outcome] += 1
        if placing.outcome in ("unsized", "not placed"):
            summary.reasons[placing.reason] += 1
        values = {each: _number(name, number, each, row[each]) for each in columns.values}
        for told in _told(placer, placing, values):
            sink.writerow([*row.values(), *told])
    return summary


def _placed(placer: Placer, code: str, when: str, *, dated: bool) -> Placing:
    found = period(when) if dated else None
    if dated and found is None:
        return Placing(code, placer.to, "not placed", f"'{when}' is not a period")
    return placer.placed(code, found)


def _told(
    placer: Placer, placing: Placing, values: Mapping[str, Decimal | None]
) -> Iterator[list[str]]:
    broken = "; ".join(placing.broken)
    coverage = placing.coverage
    about = ["" if coverage is None else _plain(coverage), broken, placing.outcome, placing.reason]
    targets: Sequence[Target | None] = placing.targets or (None,)
    for target in targets:
        shared = [_shared(value, target) for value in values.values()]
        yield [*shared, placer.to, *_target(placer, target), *about]


def _target(placer: Placer, target: Target | None) -> list[str]:
    if target is None:
        return [""] * 5
    body = placer.dag.bodies[target.body]
    share = "" if target.share is None else _plain(target.share)
    return [body.code, body.name, KINDS[body.kind], share, target.basis]


def _shared(value: Decimal | None, target: Target | None) -> str:
    if value is None or target is None or target.share is None:
        return ""
    return _plain(value * target.share)


def _plain(number: Decimal) -> str:
    """A number without an exponent and without noughts at its end.

    >>> _plain(Decimal("1.500")), _plain(Decimal("100"))
    ('1.5', '100')
    """
    told = f"{number:f}"
    return told.rstrip("0").rstrip(".") if "." in told else told


def _number(source: str, line: int, column: str, text: str) -> Decimal | None:
    """A value as a number; nothing for an empty cell. Commas may part thousands, and nothing else:
    `1,5` is not 15."""
    plain = text.strip()
    if not plain:
        return None
    if not _NUMBER.fullmatch(plain):
        hint = "Leave such cells empty, or leave out --value for this column."
        raise InvalidInput(source, line, f"column '{column}' has '{text}', not a number", hint)
    return Decimal(plain.replace(",", ""))


def _read(
    name: str, lines: Iterable[str], columns: Columns, sink: Rows
) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows by column, with their lines, after the heading was written."""
    wanted = [columns.code, *([columns.period] if columns.period else []), *columns.values]
    reader = csv.reader(lines, strict=True)
    try:
        heading = next(reader, [])
        _check_heading(name, heading, wanted)
        sink.writerow([*heading, *(f"{each}_recoded" for each in columns.values), *ADDED])
        for row in reader:
            if row:  # an empty line is no row
                _check_row(name, reader.line_num, heading, row)
                yield reader.line_num, dict(zip(heading, row, strict=True))
    except UnicodeDecodeError as error:
        hint = "Save the file as UTF-8; a spreadsheet calls it 'CSV UTF-8'."
        raise InvalidInput(name, None, f"it is not UTF-8 ({error.reason})", hint) from None
    except csv.Error as error:
        hint = "Mend the quotes in this line; a field with a comma or a quote stands in quotes."
        raise InvalidInput(name, reader.line_num, f"it is not CSV: {error}", hint) from None


def _check_heading(source: str, heading: Sequence[str], wanted: Sequence[str]) -> None:
    if not heading:
        hint = "The first line names the columns."
        raise InvalidInput(source, 1, "it has no heading", hint)
    told = f"It has {', '.join(repr(each) for each in heading[:12])}."
    for each in wanted:
        if each not in heading:
            near = get_close_matches(each, heading, n=1)
            hint = f"Did you mean '{near[0]}'? {told}" if near else told
            raise InvalidInput(source, 1, f"it has no column '{each}'", hint)
    added = {*ADDED, *(f"{each}_recoded" for each in wanted)}
    twice = [each for each in heading if heading.count(each) > 1 or each in added]
    if twice:
        hint = "Give it another name in the file: every column needs one of its own."
        raise InvalidInput(source, 1, f"the column '{twice[0]}' is there twice", hint)


def _check_row(source: str, line: int, heading: Sequence[str], row: Sequence[str]) -> None:
    if len(row) != len(heading):
        hint = "Every line has as many fields as the first; put a field with commas in quotes."
        reason = f"it has {len(row)} fields, the heading has {len(heading)}"
        raise InvalidInput(source, line, reason, hint)
