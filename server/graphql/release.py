"""What is needed of a release to answer from it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from kg.model.definitions import Ontology
from kg.model.terms import Iri
from kg.questions.library import Library
from kg.search.find import Hit
from kg.store.base import Store


class Index(Protocol):
    """Where names are looked up."""

    def find(self, text: str, *, first: int = 20, kind: str = "") -> Sequence[Hit]:
        """The best matches, best first."""


class Release(Protocol):
    """A release that is open, or a graph in memory that stands in for one."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def info(self) -> object:
        """What `release.json` says of it."""

    @property
    def store(self) -> Store:
        """Its graph."""

    @property
    def ontology(self) -> Ontology:
        """The model it was built with."""

    @property
    def library(self) -> Library:
        """The questions it was built with, and what is asked inside."""

    @property
    def spoken(self) -> frozenset[Iri]:
        """The properties of which something has values in several languages."""

    @property
    def search(self) -> Index:
        """Its names and codes."""
