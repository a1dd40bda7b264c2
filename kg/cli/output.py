"""Answers as people or programs want them: a table, JSON, CSV, TSV, XML, Turtle."""

from __future__ import annotations

import csv
import json
import os
import sys
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from kg.model.names import shorten
from kg.model.terms import Iri, Term
from kg.questions.ask import Answer
from kg.release.answers.answer import Answer as Told
from kg.release.answers.answer import rows_json
from kg.release.answers.latest import latest_source
from kg.release.answers.latest import told as told_of
from kg.release.opened import OpenRelease
from kg.store.base import Rows, Store
from kg.store.formats import ROWS, TRIPLES, by_name

_FREE = 100_000
"""Columns that no table has."""
stdout = Console()
stderr = Console(stderr=True)


def table(rows: Rows) -> Table:
    """The rows as a table for a terminal: nothing is cut, and what repeats is said once.

    A table of more than five columns leaves its identifiers to the other formats.
    """
    wide = len(rows.variables) > 5
    kept = [
        place
        for place in range(len(rows.variables))
        if not wide or not all(isinstance(row[place], Iri) for row in rows.rows)
    ]
    drawn = Table()
    for place in kept:
        drawn.add_column(rows.variables[place], overflow="fold")
    before: list[str] = []
    for row in rows.rows:
        cells = [shown(row[place]) for place in kept]
        drawn.add_row(*(Text(cell) for cell in _told_once(before, cells)))
        before = cells
    return drawn


def _told_once(before: list[str], cells: list[str]) -> list[str]:
    """The cells of a row, empty as long as they begin like the row before."""
    same = 0
    while same < min(len(before), len(cells) - 1) and before[same] == cells[same]:
        same += 1
    return ["" if place < same else cell for place, cell in enumerate(cells)]


def draw(drawn: Table) -> None:
    """Print a table: fitted to a terminal, or to `COLUMNS`; elsewhere as wide as its rows are.

    So whoever reads it from a pipe has each row in a line, and no word is broken.
    """
    if stdout.is_terminal or "COLUMNS" in os.environ:
        stdout.print(drawn)
        return
    free = stdout.options.update(width=_FREE)
    drawn.width = Measurement.get(stdout, free, drawn).maximum
    stdout.print(drawn, crop=False)


def shown(term: Term | None) -> str:
    """A term as a person reads it."""
    if term is None:
        return ""
    return shorten(term) if isinstance(term, Iri) else getattr(term, "text", str(term))


def write_answer(answer: Answer, release: OpenRelease, form: str) -> None:
    """Print the answer of a named question in this format."""
    if form == "table":
        header = answer.question.header
        used = ", ".join(f"{name} = {shown(term)}" for name, term in answer.parameters.items())
        count = len(answer.rows.rows)
        stdout.print(Text(header.question), style="bold")
        if used:
            stdout.print(Text(f"with {used}"), style="dim", highlight=False)
        drawn = table(answer.rows)
        draw(drawn)
        left_out = len(drawn.columns) < len(answer.rows.variables)
        more = " · identifiers are in --format csv" if left_out else ""
        told = f"{count} row{'' if count == 1 else 's'} · release {release.name}{more}"
        stdout.print(Text(told), style="dim", highlight=False)
        latest = latest_source(release, answer.question.sparql)
        if latest:
            stdout.print(
                Text(f"latest source: {latest.title} ({latest.day})"), style="dim", highlight=False
            )
        for note in header.notes:
            stdout.print(Text(f"• {note}"), highlight=False)
    elif form == "json":
        write_json(
            {
                "question": answer.question.name,
                "asked": answer.question.header.question,
                "parameters": {name: shown(term) for name, term in answer.parameters.items()},
                "columns": {each.name: each.sentence for each in answer.question.header.columns},
                "rows": rows_json(answer.rows),
                "notes": list(answer.question.header.notes),
                "release": release.name,
                "latestSource": told_of(latest_source(release, answer.question.sparql)),
            }
        )
    else:
        write_query(answer.query, release.store, form)


def write_query(query: str, store: Store, form: str) -> None:
    """Print a SPARQL answer as the engine writes it; triples where the query gives triples."""
    rows = by_name(form, ROWS) if form in ("json", "csv", "tsv", "xml") else ROWS[0]
    triples = by_name({"json": "jsonld", "xml": "rdfxml"}.get(form, "turtle"), TRIPLES)
    store.write(query, sys.stdout.buffer, rows, triples)
    sys.stdout.buffer.write(b"\n")
    sys.stdout.buffer.flush()


def write_json(value: dict[str, Any] | Sequence[Any]) -> None:
    """Print a value as JSON, for programs."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def write_listed(listed: Sequence[dict[str, Any]], *, as_csv: bool) -> None:
    """Print things with the same members for programs: as JSON, or as CSV with a header."""
    if not as_csv:
        write_json(listed)
        return
    rows = csv.DictWriter(sys.stdout, listed[0] if listed else (), lineterminator="\n")
    rows.writeheader()
    rows.writerows(listed)


def write_told(told: Told, release: str, *, as_csv: bool = False) -> None:
    """Print an answer as JSON, with the release that it is of; or its table as CSV."""
    if as_csv:
        sys.stdout.write(told.table.csv().decode())
    else:
        write_json({**told.json, "release": release})
