"""`coterminous pull` and `coterminous offer`: releases from one machine to another."""

from __future__ import annotations

from typing import Annotated, Final
from urllib.parse import urlsplit

import typer

from kg.cli import output
from kg.cli.asked import JsonOption, StoreOption
from kg.errors import BadParameter, KgError, NoRelease
from kg.release.catalogue import Catalogue
from kg.settings import KEEP, store_folder

_EXAMPLE: Final = "https://host/releases/"


class NotPulled(KgError):
    """A release that could not be had from another machine; what was here still is."""

    code = "not-pulled"

    def __init__(self, reason: str) -> None:
        super().__init__(f"The release was not pulled: {reason}.")
        self.hint = "Try again; it goes on where it ended."


def pull(
    address: Annotated[str, typer.Argument(help=f"Its address, such as {_EXAMPLE}.")],
    pin: Annotated[str, typer.Option(help="SHA-256 of the manifest of the release to take.")] = "",
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Have the current release of another service here, verified whole, and make it current."""
    from kg.release.feed.manifest import UnreadableManifest
    from kg.release.feed.origin import Origin, OriginFailed
    from kg.release.feed.pull import Pulling

    _check_address(address)
    pulling = Pulling(store or store_folder(), Origin(address), keep=int(KEEP.read()), pin=pin)
    try:
        found = pulling.once()
    except (OriginFailed, UnreadableManifest) as error:
        raise NotPulled(str(error)) from None
    if as_json:
        output.write_json(vars(found))
        return
    output.stdout.print(
        f"Release [bold]{found.release}[/bold]: {found.came / 1e6:.1f} MB fetched, "
        f"{found.linked / 1e6:.1f} MB were here",
        highlight=False,
    )


def offer(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """Write what others need to pull the releases of a folder from a server of static files."""
    from kg.release.feed.offered import Offered

    offered = Offered(Catalogue(store or store_folder()))
    if not offered.names():
        raise NoRelease(offered.folder.parent)
    index = offered.write()
    if as_json:
        output.write_json([each._asdict() for each in index.offers])
        return
    output.stdout.print(f"Serve the folder {offered.folder}", highlight=False, soft_wrap=True)
    for each in index.offers:
        output.stdout.print(
            f"{each.name}  manifest {each.manifest}", highlight=False, soft_wrap=True
        )


def _check_address(text: str) -> None:
    """Raise `BadParameter` for what is no address of a service."""
    try:
        place = urlsplit(text)
        is_one = place.scheme in ("http", "https") and bool(place.hostname)
    except ValueError:
        is_one = False
    if not is_one:
        reason = f"'{text}' is no address of http or https"
        raise BadParameter("address", reason, f"Name a service that offers releases: {_EXAMPLE}.")
