"""The settings of this process: from a file, and as they are told."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from kg.cli import output
from kg.cli.asked import JsonOption
from kg.cli.main import app
from kg.cli.options import with_settings
from kg.cli.package.version import VersionOption
from kg.settings import CONFIG
from kg.settings.file import apply
from kg.settings.told import told
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


@app.command("settings")
@with_settings(tuple(each for each in SETTINGS if each != CONFIG))
def show_settings(
    *, config: ConfigOption = None, as_json: JsonOption = False, **given: Any
) -> None:
    """Tell what each setting is, and where that was said; secrets are not told."""
    found = [*told(SETTINGS, given)]
    if as_json:
        output.write_json([each.json for each in found])
        return
    drawn = Table("setting", "value", "said by", "what it does")
    for each in found:
        drawn.add_row(each.setting.name, str(each.shown), each.source, each.setting.sentence)
    output.draw(drawn)
