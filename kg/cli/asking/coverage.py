"""`check --coverage`: how complete the current release is, for people and for programs."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from kg.analysis.coverage import Coverage, coverage, themes
from kg.cli import output
from kg.release.opened import OpenRelease

_STYLES = {"complete": "green", "partial": "yellow", "missing": "red"}


def show_coverage(release: OpenRelease, *, as_json: bool = False) -> None:
    """Print what the release holds of each part, of how much, and why not all of it."""
    found = coverage(release.store, release.library)
    if as_json:
        told = [vars(each) | {"state": each.state} for each in found]
        output.write_json({"release": release.name, "coverage": told})
        return
    for theme, parts in themes(found):
        drawn = Table(title=theme, title_justify="left", title_style="bold", show_header=False)
        drawn.add_column("part", overflow="fold")
        drawn.add_column("state", no_wrap=True)
        drawn.add_column("number", justify="right", no_wrap=True)
        drawn.add_column("why", overflow="fold")
        for each, why in _told_once(parts):
            number = f"{each.have:,}" if each.of is None else f"{each.have:,} of {each.of:,}"
            state = Text(each.state, style=_STYLES[each.state])
            drawn.add_row(Text(each.part), state, number, Text(why))
        output.draw(drawn)
    output.stdout.print(Text(f"release {release.name}"), style="dim", highlight=False)


def _told_once(parts: list[Coverage]) -> list[tuple[Coverage, str]]:
    """The parts with the sentence of each, left out where the one before has said it."""
    before = ["", *(each.why for each in parts)]
    return [
        (each, "" if each.why == last else each.why)
        for each, last in zip(parts, before, strict=False)
    ]
