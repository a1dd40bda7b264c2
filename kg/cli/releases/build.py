"""`build`, `check` and `releases`: a release made, its sources checked, and those that are kept."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from kg.cli import output
from kg.cli.asked import (
    CsvOption,
    JsonOption,
    StoreOption,
    TextsOption,
    opened,
)
from kg.cli.asking.coverage import show_coverage
from kg.cli.progress import Bar
from kg.cli.releases.publish import publish_to
from kg.release.catalogue import Catalogue
from kg.release.inputs import Inputs
from kg.release.opened import ReleaseInfo
from kg.settings import BESIDE, KEEP, store_folder, texts_folder


def build(
    store: StoreOption = None,
    texts: TextsOption = None,
    beside: Annotated[
        Path | None, typer.Option("--from", envvar=BESIDE.variable, help=BESIDE.sentence)
    ] = None,
    to: Annotated[
        str, typer.Option("--to", help="Publish the current release to the engine at this address.")
    ] = "",
    verify: Annotated[
        bool, typer.Option("--verify", help="Only compare what the engine holds; with --to.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Make a release from the sources and publish it; the last good one stays until then.

    With --to the release that is current is written to an engine, which is read back whole.
    """
    place = store or store_folder()
    if to:
        publish_to(place, to, only_verify=verify, as_json=as_json)
        return
    from kg.release.build import build as build_release

    with Bar(output.stderr) as bar:
        folder = build_release(
            place,
            texts or texts_folder(),
            bar,
            inputs=Inputs.shipped(beside),
            keep=int(KEEP.read()),
        )
    from kg.release.documents.commit import catch_up  # what reads documents takes time to load

    catch_up(place)
    info = ReleaseInfo.read(folder)
    if as_json:
        output.write_json(vars(info))
        return
    output.stdout.print(
        f"Release [bold]{info.name}[/bold]: {info.triples:,} triples in {info.graphs} graphs, "
        f"{info.bytes / 1e6:.1f} MB, {info.seconds:g} s",
        highlight=False,
    )
    output.stdout.print(f"N-Quads digest {info.digest}", style="dim", highlight=False)


def check(
    texts: TextsOption = None,
    covered: Annotated[
        bool, typer.Option("--coverage", help="Tell how complete the current release is, instead.")
    ] = False,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Validate the sources, print what is found, and exit 1 if anything is."""
    if covered:
        show_coverage(opened(store), as_json=as_json)
        return
    from kg.release.build import check as check_sources

    with Bar(output.stderr, "Checking the sources") as bar:
        found = check_sources(texts or texts_folder(), bar)
    if as_json:
        output.write_json({"violations": found})
    else:
        for line in found:
            output.stdout.print(Text(line), highlight=False)
        output.stdout.print(f"{len(found)} violations", style="bold")
    raise typer.Exit(1 if found else 0)


def releases(
    store: StoreOption = None, as_json: JsonOption = False, as_csv: CsvOption = False
) -> None:
    """List the releases that are kept here."""
    catalogue = Catalogue(store or store_folder())
    kept = [ReleaseInfo.read(catalogue.find(name)) for name in catalogue.names()]
    current = catalogue.current().name
    if as_json or as_csv:
        listed = [vars(each) | {"current": each.name == current} for each in kept]
        output.write_listed(listed, as_csv=as_csv)
        return
    drawn = Table("name", "built", "triples", "digest", "")
    for each in kept:
        mark = "current" if each.name == current else ""
        drawn.add_row(each.name, each.built, f"{each.triples:,}", each.digest[:26] + "…", mark)
    output.draw(drawn)
