"""`plot` and `plots`: a picture of what the release tells, with the same as a table."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from rich.table import Table
from rich.text import Text

from kg.analysis.plots.catalogue import PLOTS
from kg.cli import output
from kg.cli.asked import JsonOption, ReleaseOption, StoreOption, opened
from kg.errors import BadParameter
from kg.model.dates import day_of
from kg.release.answers.pictures import listed

if TYPE_CHECKING:
    from kg.analysis.plots.catalogue import Form

_FORMS: Final[dict[str, Form]] = {".svg": "svg", ".png": "png"}


def plot(
    name: Annotated[str, typer.Argument(help="One of " + ", ".join(PLOTS) + ".")],
    out: Annotated[Path, typer.Option(help="The file to write, ending in .svg or .png.")],
    on: Annotated[
        str,
        typer.Option(
            help="The last day shown, that of a column besides, or that of shared officers."
        ),
    ] = "",
    region: Annotated[str, typer.Option(help="Only this region, such as 'North West'.")] = "",
    table: Annotated[
        Path | None, typer.Option(help="Also write what the plot shows as CSV to this file.")
    ] = None,
    dark: Annotated[bool, typer.Option("--dark", help="On black instead of on white.")] = False,
    store: StoreOption = None,
    release: ReleaseOption = "",
) -> None:
    """Draw a plot as SVG or PNG, with title, sources, what was asked, and its text in words."""
    form = _FORMS.get(out.suffix.lower())
    if form is None:
        raise BadParameter("--out", f"'{out.name}' ends neither in .svg nor in .png")
    from kg.release.notebook import Notebook

    asked = Notebook(opened(store, release))
    found = asked.plot(name, on=day_of("--on", on), region=region, dark=dark, form=form)
    out.write_bytes(found.data)
    if table is not None:
        table.write_bytes(found.told.table.csv())
    told = f"{found.told.title}: {out} ({len(found.data):,} bytes) · release {asked.name}"
    output.stderr.print(Text(told), style="dim", highlight=False)


def plots(as_json: JsonOption = False) -> None:
    """List the plots."""
    if as_json:
        output.write_json(listed().json)
        return
    drawn = Table("name", "shows")
    for name, kind in PLOTS.items():
        drawn.add_row(name, Text(kind.sentence))
    output.draw(drawn)
