"""`extract` and `rules`: what a document says, and by which rules; nothing enters the graph."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Final

import typer

from kg.cli.asked import JsonOption
from kg.errors import BadParameter

_FORMATS: Final = ("summary", "jsonl")


def extract(
    file: Annotated[Path, typer.Argument(help="A file of plain text (UTF-8).")],
    form: Annotated[
        str, typer.Option("--format", "-f", help="One of " + ", ".join(_FORMATS))
    ] = "summary",
    issued: Annotated[
        str, typer.Option(help="The day of issue, for dates without a year; else read in the text.")
    ] = "",
) -> None:
    """Read a document and print what it says: eight lists, or a line for each candidate."""
    # What reads documents is of no use to the other commands, which should not wait for it.
    from kg.cli import output
    from kg.documents.candidates import read_candidates
    from kg.documents.facts.read import read_facts
    from kg.documents.mentions.read import read_mentions
    from kg.documents.record.plain import read_plain
    from kg.documents.summary import summarise

    if form not in _FORMATS:
        raise BadParameter("--format", f"'{form}' is not one of {', '.join(_FORMATS)}")
    record = read_plain(file)
    mentions = read_mentions(record.text, issued=issued)
    facts = read_facts(record.text, mentions)
    if form == "summary":
        output.write_json(summarise(record.text, mentions, facts))
        return
    for candidate in read_candidates(record, mentions, facts):
        sys.stdout.write(candidate.line() + "\n")


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
