"""`--version`: the program, the release that is current here, and the day of its data."""

from __future__ import annotations

import sys
from importlib.metadata import version
from typing import Annotated

import typer

from kg.cli.package.installed import NAME
from kg.errors import KgError
from kg.settings import addresses_of, store_folder


def told() -> str:
    """One line: the version, the release and the day on which it was built, if there is one."""
    from kg.release.catalogue import Catalogue  # only who asks waits for what reads releases
    from kg.release.opened import ReleaseInfo

    program = f"{NAME} {version(NAME)}"
    place = store_folder()
    if addresses_of(place):
        return f"{program}, releases at {', '.join(addresses_of(place))}"
    try:
        info = ReleaseInfo.read(Catalogue(place).current())
    except KgError:
        return f"{program}, no release yet"
    return f"{program}, release {info.name}, data of {info.built[:10]}"


def _tell(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(told() + "\n")
        raise typer.Exit


VersionOption = Annotated[
    bool,
    typer.Option(
        "--version",
        help="Tell the version, the release that is current and the day of its data.",
        is_eager=True,
        callback=_tell,
    ),
]
