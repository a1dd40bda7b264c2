"""The schema of a release as SDL: answered by a reader, and kept in the folder of the release."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import Final

from kg.release.catalogue import base_of
from kg.release.opened import OpenRelease
from server.graphql.api import api
from server.readers.protocol import Reply, Request

FILE: Final = "schema.graphql"
"""The file of a release that has the schema with which it was first served."""


def answer(release: OpenRelease, _: Request, reply: Reply) -> None:
    """Answer with the schema of the release as SDL.

    No media type is registered for it: tools go by the address, and a browser shows plain text.
    """
    reply.head(200, {"content-type": "text/plain; charset=utf-8"})
    reply.write(api(release.ontology, release.library).sdl.encode())


def keep(release: OpenRelease) -> None:
    """Write the schema into the folder of the release, if none was written yet.

    Later releases are compared with it, whatever code they are served by. A folder that cannot be
    written to is served all the same.
    """
    path = release.folder / FILE
    if path.exists():
        return
    text = api(release.ontology, release.library).sdl
    with suppress(OSError):
        begun = path.with_suffix(f".{os.getpid()}")
        begun.write_text(text, encoding="utf-8")
        begun.replace(path)


def kept(release: OpenRelease) -> str:
    """The schema that a release, or the one that writes have made it of, was first served with.

    Of one that was never served it is the schema that it would be served with now.
    """
    base = release.folder.with_name(base_of(release.folder.name))
    for folder in (release.folder, base):
        if (folder / FILE).exists():
            return (folder / FILE).read_text(encoding="utf-8")
    return api(release.ontology, release.library).sdl
