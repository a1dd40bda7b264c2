"""`ask`, `questions` and `show`: a question by its name, all of their names, and a thing."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from kg.cli import output
from kg.cli.asked import (
    CsvOption,
    FormatOption,
    JsonOption,
    ReleaseOption,
    StoreOption,
    asked_format,
    opened,
)
from kg.cli.asking.show import show_thing
from kg.cli.package.completion import bodies
from kg.cli.package.completion import questions as question_names
from kg.errors import BadParameter
from kg.questions.ask import ask as ask_question
from kg.questions.bind import parse


def ask(
    name: Annotated[
        str, typer.Argument(help="The question, as `theme/name`.", autocompletion=question_names)
    ],
    param: Annotated[
        list[str] | None, typer.Option("--param", "-p", help="A parameter, as name=value.")
    ] = None,
    form: FormatOption = "table",
    store: StoreOption = None,
    release: ReleaseOption = "",
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """Answer a named question."""
    wanted = "json" if as_json else "csv" if as_csv else asked_format(form)
    current = opened(store, release)
    question = current.library[name]
    values = parse(question.sparql, dict(_pair(each) for each in param or []))
    answer = ask_question(current.store, question, values)
    output.write_answer(answer, current, wanted)


def questions(
    store: StoreOption = None, as_json: JsonOption = False, as_csv: CsvOption = False
) -> None:
    """List the questions that can be asked by name."""
    library = opened(store).library
    if as_json or as_csv:
        listed = [
            {"name": each.name, "question": each.header.question} for each in library.values()
        ]
        output.write_listed(listed, as_csv=as_csv)
        return
    for theme, asked in library.themes().items():
        drawn = Table(title=theme, title_justify="left", title_style="bold", show_header=False)
        drawn.add_column("name", style="cyan", no_wrap=True)
        drawn.add_column("question")
        for each in asked:
            drawn.add_row(each.name, Text(each.header.question))
        output.draw(drawn)


def show(
    what: Annotated[
        str, typer.Argument(help="A code, a name, or an identifier.", autocompletion=bodies)
    ],
    on: Annotated[
        str, typer.Option(help="A day: of several by one code, the one that stood then.")
    ] = "",
    store: StoreOption = None,
    release: ReleaseOption = "",
    as_json: JsonOption = False,
) -> None:
    """Show a thing: what is known of it, and who says so."""
    show_thing(opened(store, release), what, on=on, as_json=as_json)


def _pair(text: str) -> tuple[str, str]:
    name, found, value = text.partition("=")
    if not found:
        raise BadParameter(text, "a parameter is written as name=value", "Try -p on=2020-04-01.")
    return name, value
