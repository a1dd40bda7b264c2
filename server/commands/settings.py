"""The command that tells the settings of this process."""

from __future__ import annotations

from typing import Any

from rich.table import Table

from kg.cli import output
from kg.cli.asked import JsonOption
from kg.cli.options import with_settings
from kg.settings import CONFIG
from kg.settings.told import told
from server.commands.configured import ConfigOption
from server.settings import SETTINGS


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
