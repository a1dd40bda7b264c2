"""Settings as data: each has a name, a default and one sentence.

`table` has the form of a setting and the rows that `kg` has; `file` reads a file of settings, which
holds where the environment says nothing; `told` says of each setting what it is now, and why;
`place` has the folders that settings mean.
"""

from __future__ import annotations

from kg.settings.place import (
    ENGINES,
    LONGEST,
    addresses_of,
    cache_folder,
    default_store,
    place_of,
    store_folder,
    texts_folder,
)
from kg.settings.table import (
    AUTH,
    BESIDE,
    CONFIG,
    DEADLINE,
    KEEP,
    KG_SETTINGS,
    STORE,
    TEXTS,
    WRITE,
    BadSetting,
    Setting,
)

__all__ = [
    "AUTH",
    "BESIDE",
    "CONFIG",
    "DEADLINE",
    "ENGINES",
    "KEEP",
    "KG_SETTINGS",
    "LONGEST",
    "STORE",
    "TEXTS",
    "WRITE",
    "BadSetting",
    "Setting",
    "addresses_of",
    "cache_folder",
    "default_store",
    "place_of",
    "store_folder",
    "texts_folder",
]
