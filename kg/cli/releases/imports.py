"""`coterminous import ods`: what official files say that the register does not; then written."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.asked import JsonOption, StoreOption

import_app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Take official files into the register.",
)


@import_app.callback()
def formats() -> None:
    """Take official files into the register."""


@import_app.command("ods")
def import_ods(
    files: Annotated[list[Path], typer.Argument(help="ODS or ONS files, as CSV.")],
    apply: Annotated[
        bool, typer.Option("--apply/--dry-run", help="Write it, or only show it.")
    ] = False,
    only: Annotated[
        list[str] | None, typer.Option(help="Only bodies of this kind: ccg, icb, gp-practice …")
    ] = None,
    issued: Annotated[str, typer.Option(help="The day on which the files were issued.")] = "",
    limit: Annotated[int, typer.Option(help="How many of each sort are shown.")] = 10,
    encoding: Annotated[str, typer.Option(help="How the files are encoded.")] = "utf-8",
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show what ODS or ONS files say that the register does not, and write it with --apply.

    Exit 1 where a line has a fault; then nothing is written. `withdraw` takes an import back.
    """
    from kg.cli.releases.import_ods import (
        compare_files,  # what reads and writes takes its time to load
    )

    compare_files(
        files, apply=apply, only=only or [], issued=issued, limit=limit, encoding=encoding,
        store=store, as_json=as_json,
    )  # fmt: skip
