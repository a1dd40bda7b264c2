"""A release that is being read: its store, its ontology, its questions and its search index."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kg.analysis import fanout, languages
from kg.analysis.fanout import Fanout
from kg.model.ontology import Ontology, load
from kg.model.terms import Iri
from kg.questions.library import Library
from kg.search.find import Search
from kg.store.base import Store
from kg.store.oxigraph import OxigraphStore

FANOUT = "fanout.json"
"""The file of a release that says how wide its graph is."""
_MODEL = ("ontology", "library")

LANGUAGES = "languages.json"
"""The file of a release that says which properties have values in several languages."""


@dataclass(frozen=True)
class ReleaseInfo:
    """What `release.json` says: the name, when it was built, and what it holds.

    A release that a write has made names the one that it was made of, and the commit.
    """

    name: str
    built: str
    digest: str
    triples: int
    statements: int
    graphs: int
    bytes: int
    seconds: float
    inputs: int
    base: str = ""
    sequence: int = 0

    @classmethod
    def read(cls, folder: Path) -> ReleaseInfo:
        """The information of the release in that folder."""
        return cls(**json.loads((folder / "release.json").read_text(encoding="utf-8")))


class OpenRelease:
    """A sealed release, opened read-only; cheap to make, each part is opened when first used."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.info = ReleaseInfo.read(folder)

    def beside(self, folder: Path) -> OpenRelease:
        """Another release with the same model and the same questions, which are not read again."""
        other = OpenRelease(folder)
        vars(other).update({each: vars(self)[each] for each in _MODEL if each in vars(self)})
        return other

    @property
    def name(self) -> str:
        """The release's name."""
        return self.info.name

    @cached_property
    def store(self) -> Store:
        """Its graph."""
        return OxigraphStore.sealed(self.folder / "store")

    @cached_property
    def ontology(self) -> Ontology:
        """The model it was built with."""
        return load(self.folder / "ontology")

    @cached_property
    def library(self) -> Library:
        """The questions it was built with."""
        return Library(self.folder / "queries")

    @cached_property
    def fanout(self) -> Fanout:
        """How wide its graph is: as the build wrote it down, else measured now."""
        written = self.folder / FANOUT
        if written.exists():
            return Fanout(**json.loads(written.read_text(encoding="utf-8")))
        return fanout.measured(self.store, _of_today(fanout.QUERY))

    @cached_property
    def spoken(self) -> frozenset[Iri]:
        """The properties of which something has values in several languages, likewise."""
        written = self.folder / LANGUAGES
        if written.exists():
            return frozenset(map(Iri, json.loads(written.read_text(encoding="utf-8"))))
        return languages.spoken(self.store, _of_today(languages.QUERY))

    @cached_property
    def search(self) -> Search:
        """Its names and codes."""
        return Search(self.folder / "search.sqlite")


def _of_today(name: str) -> str:
    """The query as it is shipped now: a release that was built before it does not have it."""
    return Library().inside(name)
