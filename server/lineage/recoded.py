"""Tables by code, put on the bodies of another day, in a reader process."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from io import BytesIO, StringIO, TextIOWrapper
from typing import Any, cast, get_args

from kg.analysis.recode.placing import Level, Placer
from kg.analysis.recode.table import Columns, Summary, recode
from kg.errors import BadParameter
from kg.model.dates import day_of
from kg.release.opened import OpenRelease
from server.limits.form import Fields, fields, is_form
from server.readers.protocol import Reply, Request

SUMMARY = "Recode-Summary"
"""A header with how many rows there were, and what came of them (RFC 9651, a dictionary)."""
FILE = {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": 'attachment; filename="recoded.csv"',
}
"""The headers of a file in CSV."""


@dataclass(frozen=True)
class Asked:
    """What is to be put on the bodies of the day `to`: a table in CSV, and which columns it has."""

    table: bytes
    to: str
    columns: Columns
    level: str

    @classmethod
    def of(cls, request: Request) -> Asked:
        """What a request asks: a form says all in its fields, else the query says all but the CSV.

        A file that is sent wins over what is written. Raises `BadDocument` for a bad form.
        """
        media = request.headers.get("content-type", "")
        if not is_form(media):
            return cls._of(request.params, request.body)
        form = fields(media, request.body)
        sent = (form.get("file") or form.get("table") or [b""])[0]
        return cls._of(_decoded(form), sent)

    @classmethod
    def _of(cls, given: Any, table: bytes) -> Asked:
        told = Request("", given)
        # A form has one field for all columns of values, with commas between them.
        values = [
            name.strip()
            for text in told.texts("value")
            for name in next(csv.reader([text]), [])
            if name.strip()
        ]
        columns = Columns(told.text("code"), told.text("period"), tuple(values))
        return cls(table, told.text("to"), columns, told.text("level") or "board")

    def check(self) -> Asked:
        """The same; raises `BadParameter` for what is missing or cannot be."""
        if not self.to:
            hint = "The day whose bodies are wanted, as 2024-04-01."
            raise BadParameter("to", "a day is wanted", hint)
        if not self.columns.code:
            raise BadParameter("code", "the name of the column of codes is wanted")
        if self.level not in get_args(Level):
            raise BadParameter("level", f"'{self.level}' is neither board nor location")
        if not self.table.strip():
            hint = "Send CSV in UTF-8 whose first line names the columns."
            raise BadParameter("table", "there is no table", hint)
        return replace(self, to=day_of("to", self.to))


def answer(release: OpenRelease, request: Request, reply: Reply) -> None:
    """The table of the request with the bodies of a day, as CSV.

    Raises `BadParameter`, `BadDocument`, and `InvalidInput` with the line and the column.
    """
    written = StringIO()
    writer = csv.writer(written, lineterminator="\n")
    summary = recoded(release, Asked.of(request).check(), writer)
    reply.head(200, {**FILE, SUMMARY: summed(summary), "Cache-Control": "no-store"})
    reply.write(written.getvalue().encode())


def recoded(release: OpenRelease, asked: Asked, sink: Any) -> Summary:
    """Write the rows to `sink`, a `csv.writer` or one like it; what came of them."""
    placer = Placer(release.lineage, asked.to, cast("Level", asked.level))
    lines = TextIOWrapper(BytesIO(asked.table), encoding="utf-8-sig", newline="")
    return recode(placer, lines, asked.columns, sink)


def summed(summary: Summary) -> str:
    """What came of the rows, as the header tells it.

    >>> summed(Summary(2, Summary().outcomes))
    'rows=2, placed=0, split=0, unsized=0, not-placed=0'
    """
    counts = [
        f"{name.replace(' ', '-')}={summary.outcomes[name]}"
        for name in ("placed", "split", "unsized", "not placed")
    ]
    return ", ".join((f"rows={summary.rows}", *counts))


def _decoded(form: Fields) -> dict[str, list[str]]:
    return {
        name: [value.decode("utf-8", "replace") for value in values]
        for name, values in form.items()
        if name not in ("file", "table")
    }
