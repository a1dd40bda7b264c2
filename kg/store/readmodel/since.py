"""What commits have written since a read model was: few texts, and properties not to be counted."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.store.changes import Changes
from kg.store.readmodel.columns import is_string

FILE: Final = "readmodel.json"
"""The file of a release that says what was written since its read model was."""
UNKNOWN: Final = "null\n"
"""What it says where that is not known."""
FEWEST: Final = 20_000
SHARE: Final = 0.1
"""How many statements, and which part of all, may come until a read model is to be made anew."""


@dataclass(frozen=True)
class Since:
    """The cells of texts that came, the properties of which anything did, as they are written in
    N-Triples, and how many statements came and went in all.

    Texts that went are still told of: they only make the engine look where nothing is.
    """

    texts: frozenset[str] = frozenset()
    properties: frozenset[str] = frozenset()
    changed: int = 0

    @classmethod
    def read(cls, folder: Path) -> Since | None:
        """What the release in that folder says; `None` where nothing is known."""
        path = folder / FILE
        told = json.loads(path.read_text(encoding="utf-8")) if path.exists() else None
        if not told:
            return None
        return cls(frozenset(told["texts"]), frozenset(told["properties"]), told["changed"])

    def after(self, changes: Iterable[Changes]) -> Since:
        """The same after these changes."""
        texts, properties, changed = set[str](), set[str](), 0
        for each in changes:
            changed += len(each.added) + len(each.removed)
            properties.update(str(quad.predicate) for quad in (*each.added, *each.removed))
            texts.update(
                str(quad.object) for quad in each.added if isinstance(quad.object, ox.Literal)
            )
        if not changed:
            return self
        strings = {each for each in texts if is_string(each)}
        return Since(self.texts | strings, self.properties | properties, self.changed + changed)

    def is_too_much(self, size: int) -> bool:
        """Whether a read model of so many statements is to be made anew."""
        return self.changed > max(FEWEST, size * SHARE)

    def text(self) -> str:
        """What `read` reads."""
        told = {
            "texts": sorted(self.texts),
            "properties": sorted(self.properties),
            "changed": self.changed,
        }
        return json.dumps(told, indent=0) + "\n"
