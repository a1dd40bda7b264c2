"""What is made of a graph, made again of a release that a write has made.

The rules run on the graphs that are not derived, in memory and in a process of their own; then the
writer takes in what differs. So a small write need not wait for all of the rules.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.analysis import fanout, languages
from kg.derive.rules import Rule, rules, run
from kg.questions.library import Library
from kg.release.catalogue import base_of, sequence_of
from kg.release.opened import FANOUT, INDEX, LANGUAGES
from kg.search import index
from kg.store.changes import Changes
from kg.store.writable import WritableStore


@dataclass(frozen=True)
class Followed:
    """What was made of a release, by the base and the number of which it was."""

    base: str
    sequence: int
    changes: Changes

    @classmethod
    def read(cls, folder: Path) -> Followed:
        """What `derive` wrote to that folder."""
        head = json.loads((folder / "followed.json").read_text(encoding="utf-8"))
        added, removed = ((folder / f"{each}.nq").read_text("utf-8") for each in _PARTS)
        return cls(head["base"], head["sequence"], Changes.of(added, removed))


_PARTS = ("added", "removed")


def derive(release: Path, folder: Path) -> Changes:
    """Write to a folder what the derived graphs of a release are to change, and its other files.

    Raises `InvalidInput` for a rule that cannot be run on what users wrote.
    """
    ordered = rules(release / "ontology" / "rules")
    before = WritableStore.sealed(release / "store")
    after = _derived(before, ordered)
    library = Library(release / "queries")
    index.write(folder / INDEX, after, library.inside("search-names"))
    wide = fanout.measured(after, library.inside(fanout.QUERY)).json()
    _write(folder / FANOUT, json.dumps(wide, indent=0))
    spoken = languages.spoken(after, library.inside(languages.QUERY))
    _write(folder / LANGUAGES, json.dumps(sorted(spoken)))
    changes = before.difference(after, [each.graph for each in ordered])
    for name, lines in zip(_PARTS, changes.nquads(), strict=True):
        (folder / f"{name}.nq").write_text(lines, encoding="utf-8")
    head = {"base": base_of(release.name), "sequence": sequence_of(release.name)}
    _write(folder / "followed.json", json.dumps(head))
    return changes


def _derived(store: WritableStore, ordered: Sequence[Rule]) -> WritableStore:
    fresh = store.copy_without([each.graph for each in ordered])
    for rule in ordered:
        fresh.load(run(rule, fresh, ours=False), merge=rule.merged)
    return fresh


def _write(path: Path, text: str) -> None:
    path.write_text(text + "\n", encoding="utf-8")
