"""Some files of a release that another machine offers, for one whose graph is on an engine."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Collection
from pathlib import Path
from typing import Final

from kg.release.feed.index import Index, file_at, manifest_at
from kg.release.feed.manifest import Manifest, UnreadableManifest, digest
from kg.release.feed.origin import Origin, OriginFailed
from kg.release.opened import ReleaseInfo

LOG = logging.getLogger("coterminous.releases")
_MODEL: Final = ("ontology/", "queries/")


def fetched(address: str, info: ReleaseInfo, work: Path, names: Collection[str]) -> bool:
    """Whether an origin has that release and all of it that was asked is in the folder `work` now.

    These are the files of those names, and its model. Nothing is left there where it is not so.
    """
    origin = Origin(address)
    try:
        _fetch(origin, info, work, names)
    except (OriginFailed, UnreadableManifest, LookupError) as error:
        LOG.warning("What is made of release %s is asked of the engine: %s", info.name, error)
        _empty(work)
        return False
    finally:
        origin.close()
    return True


def _fetch(origin: Origin, info: ReleaseInfo, work: Path, names: Collection[str]) -> None:
    index = Index.read(origin.index().body or b"")
    same = [each for each in index.offers if (each.name, each.digest) == (info.name, info.digest)]
    if not same:
        raise LookupError("its origin does not offer it")
    text = origin.small(manifest_at(info.name)).body or b""
    if hashlib.sha256(text).hexdigest() != same[0].manifest:
        raise UnreadableManifest("its manifest is not the one of the index")
    for each in Manifest.read(text).parts:
        if each.path in names or each.path.startswith(_MODEL):
            place = work / each.path
            place.parent.mkdir(parents=True, exist_ok=True)
            with place.open("wb") as sink:
                if each.size:
                    origin.continued(file_at(info.name, each.path), sink, each.size, each.digest)
            if digest(place) != each.digest:
                raise UnreadableManifest(f"{each.path} has another digest")


def _empty(work: Path) -> None:
    for each in sorted(work.rglob("*"), reverse=True):
        if each.is_dir():
            each.rmdir()
        else:
            each.unlink()
