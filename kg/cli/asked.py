"""What several commands ask of a person in the same way, and the release that they ask."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.release.catalogue import Catalogue
from kg.release.opened import OpenRelease
from kg.settings import STORE, addresses_of, place_of, store_folder

StoreOption = Annotated[
    Path | None,
    typer.Option(
        "--store", envvar=STORE.variable, help=STORE.sentence, parser=place_of, metavar="PATH"
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
ReleaseOption = Annotated[
    str, typer.Option("--release", help="Ask this release instead of the current one.")
]


def opened(store: Path | None, release: str = "") -> OpenRelease:
    """The release that a command asks; raises `NoRelease`, `UnknownRelease`, `RetiredRelease`."""
    catalogue = Catalogue(store or store_folder())
    if addresses_of(catalogue.folder) and not release:
        from kg.release.card import ensure_card  # what asks an engine takes its time to load

        return OpenRelease(ensure_card(catalogue.folder))
    return OpenRelease(catalogue.find(release) if release else catalogue.current())
