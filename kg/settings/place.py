"""The folders that settings mean."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote, unquote

from kg.resources import checkout
from kg.settings.table import STORE, TEXTS, BadSetting

ENGINES = "engines"
"""The folder in that of the releases that holds those of engines."""
LONGEST = 250
"""Characters that the name of a folder may have."""
_SCHEMES = ("http://", "https://")


def default_store() -> Path:
    """Where releases are kept unless told otherwise.

    `.store` in a checkout, the user's cache folder in an installed wheel.
    """
    root = checkout()
    return root / ".store" if root else cache_folder() / "coterminous"


def cache_folder() -> Path:
    """The user's folder for what can be made again; raises RuntimeError for one without a home."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def store_folder() -> Path:
    """The folder of the releases, as set or by default."""
    return place_of(str(STORE.read())) if STORE.read() else default_store()


def place_of(store: str) -> Path:
    """The folder that a setting means: the one it names, or that of an engine's releases.

    >>> place_of("https://example.org/sparql").name
    'https%3A%2F%2Fexample.org%2Fsparql'
    """
    if not store.startswith(_SCHEMES):
        return Path(store)
    name = quote(store.replace(" ", "").rstrip(","), safe=",")
    if len(name) > LONGEST:
        raise BadSetting(STORE, store)
    return default_store() / ENGINES / name


def addresses_of(folder: Path) -> tuple[str, ...]:
    """The endpoints of the engine whose releases a folder holds; none where it is of no engine.

    >>> addresses_of(place_of("http://a.test/query,http://b.test/query"))
    ('http://a.test/query', 'http://b.test/query')
    """
    if folder.parent.name != ENGINES:
        return ()
    found = tuple(unquote(each) for each in folder.name.split(","))
    return found if all(each.startswith(_SCHEMES) for each in found) else ()


def texts_folder() -> Path | None:
    """The folder with the documents' texts, if one is set."""
    return Path(str(TEXTS.read())) if TEXTS.read() else None
