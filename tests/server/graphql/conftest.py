"""A small world, `world.ttl`, in both engines."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kg.analysis.languages import QUERY, spoken
from kg.model import rdf
from kg.model.definitions import Ontology
from kg.model.names import graph
from kg.model.ontology import load
from kg.model.terms import Iri, Literal, Statement
from kg.questions.library import Library
from kg.release.opened import ReleaseInfo
from kg.search import index
from kg.search.find import Search
from kg.store.base import Rows, Store
from kg.store.memory import RdflibStore
from kg.store.oxigraph import OxigraphStore
from server.graphql.execution.execute import execute
from server.graphql.release import Index

Data = dict[str, Any]
Ask = Callable[..., Data]


LIBRARY = Library()
INFO = ReleaseInfo("r1", "2026-01-02", "sha256:0", 199, 200, 2, 0, 0.0, 0)


@dataclass(frozen=True)
class World:
    """A graph in memory that stands in for a release."""

    store: Store
    ontology: Ontology
    search: Index
    name: str = "r1"
    info: ReleaseInfo = INFO
    library: Library = field(default_factory=lambda: LIBRARY)
    spoken: frozenset[Iri] = frozenset()


class Counted:
    """A store that remembers what it was asked."""

    def __init__(self, inner: OxigraphStore) -> None:
        self._inner = inner
        self.lateral = True
        self.asked: list[str] = []

    def select(self, query: str) -> Rows:
        self.asked.append(query)
        return self._inner.select(query)

    def cells(self, query: str) -> list[list[str]]:
        self.asked.append(query)
        return self._inner.cells(query)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)


@cache
def ontology() -> Ontology:
    return load()


def statements() -> list[Statement]:
    found = rdf.triples(Path(__file__).with_name("world.ttl"))
    return [
        Statement(each.subject, each.predicate, each.object, _graph(each.subject))
        for each in found
        if isinstance(each.subject, Iri) and isinstance(each.object, Iri | Literal)
    ]


def _graph(subject: Iri) -> Iri:
    return graph("source/d1" if "/claim/" in subject or "/span/" in subject else "register/world")


def world_of(store: Store, search: Index | None = None) -> World:
    found = spoken(getattr(store, "_inner", store), LIBRARY.inside(QUERY))
    return World(store, ontology(), search or NoIndex(), spoken=found)


class NoIndex:
    """An index of nothing."""

    def find(self, text: str, *, first: int = 20, kind: str = "") -> Sequence[Any]:
        return []


@pytest.fixture(scope="session")
def search(tmp_path_factory: pytest.TempPathFactory) -> Search:
    path = tmp_path_factory.mktemp("index") / "search.sqlite"
    store = OxigraphStore.memory(statements())
    index.write(path, store, Library().inside("search-names"))
    return Search(path)


@pytest.fixture(scope="session", params=["oxigraph", "rdflib"])
def world(request: pytest.FixtureRequest, search: Search) -> World:
    # Each engine pages and filters in its own way: LATERAL in one, plain SPARQL 1.1 in the other.
    found = statements()
    store: Store = (
        OxigraphStore.memory(found) if request.param == "oxigraph" else RdflibStore(found)
    )
    return world_of(store, search)


def data_of(world: World) -> Ask:
    """The data of an operation that has no errors."""

    def asked(document: str, **variables: Any) -> Data:
        answer = execute(world, document, variables)
        assert "errors" not in answer, answer["errors"]
        data: Data = answer["data"]
        return data

    return asked


def error_of(world: World) -> Ask:
    """The only error of an operation."""

    def asked(document: str, **variables: Any) -> Data:
        answer = execute(world, document, variables)
        assert len(answer.get("errors", [])) == 1, answer
        error: Data = answer["errors"][0]
        return error

    return asked


@pytest.fixture(scope="session")
def ask(world: World) -> Ask:
    return data_of(world)


@pytest.fixture(scope="session")
def refused(world: World) -> Ask:
    return error_of(world)


@pytest.fixture
def counting() -> Callable[[OxigraphStore], World]:
    """A world over a store, which remembers in `store.asked` what it was asked."""
    return lambda store: world_of(Counted(store))


@pytest.fixture(scope="session")
def over() -> Callable[[Store], World]:
    """A world over a store."""
    return world_of
