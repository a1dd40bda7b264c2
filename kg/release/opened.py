"""A release that is being read: its store, its ontology, its questions and its search index."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kg.model.ontology import Ontology, load
from kg.questions.library import Library
from kg.search.find import Search
from kg.store.base import Store
from kg.store.oxigraph import OxigraphStore


@dataclass(frozen=True)
class ReleaseInfo:
    """What `release.json` says: the name, when it was built, and what it holds."""

    name: str
    built: str
    digest: str
    triples: int
    statements: int
    graphs: int
    bytes: int
    seconds: float
    inputs: int

    @classmethod
    def read(cls, folder: Path) -> ReleaseInfo:
        """The information of the release in that folder."""
        return cls(**json.loads((folder / "release.json").read_text(encoding="utf-8")))


class OpenRelease:
    """A sealed release, opened read-only; cheap to make, each part is opened when first used."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.info = ReleaseInfo.read(folder)

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
    def search(self) -> Search:
        """Its names and codes."""
        return Search(self.folder / "search.sqlite")
