"""Answers as people or programs want them: a table, JSON, CSV, TSV, XML, Turtle."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.errors import KgError
from kg.model.names import shorten
from kg.model.terms import Iri, Term
from kg.questions.ask import Answer
from kg.release.answers.answer import Answer as Told
from kg.release.answers.answer import rows_json
from kg.store.base import Rows, Store
from kg.store.formats import ROWS, TRIPLES, by_name

FORMATS = ("table", "json", "csv", "tsv", "xml", "turtle")
stdout = Console()
stderr = Console(stderr=True)


def fail(error: KgError) -> int:
    """Print an error as people read it: what is wrong, then what to do. Gives the exit code."""
    stderr.print(Text(str(error)), style="red", highlight=False)
    if error.hint:
        stderr.print(Text(f"  {error.hint}"), highlight=False)
    return 1


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


def shown(term: Term | None) -> str:
    """A term as a person reads it."""
    if term is None:
        return ""
    return shorten(term) if isinstance(term, Iri) else getattr(term, "text", str(term))


def write_answer(answer: Answer, store: Store, release: str, form: str) -> None:
    """Print the answer of a named question in this format."""
    if form == "table":
        header = answer.question.header
        used = ", ".join(f"{name} = {shown(term)}" for name, term in answer.parameters.items())
        count = len(answer.rows.rows)
        stdout.print(Text(header.question), style="bold")
        if used:
            stdout.print(Text(f"with {used}"), style="dim", highlight=False)
        drawn = table(answer.rows)
        stdout.print(drawn)
        left_out = len(drawn.columns) < len(answer.rows.variables)
        more = " · identifiers are in --format csv" if left_out else ""
        told = f"{count} row{'' if count == 1 else 's'} · release {release}{more}"
        stdout.print(Text(told), style="dim", highlight=False)
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
                "release": release,
            }
        )
    else:
        write_query(answer.query, store, form)


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


def write_told(told: Told, release: str) -> None:
    """Print an answer as JSON, with the release that it is of."""
    write_json({**told.json, "release": release})
