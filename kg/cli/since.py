"""`coterminous since`: what changed in an area since a day."""

from __future__ import annotations

from typing import Annotated, Final

import typer
from rich.text import Text

from kg.cli import output
from kg.cli.asked import JsonOption, ReleaseOption, StoreOption, opened
from kg.cli.show import found
from kg.model.names import shorten
from kg.questions.ask import ask
from kg.questions.bind import parse

QUESTIONS: Final = {
    "changes": "mergers/since-in-area",
    "officers": "mergers/officers-since-in-area",
    "claims": "mergers/claims-since-in-area",
}
"""What is told, and the named question that tells it."""


def since(
    area: Annotated[str, typer.Argument(help="An area or a body: a code, a name, or an IRI.")],
    day: Annotated[str, typer.Argument(help="The first day that counts, as 2019-04-01.")],
    store: StoreOption = None,
    release: ReleaseOption = "",
    as_json: JsonOption = False,
) -> None:
    """Tell what changed in an area since a day: changes, officers, and what was said of it."""
    asked = opened(store, release)
    thing = found(asked, area, day)
    answers = {}
    for name, each in QUESTIONS.items():
        question = asked.library[each]
        values = parse(question.sparql, {"area": str(thing), "since": day})
        answers[name] = ask(asked.store, question, values)
    if as_json:
        told = {name: output.plain(answer.rows) for name, answer in answers.items()}
        output.write_json({"area": str(thing), "since": day, **told, "release": asked.name})
        return
    notes: dict[str, None] = {}
    for answer in answers.values():
        header, rows = answer.question.header, answer.rows
        output.stdout.print(Text(header.question), style="bold")
        output.stdout.print(output.table(rows) if rows.rows else Text("  Nothing is known."))
        notes |= dict.fromkeys(header.notes)
    told_end = f"{shorten(thing)} since {day} · release {asked.name}"
    output.stdout.print(Text(told_end), style="dim", highlight=False)
    for note in notes:
        output.stdout.print(Text(f"• {note}"), highlight=False)
