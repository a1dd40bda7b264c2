"""What a plot tells beside its picture."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

SOURCE: Final = (
    "Contains public sector information licensed under the Open Government Licence v3.0. Sources: "
    "NHS England (Organisation Data Service) and Office for National Statistics; adapted."
)

Cell = str | int | float | None


@dataclass(frozen=True)
class Table:
    """The same as the picture, row by row, with all that did not fit into it."""

    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]

    def records(self) -> list[dict[str, Cell]]:
        """As a mapping a row, for data frames.

        >>> Table(["code", "count"], [["ccg", 106]]).records()
        [{'code': 'ccg', 'count': 106}]
        """
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def csv(self) -> bytes:
        """As CSV in UTF-8 with one heading: nothing where nothing is known, truths as words.

        >>> Table(["code", "count"], [["ccg", 106], [None, 0.5]]).csv()
        b'code,count\\nccg,106\\n,0.5\\n'
        >>> Table(["whole"], [[True]]).csv()
        b'whole\\ntrue\\n'
        """
        written = io.StringIO()
        writer = csv.writer(written, lineterminator="\n")
        writer.writerow(self.columns)
        writer.writerows(map(_plain, row) for row in self.rows)
        return written.getvalue().encode()


def _plain(cell: Cell) -> Cell:
    return ("false", "true")[cell] if isinstance(cell, bool) else cell


@dataclass(frozen=True)
class Told:
    """The words of a plot: `questions` are those that it asked, by name, `description` is what the
    picture shows, for those who do not see it, `notes` are what must be known to read it."""

    title: str
    subtitle: str
    description: str
    notes: Sequence[str]
    questions: Sequence[str]
    release: str
    day: str
    table: Table
    source: str = SOURCE

    @property
    def asked(self) -> str:
        """The line that says what was asked of what."""
        names = ", ".join(self.questions)
        return f"Asked: {names}. Release {self.release}, data of {self.day}."
