"""What a service does first that makes no releases itself: it has one to serve, if it can."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from kg.errors import BrokenRelease, KgError, NoRelease
from kg.release.catalogue import Catalogue
from kg.release.feed.manifest import UnreadableManifest
from kg.release.feed.origin import Origin, OriginFailed
from kg.release.feed.pull import Pulling, torn
from kg.release.opened import ReleaseInfo
from kg.settings import KEEP, BadSetting
from server.settings import ServerSettings


class BadOrigin(BadSetting):
    """A setting says that releases come from where none can."""

    def __init__(self, text: str) -> None:
        told = f"COTERMINOUS_RELEASES_FROM is '{text}', which is no place of releases."
        KgError.__init__(self, told)
        self.at = "COTERMINOUS_RELEASES_FROM"
        self.hint = "Write sources, store, or an address such as https://host/releases/."


def begin(store: Path, settings: ServerSettings, told: Callable[[str], None]) -> None:
    """Pull the first release, where there is an origin and none is here, and tell what is served.

    An origin that fails is told of and no more: the service waits for its first release. What is
    here already is served at once, and followed from then on. Raises `BadOrigin`.
    """
    catalogue = Catalogue(store)
    if settings.origin:
        _drop_broken(catalogue, told)
    if settings.origin and not catalogue.names():
        origin = Origin(settings.origin)
        keep = int(KEEP.read())
        try:
            Pulling(store, origin, keep=keep, pin=settings.releases_pin, told=told).once()
        except (OriginFailed, UnreadableManifest, OSError) as error:
            told(f"The origin of releases could not be followed: {error}")
    elif not settings.origin and settings.releases_from != "store":
        raise BadOrigin(settings.releases_from)
    try:
        info = ReleaseInfo.read(catalogue.current())
    except NoRelease:
        told("There is no release yet; the first one that comes is served.")
    else:
        told(f"Release {info.name}: {info.triples:,} triples")


def _drop_broken(catalogue: Catalogue, told: Callable[[str], None]) -> None:
    """Have a current release that is whole, or none: one that is not can be pulled again."""
    while names := catalogue.names():
        try:
            current = catalogue.current()
        except NoRelease:
            catalogue.point(names[-1])
            continue
        if not (wrong := torn(current)):
            return
        told(f"{BrokenRelease(current.name, wrong)} It is removed.")
        shutil.rmtree(current)
