"""What the front end is built of, as the lock file says that is given away beside it."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from kg.cli.package.installed import Package
from kg.resources import folder

LOCK: Final = "web/package-lock.json"
_BEFORE: Final = "node_modules/"
_SHA512: Final = "sha512-"


def front_end(lock: Path | None = None) -> tuple[Package, ...]:
    """The packages of which scripts and styles may be built, by name; not those that build them.

    There are none where no lock file lies.
    """
    place = lock or folder("server") / LOCK
    if not place.exists():
        return ()
    told = json.loads(place.read_text(encoding="utf-8"))["packages"]
    found = {each.purl: each for each in _packages(told)}
    return tuple(found[each] for each in sorted(found))


def _packages(told: dict[str, Any]) -> Iterator[Package]:
    for path, each in told.items():
        if path and not each.get("dev") and not each.get("optional"):
            name = path.rpartition(_BEFORE)[2]
            yield Package(
                name, each["version"], "", each.get("license", ""), True, (),
                sha512=_digest(each.get("integrity", "")), ecosystem="npm",
            )  # fmt: skip


def _digest(integrity: str) -> str:
    """The SHA-512 of an archive in hexadecimal, if that is what is known of it.

    >>> _digest("sha512-AAE="), _digest("sha1-AAE="), _digest("")
    ('0001', '', '')
    """
    known = integrity.startswith(_SHA512)
    return base64.b64decode(integrity.removeprefix(_SHA512)).hex() if known else ""
