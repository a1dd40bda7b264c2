"""What a page writes in its head so that an island runs: scripts and styles by hashed names."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from kg.resources import folder

BUILT = folder("server") / "static"
MANIFEST = "manifest.json"
_TAGS = {
    "style": Markup('<link rel="stylesheet" href="/static/{}">'),
    "part": Markup('<link rel="modulepreload" href="/static/{}">'),
    "script": Markup('<script type="module" src="/static/{}"></script>'),
}


def island(name: str, built: Path = BUILT) -> Markup:
    """The elements that bring an island to a page; nothing where it is not built.

    >>> island("no-such-island")
    Markup('')
    """
    found = _manifest(built / MANIFEST)
    entry = f"{name}/main.ts"
    if entry not in found and f"{entry}x" in found:
        entry += "x"
    if entry not in found:
        return Markup("")
    return Markup("\n").join(_TAGS[kind].format(file) for kind, file in _files(found, entry))


def built_at() -> int:
    """When the front end was built, in nanoseconds; 0 where it is not."""
    try:
        return (BUILT / MANIFEST).stat().st_mtime_ns
    except OSError:
        return 0


def weight(name: str, built: Path = BUILT) -> dict[str, int]:
    """How many bytes a page loads at once for an island, gzipped, by file; empty if not built."""
    found = _manifest(built / MANIFEST)
    entry = f"{name}/main.ts"
    entry = entry if entry in found else f"{entry}x"
    files = {file for _, file in _files(found, entry)} if entry in found else ()
    return {file: (built / f"{file}.gz").stat().st_size for file in sorted(files)}


def _files(manifest: dict[str, Any], entry: str) -> Iterator[tuple[str, str]]:
    """Styles first, then the parts that a script imports, then the script."""
    parts = list(dict.fromkeys(_imported(manifest, entry)))
    for each in (*parts, entry):
        yield from (("style", file) for file in manifest[each].get("css", ()))
    yield from (("part", manifest[each]["file"]) for each in parts)
    yield "script", manifest[entry]["file"]


def _imported(manifest: dict[str, Any], entry: str) -> Iterator[str]:
    for each in manifest[entry].get("imports", ()):
        yield from _imported(manifest, each)
        yield each


def _manifest(path: Path) -> dict[str, Any]:
    try:
        return _read(path, path.stat().st_mtime_ns)
    except OSError:
        return {}


@lru_cache(maxsize=4)
def _read(path: Path, _changed: int) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_bytes())
    return found
