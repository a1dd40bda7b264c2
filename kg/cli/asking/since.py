"""`coterminous since`: what changed in an area since a day."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from kg.cli import output
from kg.cli.asked import CsvOption, JsonOption, ReleaseOption, StoreOption, opened
from kg.model.dates import day_of
from kg.model.names import shorten
from kg.release.answers.since import asked as answered
from kg.release.answers.since import since as told_of
from kg.release.things import named


def since(
    area: Annotated[str, typer.Argument(help="An area or a body: a code, a name, or an IRI.")],
    day: Annotated[str, typer.Argument(help="The first day that counts, as 2019-04-01.")],
    store: StoreOption = None,
    release: ReleaseOption = "",
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """Tell what changed in an area since a day: changes, officers, and what was said of it."""
    asked = opened(store, release)
    thing = named(asked, area, day_of("day", day), "area")
    answers = answered(asked, thing, day)
    if as_json or as_csv:
        output.write_told(told_of(thing, day, answers), asked.name, as_csv=as_csv)
        return
    notes: dict[str, None] = {}
    for answer in answers.values():
        header, rows = answer.question.header, answer.rows
        output.stdout.print(Text(header.question), style="bold")
        if rows.rows:
            output.draw(output.table(rows))
        else:
            output.stdout.print(Text("  Nothing is known."))
        notes |= dict.fromkeys(header.notes)
    told_end = f"{shorten(thing)} since {day} · release {asked.name}"
    output.stdout.print(Text(told_end), style="dim", highlight=False)
    for note in notes:
        output.stdout.print(Text(f"• {note}"), highlight=False)
