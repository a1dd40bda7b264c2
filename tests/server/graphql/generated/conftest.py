"""Worlds in which generated operations are proven: a nasty one in four engines, and a release."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

import pytest

from kg.analysis.fanout import QUERY, Fanout, measured
from kg.model.terms import Statement
from kg.release.build import ensure
from kg.release.opened import OpenRelease
from kg.settings import store_folder
from kg.store.base import Store
from kg.store.memory import RdflibStore
from kg.store.oxigraph import OxigraphStore
from server.graphql.api import api
from tests.server.graphql.conftest import World, ontology, world_of
from tests.server.graphql.generated.facts import Facts
from tests.server.graphql.generated.inputs import Inputs
from tests.server.graphql.generated.naive import Walk
from tests.server.graphql.generated.proof import Chunked, Paged, Proof
from tests.server.graphql.generated.world import Made, make

OF_EACH = 4
CROWD = 11


@cache
def nasty(of_each: int) -> Made:
    return make(ontology(), of_each=of_each, is_sound=of_each > OF_EACH)


@dataclass(frozen=True)
class Measured(World):
    """A world of which it is known how wide it is."""

    fanout: Fanout = field(default_factory=Fanout)


def measured_world(store: Store, statements: list[Statement], name: str = "r1") -> Measured:
    made = world_of(store)
    fanout = measured(OxigraphStore.memory(statements), made.library.inside(QUERY))
    return Measured(store, made.ontology, made.search, name, spoken=made.spoken, fanout=fanout)


def proof_of(world: Any, nothing: Store, facts: Facts, made: Made | None = None) -> Proof:
    empty = replace(measured_world(nothing, [], world.name), spoken=world.spoken)
    here = api(world.ontology, world.library)
    inputs = Inputs(world.ontology, facts, world.name, made.spoilt if made else ())
    return Proof(world, empty, here, inputs, Walk(here, facts))


ENGINES: dict[str, Callable[[Any], Store]] = {
    "lateral": OxigraphStore.memory,
    "union": Paged.memory,
    "chunks": Chunked.memory,
    "rdflib": RdflibStore,
}


@cache
def nasty_proof(engine: str, of_each: int = OF_EACH) -> Proof:
    made, store = nasty(of_each), ENGINES[engine]
    world = measured_world(store(made.statements), made.statements)
    proof = proof_of(world, store([]), Facts.of(made.statements), made)
    return replace(proof, start=list(ENGINES).index(engine))


@pytest.fixture(scope="session", params=["lateral", "union", "chunks"])
def proof(request: pytest.FixtureRequest) -> Iterator[Proof]:
    """The nasty world, paged in each of the ways that there are."""
    yield (made := nasty_proof(request.param))
    print(f"\n{request.param}: {made.tally}")  # noqa: T201 - counts are shown with -s


@pytest.fixture(scope="session", params=["lateral", "union", "chunks"])
def crowded(request: pytest.FixtureRequest) -> Iterator[Proof]:
    """The same with more things of each class."""
    yield (made := nasty_proof(request.param, CROWD))
    print(f"\ncrowded, {request.param}: {made.tally}")  # noqa: T201


@pytest.fixture(scope="session")
def second_engine() -> Proof:
    """The nasty world in rdflib."""
    return nasty_proof("rdflib")


@pytest.fixture(scope="session")
def shipped() -> Iterator[Proof]:
    """The shipped release; built if it is not there yet."""
    release = OpenRelease(ensure(store_folder()))
    made = proof_of(release, OxigraphStore.memory([]), Facts.read(release.store))
    yield made
    print(f"\nshipped: {made.tally}")  # noqa: T201 - counts are shown with -s
