"""A world of changes and disagreements, in both engines, and the shipped release."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kg.model import rdf
from kg.model.names import graph
from kg.model.terms import Iri, Literal, Statement
from kg.release.build import ensure
from kg.release.opened import OpenRelease
from kg.settings import store_folder
from kg.store.base import Store
from kg.store.memory import RdflibStore
from kg.store.oxigraph import OxigraphStore
from server.graphql.execution.execute import execute
from tests.server.graphql.conftest import Ask, Counted, World, data_of, error_of, world_of

Data = dict[str, Any]


@cache
def _statements() -> list[Statement]:
    found = rdf.triples(Path(__file__).with_name("roots-world.ttl"))
    return [
        Statement(each.subject, each.predicate, each.object, graph("register/world"))
        for each in found
        if isinstance(each.subject, Iri) and isinstance(each.object, Iri | Literal)
    ]


@pytest.fixture(scope="session", params=["oxigraph", "rdflib"])
def world(request: pytest.FixtureRequest) -> World:
    is_first = request.param == "oxigraph"
    store: Store = OxigraphStore.memory(_statements()) if is_first else RdflibStore(_statements())
    return world_of(store)


# These are made anew for this world: the ones above it are kept with the world they were made for.
@pytest.fixture(scope="session")
def ask(world: World) -> Ask:
    return data_of(world)


@pytest.fixture(scope="session")
def refused(world: World) -> Ask:
    return error_of(world)


@pytest.fixture
def counted() -> World:
    """The same world, which remembers in `store.asked` what it was asked."""
    return world_of(Counted(OxigraphStore.memory(_statements())))


@pytest.fixture(scope="session")
def release() -> OpenRelease:
    """The release that the shipped sources make; built if it is not there yet."""
    return OpenRelease(ensure(store_folder()))


@pytest.fixture(scope="session")
def asked_of(release: OpenRelease) -> Callable[..., Data]:
    """The data of an operation on the shipped release; it has no errors."""

    def asked(document: str, **variables: Any) -> Data:
        answer = execute(release, document, variables)
        assert "errors" not in answer, answer["errors"]
        data: Data = answer["data"]
        return data

    return asked
