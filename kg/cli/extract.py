"""`extract` and `rules`: what documents say, and by which rules; nothing enters the graph."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Final

import typer

from kg.cli.asked import JsonOption, StoreOption
from kg.errors import BadParameter

_FORMATS: Final = ("summary", "jsonl", "turtle")


def extract(
    what: Annotated[
        list[str],
        typer.Argument(metavar="ID|FILE|FOLDER...", help="Documents: added ones, files, folders."),
    ],
    form: Annotated[
        str, typer.Option("--format", "-f", help="One of " + ", ".join(_FORMATS))
    ] = "summary",
    to: Annotated[
        Path | None, typer.Option(help="A folder for the answers, a file for each document.")
    ] = None,
    issued: Annotated[
        str, typer.Option(help="The day of issue, for dates without a year; else read in the text.")
    ] = "",
    store: StoreOption = None,
) -> None:
    """Read documents and print what they say: eight lists, or a line for each candidate.

    Several are read side by side, on all processors, and told in their order; of several documents
    a summary is one line. Exit 2 where a file is refused; the others are told.
    """
    # What reads documents is of no use to the other commands, which should not wait for it.
    from kg.cli.extracting import Job, tell

    if form not in _FORMATS:
        raise BadParameter("--format", f"'{form}' is not one of {', '.join(_FORMATS)}")
    jobs = [Job(name, form, issued, store) for each in what for name in _files(each)]
    if not jobs:
        raise BadParameter("FOLDER", f"there is no file in {', '.join(what)}")
    if status := tell(jobs, to):
        raise typer.Exit(status)


def rules(as_json: JsonOption = False) -> None:
    """List the rules that read documents: name, version, what each reads."""
    from rich.table import Table

    from kg.cli import output
    from kg.documents.facts.rules import RULES

    if as_json:
        output.write_json([asdict(each) for each in RULES.values()])
        return
    drawn = Table(show_header=False)
    for each in RULES.values():
        drawn.add_row(each.name, each.version, each.reads)
    output.stdout.print(drawn)


def _files(what: str) -> list[str]:
    """The files of a folder, however deep, in the order of their names; else what was named."""
    if not Path(what).is_dir():
        return [what]
    found = (each for each in Path(what).rglob("*") if each.is_file())
    return sorted(str(each) for each in found if not each.name.startswith("."))
