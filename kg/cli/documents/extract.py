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
    ner: Annotated[
        bool, typer.Option(help="Offer names of people that a small model on this machine finds.")
    ] = False,
    llm: Annotated[
        str, typer.Option(help="Offer what a language model reads: its address, as OpenAI's are.")
    ] = "",
    model: Annotated[str, typer.Option(help="The language model's name, with --llm.")] = "",
    send_text: Annotated[
        bool, typer.Option("--send-text", help="The text may be sent to the address of --llm.")
    ] = False,
    store: StoreOption = None,
) -> None:
    """Read documents and print what they say: eight lists, or a line for each candidate.

    Offers of a model are candidates of their own, so they are told as jsonl; of an added document
    they are kept, to be reviewed with the others.

    Several are read side by side, on all processors, and told in their order; of several documents
    a summary is one line. Exit 2 where a file is refused; the others are told.
    """
    # What reads documents is of no use to the other commands, which should not wait for it.
    from kg.cli.documents.extracting import Job, tell

    if form not in _FORMATS:
        raise BadParameter("--format", f"'{form}' is not one of {', '.join(_FORMATS)}")
    jobs = [Job(name, form, issued, store) for each in what for name in _files(each)]
    if not jobs:
        raise BadParameter("FOLDER", f"there is no file in {', '.join(what)}")
    if ner or llm:
        from kg.cli.documents.offering import Asked, tell_offers

        tell_offers(jobs, Asked(ner, llm, model, send_text))
        return
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
    output.draw(drawn)


def _files(what: str) -> list[str]:
    """The files of a folder, however deep, in the order of their names; else what was named."""
    if not Path(what).is_dir():
        return [what]
    found = (each for each in Path(what).rglob("*") if each.is_file())
    return sorted(str(each) for each in found if not each.name.startswith("."))
