"""What several commands ask of a person in the same way, and the release that they ask."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kg.errors import BadParameter
from kg.settings import STORE, TEXTS, addresses_of, place_of, store_folder

if TYPE_CHECKING:
    from kg.release.opened import OpenRelease

FORMATS: Final = ("table", "json", "csv", "tsv", "xml", "turtle")
StoreOption = Annotated[
    Path | None,
    typer.Option(
        "--store", envvar=STORE.variable, help=STORE.sentence, parser=place_of, metavar="PATH"
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
CsvOption = Annotated[bool, typer.Option("--csv", help="Print CSV, for programs.")]
ReleaseOption = Annotated[
    str, typer.Option("--release", help="Ask this release instead of the current one.")
]
TextsOption = Annotated[
    Path | None, typer.Option("--texts", envvar=TEXTS.variable, help=TEXTS.sentence)
]
FormatOption = Annotated[str, typer.Option("--format", "-f", help="One of " + ", ".join(FORMATS))]


def opened(store: Path | None, release: str = "") -> OpenRelease:
    """The release that a command asks; raises `NoRelease`, `UnknownRelease`, `RetiredRelease`."""
    # Some commands ask no release, and should not wait for what reads one.
    from kg.release.catalogue import Catalogue
    from kg.release.opened import OpenRelease

    catalogue = Catalogue(store or store_folder())
    if addresses_of(catalogue.folder) and not release:
        from kg.release.card import ensure_card  # what asks an engine takes its time to load

        return OpenRelease(ensure_card(catalogue.folder))
    return OpenRelease(catalogue.find(release) if release else catalogue.current())


def asked_format(form: str) -> str:
    """The format by that name; raises `BadParameter` for another."""
    if form not in FORMATS:
        raise BadParameter("--format", f"'{form}' is not one of {', '.join(FORMATS)}")
    return form
