"""A release that is being read: its store, its ontology, its questions and its search index."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kg.analysis import fanout, languages
from kg.analysis.fanout import Fanout
from kg.analysis.lineage import stored
from kg.analysis.lineage.dag import Dag
from kg.analysis.lineage.reading import read as read_lineage
from kg.analysis.paths import stored as hops
from kg.analysis.paths.told import Paths
from kg.model.ontology import Ontology, load
from kg.model.terms import Iri
from kg.questions.library import Library
from kg.release.sums import MEASURES
from kg.search.find import Search
from kg.store import census
from kg.store.base import Store
from kg.store.census import Census
from kg.store.oxigraph import OxigraphStore
from kg.store.readmodel import since, writing
from kg.store.readmodel.model import ReadModel
from kg.store.remote.place import Engine
from kg.store.widths import Widths

if TYPE_CHECKING:
    from kg.analysis.kept import Networks

FANOUT = "fanout.json"
"""The file of a release that says how wide its graph is."""
_MODEL = ("ontology", "library")

LANGUAGES = "languages.json"
"""The file of a release that says which properties have values in several languages."""

LATEST = "latest.json"
"""The file of a release with the latest document behind the things of each class."""


INDEX = "search.sqlite"
TOUCHED = "touched.json"
"""The file of a live release with the number of the last commit to each graph since the build."""
FILES = (INDEX, FANOUT, LANGUAGES, LATEST, census.FILE, writing.FILE, since.FILE)
"""What a release has beside its graph that is made of the graph."""
LARGE = 500_000
"""The triples of a graph whose lineage takes long to read; of others, a fraction of a second."""


def is_large(triples: int) -> bool:
    """Whether a release that a write has made has its lineage beside it, as the rules last had it.

    Of a smaller graph it is read when it is asked for.
    """
    return triples > LARGE


@dataclass(frozen=True)
class ReleaseInfo:
    """What `release.json` says: the name, when it was built, and what it holds.

    A release that a write has made names the one that it was made of, the commit, and the last
    commit that its derived graphs take in.
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
    derived: int = 0

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
        """Its graph: here, or on an engine elsewhere."""
        if self.engine:
            from kg.store.remote.store import RemoteStore  # the client takes its time to load

            return RemoteStore.of(self.folder, self.engine)
        return OxigraphStore.sealed(self.folder / "store")

    @cached_property
    def engine(self) -> Engine | None:
        """Where its graph is, if it is not here."""
        return Engine.read(self.folder)

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
    def census(self) -> Census | None:
        """What it holds, counted; `None` where that is not known."""
        return Census.read(self.folder)

    @cached_property
    def read_model(self) -> ReadModel | None:
        """What the engine would have to pass over whole; `None` where nothing is kept of it."""
        return ReadModel.read(self.folder)

    @cached_property
    def widths(self) -> Widths | None:
        """How wide it is at most; `None` where that is not known."""
        return Widths.read(self.folder)

    @cached_property
    def _touched(self) -> dict[str, int]:
        return touched(self.folder)

    def tag(self, graph: str) -> str:
        """What stands for the state of a graph in this release; empty means the default graph."""
        return tag(self.info.base or self.name, graph, self._touched, self.info.sequence)

    @cached_property
    def lineage(self) -> Dag:
        """What became of each of its bodies: as the build wrote it down, else read at first use, by
        the queries of today."""
        return stored.read(self.folder / stored.FILE) or read_lineage(self.store, Library())

    @cached_property
    def paths(self) -> Paths:
        """How its things are connected."""
        made = hops.read(self.folder / hops.FILE)
        return Paths(self.store, self.library, self.ontology, made=made)

    @cached_property
    def networks(self) -> Networks:
        """Who shared officers with whom, and its other networks."""
        from kg.analysis.kept import Networks  # networkx takes its time to load

        return Networks(self.store, self.library, self.folder / MEASURES)

    @cached_property
    def search(self) -> Search:
        """Its names and codes."""
        return Search(self.folder / INDEX)


def touched(folder: Path) -> dict[str, int]:
    """The number of the last commit to each graph that commits have written, in that release."""
    written = folder / TOUCHED
    found: dict[str, int] = json.loads(written.read_text("utf-8")) if written.exists() else {}
    return found


def tag(base: str, graph: str, commits: Mapping[str, int], sequence: int) -> str:
    """What stands for the state of a graph: its release, and the last commit to it.

    >>> tag("r1", "urn:g", {"urn:g": 3}, 7), tag("r1", "urn:h", {}, 7), tag("r1", "", {}, 7)
    ('r1+3', 'r1', 'r1+7')
    """
    number = commits.get(graph, 0) if graph else sequence
    return f"{base}+{number}" if number else base


def _of_today(name: str) -> str:
    """The query as it is shipped now: a release that was built before it does not have it."""
    return Library().inside(name)
