"""The latest source that the data behind a question is from, as far as sources are dated."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from kg.model.definitions import Ontology
from kg.model.names import PREFIXES
from kg.model.terms import Iri, Literal
from kg.questions.library import Library
from kg.release.opened import LATEST, OpenRelease
from kg.store.base import Store

QUERY: Final = "latest-documents"
_SMALL: Final = 2_000_000
"""Triples of a graph that is looked through at first use, where its build has written nothing."""
_NAMED: Final = re.compile(rf"(?:\bcot:|<{re.escape(PREFIXES['cot'])})(\w+)")
_EVERYWHERE: Final = frozenset({"Organisation", "Person", "Document", "Area"})
"""Classes of what is spoken of; they count only where a query is about nothing else."""
_OF_ITS_OWN: Final = 2
"""A property that more classes have does not tell what a query is about."""


class Latest(NamedTuple):
    """A document, and the day that it was out at the earliest."""

    day: str
    document: str
    title: str


Behind = Mapping[str, Latest]
"""The latest document behind the things of each class, by the name of the class."""


def behind(store: Store, library: Library) -> Behind:
    """Found in the graph, which is looked through for it."""
    found: dict[str, Latest] = {}
    for cls, document, day, title in store.select(library.inside(QUERY)).rows:
        if isinstance(cls, Iri) and isinstance(day, Literal) and isinstance(title, Literal):
            found[cls.rpartition("#")[2]] = Latest(day.text, str(document), title.text)
    return found


def write(folder: Path, store: Store, library: Library) -> None:
    """Write down what is behind a release that is being built."""
    found = {name: latest._asdict() for name, latest in sorted(behind(store, library).items())}
    (folder / LATEST).write_text(json.dumps(found, ensure_ascii=False, indent=0) + "\n", "utf-8")


def latest_source(release: OpenRelease, sparql: str) -> Latest | None:
    """The latest document behind the classes that a query is about.

    `None` where no dated document is, and of a release of long ago that is large.
    """
    known = _known(release)
    return max((known[each] for each in about(sparql, release.ontology, known)), default=None)


def told(latest: Latest | None) -> dict[str, str] | None:
    """It as JSON."""
    return latest._asdict() if latest else None


def about(sparql: str, ontology: Ontology, known: Iterable[str]) -> set[str]:
    """Which of the classes a query is about: those that it names, or that alone, or with
    the fewest others, have a property that it names."""
    names = set(_NAMED.findall(sparql))
    having: dict[str, set[str]] = {name: set() for name in names}
    for cls in ontology.classes.values():
        for each in cls.properties:
            having.get(each.iri.rpartition("#")[2], set()).add(cls.name)
    wide = sorted((some for some in having.values() if some & set(known)), key=len)
    owners = {one for some in wide if len(some) <= _OF_ITS_OWN for one in some}
    found = (names | owners) & set(known) or set().union(*wide[:1]) & set(known)
    return found - _EVERYWHERE or found


def _known(release: OpenRelease) -> Behind:
    kept: Behind | None = vars(release).get(LATEST)
    if kept is None:
        kept = vars(release)[LATEST] = _read(release)
    return kept


def _read(release: OpenRelease) -> Behind:
    written = release.folder / LATEST
    if written.exists():
        kept = json.loads(written.read_text(encoding="utf-8"))
        return {name: Latest(**each) for name, each in kept.items()}
    if release.engine or release.info.triples > _SMALL:
        return {}
    return behind(release.store, Library())  # the queries of today
