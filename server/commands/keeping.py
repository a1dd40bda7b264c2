"""Commands that keep a store elsewhere, and put it back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import output
from kg.cli.asked import JsonOption, StoreOption
from kg.release.backup.manifest import Manifest
from kg.settings import store_folder
from kg.settings.told import told
from server.settings import SETTINGS


def backup(
    to: Annotated[
        Path, typer.Argument(help="A file that ends in .tar.gz, .tgz or .tar; else a new folder.")
    ],
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Keep one state of the store elsewhere; it may be served and written to meanwhile."""
    from kg.release.backup.take import take

    settings = {
        each.setting.name: each.shown for each in told(SETTINGS, {}) if each.source != "default"
    }
    _tell("Kept", take(store or store_folder(), to, settings), to, as_json=as_json)


def restore(
    source: Annotated[Path, typer.Argument(help="What `coterminous backup` has made.")],
    store: StoreOption = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Put it in the place of the store that is there.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Put a backup back, once all of it has been verified; no service may be writing meanwhile."""
    from kg.release.backup.restore import restore as put_back

    place = store or store_folder()
    _tell("Restored", put_back(source, place, replace=replace), place, as_json=as_json)


def _tell(what: str, manifest: Manifest, place: Path, *, as_json: bool) -> None:
    count = len(manifest.files)
    if as_json:
        facts = {"release": manifest.release, "made": manifest.made, "files": count}
        output.write_json({**facts, "bytes": manifest.bytes, "place": str(place)})
        return
    size = f"{count:,} files, {manifest.bytes / 1e6:.1f} MB"
    line = f"{what} release {manifest.release} as it was at {manifest.made}: {size}, {place}"
    output.stdout.print(line, markup=False, highlight=False, soft_wrap=True)
