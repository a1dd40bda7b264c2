"""`coterminous annotations`: what was decided on a document, taken out and in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.asked import JsonOption, StoreOption
from kg.errors import BadParameter


def annotated(
    document: Annotated[str, typer.Argument(metavar="ID", help="The document.")],
    form: Annotated[
        str,
        typer.Option("--format", "-f", help="turtle, json, or gold: with its text, for scoring."),
    ] = "turtle",
    taken_in: Annotated[
        Path | None, typer.Option("--import", help="A file of these, to be taken in.")
    ] = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Print what was accepted of a document, or take in what was decided elsewhere."""
    from kg.cli import output
    from kg.cli.asked import opened
    from kg.cli.documents.reviewed import desk_of, line, progress
    from kg.release.documents.annotations import FORMATS, bring, exported
    from kg.release.documents.planned import knows

    if form not in FORMATS:
        raise BadParameter("--format", f"'{form}' is not one of {', '.join(FORMATS)}")
    desk = desk_of(store)
    if taken_in is None:
        review = desk.open(document)
        known = knows(opened(store), review.record.id) if form == "turtle" else None
        sys.stdout.buffer.write(exported(review, form, known))
        return
    new = bring(desk, document, taken_in)
    if as_json:
        output.write_json(progress(desk.open(document)) | {"new": new})
        return
    output.stdout.print(f"{new} decisions were new. {line(desk.open(document))}", highlight=False)
