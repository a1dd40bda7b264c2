"""The settings of this process from a file: an option of the program, and of some commands."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.main import app
from kg.cli.package.version import VersionOption
from kg.settings import CONFIG
from kg.settings.file import apply
from server.settings import SETTINGS


def _applied(file: Path | None) -> Path | None:
    apply(file, SETTINGS)
    return file


ConfigOption = Annotated[
    Path | None,
    typer.Option(
        CONFIG.option,
        help=f"{CONFIG.sentence} [env: {CONFIG.variable}]",
        show_default=False,
        is_eager=True,  # what it says is there when other options are read
        callback=_applied,
    ),
]


@app.callback()
def configured(config: ConfigOption = None, version: VersionOption = False) -> None:
    """How the English NHS organises commissioning, as a graph with its evidence."""
