"""Which releases a machine offers, and which of them is current there."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final, NamedTuple
from urllib.parse import quote

from kg.release.feed.manifest import UnreadableManifest, check_digest, check_name, parsed

FILE: Final = "index.json"
"""The name of the index, beside the folders of the releases."""


class Offer(NamedTuple):
    """A release that is offered: its name, its day, the digest of its N-Quads, its bytes, and the
    SHA-256 of its manifest."""

    name: str
    built: str
    digest: str
    size: int
    manifest: str


@dataclass(frozen=True)
class Index:
    """The releases that are offered, oldest first; `current` is the name of one of them, or ""."""

    current: str = ""
    offers: tuple[Offer, ...] = ()

    @classmethod
    def read(cls, text: bytes) -> Index:
        """What `text` writes; raises `UnreadableManifest` for what is none."""
        told = parsed(text)
        try:
            offers = tuple(
                Offer(row["name"], row["built"], row["digest"], row["bytes"], row["sha256"])
                for row in told["releases"]
            )
            current = told["current"]
        except (KeyError, TypeError):
            raise UnreadableManifest("it lists no releases") from None
        for each in offers:
            check_name(each.name)
            check_digest(each.manifest)
        if current and all(each.name != current for each in offers):
            raise UnreadableManifest(f"its current release '{current}' is not among them")
        return cls(current, offers)

    def text(self) -> bytes:
        """The index as JSON."""
        rows = [
            {"name": each.name, "built": each.built, "digest": each.digest, "bytes": each.size,
             "manifest": manifest_at(each.name), "sha256": each.manifest}
            for each in self.offers
        ]  # fmt: skip
        return json.dumps({"current": self.current, "releases": rows}, indent=1).encode() + b"\n"

    def wanted(self, pin: str = "") -> Offer | None:
        """The offer to take: the current one, or that with a manifest of the SHA-256 `pin`."""
        if pin:
            return next((each for each in self.offers if each.manifest == pin), None)
        return next((each for each in self.offers if each.name == self.current), None)

    def behind(self, ours: str, wanted: str) -> int:
        """By how many releases one is behind another.

        >>> offers = [Offer(each, "", "", 0, "") for each in ("r1", "r2", "r3")]
        >>> index = Index("r3", tuple(offers))
        >>> index.behind("r1", "r3"), index.behind("r3", "r3"), index.behind("r0", "r3")
        (2, 0, 3)
        """
        order = {each.name: place for place, each in enumerate(self.offers)}
        if ours == wanted:
            return 0
        return max(order.get(wanted, 0) - order.get(ours, -1), 1)


def manifest_at(name: str) -> str:
    """Where the manifest of a release is, from the index.

    >>> manifest_at("r1+2")
    'r1%2B2.json'
    """
    return f"{quote(name, safe='')}.json"


def file_at(name: str, path: str) -> str:
    """Where a file of a release is, from the index.

    >>> file_at("r1+2", "store/CURRENT")
    'r1%2B2/store/CURRENT'
    """
    return f"{quote(name, safe='')}/{quote(path)}"
