"""`recode`, `crosswalk`, `coterminosity`: codes and areas on the map of another day."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from kg.analysis.lineage.sentences import called
from kg.analysis.recode.coterminosity import Coterminosity, course
from kg.analysis.recode.coterminosity import coterminosity as measured
from kg.analysis.recode.crosswalk import write_rows
from kg.analysis.recode.placing import Level, Placer
from kg.analysis.recode.table import Columns, Summary, recode_file
from kg.cli import output
from kg.cli.asked import JsonOption, ReleaseOption, StoreOption, opened
from kg.cli.asking.lineage import file_or_stdout
from kg.cli.package.exits import Ending
from kg.errors import BadParameter, UnknownThing
from kg.model.dates import day_of

NOT_ALL = Ending.HELD_BACK
"""The exit code when a table was written, but not all of its rows could be placed."""


def recode(
    file: Annotated[Path, typer.Argument(help="A CSV file in UTF-8 with a heading.")],
    to: Annotated[str, typer.Option(help="The day whose bodies are wanted.")],
    code: Annotated[str, typer.Option(help="The column of ODS or ONS codes.")],
    period: Annotated[
        str, typer.Option(help="The column of their periods: 2019-04-01, 2019-04, 2019, 2019/20.")
    ] = "",
    value: Annotated[
        list[str] | None, typer.Option(help="A column of numbers to share out.")
    ] = None,
    level: Annotated[
        str, typer.Option(help="From July 2022 on, onto a board or a (sub-ICB) location.")
    ] = "board",
    out: Annotated[Path | None, typer.Option(help="Write here, not to the terminal.")] = None,
    store: StoreOption = None,
    release: ReleaseOption = "",
) -> None:
    """Put a table by code and period on the bodies of a day; exit 3 if a row could not be placed.

    No row is lost: what cannot be placed stays, with the reason.
    """
    if level not in ("board", "location"):
        raise BadParameter("--level", f"'{level}' is neither board nor location")
    chosen: Level = "board" if level == "board" else "location"
    current = opened(store, release)
    placer = Placer(current.lineage, day_of("--to", to), chosen)
    columns = Columns(code, period, tuple(value or ()))
    with file_or_stdout(out) as sink:
        summary = recode_file(placer, file, columns, csv.writer(sink, lineterminator="\n"))
    _report(summary, to, current.name)
    if not summary.is_complete:
        raise typer.Exit(NOT_ALL)


def crosswalk(
    out: Annotated[Path, typer.Argument(help="The CSV file to write; - is the terminal.")],
    store: StoreOption = None,
    release: ReleaseOption = "",
) -> None:
    """Write every code that there was, on the bodies of every day on which the map changed."""
    current = opened(store, release)
    with file_or_stdout(None if str(out) == "-" else out) as sink:
        number = write_rows(current.lineage, csv.writer(sink, lineterminator="\n"))
    told = f"{number:,} rows in {out} · release {current.name}"
    output.stderr.print(Text(told), style="dim", highlight=False)


def coterminosity(
    on: Annotated[str, typer.Option(help="The day.")] = "",
    area: Annotated[str, typer.Option(help="A code: this area on all days of change.")] = "",
    store: StoreOption = None,
    release: ReleaseOption = "",
    as_json: JsonOption = False,
) -> None:
    """Tell how each STP, ICS or board lay over councils: on a day, or one of them over time."""
    if bool(on) == bool(area):
        raise BadParameter("--on", "one of --on and --area is wanted", "Try --on 2021-04-01.")
    current = opened(store, release)
    dag = current.lineage
    found = list(course(dag, area.upper())) if area else measured(dag, day_of("--on", on))
    if not found and area:
        raise UnknownThing(area, [each.code for each in dag.bodies.values() if each.kind == "icb"])
    if as_json:
        told = [each.json() for each in found]
        output.write_json({"release": current.name, "areas": told})
        return
    output.stdout.print(_table(found, of_one=bool(area)))
    for note in (_NOTE, *_notes(found)):
        output.stdout.print(Text(f"• {note}"), highlight=False)
    output.stdout.print(Text(f"release {current.name}"), style="dim", highlight=False)


_NOTE = (
    "Parts are CCGs or sub-ICB locations. The index is the fraction of an area's small areas that "
    "lie in districts which lie in it whole; upper is the same over upper-tier councils, at the "
    "least, since no table tells which county a shire district is in."
)


def _report(summary: Summary, to: str, release: str) -> None:
    outcomes = summary.outcomes
    output.stderr.print(
        Text(
            f"{summary.rows:,} rows on the bodies of {to}: {outcomes['placed']:,} placed, "
            f"{outcomes['split']:,} split, {outcomes['unsized']:,} in parts of unknown size, "
            f"{outcomes['not placed']:,} not placed · release {release}"
        ),
        highlight=False,
    )
    for reason, number in summary.reasons.most_common(10):
        output.stderr.print(Text(f"  {number:,} × {reason}"), highlight=False)
    if len(summary.reasons) > 10:
        output.stderr.print(Text(f"  and {len(summary.reasons) - 10:,} other reasons"))


def _table(found: list[Coterminosity], *, of_one: bool) -> Table:
    drawn = Table()
    drawn.add_column("day" if of_one else "code", no_wrap=True)
    drawn.add_column("area", overflow="fold", min_width=12)
    for name in ("parts", "districts", "divided", "index", "upper"):
        drawn.add_column(name, justify="right", no_wrap=True)
    for each in found:
        known = each.index is not None
        drawn.add_row(
            each.day if of_one else each.area.code,
            Text(called(each.area, coded=False)),
            str(each.members),
            str(len(each.overlaps)) if known else "",
            str(len(each.divided)) if known else "",
            _number(each.index),
            _number(each.least),
        )
    return drawn


def _notes(found: list[Coterminosity]) -> list[str]:
    """Why there are no numbers, or that they are of another day; each once, with whom it is of."""
    notes: dict[str, list[str]] = {}
    for each in found:
        carried = f"by the table of {each.edition}" if each.carried else ""
        if note := each.note or carried:
            notes.setdefault(note, []).append(f"{each.area.code} {each.day}")
    many = 4
    return [
        f"{', '.join(of[:many])}{f' and {len(of) - many} more' if len(of) > many else ''}: {note}"
        for note, of in notes.items()
    ]


def _number(share: Decimal | None) -> str:
    return "" if share is None else f"{share:.3f}"
