"""What is made of a graph, made again of a release that a write has made.

The rules run on the graphs that are not derived, in a process of their own; then the
writer takes in what differs. So a small write need not wait for all of the rules.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.analysis import fanout, languages
from kg.analysis.lineage import stored
from kg.analysis.lineage.reading import read as read_lineage
from kg.derive.rules import Rule, rules, told
from kg.questions.library import Library
from kg.release.answers import latest
from kg.release.catalogue import base_of, sequence_of
from kg.release.opened import FANOUT, INDEX, LANGUAGES, ReleaseInfo, is_large
from kg.release.statements import WRITTEN
from kg.search import index
from kg.search.amend import AMENDED, amended
from kg.store.changes import Changes
from kg.store.grounds import Grounds
from kg.store.oxigraph import OxigraphStore


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
    before = OxigraphStore.sealed(release / "store")
    with TemporaryDirectory(dir=folder) as place:
        derived = [each.graph for each in ordered]
        after = Grounds.under(before, derived, Path(place), _built(release))
        changes = _derived(before, after, ordered)
        _measure(release, folder, after)
    for name, lines in zip(_PARTS, changes.nquads(), strict=True):
        (folder / f"{name}.nq").write_text(lines, encoding="utf-8")
    head = {"base": base_of(release.name), "sequence": sequence_of(release.name)}
    _write(folder / "followed.json", json.dumps(head))
    return changes


def _built(release: Path) -> Path | None:
    """What the release that was built says, whose graphs no write reaches but by rules."""
    written = release.parent / base_of(release.name) / WRITTEN
    return written if written.exists() else None


def _derived(before: OxigraphStore, after: Grounds, ordered: Sequence[Rule]) -> Changes:
    """Run the rules one on the other; what their graphs are to change by."""
    changes = Changes()
    for rule in ordered:
        lines = told(rule, after)
        after.add(rule.graph, lines, merge=rule.merged)
        changes.follow(after.difference(before, rule.graph, lines))
    return changes


def _measure(release: Path, folder: Path, after: Grounds) -> None:
    library = Library(release / "queries")
    kept = release / INDEX
    if kept.exists() and amended(kept) <= AMENDED:
        shutil.copyfile(kept, folder / INDEX)  # what the rules change is amended by the writer
    else:
        index.write(folder / INDEX, after, library.inside("search-names"))
    wide = fanout.measured(after, library.inside(fanout.QUERY)).json()
    _write(folder / FANOUT, json.dumps(wide, indent=0))
    spoken = languages.spoken(after, library.inside(languages.QUERY))
    _write(folder / LANGUAGES, json.dumps(sorted(spoken)))
    latest.write(folder, after, Library())  # an old release has not that query
    if is_large(ReleaseInfo.read(release).triples):
        stored.write(read_lineage(after, Library()), folder / stored.FILE)


def _write(path: Path, text: str) -> None:
    path.write_text(text + "\n", encoding="utf-8")
